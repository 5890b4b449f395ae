"""Ways and brokers, on small stories and against networkx."""

from random import Random

import networkx as nx

from enduse.graph.network.brokers import brokers
from enduse.graph.network.paths import ways_between, ways_to_restricted, who_sits_between
from enduse.graph.network.relations import (
    Relation,
    Trait,
    relations_from_stakes,
    relations_from_traits,
    shared_traits,
)
from enduse.model import Evidence, Locator, Right, Stake


def told(source: str, target: str, kind: str = "supplies", origins: int = 1) -> Relation:
    goods = kind == "supplies"
    return Relation(source, target, kind, origins=origins, passes_on=goods)


def named(party: str) -> str:
    return "Invented Ltd" if party == "hub" else party


def tangle(seed: int) -> list[Relation]:
    random = Random(seed)
    names = [f"n{i}" for i in range(random.randint(4, 11))]
    found = []
    for _ in range(random.randint(3, 18)):
        one, other = random.sample(names, 2)
        contested = random.random() < 0.1
        found.append(Relation(one, other, "knows", (), random.randint(1, 2), contested))
    return found


def as_networkx(relations: list[Relation]) -> "nx.Graph[str]":
    return nx.Graph((r.source, r.target) for r in relations)


def test_every_restricted_party_within_reach_gets_a_shortest_way() -> None:
    for seed in range(120):
        relations = tangle(seed)
        graph = as_networkx(relations)
        start = relations[0].source
        goals = {"n1", "n2", "n3"} - {start}
        lengths = nx.single_source_shortest_path_length(graph, start, cutoff=3)
        ways = ways_to_restricted(start, relations, goals, most=3)
        assert {w.parties[-1]: len(w.relations) for w in ways} == {
            goal: lengths[goal] for goal in goals if goal in lengths
        }
        for way in ways:
            steps = zip(way.parties, way.parties[1:], strict=False)
            for relation, (a, b) in zip(way.relations, steps, strict=True):
                assert {relation.source, relation.target} == {a, b}


def test_all_ways_between_two_parties_are_those_of_networkx_and_sorted() -> None:
    for seed in range(120):
        relations = tangle(seed)
        graph = as_networkx(relations)
        one, other = relations[0].source, relations[-1].target
        if one == other:
            continue
        wanted = {tuple(p) for p in nx.all_simple_paths(graph, one, other, cutoff=4)}
        ways = ways_between(one, other, relations, most=4, limit=10_000)
        assert {way.parties for way in ways} == wanted and len(ways) == len(wanted)
        assert [w.order for w in ways] == sorted(w.order for w in ways)


def test_of_two_ways_of_one_length_the_better_supported_comes_first() -> None:
    weak = [told("a", "x"), Relation("x", "z", "supplies", contested=True)]
    strong = [told("a", "y", origins=2), told("y", "z", origins=2)]
    ways = ways_between("a", "z", [*weak, *strong])
    assert [way.parties[1] for way in ways] == ["y", "x"]
    assert ways_to_restricted("a", [*weak, *strong], ["z"])[0].parties == ("a", "y", "z")
    assert ways[1].text() == "a supplies x; x supplies z (contested)"


def test_who_sits_between_is_counted() -> None:
    relations = [told("a", "m"), told("m", "z"), told("a", "k"), told("k", "m")]
    assert who_sits_between(ways_between("a", "z", relations)) == [("m", 2), ("k", 1)]


def test_three_of_four_ways_run_through_the_broker_and_it_says_so() -> None:
    suppliers = ["s1", "s2", "s3", "s4"]
    relations = [*(told(s, "hub") for s in suppliers[:3]), told("s4", "other")]
    relations += [told("hub", "plant"), told("other", "plant")]
    first = brokers(relations, suppliers, ["plant"])[0]
    assert first.party == "hub" and (first.through, first.ways) == (3, 4)
    said = first.sentences("Chinese suppliers and the plant", named)
    assert said[0] == (
        "Three of four shortest ways between Chinese suppliers and the plant run through "
        "Invented Ltd."
    )
    assert said[1].startswith("Without Invented Ltd, three of four connected pairs")
    assert first.hands_over == (("s1", "plant"), ("s2", "plant"), ("s3", "plant"))


def test_shortest_ways_through_a_broker_are_counted_like_networkx_counts_them() -> None:
    for seed in range(80):
        relations = tangle(seed)
        graph = as_networkx(relations)
        givers, takers = {"n0", "n1"} & set(graph), {"n2", "n3"} & set(graph)
        wanted: dict[str, int] = {}
        for giver in givers:
            for taker in takers:
                if not nx.has_path(graph, giver, taker):
                    continue
                for path in nx.all_shortest_paths(graph, giver, taker):
                    for party in set(path) - givers - takers:
                        wanted[party] = wanted.get(party, 0) + 1
        found = {b.party: b.through for b in brokers(relations, givers, takers, most=12)}
        assert found == wanted, seed


def test_what_few_share_makes_a_relation_and_what_a_crowd_shares_does_not() -> None:
    words = Evidence(Locator("0" * 64, 0, 3), "Xy1")
    few = [Trait("a", "address", "Nowhere 1", words), Trait("b", "address", "Nowhere 1")]
    crowd = [Trait(f"p{i}", "address", "Agent's office") for i in range(25)]
    shared = shared_traits([*few, *crowd, Trait("a", "founder", "alone")])
    assert [s.crowded for s in shared] == [False, True]
    assert str(shared[1]).endswith("25 parties do, so it says little")
    (relation,) = relations_from_traits(shared)
    assert relation.circumstantial and relation.evidence == (words,)
    assert relation.kind == "shares the address Nowhere 1 with"


def test_stakes_of_two_sources_are_one_relation_with_two_origins() -> None:
    places = [Evidence(Locator(digit * 64, 0, 3), "Xy1") for digit in "12"]
    stakes = [Stake("p", "c", None, place) for place in places]
    stakes.append(Stake("p+q", "c", None, None, Right.CONTROL, joint=("p", "q")))
    found = relations_from_stakes(stakes)
    assert [(r.source, r.kind, r.origins) for r in found] == [
        ("p", "holds shares of", 2),
        ("p", "controls", 1),
        ("q", "controls", 1),
    ]
