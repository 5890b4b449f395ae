"""What binds two: «переговоры с X», «контракт с X», «совместно с X»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.table import table

__all__ = ["of_bonds"]

_FIRMS = frozenset(("Company", "Organization", "LegalEntity"))


def of_bonds(found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """A noun for a bond with «с» and the other side, and «совместно с» after whoever acts."""
    phrase = found[place]
    if phrase.prep == "через" and _is_firm(phrase):
        goods = next((p for p in reversed(found[:place]) if _is_goods(p)), None)
        yield Fact("intermediary_in", phrase, goods, None, phrase, None if goods else "поставки")
        return
    if phrase.prep == "через" and phrase.mention is not None and phrase.mention.schema == "Address":
        moved = (p for p in reversed(found[:place]) if _is_goods(p) and p.prep != "под_видом")
        goods = next(moved, None)
        if goods is not None:
            yield Fact("shipped_to", goods, phrase, None, phrase)
        return
    if phrase.prep == "совместно_с" and phrase.human:
        doer = _doer(found[:place])
        if doer is not None:
            yield Fact("works_with", doer, phrase, None, phrase)
        return
    predicate = table().bonds.get(phrase.lemma)
    if predicate is None or phrase.head.mention is not None:
        return
    other = _other(found, place, phrase)
    if other is not None:
        yield Fact(predicate, phrase.owner or _doer(found[:place]) or phrase, other, None, phrase)


def _is_firm(phrase: Phrase) -> bool:
    mention = phrase.mention
    if mention is not None:
        return mention.schema in _FIRMS and mention.kind != "source"
    return phrase.lemma.split("-")[0] in table().firms


def _is_goods(phrase: Phrase) -> bool:
    return phrase.lemma in table().goods or phrase.lemma in table().parts


def _other(found: Sequence[Phrase], place: int, noun: Phrase) -> Phrase | None:
    """The other side: the phrase with «с» right behind the noun or behind its genitives."""
    last = noun.last
    for following in found[place + 1 : place + 4]:
        if following.first != last:
            return None
        last = following.last
        if following.prep == "с" and "ablt" in following.cases:
            return following if following.human else None
        if following.prep and following.prep not in ("о", "на", "по", "в"):
            return None
    return None


def _doer(before: Sequence[Phrase]) -> Phrase | None:
    """Who acts before: the last nominative that can, else the last firm named."""
    acting = [p for p in before if p.human and not p.prep and "nomn" in p.cases]
    speaking = [p for p in before if p.human and p.prep == "в" and "loct" in p.cases]
    both = [p for p in (*acting, *speaking) if p.mention is None or p.mention.schema != "Address"]
    return both[-1] if both else None
