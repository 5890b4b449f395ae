"""The two tables of OpenSanctions: targets in short, and statements."""

from collections.abc import Iterator

from enduse.model import Evidence, Issue, Statement
from enduse.model.ftm import has_property, is_schema
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import TableRow, cells_of
from enduse.sources.watchlists import put
from enduse.sources.watchlists.entry import Entry, repeated, told
from enduse.sources.watchlists.identifiers import identifier
from enduse.sources.watchlists.opensanctions.entities import DATASET
from enduse.sources.watchlists.place import Place
from enduse.sources.watchlists.table import placed_rows

_COLUMNS = {"aliases": "alias", "addresses": "address", "program_ids": "programId"}


def _items(place: Place, row: TableRow, column: str) -> Iterator[tuple[str, Evidence]]:
    cell = row.get(column)
    if cell is None or not cell.value.strip():
        return
    for one in cells_of(cell.value, 0, ";"):
        if text := one.value.strip():
            begin = one.start + one.raw.index(one.raw.strip())
            evidence = place.within(cell, column, begin, begin + len(one.raw.strip()))
            yield text, evidence


def read_targets(file: StoredFile) -> Iterator[Statement | Issue]:
    """Read `targets.simple.csv`, with 15 columns or 16: by header."""
    seen: dict[str, int] = {}
    for found in placed_rows(file):
        if isinstance(found, Issue):
            yield found
            continue
        place, row, whole = found
        ident = row["id"].value.strip() if "id" in row else ""
        if not ident:
            yield Issue(place.cell(whole, "").locator, "This row has no id; it was left out.")
            continue
        yield from told(_target(place, row, repeated(ident, seen)))


def _target(place: Place, row: TableRow, entity_id: str) -> Iterator[Entry]:
    written = row["schema"].value.strip() if "schema" in row else ""
    schema = written if is_schema(written) else "LegalEntity"
    entry = Entry(entity_id, schema, DATASET, place.cell(row["id"], "id"))
    if schema != written:
        entry.issue(place.cell(row["schema"], "schema"), f"{written!r} is no schema of FtM.")
    if "-again-" in entity_id:
        entry.issue(entry.proof, "This id comes again; it was kept apart.")
    _values(entry, place, row)
    others = []
    for text, evidence in _items(place, row, "sanctions"):
        made = entry.beside("sanction", "Sanction", text, evidence)
        made.say("entity", entry.entity_id, evidence)
        made.add("summary", text, evidence)
        others.append(made)
    for text, evidence in _items(place, row, "dataset"):
        entry.add("keywords", text, evidence)
    if "last_change" in row and (text := row["last_change"].value.strip()):
        put.date(entry, "modifiedAt", text, place.cell(row["last_change"], "last_change"))
    yield from (entry, *others)


def _values(entry: Entry, place: Place, row: TableRow) -> None:
    if "name" in row and (text := row["name"].value.strip()):
        entry.add("name", text, place.cell(row["name"], "name"))
    for column, prop in _COLUMNS.items():
        for text, evidence in _items(place, row, column):
            put.fitting(entry, prop, text, evidence)
    for text, evidence in _items(place, row, "birth_date"):
        # The column holds whatever day the entity began with.
        known = ("birthDate", "incorporationDate", "buildDate")
        prop = next((one for one in known if has_property(entry.schema, one)), "notes")
        put.date(entry, prop, text, evidence)
    for text, evidence in _items(place, row, "countries"):
        put.nation(entry, "country", text, evidence)
    for column, prop in (("phones", "phone"), ("emails", "email")):
        for text, evidence in _items(place, row, column):
            put.contact(entry, prop, text, evidence)
    for text, evidence in _items(place, row, "identifiers"):
        _identifier(entry, text, evidence)


def _identifier(entry: Entry, text: str, evidence: Evidence) -> None:
    """The table does not say of what kind an identifier is; an IMO number says so itself."""
    if text.upper().startswith("IMO") and has_property(entry.schema, "imoNumber"):
        put.code(entry, identifier("imoNumber", text), evidence, text)
        return
    prop = "idNumber" if entry.schema == "Person" else "registrationNumber"
    put.fitting(entry, prop, text, evidence)


def read_statements(file: StoredFile) -> Iterator[Statement | Issue]:
    """Read a file of statements: every value under its own dataset and language."""
    for found in placed_rows(file):
        if isinstance(found, Issue):
            yield found
            continue
        place, row, whole = found
        texts = dict(row.filled())
        ident = texts.get("canonical_id") or texts.get("entity_id", "")
        schema, prop, value = (texts.get(name, "") for name in ("schema", "prop", "value"))
        if not (ident and schema and prop and value):
            message = "This row has no id, schema, prop and value; it was left out."
            yield Issue(place.cell(whole, "").locator, message, whole.raw[:200])
            continue
        evidence = place.cell(row["value"], "value")
        if prop != "id" and is_schema(schema) and not has_property(schema, prop):
            yield Issue(evidence.locator, f"A {schema} has no property {prop!r}.", value[:200])
            continue
        yield Statement(
            ident,
            schema,
            prop,
            ident if prop == "id" else value,
            texts.get("dataset") or DATASET,
            evidence,
            texts.get("original_value") or None,
            texts.get("lang") or None,
            texts.get("origin") or f"reader:{DATASET}",
        )
