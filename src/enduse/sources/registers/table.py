"""Rows of a register's table by column name, each cell with its evidence."""

from collections.abc import Iterator
from pathlib import Path

from enduse.errors import UnreadableSource
from enduse.model import Evidence, Issue, Locator
from enduse.sources.protocols import StoredFile
from enduse.sources.registers.draft import Draft
from enduse.sources.rows import Row, TableRow, tables
from enduse.sources.text_chunks import packed, text_chunks

_DELIMITERS = (",", ";", "\t", "|")


class Record:
    """One row.

    Attributes:
        part: "row 118".
        text: Gives the text of a cell by its column; "" where there is none.
    """

    __slots__ = ("_row", "_source", "part", "text")

    def __init__(self, source: str, row: TableRow) -> None:
        self._source, self._row, self.text = source, row, row.text
        self.part = f"row {row.whole.value}"

    def evidence(self, column: str = "") -> Evidence:
        """The words of a cell, or of the whole row where no column is named."""
        cell = self._row[column] if column else self._row.whole
        end = cell.start + len(cell.raw)
        return Evidence(Locator(self._source, cell.start, end, self.part, column), cell.raw)

    def columns(self) -> list[str]:
        """The columns that are not empty, in order."""
        return [name for name, _ in self._row.filled() if name]

    def texts(self, draft: Draft, prop: str, column: str) -> None:
        """Add the text of a cell."""
        if text := self.text(column):
            draft.text(prop, text, self.evidence(column))

    def many(self, draft: Draft, prop: str, column: str, separator: str = ";") -> None:
        """Add each of the texts that one cell holds."""
        for one in self.text(column).split(separator):
            if one.strip():
                draft.text_of(prop, one.strip(), self.evidence(column))

    def dates(self, draft: Draft, prop: str, column: str) -> None:
        """Add the date of a cell."""
        if text := self.text(column):
            draft.date(prop, text, self.evidence(column))

    def countries(self, draft: Draft, prop: str, column: str, separator: str = ";") -> None:
        """Add each of the countries that one cell holds."""
        for one in self.text(column).split(separator):
            if one.strip():
                draft.country(prop, one.strip(), self.evidence(column))


def header_of(file: StoredFile) -> tuple[str, list[str]]:
    """The delimiter of a table and its column names, by its first line.

    Raises:
        UnreadableSource: The file is packed, or has no text.
    """
    if packing := packed(file.path):
        raise UnreadableSource(file.name, "the file", f"it is packed ({packing})")
    line = next(text_chunks(file.path), "").lstrip("\ufeff").partition("\n")[0].rstrip("\r")
    if not line.strip():
        raise UnreadableSource(file.name, "line 1", "no column is named there")
    delimiter = max(_DELIMITERS, key=line.count)
    return delimiter, [name.strip().strip('"') for name in line.split(delimiter)]


def records(source: str, path: Path, delimiter: str) -> Iterator[Record | Issue]:
    """Read a table row by row; a broken row becomes an issue, and is read as far as it goes.

    Args:
        source: Hash of the file.
        path: The file.
        delimiter: One character.
    """
    for row in tables(path, delimiter):
        if isinstance(row, Row):
            place = Locator(source, row.start, row.end, f"row {row.number}")
            yield Issue(place, row.fault, row.text[:200])
        else:
            yield Record(source, row)
