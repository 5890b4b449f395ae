"""One row of parties.csv."""

from collections.abc import Iterator

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.registers.address import Parts, address_entity
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.identifiers import identifier
from enduse.sources.registers.table import Record

SCHEMATA = ("Company", "Person", "Organization", "LegalEntity", "PublicBody", "Vessel", "Airplane")
_TEXTS = {
    "name": "name",
    "alias": "alias",
    "previous_name": "previousName",
    "weak_alias": "weakAlias",
    "legal_form": "legalForm",
    "status": "status",
    "source_url": "sourceUrl",
    "notes": "notes",
}
_DATES = {"birth_date": "birthDate", "incorporation_date": "incorporationDate"}
_NUMBERS = {
    "registration_number": "",
    "inn": "RU-INN",
    "ogrn": "RU-OGRN",
    "lei": "XI-LEI",
    "uscc": "CN-USCC",
    "tax_number": "TAXID",
    "passport": "PASSPORT",
}
PARTY_COLUMNS = frozenset({"id", "schema", "country", "address", *_TEXTS, *_DATES, *_NUMBERS})


def party(record: Record) -> Iterator[Statement | Issue]:
    """The party, then its addresses; a row without an id or of an unknown schema is reported."""
    key, schema = record.text("id"), record.text("schema") or "LegalEntity"
    if not key:
        yield Issue(record.evidence().locator, "A party without an id was left out.")
        return
    if schema not in SCHEMATA:
        place = record.evidence("schema").locator
        message = f"{schema!r} is no schema of a party; it was read as LegalEntity."
        yield Issue(place, f"{message} Known: {', '.join(SCHEMATA)}.", schema)
        schema = "LegalEntity"
    draft = Draft(entity_id(f"plain-{key}"), schema, "plain_register", record.evidence("id"))
    for column, prop in _TEXTS.items():
        if column in ("name", "legal_form", "status", "notes"):
            record.texts(draft, prop, column)
        else:
            record.many(draft, prop, column)
    record.countries(draft, "country", "country")
    for column, prop in _DATES.items():
        # A person is not incorporated, a company not born: the column goes with the schema.
        if (prop == "birthDate") == (schema == "Person"):
            record.dates(draft, prop, column)
        elif record.text(column):
            place = record.evidence(column).locator
            draft.issue(place, f"A {schema} has no {prop}; it was left out.", record.text(column))
    for column, scheme in _NUMBERS.items():
        for number in record.text(column).split(";"):
            if number.strip():
                identifier(draft, scheme, number.strip(), record.evidence(column))
    addresses = _addresses(record, draft)
    yield from draft.done()
    for address in addresses:
        yield from address.done()


def _addresses(record: Record, draft: Draft) -> list[Draft]:
    texts = [one.strip() for one in record.text("address").split(";") if one.strip()]
    return [address_entity(draft, Parts(one), record.evidence("address")) for one in texts]
