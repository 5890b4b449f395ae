"""Rows of a table with a header, each with its place; what is wrong with a row beside it."""

from collections.abc import Iterator
from typing import TypeAlias

from enduse.model import Issue, Locator
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Cell, Row, TableRow, tables
from enduse.sources.watchlists.place import Place

Placed: TypeAlias = tuple[Place, TableRow, Cell]
"""Place of a row, its cells by column, and the row as written."""


def placed_rows(
    file: StoredFile, delimiter: str = ",", *, skip: int = 0
) -> Iterator[Placed | Issue]:
    """Read a table of a list.

    Args:
        file: The file.
        delimiter: One character.
        skip: Rows before the header.

    Yields:
        The rows; before a row, the issues of its form and of characters that are no text.
    """
    for row in tables(file.path, delimiter, skip=skip):
        if isinstance(row, Row):
            where = Locator(file.sha256, row.start, row.end, f"row {row.number}")
            yield Issue(where, row.fault, row.text[:200])
            continue
        whole = row.whole
        place = Place(file.sha256, f"row {whole.value}")
        if "\0" in whole.raw or "\ufffd" in whole.raw:
            yield from place.unclean(row)
        yield place, row, whole
