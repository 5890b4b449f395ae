"""The compiled index against the plain solver, and against networkx for ways and parts."""

from fractions import Fraction
from random import Random

import networkx as nx
import numpy as np
import pytest

from enduse.errors import BadInput
from enduse.graph import Context, assess_ownership, assess_party, rule_on
from enduse.graph.large.columns import columns_from_holdings, columns_from_numbers
from enduse.graph.large.index import OwnershipIndex
from enduse.graph.large.loading import columns_from_stakes
from enduse.graph.stakes.holdings import holdings_on
from enduse.graph.stakes.ranges import Threshold
from enduse.model import HALF
from tests.graph.graphs import AS_OF, draw

MARK = Threshold(HALF, True)


@pytest.mark.parametrize("regime", ["US", "EU", "UK"])
def test_the_index_agrees_with_the_fractions(regime: str) -> None:
    rule = rule_on(regime, AS_OF)
    for seed in range(150):
        drawn = draw(Random(seed))
        number: dict[str, int] = {}
        book = holdings_on(AS_OF, drawn.stakes)
        book.parties |= drawn.listed
        index = OwnershipIndex(columns_from_holdings(book, number))
        listed = {"US_SDN": drawn.listed, "EU": drawn.listed, "UK": drawn.listed}
        answers = assess_ownership(drawn.stakes, listed, regime, AS_OF)
        roots, units = [number[one] for one in drawn.listed], index.columns
        for sure in (True, False):
            point = index.fixed_point(
                roots, rule.owned, rule.votes, together=regime != "UK", sure=sure
            )
            for entity, answer in answers.items():
                reached = point.rank[number[entity]] >= 0
                wanted = ("blocked",) if sure else ("blocked", "indeterminate")
                assert reached == (answer.status in wanted), (seed, entity, sure)
                end = answer.aggregate.low if sure else answer.aggregate.high
                held = point.shares[number[entity]] / units.fine
                if not sure and answer.aggregate.low <= 1:
                    held = min(held, units.scale)
                assert abs(held - end * units.scale) < 1, (seed, entity)


def test_loading_in_one_pass_gives_the_same_fixed_point() -> None:
    for seed in range(120):
        drawn = draw(Random(seed))
        slow_number: dict[str, int] = {}
        number: dict[str, int] = {}
        book = holdings_on(AS_OF, drawn.stakes)
        book.parties |= drawn.listed
        slow = OwnershipIndex(columns_from_holdings(book, slow_number))
        twice = [*drawn.stakes, *drawn.stakes[:2]] if seed % 3 == 0 else drawn.stakes
        if seed % 3 == 0:
            book = holdings_on(AS_OF, twice)
            book.parties |= drawn.listed
            slow = OwnershipIndex(columns_from_holdings(book, slow_number))
        for one in drawn.listed:
            number.setdefault(one, len(number))
        fast = OwnershipIndex(columns_from_stakes(twice, AS_OF, number))
        for sure in (True, False):
            for together in (True, False):
                rules = {"together": together, "sure": sure}
                first = [slow_number[x] for x in drawn.listed]
                here = slow.fixed_point(first, MARK, MARK, **rules)
                there = fast.fixed_point([number[x] for x in drawn.listed], MARK, MARK, **rules)
                for party in book.parties:
                    a, b = slow_number[party], number[party]
                    assert (here.rank[a] >= 0) == (there.rank[b] >= 0), (seed, party)
                    assert held(slow, here.shares[a], sure) == held(fast, there.shares[b], sure)


def held(index: OwnershipIndex, units: int, sure: bool) -> Fraction:
    """A sum without the units that stand for open ends."""
    fine, scale = index.columns.fine, index.columns.scale
    return Fraction(int(units) // fine if sure else -(-int(units) // fine), scale)


def ring_graph(seed: int, size: int = 60) -> tuple[list[int], list[int], list[int]]:
    random = Random(seed)
    owner = [random.randrange(size) for _ in range(size * 2)]
    asset = [random.randrange(size) for _ in owner]
    return owner, asset, [random.choice([10, 25, 50, 60]) for _ in owner]


def test_the_way_to_a_listed_party_is_as_short_as_the_one_networkx_finds() -> None:
    for seed in range(40):
        owner, asset, share = ring_graph(seed)
        columns = columns_from_numbers(owner, asset, share, [100] * len(share), parties=60)
        index, goals = OwnershipIndex(columns), np.zeros(60, dtype=np.bool_)
        goals[[3, 17]] = True
        graph = nx.Graph((a, b) for a, b in zip(owner, asset, strict=True) if a != b)
        graph.add_nodes_from(range(60))
        for party in range(60):
            lengths = nx.single_source_shortest_path_length(graph, party, cutoff=6)
            wanted = min((lengths[g] for g in (3, 17) if g in lengths and g != party), default=None)
            way = index.way_to(party, goals)
            assert (None if way is None else len(way)) == wanted
            for hop in way or ():
                assert {hop.source, hop.target} == {owner[hop.stake], asset[hop.stake]}
            if way:
                assert way[0].source == party and goals[way[-1].target]


def test_the_grounds_of_an_answer_give_the_same_answer_as_the_whole_graph() -> None:
    for seed in range(60):
        drawn = draw(Random(seed))
        stakes = [s for s in drawn.stakes if s.right == "shares" and not s.joint]
        number: dict[str, int] = {}
        book = holdings_on(AS_OF, stakes)
        book.parties |= drawn.listed
        index = OwnershipIndex(columns_from_holdings(book, number))
        name = {n: party for party, n in number.items()}
        roots = [number[one] for one in drawn.listed]
        point = index.fixed_point(roots, MARK, sure=False)
        whole = assess_ownership(stakes, {"US_SDN": drawn.listed}, "US", AS_OF)
        for party in book.parties - drawn.listed:
            rows = index.grounds(number[party], point)
            columns = index.columns
            ends = {(name[columns.owner[r]], name[columns.asset[r]]) for r in rows}
            few = [s for s in stakes if (s.owner, s.asset) in ends or s.owner == s.asset == party]
            few += [s for s in stakes if s.asset == s.owner]
            if not any(s.asset == party for s in few):
                continue
            answer = assess_party(party, few, {"US_SDN": drawn.listed}, "US", AS_OF, Context())
            assert (answer.status, answer.aggregate) == (
                whole[party].status,
                whole[party].aggregate,
            ), (seed, party)


def test_shares_without_a_small_common_denominator_are_refused_and_never_rounded() -> None:
    primes = [1000003, 1000033, 1000037, 1000039]
    with pytest.raises(BadInput, match="exact whole numbers"):
        columns_from_numbers([0] * 4, [1, 2, 3, 4], [1] * 4, primes, parties=5)


def test_three_sixths_are_a_half_in_whole_numbers() -> None:
    columns = columns_from_numbers([0, 1, 2], [3, 3, 3], [1, 1, 1], [6, 6, 6], parties=4)
    index = OwnershipIndex(columns)
    assert index.fixed_point([0, 1, 2], MARK).rank[3] == 1
    assert index.fixed_point([0, 1, 2], Threshold(HALF, False)).rank[3] == -1
