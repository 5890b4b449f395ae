"""One entity of the FSF list, from XML or from the rows of the table, in the same parts.

The table has the attributes of the XML as columns ("NameAlias_WholeName"), one row for every
repeated child. Here both become parts: a kind ("namealias") with values by lower-case name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from enduse.model import Evidence, Issue, Locator
from enduse.sources.protocols import StoredFile
from enduse.sources.rows import Cell
from enduse.sources.watchlists.place import Place, XmlPlace
from enduse.sources.watchlists.table import placed_rows
from enduse.sources.watchlists.xml_issues import issues_of
from enduse.sources.xml_records import Element, Fault, xml_records

_KINDS = ("namealias", "address", "birthdate", "identification", "citizenship")
_SPELT = {
    "eu_referencenumber": "eureferencenumber",
    "day": "dayofmonth",
    "month": "monthofyear",
    "typecode": "identificationtypecode",
    "typedescription": "identificationtypedescription",
    "subjecttype_classificationcode": "classificationcode",
    "leba_numbertitle": "numbertitle",
    "leba_url": "publicationurl",
    "leba_publication_date": "publicationdate",
    "wholename": "wholename",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """One child of an entity.

    Attributes:
        kind: entity, regulation, namealias, address, birthdate, identification, citizenship.
        values: As written, by lower-case name, each with its place; empty ones left out.
        whole: The place of all of it.
    """

    kind: str
    values: Mapping[str, tuple[str, Evidence]]
    whole: Evidence

    def text(self, name: str) -> str:
        """A value as written; "" where there is none."""
        found = self.values.get(name)
        return found[0] if found else ""

    def at(self, name: str) -> Evidence:
        """The place of a value; of one that is not there, the whole piece."""
        found = self.values.get(name)
        return found[1] if found else self.whole


@dataclass(slots=True)
class FsfEntity:
    """One entity: its number, where that stands, and its pieces in order."""

    number: str
    proof: Evidence
    pieces: list[Piece] = field(default_factory=list)
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def of(self, kind: str) -> list[Piece]:
        """The pieces of a kind."""
        return [one for one in self.pieces if one.kind == kind]

    def take(self, piece: Piece) -> None:
        """Add a piece that did not come before."""
        key = (piece.kind, *(f"{name}={text}" for name, (text, _) in piece.values.items()))
        if piece.values and key not in self._seen:
            self._seen.add(key)
            self.pieces.append(piece)

    def text(self, name: str) -> str:
        """A value of the entity itself."""
        return next((text for one in self.of("entity") if (text := one.text(name))), "")


def xml_entities(file: StoredFile) -> Iterator[FsfEntity | Issue]:
    """The entities of an XML file."""
    for record in xml_records(file.path, ("sanctionEntity",)):
        if isinstance(record, Fault):
            where = Locator(file.sha256, record.start, record.end)
            yield Issue(where, record.message, record.text)
            continue
        root = record.root
        number = root.get("logicalId")
        place = XmlPlace(file.sha256, f"record {number or record.number}", record)
        yield from issues_of(place)
        if not number:
            yield Issue(place.whole(root).locator, "This record has no logicalId; left out.")
            continue
        made = FsfEntity(number, place.attribute(root, "logicalId"))
        made.take(_piece("entity", place, root))
        for child in root.children:
            kind = "entity" if child.tag in ("subjectType", "remark") else child.tag.lower()
            made.take(_piece(kind, place, child))
        yield made


_ATTRIBUTES = {
    "entity": (
        "designationDate", "designationDetails", "unitedNationId", "euReferenceNumber", "code",
        "classificationCode",
    ),
    "regulation": (
        "regulationType", "publicationDate", "entryIntoForceDate", "numberTitle", "programme",
    ),
    "namealias": (
        "firstName", "middleName", "lastName", "wholeName", "function", "gender", "title",
        "nameLanguage", "strong",
    ),
    "citizenship": ("countryIso2Code", "countryDescription", "region"),
    "birthdate": (
        "circa", "calendarType", "city", "zipCode", "birthdate", "dayOfMonth", "monthOfYear",
        "year", "yearRangeFrom", "yearRangeTo", "region", "place", "countryIso2Code",
        "countryDescription",
    ),
    "address": (
        "city", "street", "poBox", "zipCode", "region", "place", "countryIso2Code",
        "countryDescription",
    ),
    "identification": (
        "diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer", "issuedBy",
        "issuedDate", "validFrom", "validTo", "latinNumber", "nameOnDocument", "number", "region",
        "countryIso2Code", "countryDescription", "identificationTypeCode",
        "identificationTypeDescription",
    ),
}  # fmt: skip


def _piece(kind: str, place: XmlPlace, element: Element) -> Piece:
    values = {
        name.lower(): (text, place.attribute(element, name))
        for name in _ATTRIBUTES.get(kind, ())
        if (text := element.get(name))
    }
    if element.text:
        values["remark"] = (element.text, place.text(element))
    for child in element.children:
        if child.text and child.tag in ("remark", "publicationUrl", "contactInfo"):
            values.setdefault(child.tag.lower(), (child.text, place.text(child)))
        elif child.tag == "contactInfo" and (text := child.get("value")):
            where = place.attribute(child, "value")
            values[f"contact_{child.get('key').lower()}"] = (text, where)
    return Piece(kind, values, place.whole(element))


def csv_entities(file: StoredFile) -> Iterator[FsfEntity | Issue]:
    """The entities of the table: the rows of one logical id together."""
    found: dict[str, FsfEntity] = {}
    for one in placed_rows(file, ";"):
        if isinstance(one, Issue):
            yield one
            continue
        place, row, whole = one
        cell = row.get("Entity_LogicalId")
        number = cell.value.strip() if cell else ""
        if cell is None or not number:
            message = "This row has no Entity_LogicalId; it was left out."
            yield Issue(place.cell(whole, "").locator, message, whole.raw[:200])
            continue
        made = found.setdefault(number, FsfEntity(number, place.cell(cell, "Entity_LogicalId")))
        for piece in _pieces(place, row, whole):
            made.take(piece)
    yield from found.values()


def _pieces(place: Place, row: Mapping[str, Cell], whole: Cell) -> Iterator[Piece]:
    groups: dict[str, dict[str, tuple[str, Evidence]]] = {}
    cells: dict[str, list[Cell]] = {}
    for column, cell in row.items():
        text = cell.value.strip()
        prefix, _, name = column.lower().partition("_")
        if not text or not name:
            continue
        kind = prefix
        if name.startswith(("regulation_", "leba_")):
            if prefix != "entity":
                continue  # the act behind a child; the acts of the entity tell the measure
            kind, name = "regulation", name.partition("_")[2]
        name = _SPELT.get(name, name)
        if name == "logicalid" or (kind in _KINDS and name in ("regulationlanguage",)):
            continue
        if kind == "entity" and name == "subjecttype":
            name = "code"
        groups.setdefault(kind, {})[name] = (text, place.cell(cell, column))
        cells.setdefault(kind, []).append(cell)
    for kind, values in groups.items():
        yield Piece(kind, values, place.stretch(whole, cells[kind], kind))
