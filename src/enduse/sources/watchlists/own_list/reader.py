"""Read a list that the analyst keeps: one row a listing, rows of one id are one party."""

from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.model.ftm import entity_id, has_property, is_a
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Cell, Row, TableRow, tables
from enduse.sources.watchlists.countries import country
from enduse.sources.watchlists.dates import one_date
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.identifiers import identifier
from enduse.sources.watchlists.place import Place

_NEEDED = ("id", "name")
_FREEZING = "freeze"
_TEXTS = {"authority": "authority", "program": "program", "reference": "authorityId"}


class OwnList:
    """The analyst's own table of listings."""

    name = "own_list"
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read every file.

        Raises:
            UnreadableSource: The columns `id` and `name` are not there.
        """
        for file in files:
            for row in tables(file.path):
                if isinstance(row, Row):
                    where = Locator(file.sha256, row.start, row.end, f"row {row.number}")
                    yield Issue(where, row.fault, row.text[:200])
                elif missing := [one for one in _NEEDED if one not in row]:
                    raise UnreadableSource(file.name, "the header", f"no column {missing[0]!r}")
                else:
                    yield from _listing(file.sha256, row)


def _listing(source: str, row: TableRow) -> Iterator[Statement | Issue]:
    place = Place(source, f"row {row.whole.value}")
    key, name = row["id"].value.strip(), row["name"].value.strip()
    if not key or not name:
        message = "This row has no id or no name; write both."
        yield Issue(place.cell(row["id"], "id").locator, message, row.whole.raw[:200])
        return
    schema = row["schema"].value.strip() if "schema" in row else ""
    schema = schema if is_a(schema, "Thing") else "LegalEntity"
    party = Entry(entity_id(f"own-{key}"), schema, OwnList.name, place.cell(row["id"], "id"))
    party.add("name", name, place.cell(row["name"], "name"))
    for begin, value in _pieces(row.get("aliases")):
        party.add("alias", value, place.within(row["aliases"], "aliases", *begin))
    for span, value in _pieces(row.get("identifiers")):
        _identify(party, place, row["identifiers"], span, value)
    _describe(party, place, row)
    yield from party.done()
    yield from _sanction(party, place, row).done()


def _describe(party: Entry, place: Place, row: TableRow) -> None:
    if (cell := row.get("address")) and cell.value.strip():
        party.add("address", cell.value.strip(), place.cell(cell, "address"))
    if (cell := row.get("country")) and cell.value.strip():
        code = country(cell.value)
        evidence = place.cell(cell, "country")
        if code:
            party.add("country", code, evidence)
        else:
            party.issue(evidence, "Not a country; write its ISO code or English name.")
    measure = row["measure"].value.casefold() if "measure" in row else ""
    topic = "export.control" if "export" in measure and _FREEZING not in measure else "sanction"
    where = row["measure"] if "measure" in row else row["id"]
    party.add("topics", topic, place.cell(where, "measure"))


def _identify(party: Entry, place: Place, cell: Cell, span: tuple[int, int], value: str) -> None:
    evidence = place.within(cell, "identifiers", *span)
    prop, _, number = value.partition(" ")
    if not number or not has_property(party.schema, prop):
        party.issue(evidence, f"{prop!r} is no identifier of a {party.schema}; it was left out.")
        return
    found = identifier(prop, number.strip())
    party.add(found.prop, found.value, evidence, number.strip())
    if found.fault:
        party.issue(evidence, found.fault)


def _sanction(party: Entry, place: Place, row: TableRow) -> Entry:
    key = "|".join(row[c].value for c in ("authority", "program", "reference") if c in row)
    listing = party.beside("listing", "Sanction", key, party.proof)
    listing.add("entity", party.entity_id, party.proof)
    for column, prop in _TEXTS.items():
        if column in row:
            listing.add(prop, row[column].value.strip(), place.cell(row[column], column))
    if cell := row.get("measure"):
        listing.add("provisions", cell.value.strip(), place.cell(cell, "measure"))
    if cell := row.get("url"):
        listing.add("sourceUrl", cell.value.strip(), place.cell(cell, "url"))
    if (cell := row.get("date")) and cell.value.strip():
        day = one_date(cell.value.strip())
        if day:
            listing.add("startDate", day, place.cell(cell, "date"))
        else:
            listing.issue(place.cell(cell, "date"), "Not a date; write it as 2024-12-16.")
    return listing


def _pieces(cell: Cell | None) -> Iterator[tuple[tuple[int, int], str]]:
    """The values of a cell that semicolons separate, each with its place in the cell."""
    position = 0
    for piece in cell.value.split(";") if cell else ():
        value = piece.strip()
        if value:
            start = position + piece.index(value)
            yield (start, start + len(value)), value
        position += len(piece) + 1
