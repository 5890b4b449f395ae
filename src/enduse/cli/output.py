"""What commands print: words for people, JSON for programs, progress where it takes a while."""

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from enduse.model.shown import shown, shown_json

if TYPE_CHECKING:
    from enduse.model import Issue, Source

_QUIET_SECONDS = 2.0
_WIDEST = 34
_RIGHT = frozenset({"hit", "run", "rows", "score"})
_COLOUR_OR_LINE = re.compile(r"(\x1b\[(?!8m)[0-9;]*m|\r\n)")
_BACK_TO_THE_LEFT = re.compile(r"\r(?!\n)")


class ShownOutput:
    """Output on which a text from a document cannot hide words, turn them, or move the cursor.

    Args:
        stream: Where to write; all but writing is left to it.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write with hidden characters by their code; colours, as of help pages, pass."""
        pieces = _COLOUR_OR_LINE.split(text)
        pieces[::2] = (_BACK_TO_THE_LEFT.sub("⟨U+000D⟩", shown(one)) for one in pieces[::2])
        return self._stream.write("".join(pieces))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def as_json(answer: object) -> None:
    """Print one JSON document."""
    print(shown_json(json.dumps(answer, ensure_ascii=False, indent=1, default=str)))


def as_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON object a line."""
    for row in rows:
        print(shown_json(json.dumps(row, ensure_ascii=False, default=str)))


def issue_lines(issues: "Iterable[Issue]", sources: "Iterable[Source]") -> Iterator[str]:
    """Each issue with its file and place, the message, and what stands there."""
    names = {one.sha256: one.name for one in sources}
    for one in issues:
        where = (names.get(one.where.source), one.where.part, one.where.field)
        place = ", ".join(word for word in where if word)
        yield f"{place}: {one.message}" + (f" “{one.value}”" if one.value else "")


def counted(number: int, word: str, ending: str = "s") -> str:
    """A number with its word.

    Example:
        >>> counted(1, "row"), counted(2_000, "batch", "es")
        ('1 row', '2,000 batches')
    """
    return f"{number:,} {word}" + ("" if number == 1 else ending)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows in columns as wide as their widest cell; a very long cell is cut, but for the last.

    Args:
        head: Names of the columns; numbers are set to the right.
        rows: Cells.
    """
    from rich.cells import cell_len, set_cell_size

    every = [tuple(head), *map(tuple, rows)]
    widths = [min(_WIDEST, max(map(cell_len, cells))) for cells in zip(*every, strict=True)]
    for row in every:
        cells = []
        for name, cell, wide in zip(head, row, widths, strict=True):
            shown = cell if cell_len(cell) <= wide else set_cell_size(cell, wide - 1) + "…"
            if name == head[-1] and len(cell) > len(shown):
                shown = cell
            gap = " " * (wide - cell_len(shown))
            cells.append(gap + shown if name in _RIGHT else shown + gap)
        yield "  ".join(cells).rstrip()


class Telling:
    """Says on the terminal how far a step is, once it has taken two seconds.

    Nothing is printed where the output of errors is no terminal: logs stay clean.
    """

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._open = False

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show that `done` of `total` units of `step` are behind us."""
        self.say(f"{step} {done + 1:,}/{total:,}")

    def say(self, words: str) -> None:
        """Show these words in place of the ones before."""
        if not sys.stderr.isatty() or time.monotonic() - self._since < _QUIET_SECONDS:
            return
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)
        self._open = True

    def close(self) -> None:
        """Clear the line."""
        if self._open:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
