"""One legal entity of the LEI index."""

from collections.abc import Iterator
from functools import cache

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.registers.address import Parts, address_entity
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.gleif.fields import Fields, Value
from enduse.sources.registers.identifiers import is_sound

_SCHEMA = {
    "RESIDENT_GOVERNMENT_ENTITY": "PublicBody",
    "INTERNATIONAL_ORGANIZATION": "Organization",
    "SOLE_PROPRIETOR": "LegalEntity",
}
_OTHER_NAMES = (
    "Entity.OtherEntityNames.OtherEntityName",
    "Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName",
)
_HOMES = ("Entity.LegalAddress", "Entity.HeadquartersAddress")
_LINES = ("FirstAddressLine", "Line1", "Line2", "Line3", "Line4")


def entity(fields: Fields) -> Iterator[Statement | Issue]:
    """The entity, then its addresses."""
    lei = fields.one("LEI")
    if lei is None:
        yield Issue(fields.whole().locator, "A record without an LEI was left out.")
        return
    category = fields.one("Entity.EntityCategory")
    schema = _SCHEMA.get(category.text if category else "", "Company")
    draft = Draft(entity_id(f"lei-{lei.text}"), schema, "gleif", lei.evidence)
    if is_sound("leiCode", lei.text):
        draft.add("leiCode", lei.text, lei.evidence)
    else:
        message = "The check digits of this LEI do not agree; it was kept as a plain number."
        draft.issue(lei.evidence.locator, message, lei.text)
        draft.add("idNumber", lei.text, lei.evidence)
    _names(fields, draft)
    _register(fields, draft)
    addresses = [made for home in _HOMES if (made := _address(fields, draft, home))]
    yield from draft.done()
    for address in addresses:
        yield from address.done()


@cache
def _language(code: str) -> str | None:
    from rigour.langs import iso_639_alpha3

    return iso_639_alpha3(code.partition("-")[0]) if code else None


def _names(fields: Fields, draft: Draft) -> None:
    if name := fields.one("Entity.LegalName"):
        _name(draft, "name", name)
    for where in _OTHER_NAMES:
        for other in fields.several(where):
            is_former = other.said("type").upper().startswith("PREVIOUS")
            _name(draft, "previousName" if is_former else "alias", other)


def _name(draft: Draft, prop: str, value: Value) -> None:
    text = " ".join(value.text.split())
    draft.add(prop, text, value.evidence, lang=_language(value.said("xmllang")))


def _register(fields: Fields, draft: Draft) -> None:
    """What the entity's own register says of it, and how it stands."""
    for name, prop in (
        ("Entity.RegistrationAuthority.RegistrationAuthorityEntityID", "registrationNumber"),
        ("Entity.LegalForm.EntityLegalFormCode", "legalForm"),
        ("Entity.LegalForm.OtherLegalForm", "legalForm"),
        ("Entity.EntityStatus", "status"),
    ):
        if (value := fields.one(name)) and value.text != "8888":  # ELF code for "no code yet"
            draft.text(prop, value.text, value.evidence)
    if value := fields.one("Entity.RegistrationAuthority.RegistrationAuthorityID"):
        words = f"Registration authority: {value.text}"
        draft.add("notes", words, value.evidence, written=value.text)
    if (value := fields.one("Registration.RegistrationStatus")) is not None:
        words = f"LEI registration: {value.text}"
        draft.add("notes", words, value.evidence, written=value.text)
    if (value := fields.one("Entity.LegalJurisdiction")) is not None:
        draft.country("jurisdiction", value.text, value.evidence)
    for name, prop in (
        ("Entity.EntityCreationDate", "incorporationDate"),
        ("Entity.EntityExpirationDate", "dissolutionDate"),
        ("Registration.LastUpdateDate", "modifiedAt"),
    ):
        if (value := fields.one(name)) is not None:
            draft.date(prop, value.text, value.evidence)
    for value in (*fields.several("Entity.SuccessorEntity"), *_successor(fields)):
        if lei := value.said("successorlei") or value.text:
            draft.add("notes", f"succeeded by LEI {lei}", value.evidence, written=lei)


def _successor(fields: Fields) -> list[Value]:
    one = fields.one("Entity.SuccessorEntity.SuccessorLEI")
    return [one] if one and not any(fields.several("Entity.SuccessorEntity")) else []


def _address(fields: Fields, draft: Draft, home: str) -> Draft | None:
    first = next((v for line in _LINES if (v := fields.one(f"{home}.{line}"))), None)
    more = [value.text for value in fields.several(f"{home}.AdditionalAddressLine")]
    parts = {
        key: value.text if (value := fields.one(f"{home}.{key}")) else ""
        for key in ("City", "Region", "PostalCode", "Country")
    }
    street = ", ".join([*([first.text] if first else []), *more])
    full = ", ".join(text for text in (street, *parts.values()) if text)
    if not full:
        return None
    told = first or fields.one(f"{home}.City") or fields.one(f"{home}.Country")
    return address_entity(
        draft,
        Parts(full, street, parts["City"], parts["Region"], parts["PostalCode"], parts["Country"]),
        told.evidence if told else fields.whole(),
    )
