"""The network of a case: every relation known, who is restricted, and who stands between."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from sqlalchemy import Connection

from enduse.assess import Said
from enduse.case.entries import RESTRICTED
from enduse.case.network.ties import LINKS, claimed_ties, recorded_ties
from enduse.case.network.traits import PROPS, traits
from enduse.case.nodes import Nodes
from enduse.case.ownership.book import Book
from enduse.case.ownership.listings import short_name
from enduse.case.resolving import hits_of_clusters
from enduse.graph import (
    Near,
    Relation,
    Shared,
    Way,
    neighbours,
    relations_from_stakes,
    relations_from_traits,
    shared_traits,
    ways_between,
    ways_to_restricted,
)
from enduse.model import Finding
from enduse.store.parties import parties
from enduse.store.statements import Value, statements, values

STEPS = 6
_PARTY = "party-"


@dataclass(frozen=True)
class CaseNetwork:
    """Everything that ties the parties of a case.

    Attributes:
        relations: Ties that documents and records state, and holdings.
        shared: What several parties have in common, the rarest first; only where one of them
            is named in a document or stands in a relation.
        restricted: Ids to the short names of the lists they stand on.
        schemata: FtM schema by id.
        book: Holdings, names and countries.
    """

    relations: tuple[Relation, ...]
    shared: tuple[Shared, ...]
    restricted: Mapping[str, tuple[str, ...]]
    schemata: Mapping[str, str]
    book: Book

    @cached_property
    def everything(self) -> tuple[Relation, ...]:
        """All relations, those that only follow from something shared among them."""
        return (*self.relations, *relations_from_traits(self.shared))

    @cached_property
    def near(self) -> Near:
        """Stated relations of each party."""
        return neighbours(self.relations)

    @cached_property
    def _near_everything(self) -> Near:
        return neighbours(self.everything)

    def label(self, one: str) -> str:
        """The name under which an id is printed."""
        return self.book.label(one)

    def ways(self, party: str, most: int = STEPS, enough: int | None = None) -> list[Way]:
        """The way from a party to every restricted one, shortest and strongest first."""
        return ways_to_restricted(party, self._near_everything, self.restricted, most, enough)

    def between(self, one: str, other: str, most: int = STEPS, limit: int = 20) -> list[Way]:
        """Ways between two parties, shortest and strongest first."""
        return ways_between(one, other, self._near_everything, most, limit)


def network_of(
    connection: Connection, book: Book, said: Iterable[Said], findings: Iterable[Finding]
) -> CaseNetwork:
    """Gather the network of a case.

    Args:
        connection: The open case.
        book: Its holdings and names.
        said: Its claims.
        findings: Its findings; a denial or conflict contests a relation.
    """
    nodes, today = book.nodes, datetime.now(UTC).date().isoformat()
    links = list(statements(connection, schemata=LINKS))
    held = [one for one in book.stakes if not _by_document(one.owner, one.asset)]
    ties = claimed_ties(said, findings)
    relations = (*ties, *recorded_ties(links, nodes), *relations_from_stakes(held, today))
    schemata = _schemata(connection, nodes)
    near = {end for one in relations for end in (one.source, one.target)}
    near |= {one for one in schemata if one.startswith(_PARTY)}
    told = [*links, *(s for prop in PROPS for s in statements(connection, prop=prop))]
    shared = [
        one
        for one in shared_traits(traits(told, nodes))
        if any(trait.party in near for trait in one.holders)
    ]
    restricted = _restricted(connection, nodes)
    return CaseNetwork(relations, tuple(_once(shared)), restricted, schemata, book)


def _by_document(owner: str, asset: str) -> bool:
    """A holding between two parties of documents is among the claims already."""
    return owner.startswith(_PARTY) and asset.startswith(_PARTY)


def _once(shared: Iterable[Shared]) -> list[Shared]:
    """A building is not told again for those of whom the whole address is shared."""
    every = list(shared)
    same = {frozenset(t.party for t in one.holders) for one in every if one.kind == "address"}
    return [
        one
        for one in every
        if one.kind != "building" or frozenset(t.party for t in one.holders) not in same
    ]


def _restricted(connection: Connection, nodes: Nodes) -> dict[str, tuple[str, ...]]:
    """Who stands on which list; an entry proposed for a party is the party's."""
    sanctions: dict[str, list[Value]] = {}
    for one in values(connection, schemata=("Sanction",)):
        sanctions.setdefault(one.entity_id, []).append(one)
    lists: dict[str, dict[str, None]] = {}
    for record in sanctions.values():
        who = [one.value for one in record if one.prop == "authority"]
        short = short_name(who[0]) if who else record[0].dataset
        for one in record:
            if one.prop == "entity":
                lists.setdefault(one.value, {})[short] = None
    for one in values(connection, ("topics",)):
        if one.value in RESTRICTED and one.entity_id not in lists:
            lists.setdefault(one.entity_id, {})[one.dataset] = None
    found: dict[str, dict[str, None]] = {}
    for entity, short_names in lists.items():
        found.setdefault(nodes[entity], {}).update(short_names)
    for party, hits in hits_of_clusters(connection, proposed=True).items():
        for hit in hits:
            outside = {} if hit.id in lists or hit.id in nodes.of else dict.fromkeys(hit.datasets)
            found.setdefault(party, {}).update(lists.get(hit.id, outside))
    return {one: tuple(sorted(names)) for one, names in found.items() if names}


def _schemata(connection: Connection, nodes: Nodes) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in values(connection, ("name",)):
        found.setdefault(nodes[one.entity_id], one.schema)
    return found | {nodes[one.id]: one.schema for one in parties(connection)}
