"""Evidence from cells and elements: the place of a value in the canonical text of its file."""

from collections.abc import Iterator, Mapping, Sequence

from enduse.model import Evidence, Issue, Locator
from enduse.sources.rows import Cell
from enduse.sources.xml_records import Element, Record


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
        return self.words(cell.raw, cell.start, field)

    def words(self, raw: str, start: int, field: str) -> Evidence:
        """These characters, which begin at `start`, without the white space around them."""
        quote = raw.strip()
        if len(quote) != len(raw) and quote:
            start += raw.index(quote)
        return Evidence(Locator(self.source, start, start + len(quote), self.part, field), quote)

    def within(self, cell: Cell, field: str, begin: int, end: int) -> Evidence:
        """The characters begin:end of the cell's value."""
        first, last = cell.span(begin, end)
        where = Locator(self.source, cell.start + first, cell.start + last, self.part, field)
        return Evidence(where, cell.raw[first:last])

    def stretch(self, whole: Cell, cells: Sequence[Cell], field: str) -> Evidence:
        """From the first of these cells that holds something to the last, as the row stands.

        Args:
            whole: The row as written.
            cells: Cells of the row, in its order.
            field: What they hold together.
        """
        filled = [cell for cell in cells if cell.raw.strip()] or list(cells[:1])
        begin, end = filled[0].start, filled[-1].start + len(filled[-1].raw)
        quote = whole.raw[begin - whole.start : end - whole.start]
        return Evidence(Locator(self.source, begin, end, self.part, field), quote)

    def unclean(self, row: Mapping[str, Cell]) -> Iterator[Issue]:
        """Report characters in the cells of a row that cannot be text."""
        for column, cell in row.items():
            if "\0" in cell.raw:
                message = "A NUL character stands in this value."
            elif "\ufffd" in cell.raw:
                message = "Some bytes of this value are not text in the encoding of the file."
            else:
                continue
            end = cell.start + len(cell.raw)
            where = Locator(self.source, cell.start, end, self.part, column)
            yield Issue(where, message, cell.raw[:200])


class XmlPlace:
    """One record of one XML file.

    Args:
        source: SHA-256 of the file.
        part: The record as a person finds it ("record 6907993").
        record: The record.
    """

    __slots__ = ("part", "record", "source")

    def __init__(self, source: str, part: str, record: Record) -> None:
        self.source, self.part, self.record = source, part, record

    def span(self, start: int, end: int, field: str) -> Evidence:
        """The characters start:end of the file."""
        where = Locator(self.source, start, end, self.part, field)
        return Evidence(where, self.record.quote(start, end))

    def whole(self, element: Element) -> Evidence:
        """An element with its tags."""
        return self.span(element.start, element.end, element.tag)

    def text(self, element: Element) -> Evidence:
        """The text of an element, without the white space around it."""
        raw = element.raw
        bare = raw.strip()
        if not bare:
            return self.whole(element)
        start = element.inner + raw.index(bare)
        where = Locator(self.source, start, start + len(bare), self.part, element.tag)
        return Evidence(where, bare)

    def attribute(self, element: Element, name: str) -> Evidence:
        """The value of an attribute; of one that is not there, the whole element."""
        found = element.attribute(name)
        if found is None or not found[0].strip():
            return self.whole(element)
        raw, start = found
        bare = raw.strip()
        start += raw.index(bare)
        where = Locator(self.source, start, start + len(bare), self.part, f"{element.tag}/{name}")
        return Evidence(where, bare)

    def between(self, first: Element, last: Element, field: str) -> Evidence:
        """From the text of one leaf to that of another that does not stand before it."""
        head, tail = self.text(first).locator, self.text(last).locator
        return self.span(head.start, max(head.end, tail.end), field)
