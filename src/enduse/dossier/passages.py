"""Long documents by their passages: the words around each quotation, and how much is between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from enduse.dossier.view import SourceText

__all__ = ["AROUND", "Passage", "passages"]

AROUND = 400
"""Characters before and after a quotation, to the next end of a paragraph, line or sentence."""

_REACH = 300
_ENDS = ("\n\n", "\n", ". ", "。", " ")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that is printed.

    Attributes:
        start: First character, counted in code points from 0.
        end: After the last.
        left_out: Characters between the passage before, or the beginning, and this one.
        place: Page or part of the original where it begins; empty where there are none.
    """

    start: int
    end: int
    left_out: int = 0
    place: str = ""


def passages(document: SourceText, quotations: Iterable[tuple[int, int]]) -> tuple[Passage, ...]:
    """Return the stretches around the quotations, in order; they neither touch nor overlap.

    Args:
        document: Where the quotations stand.
        quotations: Start and end of each, in code points.

    Example:
        >>> from enduse.model import Source
        >>> text = SourceText(Source("0" * 64, "a.txt", "document", 9, "2026"), "x " * 5000)
        >>> [(p.start, p.end, p.left_out) for p in passages(text, [(4000, 4010)])]
        [(3600, 4412, 3600)]
    """
    text = document.text
    found: list[list[int]] = []
    for start, end in sorted(quotations):
        low, high = _begin(text, start - AROUND), _stop(text, end + AROUND)
        if found and low <= found[-1][1] + AROUND:
            found[-1][1] = max(found[-1][1], high)
        else:
            found.append([low, high])
    told, last = [], 0
    places = _Places(document.parts)
    for low, high in found:
        told.append(Passage(low, high, low - last, places.at(low)))
        last = high
    return tuple(told)


class _Places:
    """Labels of the parts of a document, asked for from its beginning to its end."""

    def __init__(self, parts: Sequence[tuple[int, str]]) -> None:
        self._parts, self._next, self._label = parts, 0, ""

    def at(self, offset: int) -> str:
        while self._next < len(self._parts) and self._parts[self._next][0] <= offset:
            self._label = self._parts[self._next][1]
            self._next += 1
        return self._label


def _begin(text: str, at: int) -> int:
    """Where a passage begins that is to begin near a place, or a little before."""
    if at <= 0:
        return 0
    low = max(0, at - _REACH)
    for mark in _ENDS:
        found = text.rfind(mark, low, at)
        if found >= 0:
            return found + len(mark)
    return at


def _stop(text: str, at: int) -> int:
    """Where a passage stops that is to stop near a place, or a little after."""
    for mark in _ENDS:
        found = text.find(mark, at, at + _REACH)
        if found >= 0:
            return found + len(mark)
    return min(len(text), at)
