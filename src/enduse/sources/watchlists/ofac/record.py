"""One row of an OFAC CSV file, with the place of its cells."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from enduse.model import Evidence, Issue, Locator
from enduse.sources.rows import Cell, Cells, Row
from enduse.sources.watchlists.place import Place

COLUMNS = {
    "primary": (
        "ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign", "Vess_type",
        "Tonnage", "GRT", "Vess_flag", "Vess_owner", "Remarks",
    ),
    "names": ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"),
    "addresses": ("ent_num", "add_num", "address", "city", "country", "add_remarks"),
    "comments": ("ent_num", "comment"),
}  # fmt: skip
_AT = {kind: {name: at for at, name in enumerate(names)} for kind, names in COLUMNS.items()}


@dataclass(frozen=True, slots=True)
class Record:
    """One row.

    Attributes:
        kind: primary, names, addresses or comments.
        number: OFAC's number of the party.
        place: Where it stands.
        cells: As many as the kind has columns.
        start: First character of the row in the file's text.
        written: The row as written.
        repeats: How often this number came before in the same file.
    """

    kind: str
    number: str
    place: Place
    cells: Cells
    start: int
    written: str
    repeats: int = 0

    def cell(self, column: str) -> Cell:
        """The cell of a column."""
        return self.cells[_AT[self.kind][column]]

    def text(self, column: str) -> str:
        """The cell's text; "" where it holds nothing."""
        value = self.cells.values[_AT[self.kind][column]].strip()
        return "" if value == "-0-" else value

    def words(self, column: str) -> Evidence:
        """The words of a cell, without the white space around them."""
        at = _AT[self.kind][column]
        return self.place.words(self.cells.raws[at], self.cells.starts[at], column)

    def stretch(self, first: str, last: str) -> Evidence:
        """From the first of these columns to the last, as the row stands in the file."""
        head, tail = self.cell(first), self.cell(last)
        end = max(tail.start + len(tail.raw), head.start)
        quote = self.written[head.start - self.start : end - self.start]
        place = self.place
        return Evidence(Locator(place.source, head.start, end, place.part, first), quote)

    @property
    def party_id(self) -> str:
        """Our id of the party; a number that comes again is kept apart."""
        return f"ofac-{self.number}" + (f"-again-{self.repeats}" if self.repeats else "")

    @property
    def is_person(self) -> bool:
        """OFAC calls the party an individual."""
        return self.text("SDN_Type").lower() == "individual"

    def again(self, repeats: int) -> "Record":
        """The same row, knowing how often its number came before."""
        return replace(self, repeats=repeats)


def record_of(kind: str, source: str, row: Row) -> tuple[Record | None, list[Issue]]:
    """Make a record of a row.

    Returns:
        The record, None where the row has no number; and what is wrong with it.
    """
    number = row.cells.values[0].strip() if row.cells else ""
    part = f"record {number}" if number.isdigit() else f"row {row.number}"
    issues = []
    if row.fault:
        issues.append(Issue(Locator(source, row.start, row.end, part), row.fault, row.text[:200]))
    if not number.isdigit():
        message = "This row does not begin with a record number; it was left out."
        if not row.fault:
            where = Locator(source, row.start, row.end, part)
            issues.append(Issue(where, message, row.text[:200]))
        return None, issues
    cells = row.cells.wide(len(COLUMNS[kind]), row.end)
    place = Place(source, part)
    if "\0" in row.text or "\ufffd" in row.text:
        issues.extend(_unclean(kind, place, cells))
        cells = cells.cleared("\0", " ")
    return Record(kind, number, place, cells, row.start, row.text), issues


def _unclean(kind: str, place: Place, cells: Cells) -> Iterator[Issue]:
    for column, cell in zip(COLUMNS[kind], cells, strict=True):
        if "\0" in cell.raw:
            message = "A NUL character stands in this value; it was read as a space."
        elif "\ufffd" in cell.raw:
            message = "Some bytes of this value are not text in the encoding of the file."
        else:
            continue
        where = Locator(place.source, cell.start, cell.start + len(cell.raw), place.part, column)
        yield Issue(where, message, cell.raw[:200])
