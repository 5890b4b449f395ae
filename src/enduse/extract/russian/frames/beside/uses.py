"""What goods are for and what they are like: «станки для ремонта судов», «дешевле Y»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase, Token
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.table import table

__all__ = ["of_uses"]

# Endings of nouns for deeds: «ремонта», «производства», «перевозки», «наведения».
_DEEDS = (
    "ание",
    "ение",
    "ние",
    "ация",
    "ство",
    "ка",
    "ба",
    "монт",
    "аж",
    "тие",
    "ход",
    "хват",
    "иск",
)
_ADVERBS = frozenset("вдвое втрое чем".split())


def of_uses(words: Sequence[Token], found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """«Для» with a deed or a user after goods; a comparative with a product."""
    phrase = found[place]
    if phrase.prep == "для" and place and _follows(words, found[place - 1], phrase):
        goods = _goods(found[:place])
        if goods is not None and _is_use(phrase):
            deed = phrase.mention is None and phrase.lemma.endswith(_DEEDS)
            yield Fact("has_purpose" if deed else "intended_for", goods, phrase, None, phrase)
    yield from _compared(words, found, place)


def _follows(words: Sequence[Token], before: Phrase, phrase: Phrase) -> bool:
    """Whether nothing but «исключительно» stands between two phrases."""
    return all(t.low in _ONLY for t in words[before.last : phrase.first])


_ONLY = frozenset("исключительно только преимущественно прежде всего якобы именно лишь".split())


def _goods(before: Sequence[Phrase]) -> Phrase | None:
    """The goods right before, with their genitives between."""
    last = before[-1]
    for phrase in reversed(before):
        if phrase is not last and phrase.last != last.first:
            return None
        mention = phrase.head.mention
        product = mention is not None and mention.schema == "Product"
        if product or phrase.lemma in table().goods or phrase.lemma in table().parts:
            return phrase
        last = phrase
    return None


def _is_use(phrase: Phrase) -> bool:
    if phrase.mention is not None:
        return phrase.mention.schema not in ("Product", "Person")
    return phrase.lemma.endswith(_DEEDS) or phrase.human or phrase.lemma in ("нужда", "цель")


def _compared(words: Sequence[Token], found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """«Дешевле китайского DemoLink»: of the product the sentence is about."""
    phrase = found[place]
    before = words[phrase.first - 1] if phrase.first else None
    if before is None or phrase.prep or "gent" not in phrase.cases or phrase.counted:
        return
    if before.mention is not None or before.pos != "COMP":
        return
    mention = phrase.mention
    if mention is not None and mention.schema not in ("Address", "Person", "PublicBody"):
        named = [p for p in found[:place] if p.mention and p.mention.schema == "Product"]
        yield Fact("comparable_to", named[0] if named else None, phrase, None, phrase, None, before)
