"""Find extracted text again in the bytes it was extracted from."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

# What is opened and never closed runs to the end: to look for its end again and again from
# every place would take hours for a page of nothing but openings.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|template|noscript)\b.*?(?:</\1\s*>|\Z)"
    r"|</?[a-z!?][^>]*(?:>|\Z)|&#?\w+;|\s+",
    re.S | re.I,
)
_SPACE = re.compile(r"\s+")


class Run(NamedTuple):
    """Characters that follow each other both in the flat text and in the original.

    Attributes:
        flat: First character in the flat text.
        at: First character in the original.
        length: Characters in the flat text.
        width: Characters in the original.
    """

    flat: int
    at: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class FlatText:
    """The visible text of a page with spaces folded, and the way back.

    Attributes:
        text: The text.
        runs: In order, covering all of it.
    """

    text: str
    runs: tuple[Run, ...]

    def find(self, words: str, start: int) -> int:
        """First place at or after `start`, else the first anywhere; -1 where there is none."""
        at = self.text.find(words, start)
        return at if at >= 0 else self.text.find(words)

    def flat_of(self, at: int) -> int:
        """Where in the flat text a place of the original lies, or the next that is shown."""
        first = bisect_left(self.runs, at, key=lambda run: run.at)
        return self.runs[first].flat if first < len(self.runs) else 0

    def runs_of(self, start: int, end: int) -> list[Run]:
        """The runs of a span, cut to it where both sides count alike."""
        first = bisect_right(self.runs, start, key=lambda run: run.flat) - 1
        last = bisect_left(self.runs, end, key=lambda run: run.flat)
        return [_cut(run, start, end) for run in self.runs[max(first, 0) : last]]


def _cut(run: Run, start: int, end: int) -> Run:
    if run.length != run.width:
        return run
    skip = max(0, start - run.flat)
    length = min(run.flat + run.length, end) - (run.flat + skip)
    return Run(run.flat + skip, run.at + skip, length, length)


def flattened(markup: str) -> FlatText:
    """Take the tags out of a page, keeping where every character stood.

    Example:
        >>> flat = flattened("<p>AT&amp;T  <b>denies</b></p>")
        >>> flat.text, flat.runs_of(5, 11)
        ('AT&T denies', [Run(flat=5, at=16, length=6, width=6)])
    """
    pieces: list[str] = []
    runs: list[Run] = []
    size = 0

    def put(text: str, at: int, width: int) -> None:
        nonlocal size
        if text:
            pieces.append(text)
            runs.append(Run(size, at, len(text), width))
            size += len(text)

    last = 0
    for token in _TOKEN.finditer(markup):
        put(markup[last : token.start()], last, token.start() - last)
        last = token.end()
        found = token.group()
        if found[0] == "&":
            put(_SPACE.sub(" ", unescape(found)), token.start(), len(found))
        elif found[0] != "<" and pieces and not pieces[-1].endswith(" "):
            put(" ", token.start(), len(found))
    put(markup[last:], last, len(markup) - last)
    return FlatText("".join(pieces), tuple(runs))
