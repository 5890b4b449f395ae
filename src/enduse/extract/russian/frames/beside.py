"""What phrases say side by side: «завод в Ижевске», «корпуса двигателей», «20% — у X»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase, Token
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.roles import follows
from enduse.extract.russian.frames.table import table

__all__ = ["beside"]


def beside(words: Sequence[Token], found: Sequence[Phrase]) -> Iterator[Fact]:
    """Yield what neighbouring phrases say of each other."""
    for place, phrase in enumerate(found[:-1]):
        following = found[place + 1]
        if following.first == phrase.last:
            yield from _part(phrase, following)
            yield from _site(phrase, following)
            yield from _director(found, place)
        yield from _rest(words, found, place)


def _part(phrase: Phrase, following: Phrase) -> Iterator[Fact]:
    """«Корпуса ракетных двигателей», «двигатель ДП-50 для беспилотника»."""
    mention = phrase.head.mention
    product = mention is not None and mention.schema == "Product" and mention.kind == "name"
    if not product and phrase.lemma not in table().parts:
        return
    genitive = not product and not following.prep and "gent" in following.cases
    if following.prep != "для" and not genitive:
        return
    whole = following.head.mention
    made = whole is not None and whole.schema == "Product"
    if made or following.lemma in table().wholes:
        yield Fact("component_of", phrase, following, None, phrase)


def _site(phrase: Phrase, following: Phrase) -> Iterator[Fact]:
    mention, place = phrase.head.mention, following.head.mention
    if mention is None or place is None or place.schema != "Address":
        return
    if (mention.class_noun or "").split(" ")[0] in table().sites and following.prep in (
        "в",
        "под",
        "на",
    ):
        yield Fact("located_in", phrase, following, None, phrase)


def _director(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """«Генеральный директор Иван Орлов» of the company the sentence is about."""
    phrase, person = found[place], found[place + 1]
    mention = person.head.mention
    if phrase.lemma not in table().directors or mention is None or mention.schema != "Person":
        return
    firms = [p for p in found[:place] if p.mention is not None and p.mention.schema in _FIRMS]
    if firms and person.cases & phrase.cases:
        yield Fact("director_of", person, firms[0], None, phrase)


_FIRMS = frozenset(("Company", "Organization", "LegalEntity"))


def _rest(words: Sequence[Token], found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """«Остальные 20% — у Ивана Орлова»: of the company the sentence is about."""
    share, holder = found[place], found[place + 1]
    dash = words[share.last : holder.first]
    if not share.share or share.prep or [t.low for t in dash] not in (["—"], ["–"], []):
        return
    if holder.prep != "у" and not (dash and "datv" in holder.cases):
        return
    firms = [p for p in found[:place] if p.mention is not None and p.mention.schema in _FIRMS]
    if firms:
        last = follows(holder, found)
        person = holder if holder.head.mention or last is None else last
        nearest = next((p for p in found[place + 1 : place + 3] if p.head.mention), person)
        yield Fact("holds_share_in", nearest, firms[0], share, share)
