"""Rows of a register's table by column name, each cell with its evidence."""

from collections.abc import Iterator
from pathlib import Path

from enduse.errors import UnreadableSource
from enduse.model import Evidence, Issue, Locator
from enduse.sources.protocols import StoredFile
from enduse.sources.registers.draft import Draft
from enduse.sources.rows import Cell, Row, tables
from enduse.sources.text_chunks import packed, text_chunks

_DELIMITERS = (",", ";", "\t", "|")


class Record:
    """One row.

    Attributes:
        part: "row 118".
    """

    __slots__ = ("_cells", "_source", "part")

    def __init__(self, source: str, cells: dict[str, Cell]) -> None:
        self._source, self._cells = source, cells
        self.part = f"row {cells[''].value}"

    def text(self, column: str) -> str:
        """The text of a cell without the spaces around it; "" where there is none."""
        cell = self._cells.get(column)
        return cell.value.strip() if cell else ""

    def evidence(self, column: str = "") -> Evidence:
        """The words of a cell, or of the whole row where no column is named."""
        cell = self._cells[column]
        end = cell.start + len(cell.raw)
        return Evidence(Locator(self._source, cell.start, end, self.part, column), cell.raw)

    def columns(self) -> list[str]:
        """The columns that are not empty, in order."""
        return [name for name, cell in self._cells.items() if name and cell.value.strip()]

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
