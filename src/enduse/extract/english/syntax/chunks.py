"""A run of words that a sentence is walked by."""

from typing import NamedTuple

__all__ = ["NAMING", "Chunk"]

NAMING = frozenset({"call", "name", "dub", "nickname", "codename", "know"})


class Chunk(NamedTuple):
    """A run of words: V verb group, X auxiliary alone, N noun phrase, Y time, or one mark.

    Attributes:
        kind: The letter.
        first: Index of its first token.
        last: Index of its last token.
        lemma: Base form of the verb; "be", "have" or "do" for an auxiliary alone.
        form: base, s, past, part, ing, inf; "fin" with a modal or a finite auxiliary.
        passive: Whether it is a passive.
        negated: Whether "not" or "never" stands in it.
        helpers: Its words before the verb, in lower case.
    """

    kind: str
    first: int
    last: int
    lemma: str = ""
    form: str = ""
    passive: bool = False
    negated: bool = False
    helpers: tuple[str, ...] = ()

    @property
    def finite(self) -> bool:
        """Whether it can be the predicate of a clause."""
        return self.kind in "VX" and self.form in ("fin", "s", "past", "base")
