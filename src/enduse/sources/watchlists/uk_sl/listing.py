"""One designation of the UK list, brought together from rows or elements of any shape."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from enduse.errors import UnreadableSource
from enduse.model import Evidence, Issue
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Cell, TableRow, rows
from enduse.sources.watchlists.place import Place
from enduse.sources.watchlists.table import placed_rows

NAME = ("Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5")
ADDRESS = (
    *(f"Address Line {number}" for number in range(1, 7)),
    "Address Postal Code",
    "Address Country",
)
_GROUPED = {*NAME, *ADDRESS, "Name type", "Alias strength", "Name", "Unique ID"}
_OLD = {"Type": "Designation Type"}


@dataclass(frozen=True, slots=True)
class NameGiven:
    """A name with its kind: its parts by column, each with its place."""

    parts: dict[str, tuple[str, Evidence]]
    kind: str
    strength: str
    whole: Evidence


@dataclass(slots=True)
class Listing:
    """One designation.

    Attributes:
        number: The list's "Unique ID".
        proof: Where the id stands.
        names: Names as given; the same one comes once.
        addresses: Parts by column, and the place of the whole.
        values: Every other value by column: as written, and its place.
    """

    number: str
    proof: Evidence
    names: list[NameGiven] = field(default_factory=list)
    addresses: list[tuple[dict[str, str], Evidence]] = field(default_factory=list)
    values: dict[str, dict[str, Evidence]] = field(default_factory=dict)
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def take_name(self, name: NameGiven) -> None:
        """Add a name that did not come before."""
        key = (name.kind, name.strength, *(text for text, _ in name.parts.values()))
        if name.parts and key not in self._seen:
            self._seen.add(key)
            self.names.append(name)

    def take_address(self, parts: dict[str, str], evidence: Evidence) -> None:
        """Add an address that did not come before."""
        key = ("address", *parts.values())
        if any(parts.values()) and key not in self._seen:
            self._seen.add(key)
            self.addresses.append((parts, evidence))

    def take(self, column: str, text: str, evidence: Evidence) -> None:
        """Add a value that did not come before."""
        if text:
            self.values.setdefault(column, {}).setdefault(text, evidence)


def _skip(file: StoredFile) -> int:
    """Rows before the header: the day of the report stands on a row of its own."""
    for number, row in enumerate(islice(rows(file.path), 5)):
        names = {cell.value.strip().lstrip("\ufeff") for cell in row.cells}
        if "Unique ID" in names and "Regime Name" in names:
            return number
    raise UnreadableSource(file.name, "the header", "no row names the column Unique ID")


def csv_listings(file: StoredFile) -> Iterator[Listing | Issue]:
    """Bring the rows of a table together by "Unique ID"; 8 columns or 58.

    Raises:
        UnreadableSource: No header of the list is found.
    """
    found: dict[str, Listing] = {}
    for one in placed_rows(file, skip=_skip(file)):
        if isinstance(one, Issue):
            yield one
            continue
        place, row, whole = one
        number = row["Unique ID"].value.strip()
        if not number:
            message = "This row has no Unique ID; it was left out."
            yield Issue(place.cell(whole, "").locator, message, whole.raw[:200])
            continue
        proof = place.cell(row["Unique ID"], "Unique ID")
        listing = found.setdefault(number, Listing(number, proof))
        _take_row(listing, place, row, whole)
    yield from found.values()


def _take_row(listing: Listing, place: Place, row: TableRow, whole: Cell) -> None:
    columns = NAME if "Name 6" in row else ("Name",)
    parts = {
        column: (text, place.cell(row[column], column))
        for column in columns
        if column in row and (text := row[column].value.strip())
    }
    kind = row["Name type"].value.strip() if "Name type" in row else "Primary Name"
    strength = row["Alias strength"].value.strip() if "Alias strength" in row else ""
    given = [row[column] for column in columns if column in row]
    whole_name = place.stretch(whole, given, "Name")
    listing.take_name(NameGiven(parts, kind, strength, whole_name))
    if "Address Line 1" in row:
        cells = [row[column] for column in ADDRESS if column in row]
        texts = {column: row[column].value.strip() for column in ADDRESS if column in row}
        if any(texts.values()):
            listing.take_address(texts, place.stretch(whole, cells, "Address"))
    for column, cell in row.items():
        if column not in _GROUPED and (text := cell.value.strip()):
            listing.take(_OLD.get(column, column), text, place.cell(cell, column))
