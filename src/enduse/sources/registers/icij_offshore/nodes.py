"""One node of the Offshore Leaks database."""

from collections.abc import Iterator

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.registers.address import Parts, address_entity
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.table import Record

_SCHEMA = {
    "entities": "Company",
    "officers": "LegalEntity",
    "intermediaries": "LegalEntity",
    "addresses": "Address",
    "others": "LegalEntity",
}
_DATES = {
    "incorporation_date": "incorporationDate",
    "inactivation_date": "dissolutionDate",
    "struck_off_date": "dissolutionDate",
    "closed_date": "dissolutionDate",
}
_MONTHS = {
    name: f"{number:02}"
    for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)
}


def schema_of(kind: str) -> str:
    """The FtM schema of a kind of node."""
    return _SCHEMA[kind]


def node(record: Record, kind: str) -> Iterator[Statement | Issue]:
    """The node as an entity; an address written on a company is an entity too."""
    key = record.evidence("node_id")
    draft = Draft(entity_id(f"icij-{record.text('node_id')}"), _SCHEMA[kind], "icij_offshore", key)
    if kind == "addresses":
        record.texts(draft, "full", "address" if record.text("address") else "name")
        record.countries(draft, "country", "country_codes")
        _told_by(record, draft)
        yield from draft.done()
        return
    record.texts(draft, "name", "name")
    if record.text("original_name") != record.text("name"):
        record.texts(draft, "alias", "original_name")
    record.texts(draft, "previousName", "former_name")
    record.texts(draft, "icijId", "node_id")
    record.texts(draft, "registrationNumber", "ibcRUC")
    record.texts(draft, "idNumber", "internal_id")
    record.texts(draft, "legalForm", "company_type" if kind == "entities" else "type")
    record.texts(draft, "status", "status")
    _jurisdiction(record, draft)
    record.countries(draft, "country", "country_codes")
    for column, prop in _DATES.items():
        if text := record.text(column):
            draft.date(prop, iso_from_icij(text), record.evidence(column))
    if agent := record.text("service_provider"):
        words = f"Service provider: {agent}"
        draft.add("notes", words, record.evidence("service_provider"), written=agent)
    _told_by(record, draft)
    home = record.text("address")
    made = address_entity(draft, Parts(home), record.evidence("address")) if home else None
    yield from draft.done()
    if made:
        yield from made.done()


def _jurisdiction(record: Record, draft: Draft) -> None:
    """By its description where there is one: ICIJ's codes are partly its own ("SAM", "BA")."""
    column = "jurisdiction_description"
    record.countries(draft, "jurisdiction", column if record.text(column) else "jurisdiction")


def _told_by(record: Record, draft: Draft) -> None:
    """From which leak it comes, and until when that leak is current."""
    record.texts(draft, "remarks" if draft.schema == "Address" else "notes", "note")
    record.texts(draft, "publisher", "sourceID")
    record.texts(draft, "summary", "valid_until")


def iso_from_icij(text: str) -> str:
    """A date of the database as ISO; what is in another form is given back as it is.

    Example:
        >>> iso_from_icij("23-MAR-2006"), iso_from_icij("Sep 25, 2012"), iso_from_icij("2001-05")
        ('2006-03-23', '2012-09-25', '2001-05')
    """
    day, dash, rest = text.strip().partition("-")
    month, _, year = rest.partition("-")
    if dash and month.upper() in _MONTHS and day.isdigit():
        return f"{year}-{_MONTHS[month.upper()]}-{day.zfill(2)}"
    words = text.replace(",", " ").split()
    if len(words) == 3 and words[0].upper()[:3] in _MONTHS:
        return f"{words[2]}-{_MONTHS[words[0].upper()[:3]]}-{words[1].zfill(2)}"
    return text
