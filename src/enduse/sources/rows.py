"""Delimited text read row by row, each cell with its place in the file's text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from csv import Error as CsvError
from csv import reader
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import overload

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


class Cells(Sequence[Cell]):
    """The cells of one row; a cell is made when it is asked for, as most never are.

    Attributes:
        values: Their texts, in order.
        starts: First character of each in the file's text; inside the quotation marks.
        raws: The characters as they stand there.
    """

    __slots__ = ("raws", "starts", "values")

    def __init__(self, values: list[str], starts: list[int], raws: list[str]) -> None:
        self.values, self.starts, self.raws = values, starts, raws

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, at: int) -> Cell: ...

    @overload
    def __getitem__(self, at: slice) -> "Cells": ...

    def __getitem__(self, at: int | slice) -> "Cell | Cells":
        if isinstance(at, slice):
            return Cells(self.values[at], self.starts[at], self.raws[at])
        return Cell(self.values[at], self.starts[at], self.raws[at])

    def wide(self, width: int, end: int) -> "Cells":
        """Exactly so many: what is too much left out, empty ones put at the end of the row."""
        more = width - len(self.values)
        if more <= 0:
            return self[:width] if more else self
        nothing = [""] * more
        return Cells(self.values + nothing, self.starts + [end] * more, self.raws + nothing)

    def cleared(self, old: str, new: str) -> "Cells":
        """The same cells with one character of their values put for another."""
        values = [value.replace(old, new) for value in self.values]
        return Cells(values, self.starts, self.raws)


NO_CELLS = Cells([], [], [])


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
    cells: Cells
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


def cells_of(text: str, start: int, delimiter: str = ",") -> Cells:
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


def _bare_cells(text: str, start: int, delimiter: str) -> Cells:
    values = text.split(delimiter)
    starts = [start]
    for value in values[:-1]:
        start += len(value) + 1
        starts.append(start)
    return Cells(values, starts, values)


def _usual_cells(text: str, start: int, delimiter: str) -> Cells | None:
    """Cells whose quotation marks stand at both ends and nowhere else; None where one's do not."""
    try:
        values = next(reader((text,), delimiter=delimiter, strict=True))
    except CsvError:
        return None
    # The parser tells no places; the lengths of the values do, if they add up to the row.
    starts, raws, pos = [], values, 0
    for at, value in enumerate(values):
        quoted = text.startswith('"', pos)
        if '"' in value:
            if not quoted:
                return None
            if raws is values:
                raws = values.copy()
            raws[at] = value = value.replace('"', '""')
        pos += quoted
        starts.append(start + pos)
        pos += len(value) + quoted + 1
    return Cells(values, starts, raws) if pos == len(text) + 1 else None


def _any_cells(text: str, start: int, delimiter: str) -> Cells:
    """Cells of any row, however its quotation marks stand."""
    values, starts, raws = list[str](), list[int](), list[str]()
    for found in _cell_pattern(delimiter).finditer(text):
        _, quoted, bare = found.regs
        begin, end = quoted if quoted[0] >= 0 else bare
        raw = text[begin:end]
        values.append(raw.replace('""', '"') if begin == quoted[0] else raw)
        starts.append(start + begin)
        raws.append(raw)
    return Cells(values, starts, raws)


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
            yield Row(line.number, line.start, end, NO_CELLS, fault, line.text[:200])
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


class TableRow(Mapping[str, Cell]):
    """One row of a table by the names of its columns; of two of one name, the last counts.

    Attributes:
        whole: The row as written; its value is the number of the line on which it begins.
    """

    __slots__ = ("_at", "_cells", "whole")

    def __init__(self, at: Mapping[str, int], cells: Cells, whole: Cell) -> None:
        self._at, self._cells, self.whole = at, cells, whole

    def __getitem__(self, column: str) -> Cell:
        return self._cells[self._at[column]]

    def __contains__(self, column: object) -> bool:
        return column in self._at

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)

    def text(self, column: str) -> str:
        """What a cell says, without the white space around it; "" where there is no such cell."""
        at = self._at.get(column)
        return "" if at is None else self._cells.values[at].strip()

    def filled(self) -> Iterator[tuple[str, str]]:
        """The columns whose cells say something, in order, with what they say."""
        values = self._cells.values
        for column, at in self._at.items():
            if text := values[at].strip():
                yield column, text


def tables(path: Path, delimiter: str = ",", *, skip: int = 0) -> Iterator[TableRow | Row]:
    """Read a delimited file whose first row, after `skip` others, names the columns.

    Args:
        path: The file.
        delimiter: One character.
        skip: Rows before the header.

    Yields:
        Cells by column name; a Row where it has a fault. A row with a fault that could be read
        in part comes as both, the fault first; the columns that it does not have are empty.
    """
    source = rows(path, delimiter)
    for _ in range(skip):
        next(source, None)
    head = next(source, None)
    if head is None:
        return
    names = [value.strip().lstrip("\ufeff") for value in head.cells.values]
    at = {name: number for number, name in enumerate(names)}
    for row in source:
        cells = row.cells
        if cells and not any(map(str.strip, cells.values)):
            continue
        fault = row.fault
        if not fault and len(cells) != len(names):
            fault = f"This row has {len(cells)} columns; the header names {len(names)}."
        if fault:
            yield Row(row.number, row.start, row.end, cells, fault, row.text)
        if cells:
            whole = Cell(str(row.number), row.start, row.text)
            yield TableRow(at, cells.wide(len(names), row.end), whole)
