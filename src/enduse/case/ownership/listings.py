"""On which of the lists that ownership rules ask about an entity stands, and since when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from enduse.graph.stakes.days import Holds, on
from enduse.model import Statement
from enduse.store.statements import Value

# Which list of the rules a dataset feeds, where all its entries do.
LIST_OF_DATASET = {
    "us_ofac_sdn": "US_SDN",
    "eu_fsf": "EU",
    "eu_journal": "EU",
    "uk_sl": "UK",
    "ch_seco": "CH",
}
# Datasets whose bare presence restricts, whatever else is known of the entry.
_WITHOUT_MEASURES = ("us_ofac_sdn", "eu_fsf", "uk_sl", "ch_seco")
_LIST_OF_PROGRAMME = (
    ("(sdn)", "US_SDN"),
    ("(ssi)", "US_SSI"),
    ("(el)", "BIS_ENTITY_LIST"),
    ("(meu)", "BIS_MEU"),
    ("entity list", "BIS_ENTITY_LIST"),
    ("military end user", "BIS_MEU"),
    ("military end-user", "BIS_MEU"),
)
_LIST_OF_AUTHORITY = (
    ("ofac", "US_SDN"),
    ("office of foreign assets control", "US_SDN"),
    ("eu council", "EU"),
    ("council of the european union", "EU"),
    ("for financial stability", "EU"),
    ("uk fcdo", "UK"),
    ("foreign, commonwealth", "UK"),
    ("secretariat for economic affairs", "CH"),
    ("global affairs canada", "CA"),
)
_OTHER_LISTS_OF_ITS_AUTHORITY = frozenset({"us_csl", "us_ofac_cons"})

# Words of an authority's name, and how the dossier names its list in a few letters.
_SHORT = (
    ("bureau of industry", "BIS"),
    ("office of foreign assets control", "OFAC"),
    ("ofac", "OFAC"),
    ("council of the european union", "EU"),
    ("eu council", "EU"),
    ("for financial stability", "EU"),
    ("foreign, commonwealth", "UK"),
    ("uk fcdo", "UK"),
    ("economic affairs", "Switzerland"),
    ("security council", "UN"),
    ("ministry of economy, trade", "Japan METI"),
    ("global affairs canada", "Canada"),
    ("department of foreign affairs and trade", "Australia"),
    ("ministry of foreign affairs and trade", "New Zealand"),
    ("national security and defense council", "Ukraine NSDC"),
    ("direction générale du trésor", "France"),
    ("federal public service finance", "Belgium"),
)


def short_name(authority: str) -> str:
    """An authority in a few letters; its own name where none are known.

    Example:
        >>> short_name("Foreign, Commonwealth & Development Office")
        'UK'
    """
    name = authority.casefold()
    return next((short for words, short in _SHORT if words in name), authority)


@dataclass(frozen=True, slots=True)
class Listing:
    """One entity on one list.

    Attributes:
        list: Name of the list as the ownership rules call it ("US_SDN").
        entity: Id of the entity.
        start: First day, ISO prefix; None where the list does not say.
        end: Last day; None where it goes on or is not stated.
        programmes: Programmes named.
    """

    list: str
    entity: str
    start: str | None = None
    end: str | None = None
    programmes: tuple[str, ...] = ()

    def holds_on(self, day: str) -> bool:
        """The entity was, or may have been, on the list on that day."""
        return on(day, self.start, self.end) is not Holds.NO


def listings(statements: Iterable[Statement | Value]) -> Iterator[Listing]:
    """Read listings from statements of Sanction entities.

    Only freezing measures count: an entry of Annex IV to Regulation 833/2014 restricts
    exports to a party and freezes nothing.
    """
    told: dict[str, dict[str, list[str]]] = {}
    dataset: dict[str, str] = {}
    for one in statements:
        if one.schema == "Sanction":
            told.setdefault(one.entity_id, {}).setdefault(one.prop, []).append(one.value)
            dataset[one.entity_id] = one.dataset
    for sanction, values in told.items():
        name = _list_name(dataset[sanction], values)
        if name is None:
            continue
        starts = values.get("startDate") or values.get("listingDate") or ()
        programmes = tuple(dict.fromkeys(values.get("programId", []) + values.get("program", [])))
        for entity in values.get("entity", ()):
            start = min(starts, default=None)
            yield Listing(
                name, entity, start, max(values.get("endDate", ()), default=None), programmes
            )


def listing_of_dataset(entity: str, datasets: Iterable[str]) -> Iterator[Listing]:
    """Listings of an entry of an installed list, of which the case holds no statements."""
    for one in datasets:
        if one in _WITHOUT_MEASURES:
            yield Listing(LIST_OF_DATASET[one], entity)


def _list_name(dataset: str, values: Mapping[str, list[str]]) -> str | None:
    measures = " ".join(values.get("provisions", ())).casefold()
    programmes = " ".join(values.get("program", ())).casefold()
    by_programme = next((name for word, name in _LIST_OF_PROGRAMME if word in programmes), None)
    if by_programme:
        return by_programme
    if "export" in measures and "freeze" not in measures:
        return None
    if dataset in LIST_OF_DATASET:
        return LIST_OF_DATASET[dataset]
    if dataset in _OTHER_LISTS_OF_ITS_AUTHORITY:
        return None
    authority = " ".join(values.get("authority", ())).casefold()
    return next((name for word, name in _LIST_OF_AUTHORITY if word in authority), None)
