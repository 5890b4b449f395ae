"""A unit of English while it is read from left to right: what is known so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from enduse.extract.attribution.english.verbs import Group
from enduse.extract.attribution.english.words import Tagged
from enduse.extract.attribution.quotes import Unit
from enduse.extract.segment import Span

__all__ = ["Reading"]


@dataclass(slots=True)
class Reading:
    """What is known of a unit while it is read from left to right.

    Words before `floor` name no further speaker, those before `done` are said by one already.
    """

    text: str
    tokens: Tagged
    following: Sequence[Unit]
    groups: Mapping[int, Group]
    done: int = 0
    floor: int = 0
    source: Span | None = None

    def span(self, first: int, last: int) -> Span:
        """Return the place of the tokens first to last (exclusive)."""
        return Span(self.tokens.starts[first], self.tokens.ends[last - 1])
