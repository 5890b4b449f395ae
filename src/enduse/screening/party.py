"""Who is asked about, and who stands on a list, as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from enduse.errors import UnknownName
from enduse.model.ftm import values_of
from enduse.screening.content import print_of_entity

SCHEMATA = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "PublicBody": "organisation",
    "LegalEntity": "",
    "Thing": "",
    "Vessel": "vessel",
    "Airplane": "aircraft",
    "Vehicle": "vessel",
}

_STRONG = ("name", "alias", "abbreviation")
_IDENTIFIERS = (
    "registrationNumber", "taxNumber", "innCode", "ogrnCode", "okpoCode", "kppCode", "leiCode",
    "imoNumber", "callSign", "mmsi", "idNumber", "passportNumber", "npiCode", "uscCode",
    "swiftBic", "isinCode", "vatCode", "dunsCode", "uniqueEntityId", "jibCode", "bikCode",
    "serialNumber", "identifier",
)  # fmt: skip


_COUNTRIES = ("country", "nationality", "jurisdiction", "citizenship")

# Which properties a cell of Listed takes, in the order in which their values count.
_TAKEN = {
    "names": _STRONG, "former": ("previousName",), "weak": ("weakAlias",),
    "dates": ("birthDate", "incorporationDate", "buildDate"), "countries": _COUNTRIES,
    "identifiers": _IDENTIFIERS, "addresses": ("address",), "genders": ("gender",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """A party with whatever is known of it; nothing but the name is needed.

    Attributes:
        name: As written, any script.
        schema: FtM schema ("Person", "Organization", "Company", "Vessel", "Airplane"), if known.
        other_names: Further names of the same party.
        birth_date: ISO prefix: "1965", "1965-04" or "1965-04-29"; founding date of a company.
        country: ISO 3166 codes in lower case, or country names.
        identifiers: Registration, tax and passport numbers as written.
        address: As written.
        gender: "male" or "female".
        id: The caller's own key, given back in answers.
    """

    name: str
    schema: str | None = None
    other_names: tuple[str, ...] = ()
    birth_date: str | None = None
    country: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    address: str | None = None
    gender: str | None = None
    id: str = ""

    def __post_init__(self) -> None:
        if self.schema and self.schema not in SCHEMATA:
            raise UnknownName("schema", self.schema, SCHEMATA)


class Listed(NamedTuple):
    """A listed entity as the index takes it.

    Attributes:
        id: Entity id in the list.
        schema: FtM schema.
        names: Strong names; the first is shown where none agreed better.
        former: Previous names.
        weak: Names the list calls weak or low; they never make a hit alone.
        dates: Birth or founding dates, ISO prefixes.
        countries: ISO codes in lower case.
        identifiers: As written.
        addresses: As written.
        genders: "male", "female".
        datasets: Lists it stands on.
        content: Fingerprint of everything the list says of it; empty where only the above is known.
    """

    id: str
    schema: str
    names: tuple[str, ...]
    former: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    content: str = ""


def listed_from_ftm(entity: Mapping[str, Any]) -> Listed | None:
    """Take one FtM entity; None where it is no party that can be screened against.

    Example:
        >>> listed_from_ftm({"id": "x-1", "schema": "Person",
        ...     "properties": {"name": ["Ann Example"]}, "datasets": ["x"]}).names
        ('Ann Example',)
    """
    schema = str(entity.get("schema", ""))
    if schema not in SCHEMATA:
        return None
    held: Mapping[str, Sequence[str]] = entity.get("properties", {})
    cells = {cell: values_of(held, *props) for cell, props in _cells_of(tuple(held))}
    if not (cells.get("names") or cells.get("former") or cells.get("weak")):
        return None
    if "countries" in cells:
        cells["countries"] = tuple(dict.fromkeys([c.lower() for c in cells["countries"]]))
    return Listed(
        str(entity["id"]), schema, cells.pop("names", ()), **cells,
        datasets=tuple(entity.get("datasets", ())),
        content=print_of_entity(schema, held),
    )  # fmt: skip


@lru_cache(maxsize=10_000)
def _cells_of(properties: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The cells that an entity with these properties has, each with those it takes."""
    return tuple(
        (cell, some)
        for cell, props in _TAKEN.items()
        if (some := tuple(p for p in props if p in properties))
    )
