"""Delimited text read row by row, each cell with its place in the file's text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from enduse.sources.text_chunks import text_chunks

LINE_LIMIT = 4_000_000
"""Longest line read, in characters; a longer one is reported and passed over."""
JOINED_LINES = 200
"""Most lines that one quoted cell may span."""
_END_MARK = "\x1a \t\r\ufeff"  # DOS writes Ctrl-Z where a file ends


class Cell:
    """One cell and where it stands.

    Attributes:
        value: The text; doubled quotation marks made one.
        start: First character in the file's text; inside the quotation marks.
        raw: The characters as they stand there.
    """

    __slots__ = ("raw", "start", "value")

    def __init__(self, value: str, start: int, raw: str) -> None:
        self.value, self.start, self.raw = value, start, raw

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Where the characters begin:end of the value stand in the raw text of the cell.

        Example:
            >>> Cell('a "b" c', 0, 'a ""b"" c').span(3, 4)
            (4, 5)
        """
        if len(self.raw) == len(self.value):
            return begin, end
        shift = self.value[:begin].count('"')
        return begin + shift, end + shift + self.value[begin:end].count('"')


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    Attributes:
        number: Line on which it begins, from 1.
        start: First character in the file's text.
        end: One past the last, without the line end.
        cells: Its cells, in order; empty where the row could not be read at all.
        fault: What is wrong with it, one sentence; "" where nothing is.
        text: The row as written; the first 200 characters of one that was passed over.
    """

    number: int
    start: int
    end: int
    cells: tuple[Cell, ...]
    fault: str
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    text: str
    dropped: int = 0


def _lines(chunks: Iterable[str]) -> Iterator[_Line]:
    number, start, tail, dropped = 0, 0, "", 0
    for chunk in chunks:
        *whole, tail = (tail + chunk).split("\n")
        for line in whole:
            number += 1
            yield _Line(number, start, line, dropped)
            start, dropped = start + dropped + len(line) + 1, 0
        if len(tail) > LINE_LIMIT:
            dropped, tail = dropped + len(tail), ""
    if tail or dropped:
        yield _Line(number + 1, start, tail, dropped)


@cache
def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    one = re.escape(delimiter)
    quoted = rf'[ ]*"((?:[^"]++|"")*+)"[ \r]*(?={one}|\Z)'
    # A cell begins where the text does or after a delimiter, so that the last one may be empty.
    return re.compile(rf"(?:\A|{one})(?:{quoted}|([^{one}]*))")


def cells_of(text: str, start: int, delimiter: str = ",") -> tuple[Cell, ...]:
    """Cut one row into cells.

    Args:
        text: The row without its line end.
        start: Where it begins in the file's text.
        delimiter: One character.

    Example:
        >>> [cell.value for cell in cells_of('7,"A ""B"" C",-0- ', 0)]
        ['7', 'A "B" C', '-0- ']
    """
    if '"' not in text:
        return _bare_cells(text, start, delimiter)
    return _usual_cells(text, start, delimiter) or _any_cells(text, start, delimiter)


def _bare_cells(text: str, start: int, delimiter: str) -> tuple[Cell, ...]:
    made = list[Cell]()
    for raw in text.split(delimiter):
        made.append(Cell(raw, start, raw))
        start += len(raw) + 1
    return tuple(made)


def _usual_cells(text: str, start: int, delimiter: str) -> tuple[Cell, ...]:
    """Cells whose quotation marks stand at both ends and nowhere else; () where one's do not."""
    made, find, pos = list[Cell](), text.find, 0
    while pos >= 0:
        if text.startswith('"', pos):
            end = find('"', pos + 1)
            while end >= 0 and text.startswith('"', end + 1):
                end = find('"', end + 2)
            following = text[end + 1 : end + 2]
            if end < 0 or following not in (delimiter, ""):
                return ()
            raw = text[pos + 1 : end]
            value = raw.replace('""', '"') if '"' in raw else raw
            made.append(Cell(value, start + pos + 1, raw))
            pos = end + 2 if following else -1
        else:
            end = find(delimiter, pos)
            raw = text[pos:end] if end >= 0 else text[pos:]
            if '"' in raw:
                return ()
            made.append(Cell(raw, start + pos, raw))
            pos = end + 1 if end >= 0 else -1
    return tuple(made)


