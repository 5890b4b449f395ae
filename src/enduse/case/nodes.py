"""One node for everything that stands for one party: its mentions, entries and records."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from enduse.case.resolving import hits_of_clusters
from enduse.resolve import Decisions
from enduse.resolve.mixture import MARK
from enduse.store.judgements import judgements

_PARTY, _FIRST_PART = "party-", f"{MARK}1"


@dataclass(frozen=True, slots=True)
class Nodes:
    """Which id stands for which.

    Attributes:
        of: Id to the id that stands for it; an id that is not there stands for itself.
        assumed: Party to the entries taken for it because they were proposed for it alone, and
            nobody has decided yet.
    """

    of: Mapping[str, str]
    assumed: Mapping[str, tuple[str, ...]]

    def __getitem__(self, one: str) -> str:
        return self.of.get(one, one)


def nodes_of(connection: Connection) -> Nodes:
    """Bring ids together that were judged the same, and entries proposed for one party only.

    An entry that is proposed for two parties joins neither: that would make them one.
    """
    stands: dict[str, str] = {}
    members: dict[str, tuple[str, ...]] = {}
    for cluster in Decisions(judgements(connection)).clusters():
        named = [one for one in cluster if one.startswith(_PARTY)]
        stands |= dict.fromkeys(cluster, named[0] if named else cluster[0])
        members[stands[cluster[0]]] = cluster
    # A record that was split stands where its first part does, which keeps its name.
    for part in [one for one in stands if one.endswith(_FIRST_PART)]:
        stands.setdefault(part.removesuffix(_FIRST_PART), stands[part])
    proposed = {
        party: list(dict.fromkeys(stands.get(hit.id, hit.id) for hit in hits))
        for party, hits in hits_of_clusters(connection, proposed=True).items()
    }
    wanted = Counter(one for found in proposed.values() for one in found)
    assumed: dict[str, list[str]] = {}
    for party, found in proposed.items():
        for one in found:
            if one != party and wanted[one] == 1 and not one.startswith(_PARTY):
                taken = members.get(one, (one,))
                stands |= dict.fromkeys(taken, party)
                assumed.setdefault(party, []).extend(taken)
    return Nodes(stands, {party: tuple(sorted(ids)) for party, ids in assumed.items()})
