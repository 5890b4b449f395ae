"""Who is asked about, and who stands on a list, as data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Listed:
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
    strong = values_of(held, *_STRONG)
    former, weak = values_of(held, "previousName"), values_of(held, "weakAlias")
    if not (strong or former or weak):
        return None
    return Listed(
        str(entity["id"]), schema, strong, former, weak,
        dates=values_of(held, "birthDate", "incorporationDate", "buildDate"),
        countries=tuple(dict.fromkeys([c.lower() for c in values_of(held, *_COUNTRIES)])),
        identifiers=values_of(held, *_IDENTIFIERS),
        addresses=values_of(held, "address"),
        genders=values_of(held, "gender"),
        datasets=tuple(entity.get("datasets", ())),
        content=print_of_entity(schema, held),
    )  # fmt: skip
