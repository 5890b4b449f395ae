"""The real solver against the slow plain one, on random graphs."""

from random import Random

import pytest

from enduse.graph import Context, assess_ownership
from enduse.graph.reach.rings import rings
from tests.graph.compare import differences
from tests.graph.graphs import AS_OF, draw


@pytest.mark.parametrize("regime", ["US", "EU", "UK", "CH"])
def test_the_solver_agrees_with_the_plain_one(regime: str) -> None:
    for seed in range(150):
        assert differences(draw(Random(seed)), regime) == [], seed


def test_the_order_of_stakes_does_not_matter() -> None:
    for seed in range(40):
        drawn = draw(Random(seed))
        context, listed = Context(drawn.agreed), {"EU": drawn.listed, "UK": drawn.listed}
        for regime in ("EU", "UK"):
            forward = assess_ownership(drawn.stakes, listed, regime, AS_OF, context)
            backward = assess_ownership(drawn.stakes[::-1], listed, regime, AS_OF, context)
            assert {k: (v.status, v.basis, v.aggregate) for k, v in forward.items()} == {
                k: (v.status, v.basis, v.aggregate) for k, v in backward.items()
            }


def test_listing_one_more_person_never_unblocks() -> None:
    for seed in range(40):
        drawn = draw(Random(seed))
        more = drawn.listed | {"c"}
        few = assess_ownership(drawn.stakes, {"EU": drawn.listed}, "EU", AS_OF)
        many = assess_ownership(drawn.stakes, {"EU": more}, "EU", AS_OF)
        assert all(many[e].status == "blocked" for e in few if few[e].status == "blocked")


def test_rings_are_the_strong_components_of_networkx() -> None:
    import networkx as nx

    for seed in range(200):
        random = Random(seed)
        nodes = [str(n) for n in range(random.randint(2, 12))]
        owners = {n: random.sample(nodes, random.randint(0, 2)) for n in nodes}
        graph = nx.DiGraph((a, b) for a, held in owners.items() for b in held)
        wanted = {frozenset(c) for c in nx.strongly_connected_components(graph) if len(c) > 1}
        assert set(rings(owners)) == wanted
