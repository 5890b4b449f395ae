"""The picture of a case: who is tied to whom, with restricted parties and shared addresses."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from enduse.case.network import CaseNetwork
from enduse.case.ties import kind_of
from enduse.graph import NetworkPicture, PictureEdge, PictureNode, Relation, Shared
from enduse.model import Evidence

Anchor = Callable[[Evidence], str]
MOST_ON_A_PAGE, MOST = 60, 500
_PLACES = ("address", "building")


def picture_of(
    network: CaseNetwork, pages: Iterable[str], anchor: Anchor, most: int = MOST
) -> NetworkPicture:
    """Draw the relations of a case, and addresses that its parties share.

    A line counts independent origins, so that ten copies look like the one they are, and is
    marked where a denial or a conflict speaks against it. Parts without a restricted party
    (who works at which newspaper) are left out, unless no party is restricted at all.

    Args:
        network: The relations.
        pages: Parties that have a page in the dossier, the most important first.
        anchor: Where a click on a quotation leads; empty for nowhere.
        most: So many parties at most: restricted ones first, then those with most relations.
    """
    order = {one: number for number, one in enumerate(pages)}
    parts = [*network.relations, *_at_addresses(network, set(order))]
    kept = _kept(network, parts, order, most)
    nodes = [_node(network, one, order) for one in kept]
    edges = [_edge(one, anchor) for one in parts if {one.source, one.target} <= kept]
    return NetworkPicture(tuple(nodes), tuple(edges))


def _at_addresses(network: CaseNetwork, named: set[str]) -> list[Relation]:
    """Each party at a place that it shares with another; the place is a node of its own."""
    tied = named | {end for one in network.relations for end in (one.source, one.target)}
    return [
        Relation(trait.party, _place(one), "is at", (trait.evidence,) if trait.evidence else ())
        for one in network.shared
        if one.kind in _PLACES and not one.crowded and tied & {t.party for t in one.holders}
        for trait in one.holders
    ]


def _place(shared: Shared) -> str:
    return f"address: {shared.holders[0].written or shared.value}"


def _kept(
    network: CaseNetwork, parts: list[Relation], order: Mapping[str, int], most: int
) -> set[str]:
    near: dict[str, set[str]] = {}
    for one in parts:
        near.setdefault(one.source, set()).add(one.target)
        near.setdefault(one.target, set()).add(one.source)
    goals = near.keys() & network.restricted.keys()
    reached, pending = set(goals or near), sorted(goals)
    while pending:
        new = near[pending.pop()] - reached
        reached |= new
        pending += sorted(new)
    degree = Counter({one: len(others) for one, others in near.items()})
    ranked = sorted(
        reached,
        key=lambda one: (one not in network.restricted, -degree[one], order.get(one, 10**9), one),
    )
    return set(ranked[:most])


def _node(network: CaseNetwork, one: str, order: Mapping[str, int]) -> PictureNode:
    if one.startswith("address: "):
        return PictureNode(one, one.removeprefix("address: "), "address")
    taken = network.book.nodes.assumed.get(one, ())
    note = f"takes {', '.join(taken)} for this party; nobody has decided" if taken else ""
    return PictureNode(
        one,
        network.label(one),
        kind_of(network.schemata.get(one, "")),
        network.restricted.get(one, ()),
        note,
        f"#{one}" if one in order else "",
    )


def _edge(one: Relation, anchor: Anchor) -> PictureEdge:
    first = one.evidence[0] if one.evidence else None
    quote = f"“{' '.join(first.quote.split())[:300]}”" if first else ""
    where = anchor(first) if first else ""
    return PictureEdge(
        one.source, one.target, one.kind, one.origins, one.contested, quote, where and f"#{where}"
    )
