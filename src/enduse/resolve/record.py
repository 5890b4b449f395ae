"""A party as one source describes it, ready to be compared with others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from enduse.model import Evidence
from enduse.model.ftm import values_of
from enduse.names import Sort, normalised_identifier

DOCUMENTS = "documents"
_KINDS = {
    "innCode": "inn",
    "ogrnCode": "ogrn",
    "okpoCode": "okpo",
    "leiCode": "lei",
    "imoNumber": "imo",
    "uscCode": "uscc",
}
_OTHER = (
    "registrationNumber", "taxNumber", "idNumber", "passportNumber", "vatCode",
    "swiftBic", "mmsi", "callSign", "uniqueEntityId", "dunsCode", "serialNumber",
)  # fmt: skip
_MANY = (
    "names", "former", "weak", "dates", "countries", "identifiers", "addresses", "owners",
    "evidence",
)  # fmt: skip
_RECOGNISED = ("ogrn", "uscc", "lei")
_SORTS = {
    "Person": Sort.PERSON,
    "Vessel": Sort.VESSEL,
    "Airplane": Sort.AIRCRAFT,
    "Company": Sort.ORGANISATION,
    "Organization": Sort.ORGANISATION,
    "PublicBody": Sort.ORGANISATION,
}


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that names a party.

    Attributes:
        kind: inn, ogrn, uscc, lei, imo, okpo, or "number" where the kind is not known.
        value: In comparable form.
        checked: Its check digits hold, so that it is no slip of the pen.
    """

    kind: str
    value: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Record:
    """What one source says of one party.

    Attributes:
        id: Its id.
        schema: FtM schema.
        names: Names and strong aliases; the first is shown.
        former: Earlier names.
        weak: Names that the source itself calls weak.
        dates: Birth or founding dates, ISO prefixes.
        countries: As written, in lower case.
        identifiers: Numbers.
        addresses: As written.
        owners: Ids of those who hold a stake in it.
        dataset: The list or register it comes from; "documents" for a party that documents
            name, in which one party may well stand under two names.
        evidence: Quotations of its names and numbers, for the reviewer.
    """

    id: str
    schema: str
    names: tuple[str, ...]
    former: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    dataset: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def sort(self) -> Sort:
        """What kind of thing it is, as far as names go."""
        return _SORTS.get(self.schema, Sort.UNKNOWN)

    @property
    def every_name(self) -> tuple[str, ...]:
        """All names once, the firmest first."""
        return tuple(dict.fromkeys((*self.names, *self.former, *self.weak)))


def record_from_ftm(entity: Mapping[str, Any]) -> Record | None:
    """Take one FtM entity; None where it has no name or is no party.

    Example:
        >>> record_from_ftm({"id": "x", "schema": "Company", "datasets": ["l"],
        ...     "properties": {"name": ["Invented"], "innCode": ["3849055365"]}}).identifiers
        (Identifier(kind='inn', value='3849055365', checked=True),)
    """
    schema = str(entity.get("schema", ""))
    held: Mapping[str, Sequence[str]] = entity.get("properties") or {}
    names, weak = values_of(held, "name", "alias"), values_of(held, "weakAlias")
    former = values_of(held, "previousName")
    if schema not in _SORTS and schema not in ("LegalEntity", "Vehicle"):
        return None
    if not (names or former or weak):
        return None
    countries = values_of(held, "country", "nationality", "jurisdiction", "citizenship")
    return Record(
        id=str(entity["id"]),
        schema=schema,
        names=names or former or weak,
        former=former,
        weak=weak,
        dates=values_of(held, "birthDate", "incorporationDate", "buildDate"),
        countries=tuple(dict.fromkeys(c.casefold() for c in countries)),
        identifiers=identifiers_of(held),
        addresses=values_of(held, "address", "full"),
        dataset=next(iter(entity.get("datasets") or ()), ""),
    )


def identifiers_of(held: Mapping[str, Sequence[str]]) -> tuple[Identifier, ...]:
    """Read the numbers of a party, each with its kind and whether its check digits hold.

    A branch code (KPP) names a tax office more than a party and is left out. A number under a
    column of no kind is recognised where its check digits are strong
    enough; a tax number of ten digits is not, because every tenth such number passes.
    """
    found: dict[tuple[str, str], Identifier] = {}
    for prop, values in held.items():
        for written in values if prop in _KINDS or prop in _OTHER else ():
            value = normalised_identifier(str(written))
            if value:
                one = _identifier(_KINDS.get(prop, ""), value)
                found[one.kind, one.value] = one
    known = {value for kind, value in found if kind != "number"}
    plain = [key for key in found if key[0] == "number" and key[1] in known]
    return tuple(found[key] for key in sorted(found.keys() - plain))


def united(records: Iterable[Record]) -> list[Record]:
    """Bring records of one id together; files do say of one party in two places."""
    by_id: dict[str, Record] = {}
    for record in records:
        held = by_id.get(record.id)
        if held is None:
            by_id[record.id] = record
            continue
        joined: dict[str, Any] = {
            name: tuple(dict.fromkeys((*getattr(held, name), *getattr(record, name))))
            for name in _MANY
        }
        by_id[record.id] = replace(held, **joined)
    return list(by_id.values())


def _identifier(kind: str, value: str) -> Identifier:
    from rigour.ids import get_identifier_format

    candidates = (kind,) if kind else _RECOGNISED
    for name in candidates:
        checker = get_identifier_format(name)
        if checker is not None and checker.is_valid(value):
            return Identifier(name, value, True)
    return Identifier(kind or "number", value, False)
