"""Daughters of firms told in passing: «X, дочерняя компания концерна Y», «её дочка — X»."""

from collections.abc import Iterator, Sequence

from enduse.extract.russian.clauses import Phrase, Token
from enduse.extract.russian.frames.nouns import Fact
from enduse.extract.russian.frames.roles import follows

__all__ = ["of_holdings"]

_DAUGHTERS = frozenset("дочка подразделение филиал структура подведомственный".split())
_FIRMS = frozenset(("Company", "Organization", "LegalEntity", "PublicBody"))


def of_holdings(words: Sequence[Token], found: Sequence[Phrase], place: int) -> Iterator[Fact]:
    """A daughter with the genitive of its mother, of the firm before the comma or behind a dash."""
    phrase = found[place]
    daughter = any(t.low.startswith("дочерн") for t in phrase.modifiers)
    if not daughter and phrase.lemma not in _DAUGHTERS:
        return
    mother = follows(phrase, found) or phrase.owner
    if mother is None or mother.mention is None or mother.mention.schema not in _FIRMS:
        return
    named = _beside(words, found, place, mother)
    if named is not None or daughter:
        yield Fact("subsidiary_of", named or phrase, mother, None, phrase)


def _beside(
    words: Sequence[Token], found: Sequence[Phrase], place: int, mother: Phrase
) -> Phrase | None:
    """The firm that is the daughter, before a comma or behind a dash."""
    phrase = found[place]
    before = found[place - 1] if place else None
    if before is not None and _is_firm(before) and before.last + 1 == phrase.first:
        if words[before.last].low in (",", "—", "–", "("):
            return before
    end = max(phrase.last, mother.last)
    after = next((p for p in found[place + 1 :] if p.first >= end), None)
    if after is not None and _is_firm(after) and after.first - end <= 1 and after is not mother:
        between = [t.low for t in words[end : after.first]]
        return after if between in (["—"], ["–"], []) and not after.prep else None
    return None


def _is_firm(phrase: Phrase) -> bool:
    mention = phrase.head.mention
    return mention is not None and mention.schema in _FIRMS and mention.kind == "name"
