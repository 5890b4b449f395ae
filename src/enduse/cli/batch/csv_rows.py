"""Lines of a CSV file for the standard reader, so that a broken row never spoils the next."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

# A cell in quotation marks may hold line ends; one that runs on for longer was never closed.
_JOINED_LINES = 200
_CELL_LIMIT = 16_000_000
_DELIMITERS = ",;\t|"


def cells_of_rows(path: Path) -> Iterator[tuple[list[str], str]]:
    """Read the rows of a CSV file, its header first.

    Args:
        path: UTF-8, with or without its mark; the delimiter is read off the header.

    Yields:
        The cells of a row, and what is wrong with it; empty where nothing is.
    """
    csv.field_size_limit(_CELL_LIMIT)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        header = next(file, "")
        delimiter = max(_DELIMITERS, key=header.count)
        head = next(csv.reader([header], delimiter=delimiter), [])
        yield head, ""
        lines = _Lines(file, delimiter, len(head))
        reader = csv.reader(lines, delimiter=delimiter)
        while (line := lines.take()) is not None:
            if '"' not in line and len(line) <= _CELL_LIMIT:
                # A line without quotation marks is its cells; most are.
                if bare := line.rstrip("\r\n"):
                    yield bare.split(delimiter), ""
                continue
            lines.give_back(line)
            if row := next(reader, None):
                yield row, lines.fault
            lines.fault = ""


class _Lines:
    """Hands on lines; one whose quotation mark is never closed goes on without its marks."""

    def __init__(self, lines: Iterable[str], delimiter: str, columns: int) -> None:
        self._lines = iter(lines)
        self._delimiter, self._columns = delimiter, columns
        self._ahead: list[str] = []
        self._joined = 0
        self.fault = ""

    def __iter__(self) -> "_Lines":
        return self

    def take(self) -> str | None:
        """The next line as it stands; None at the end."""
        return self._ahead.pop(0) if self._ahead else next(self._lines, None)

    def give_back(self, line: str) -> None:
        """Undo `take`."""
        self._ahead.insert(0, line)

    def __next__(self) -> str:
        line = self._ahead.pop(0) if self._ahead else next(self._lines)
        if self._joined:
            self._joined -= 1
        elif line.count('"') % 2 and self._is_open(line):
            self._joined = self._closing(line)
            if not self._joined:
                self.fault = "A quotation mark is opened and never closed."
                line = line.replace('"', "")
        if len(line) > _CELL_LIMIT:
            self.fault = f"A line of more than {_CELL_LIMIT:,} characters was cut."
            line = line[: _CELL_LIMIT // 2].rstrip("\r\n") + "\n"
        return line

    def _closing(self, line: str) -> int:
        """How many of the lines that follow belong to this one; 0 where it is never closed."""
        for taken in range(1, _JOINED_LINES + 1):
            if taken > len(self._ahead):
                following = next(self._lines, None)
                if following is None:
                    return 0
                self._ahead.append(following)
            if self._ahead[taken - 1].count('"') % 2:
                return taken if self._fits([line, *self._ahead[:taken]]) else 0
        return 0

    def _is_open(self, line: str) -> bool:
        """Tell whether a cell of this line ends on a later one; a quotation mark may be bare."""
        try:
            return next(csv.reader([line], delimiter=self._delimiter, strict=True), None) is None
        except csv.Error:
            return True

    def _fits(self, lines: list[str]) -> bool:
        """Tell whether lines make one row, of as many cells as the header has."""
        reader = csv.reader(lines, delimiter=self._delimiter, strict=True)
        try:
            row = next(reader, [])
        except csv.Error:
            return False
        return len(row) == self._columns and reader.line_num == len(lines)
