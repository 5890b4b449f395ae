"""Nouns of saying with their owner: "the company's claim that", "its refusal to answer"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from enduse.extract.attribution.english.phrases import subject_before
from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.lexicon import load_table

__all__ = ["OwnedNoun", "owned_nouns"]

_OWNERS = frozenset("his her their its our my".split())
_LINKS = frozenset("for of on about against over with in".split())


@dataclass(frozen=True, slots=True)
class OwnedNoun:
    """A noun of saying in a sentence, all as tokens.

    Attributes:
        source: First and one past the last token of its owner.
        cue: Likewise of the noun, with what stands before it and the preposition after it.
        content: First token of what is said.
        noun: The noun.
        implies: What it implies.
    """

    source: tuple[int, int]
    cue: tuple[int, int]
    content: int
    noun: str
    implies: str


@lru_cache(maxsize=1)
def _implied() -> Mapping[str, tuple[str, bool]]:
    """Each noun to what it implies, and whether it needs a clause with "that"."""
    return {
        noun: (implies, needs == "that")
        for needs, table in load_table("nouns_en.yml").items()
        for implies, nouns in table.items()
        for noun in nouns.split()
    }


def owned_nouns(u: Tagged) -> Iterator[OwnedNoun]:
    """Yield the nouns of saying that have an owner before and something said after them."""
    implied = _implied()
    for i, word in enumerate(u.words):
        if word in implied and u.tags[i] == "N" and i + 1 < len(u.tags):
            implies, needs_that = implied[word]
            if needs_that and u.words[i + 1] != "that":
                continue
            found = _owned(u, i, implies)
            if found is not None:
                yield found


def _owned(u: Tagged, noun: int, implies: str) -> OwnedNoun | None:
    start = noun
    while start > 0 and noun - start < 3 and u.tags[start - 1] in "NV" and not u.capital[start - 1]:
        start -= 1
    following = u.words[noun + 1]
    end = noun + 2 if following in _LINKS or _is_link_to(u, noun + 1) else noun + 1
    said = following == "that" or u.tags[noun + 1] == "T" or end > noun + 1
    if not said or end >= len(u.tags) or u.tags[end] in ",.;:":
        return None
    if start > 0 and u.words[start - 1] in _OWNERS:
        return OwnedNoun((start - 1, start), (start, end), end, u.words[noun], implies)
    if start > 1 and u.tags[start - 1] == "H":
        source = subject_before(u, start - 1, 0)
        if source is not None:
            return OwnedNoun(source, (start - 1, end), end, u.words[noun], implies)
    return None


def _is_link_to(u: Tagged, at: int) -> bool:
    """Whether "to" stands before a thing ("opposition to the deal"), not before a deed."""
    return u.tags[at] == "T" and at + 1 < len(u.tags) and u.tags[at + 1] in "DHM"