def _any_cells(text: str, start: int, delimiter: str) -> tuple[Cell, ...]:
    """Cells of any row, however its quotation marks stand."""
    made = list[Cell]()
    for found in _cell_pattern(delimiter).finditer(text):
        _, (begin, end), (bare, last) = found.regs
        if begin >= 0:
            raw = text[begin:end]
            value = raw.replace('""', '"') if '"' in raw else raw
            made.append(Cell(value, start + begin, raw))
        else:
            raw = text[bare:last]
            made.append(Cell(raw, start + bare, raw))
    return tuple(made)


def rows(
    path: Path, delimiter: str = ",", *, columns: int = 0, multiline: bool = True
) -> Iterator[Row]:
    """Read a delimited file; a broken row never spoils the next.

    Args:
        path: The file.
        delimiter: One character.
        columns: How many cells a row has; 0 where it is not known.
        multiline: Cells in quotation marks may hold line ends.

    Yields:
        Every row but empty ones and the Ctrl-Z at the end. A row with a fault that could
        be read in part has its cells all the same.
    """
    lines = _lines(text_chunks(path))
    ahead: list[_Line] = []
    for line in iter(lambda: ahead.pop(0) if ahead else next(lines, None), None):
        if line.dropped:
            end = line.start + line.dropped + len(line.text)
            fault = f"A line of more than {LINE_LIMIT:,} characters was passed over."
            yield Row(line.number, line.start, end, (), fault, line.text[:200])
        elif line.text.strip(_END_MARK):
            yield _row(line, lines, ahead, (delimiter, columns, multiline))


def _row(
    line: _Line, lines: Iterator[_Line], ahead: list[_Line], how: tuple[str, int, bool]
) -> Row:
    delimiter, columns, multiline = how
    text = line.text.removesuffix("\r")
    if text.count('"') % 2:
        joined = _joined(line, lines, ahead, how) if multiline else None
        if joined is not None:
            return _made(line, joined, delimiter, columns, "")
        fault = "A quotation mark is opened and never closed; the row was read to its line end."
        return _made(line, text, delimiter, columns, fault)
    return _made(line, text, delimiter, columns, "")


def _joined(
    line: _Line, lines: Iterator[_Line], ahead: list[_Line], how: tuple[str, int, bool]
) -> str | None:
    """The row with the lines that its open cell takes in, or None where it never closes."""
    delimiter, columns, _ = how
    taken, text = list[_Line](), line.text
    for _ in range(JOINED_LINES):
        following = ahead.pop(0) if ahead else next(lines, None)
        if following is None:
            break
        taken.append(following)
        text += "\n" + following.text
        if following.dropped or len(text) > LINE_LIMIT:
            break
        if text.count('"') % 2 == 0:
            whole = text.removesuffix("\r")
            if not columns or len(cells_of(whole, 0, delimiter)) == columns:
                return whole
            break
    ahead[:0] = taken
    return None


def _made(line: _Line, text: str, delimiter: str, columns: int, fault: str) -> Row:
    cells = cells_of(text, line.start, delimiter)
    if columns and len(cells) != columns and not fault:
        fault = f"This row has {len(cells)} columns; {columns} were expected."
    return Row(line.number, line.start, line.start + len(text), cells, fault, text)


def tables(path: Path, delimiter: str = ",", *, skip: int = 0) -> Iterator[dict[str, Cell] | Row]:
    """Read a delimited file whose first row, after `skip` others, names the columns.

    Args:
        path: The file.
        delimiter: One character.
        skip: Rows before the header.

    Yields:
        Cells by column name, with the whole row under ""; a Row where it has a fault. A row
        with a fault that could be read in part comes as both, the fault first.
    """
    source = rows(path, delimiter)
    for _ in range(skip):
        next(source, None)
    head = next(source, None)
    if head is None:
        return
    names = [cell.value.strip().lstrip("\ufeff") for cell in head.cells]
    first = next(source, None)
    if first is None:
        return
    for row in chain((first,), source):
        if row.cells and not any(cell.raw.strip() for cell in row.cells):
            continue
        fault = row.fault
        if not fault and len(row.cells) != len(names):
            fault = f"This row has {len(row.cells)} columns; the header names {len(names)}."
        if fault:
            yield Row(row.number, row.start, row.end, row.cells, fault, row.text)
        if row.cells:
            whole = Cell(str(row.number), row.start, row.text)
            yield {"": whole, **dict(zip(names, row.cells, strict=False))}
