"""What the network says, as the dossier prints it: who stands between, what is shared, ways."""

from collections.abc import Callable, Iterable
from itertools import islice

from enduse.case.between import likely_intermediaries
from enduse.case.network import CaseNetwork
from enduse.dossier import Hop, PartyPage, Proof, Tied
from enduse.graph import Relation
from enduse.model import Evidence

Anchor = Callable[[Evidence], str]
_MOST_SHARED, _MOST_WAYS, _WAYS_EACH = 20, 20, 3
_STEPS, _MOST_STARTS = 4, 500
_NO_START = frozenset({"Product", "PublicBody", "Address"})


def standing_between(network: CaseNetwork, anchor: Anchor) -> tuple[Tied, ...]:
    """Likely intermediaries, the busiest first, with the relations that touch them."""
    found = likely_intermediaries(network)
    return tuple(
        Tied(" ".join(one.sentences), tuple(_hop(network, r, anchor) for r in one.relations))
        for one in found
    )


def things_shared(network: CaseNetwork, anchor: Anchor) -> tuple[Tied, ...]:
    """What parties have in common, the rarest first."""
    return tuple(
        Tied(
            f"{one.text(network.label)}.",
            proofs=tuple(Proof(t.evidence, anchor(t.evidence)) for t in one.holders if t.evidence),
        )
        for one in network.shared[:_MOST_SHARED]
    )


def ways_of_the_unlisted(
    network: CaseNetwork, pages: Iterable[PartyPage], anchor: Anchor
) -> tuple[Tied, ...]:
    """Ways from companies and people on no list to restricted ones, the shortest first."""
    found = []
    for page in islice(pages, _MOST_STARTS):
        if page.id in network.restricted or page.schema in _NO_START:
            continue
        for way in network.ways(page.id, _STEPS, _WAYS_EACH)[:_WAYS_EACH]:
            end, steps = network.label(way.parties[-1]), len(way.relations)
            lists = ", ".join(network.restricted[way.parties[-1]])
            count = f"{steps} step{'s' if steps > 1 else ''}"
            sentence = f"{page.name} to {end} (listed: {lists}), {count}."
            hops = tuple(_hop(network, one, anchor) for one in way.relations)
            found.append((way.order, Tied(sentence, hops)))
    return tuple(tied for _, tied in sorted(found, key=lambda pair: pair[0])[:_MOST_WAYS])


def proofs_of(every: Iterable[Tied]) -> Iterable[Evidence]:
    """All quotations, so that the rows they stand in are printed too."""
    for tied in every:
        for proof in (*tied.proofs, *(p for hop in tied.hops for p in hop.proofs)):
            yield proof.evidence


def _hop(network: CaseNetwork, one: Relation, anchor: Anchor) -> Hop:
    sentence = f"{network.label(one.source)} {one.kind} {network.label(one.target)}"
    proofs = tuple(Proof(told, anchor(told)) for told in one.evidence)
    return Hop(sentence, one.origins, one.contested, one.circumstantial, proofs)
