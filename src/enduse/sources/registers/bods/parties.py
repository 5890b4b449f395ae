"""Companies, bodies, arrangements and persons of a BODS file."""

from collections.abc import Iterator

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.json_records import Node
from enduse.sources.registers.address import Parts, address_entity
from enduse.sources.registers.bods.context import Context
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.identifiers import identifier
from enduse.sources.registers.values import one_line

_SCHEMA = {
    "registeredEntity": "Company",
    "legalEntity": "Organization",
    "arrangement": "LegalEntity",
    "state": "PublicBody",
    "stateBody": "PublicBody",
    "anonymousEntity": "LegalEntity",
    "unknownEntity": "LegalEntity",
}
_NAME_KIND = {
    "former": "previousName",
    "birth": "previousName",
    "alternative": "alias",
    "translation": "alias",
    "transliteration": "alias",
}
_Out = Iterator[Statement | Issue]


def entity(at: Context) -> _Out:
    """A company, body or arrangement."""
    kind = at.details.text("entityType", "type") or at.details.text("entityType")
    # An owned thing must be an Asset in FollowTheMoney; only Company is both Asset and
    # LegalEntity. What it is in truth stands in `legalForm`.
    owned = at.record_id in at.index.subjects
    schema = "Company" if owned else _SCHEMA.get(kind, "LegalEntity")
    draft = at.draft(entity_id(f"bods-{at.record_id}"), schema)
    at.texts(draft, "name", "name")
    at.texts(draft, "alias", "alternateNames")
    at.texts(draft, "legalForm", "entityType", "type")
    at.texts(draft, "legalForm", "entityType", "subtype")
    at.texts(draft, "legalForm", "entityType", "details")
    if at.details.text("entityType"):
        at.texts(draft, "legalForm", "entityType")
    at.countries(draft, "jurisdiction", "jurisdiction")
    at.countries(draft, "jurisdiction", "incorporatedInJurisdiction")
    at.dates(draft, "incorporationDate", "foundingDate")
    at.dates(draft, "dissolutionDate", "dissolutionDate")
    at.texts(draft, "sourceUrl", "uri")
    _listings(at, draft)
    yield from _party(at, draft)


def _listings(at: Context, draft: Draft) -> None:
    for listing in at.details.items("publicListing", "securitiesListings"):
        if draft.schema != "Company":
            break
        if ticker := listing.at("security", "ticker"):
            draft.text("ticker", ticker.value, at.evidence(ticker, "ticker"))
        number = listing.at("security", "id")
        if number and listing.text("security", "idScheme") == "isin":
            draft.text("isinCode", number.value, at.evidence(number, "security.id"))


def person(at: Context) -> _Out:
    """A natural person, who may be unknown or anonymous and then has no name."""
    draft = at.draft(entity_id(f"bods-{at.record_id}"), "Person")
    for name in at.details.items("names"):
        _name(at, draft, name)
    at.dates(draft, "birthDate", "birthDate")
    at.dates(draft, "deathDate", "deathDate")
    at.countries(draft, "nationality", "nationalities")
    at.countries(draft, "country", "taxResidencies")
    at.texts(draft, "birthPlace", "placeOfBirth", "address")
    at.countries(draft, "birthCountry", "placeOfBirth", "country")
    _exposure(at, draft)
    yield from _party(at, draft)


def _name(at: Context, draft: Draft, name: Node) -> None:
    prop = _NAME_KIND.get(name.text("type"), "name")
    if full := name.at("fullName"):
        draft.text(prop, name.text("fullName"), at.evidence(full, "fullName"))
    else:
        keys = ("givenName", "patronymicName", "familyName")
        draft.text(prop, " ".join(name.text(key) for key in keys), at.evidence(name, "names"))
    for key, part in (
        ("givenName", "firstName"),
        ("patronymicName", "middleName"),
        ("familyName", "lastName"),
    ):
        if (node := name.at(key)) and prop == "name":
            draft.text(part, name.text(key), at.evidence(node, key))


def _exposure(at: Context, draft: Draft) -> None:
    status = at.details.at("politicalExposure", "status") or at.details.at("hasPepStatus")
    if status and status.value in ("isPep", True):
        draft.add("topics", "role.pep", at.evidence(status, "politicalExposure"))
    details = at.details.items("politicalExposure", "details")
    for detail in details or at.details.items("pepStatusDetails"):
        if reason := detail.at("reason"):
            draft.text("position", detail.text("reason"), at.evidence(reason, "reason"))


def _party(at: Context, draft: Draft) -> _Out:
    """What companies and persons have in common, then their addresses as entities."""
    for node in at.details.items("identifiers"):
        _identifier(at, draft, node)
    for key in ("unspecifiedEntityDetails", "unspecifiedPersonDetails"):
        at.texts(draft, "notes", key, "reason")
        at.texts(draft, "notes", key, "description")
    if at.is_closed and (status := at.root.at("recordStatus")):
        draft.text("status", "closed", at.evidence(status, "recordStatus"))
    homes = [*at.details.items("addresses"), *at.details.items("placeOfResidence")]
    addresses = [made for home in homes if (made := _address(at, draft, home))]
    yield from draft.done()
    for address in addresses:
        yield from address.done()


def _identifier(at: Context, draft: Draft, node: Node) -> None:
    if (number := node.at("id")) is not None and isinstance(number.value, str):
        scheme = node.text("scheme") or node.text("schemeName")
        identifier(draft, scheme, number.value, at.evidence(number, f"identifiers {scheme}"))


def _address(at: Context, draft: Draft, home: Node) -> Draft | None:
    text, post_code = home.text("address"), home.text("postCode")
    country = home.at("country")
    told = (country.at("code") or country.at("name") or country) if country else None
    name = told.value if told and isinstance(told.value, str) else ""
    if not (text or post_code):
        if country:
            at.country(draft, "country", country, "address.country")
        return None
    full = one_line(text if post_code in text else f"{text}, {post_code}")
    return address_entity(
        draft, Parts(full=full, postal=post_code, country=name), at.evidence(home, "addresses")
    )
