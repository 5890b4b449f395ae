"""Evidence from cells: the place of a value in the canonical text of its file."""

from enduse.model import Evidence, Locator
from enduse.sources.rows import Cell


class Place:
    """One record of one file.

    Args:
        source: SHA-256 of the file.
        part: The record as a person finds it ("record 46441").
    """

    __slots__ = ("part", "source")

    def __init__(self, source: str, part: str) -> None:
        self.source, self.part = source, part

    def cell(self, cell: Cell, field: str) -> Evidence:
        """The whole cell, without the white space around it."""
        raw = cell.raw
        quote = raw.strip()
        start = cell.start + (raw.index(quote) if quote else 0)
        return Evidence(Locator(self.source, start, start + len(quote), self.part, field), quote)

    def within(self, cell: Cell, field: str, begin: int, end: int) -> Evidence:
        """The characters begin:end of the cell's value."""
        first, last = cell.span(begin, end)
        where = Locator(self.source, cell.start + first, cell.start + last, self.part, field)
        return Evidence(where, cell.raw[first:last])
