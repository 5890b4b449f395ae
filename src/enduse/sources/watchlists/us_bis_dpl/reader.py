"""Reads the Denied Persons List of BIS, tab-separated text."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import islice

from enduse.errors import UnreadableSource
from enduse.model import Issue, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Cell, TableRow, rows
from enduse.sources.watchlists import put
from enduse.sources.watchlists.entry import Entry, told
from enduse.sources.watchlists.place import Place
from enduse.sources.watchlists.table import placed_rows

DATASET = "us_bis_dpl"
_MEASURE = "Denial of export privileges"
_ADDRESS = {
    "street": "Street_Address",
    "city": "City",
    "state": "State",
    "postalCode": "Postal_Code",
    "country": "Country",
}


class DplReader:
    """Persons whose export privileges are denied: an export control, no asset freeze."""

    name = DATASET
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read the list; rows of one party with several addresses or orders are one entity.

        Raises:
            UnreadableSource: A file has not the list's header.
        """
        for file in files:
            head = next(islice(rows(file.path, "\t"), 1), None)
            names = {cell.value.strip() for cell in head.cells} if head else set()
            if not {"Name", "Effective_Date"} <= names:
                raise UnreadableSource(file.name, "the header", "it names no Effective_Date")
            yield from _read(file)


def _read(file: StoredFile) -> Iterator[Statement | Issue]:
    parties: dict[str, list[Entry]] = {}
    for one in placed_rows(file, "\t"):
        if isinstance(one, Issue):
            yield one
            continue
        place, row, whole = one
        name = " ".join(row["Name"].value.split()) if "Name" in row else ""
        if not name:
            yield Issue(place.cell(whole, "").locator, "This row has no name; it was left out.")
            continue
        _row(parties.setdefault(_key(name), []), name, place, row, whole)
    for entries in parties.values():
        yield from told(entries)


def _key(name: str) -> str:
    digest = hashlib.sha1(name.casefold().encode(), usedforsecurity=False).hexdigest()
    return f"dpl-{digest[:16]}"


def _row(
    entries: list[Entry], name: str, place: Place, row: TableRow, whole: Cell
) -> None:  # fmt: skip
    evidence = place.cell(row["Name"], "Name")
    if not entries:
        # The list does not tell persons from firms.
        entries.append(Entry(_key(name), "LegalEntity", DATASET, evidence))
    entry = entries[0]
    entry.add("name", name, evidence)
    entry.say("topics", "export.control", evidence)
    parts = {prop: row[column].value.strip() for prop, column in _ADDRESS.items() if column in row}
    if any(parts.values()):
        cells = [row[column] for column in _ADDRESS.values() if column in row]
        cells.sort(key=lambda cell: cell.start)
        entries.append(put.address(entry, parts, place.stretch(whole, cells, "Street_Address")))
    entries.append(_order(entry, place, row))


def _order(entry: Entry, place: Place, row: TableRow) -> Entry:
    texts = {column: cell.value.strip() for column, cell in row.items()}
    proof = place.cell(row["Name"], "Name")
    key = "|".join(texts.get(name, "") for name in ("Effective_Date", "FR_Citation"))
    made = entry.beside("order", "Sanction", key, proof)
    made.say("entity", entry.entity_id, proof)
    made.say("authority", "Bureau of Industry and Security", proof)
    made.say("country", "us", proof)
    made.say("program", "Denied Persons List", proof)
    made.say("provisions", _MEASURE, proof)
    for column, prop in (("Effective_Date", "startDate"), ("Expiration_Date", "endDate")):
        if text := texts.get(column, ""):
            put.date(made, prop, text, place.cell(row[column], column), american=True)
    if text := texts.get("Last_Update", ""):
        put.date(made, "modifiedAt", text, place.cell(row["Last_Update"], "Last_Update"))
    for column, prop, label in (
        ("Standard_Order", "status", "Standard order: "),
        ("Action", "summary", ""),
        ("FR_Citation", "recordId", ""),
    ):
        if text := texts.get(column, ""):
            made.add(prop, label + text, place.cell(row[column], column), text)
    return made
