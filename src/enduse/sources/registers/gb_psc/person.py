"""Whoever has significant control: a person, a company, a body, or somebody protected."""

from collections.abc import Iterator

from enduse.model import Issue, Statement
from enduse.sources.registers.address import Parts, address_entity
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.gb_psc.line import Line
from enduse.sources.registers.identifiers import identifier
from enduse.sources.registers.values import country

_LINES = ("care_of", "po_box", "premises", "address_line_1", "address_line_2")
_PLACES = ("locality", "region", "postal_code", "country")
_NAMES = (("forename", "firstName"), ("middle_name", "middleName"), ("surname", "lastName"))


def schema_of(kind: str) -> str:
    """The FtM schema of a kind of PSC.

    Example:
        >>> schema_of("corporate-entity-beneficial-owner"), schema_of("super-secure-person-x")
        ('Company', 'LegalEntity')
    """
    if kind.startswith("individual"):
        return "Person"
    if kind.startswith("corporate-entity"):
        return "Company"
    return "Organization" if kind.startswith("legal-person") else "LegalEntity"


def person(line: Line, holder_id: str) -> Iterator[Statement | Issue]:
    """The holder, then the address."""
    told = line.data.at("links", "self") or line.data.at("etag") or line.data
    draft = Draft(holder_id, schema_of(line.kind), "gb_psc", line.evidence(told, "links.self"))
    line.texts(draft, "name", "name")
    if draft.schema == "Person":
        _individual(line, draft)
    elif draft.schema != "LegalEntity":
        _body(line, draft)
    elif line.kind.startswith("super-secure"):
        line.texts(draft, "notes", "description")
    if (flag := line.data.at("is_sanctioned")) and flag.value is True:
        words = "declared to the register as sanctioned"
        draft.add("notes", words, line.evidence(flag, "is_sanctioned"))
    address = _address(line, draft)
    yield from draft.done()
    if address:
        yield from address.done()


def _individual(line: Line, draft: Draft) -> None:
    for key, prop in _NAMES:
        line.texts(draft, prop, "name_elements", key)
    line.texts(draft, "title", "name_elements", "title")
    line.countries(draft, "nationality", "nationality")
    line.countries(draft, "country", "country_of_residence")
    if born := line.data.at("date_of_birth"):
        year, month, day = (born.text(key) for key in ("year", "month", "day"))
        parts = [year, month.zfill(2) if month else "", day.zfill(2) if day and month else ""]
        text = "-".join(part for part in parts if part)
        draft.date("birthDate", text, line.evidence(born, "date_of_birth"))


def _body(line: Line, draft: Draft) -> None:
    line.texts(draft, "legalForm", "identification", "legal_form")
    line.countries(draft, "jurisdiction", "identification", "country_registered")
    for key, label in (("legal_authority", "Governed by"), ("place_registered", "Registered at")):
        node = line.data.at("identification", key)
        if node and isinstance(node.value, str) and node.value.strip():
            place = line.evidence(node, f"identification.{key}")
            draft.add("notes", f"{label}: {node.value.strip()}", place, written=node.value)
    number = line.data.at("identification", "registration_number")
    if number and isinstance(number.value, str):
        scheme = line.data.text("identification", "country_registered")
        identifier(draft, _scheme(scheme), number.value, line.evidence(number, "identification"))


def _scheme(registered: str) -> str:
    return "GB-COH" if (country(registered) or "").startswith("gb") else ""


def _address(line: Line, draft: Draft) -> Draft | None:
    home = line.data.at("address") or line.data.at("principal_office_address")
    if home is None:
        return None
    street = ", ".join(home.text(key) for key in _LINES if home.text(key))
    city, region, postal, land = (home.text(key) for key in _PLACES)
    full = ", ".join(part for part in (street, city, region, postal, land) if part)
    if not full:
        return None
    parts = Parts(full, street=street, city=city, region=region, postal=postal, country=land)
    return address_entity(draft, parts, line.evidence(home, "address"))
