from itertools import pairwise
from random import Random

import networkx as nx
import pytest

from enduse.errors import BadInput
from enduse.model import Judgement, Verdict
from enduse.resolve import Decisions

SAME, OTHER, UNSURE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE


def said(left: str, right: str, verdict: Verdict = SAME, at: int = 0) -> Judgement:
    first, second = sorted((left, right))
    return Judgement(first, second, verdict, "ann", f"2026-01-01T00:00:{at % 60:02}Z")


def test_same_same_different_is_refused_with_the_chain_that_leads_there() -> None:
    decided = Decisions([said("a", "b"), said("b", "c")])
    with pytest.raises(BadInput, match=r"a is b .*, b is c .*Take one of these back first"):
        decided.add(said("a", "c", OTHER))
    decided = Decisions([said("a", "b"), said("a", "c", OTHER)])
    with pytest.raises(BadInput, match="b and c cannot be the same: a is b .*, a is not c"):
        decided.add(said("b", "c"))
    assert len(decided.journal) == 2


def test_changing_ones_mind_about_a_pair_needs_no_undo_and_undo_brings_the_first_back() -> None:
    decided = Decisions([said("a", "b"), said("a", "b", OTHER)])
    assert decided.verdict("b", "a") is OTHER and decided.clusters() == []
    decided.add(decided.retraction("a", "b", "ann", "now"))
    assert decided.clusters() == [("a", "b")]


def test_taking_back_what_hid_a_contradiction_is_refused() -> None:
    decided = Decisions([said("a", "b"), said("a", "b", UNSURE), said("b", "c")])
    decided.add(said("a", "c", OTHER))
    with pytest.raises(BadInput, match="go back to what stood before"):
        decided.add(decided.retraction("a", "b", "ann", "now"))
    assert decided.verdict("a", "b") is UNSURE


def test_nothing_decided_cannot_be_taken_back_and_nobody_is_compared_with_himself() -> None:
    with pytest.raises(BadInput, match="Nothing is decided"):
        Decisions().retraction("a", "b", "ann", "now")
    with pytest.raises(BadInput, match="Nothing is decided"):
        Decisions([said("a", "b", Verdict.RETRACTED)])
    with pytest.raises(BadInput, match="compared with itself"):
        Decisions([said("a", "a")])


def test_a_thousand_judgements_and_undos_leave_the_export_byte_for_byte() -> None:
    random, decided = Random(7), Decisions()
    names = [f"p{i}" for i in range(14)]
    exports: list[str] = []
    for step in range(1000):
        if exports and random.random() < 0.45:
            last = decided.last_standing()
            assert last is not None
            decided.add(decided.retraction(last.left, last.right, "ann", "now"))
            assert decided.export() == exports.pop()
            continue
        before = decided.export()
        one, other = random.sample(names, 2)
        try:
            decided.add(said(one, other, random.choice([SAME, OTHER, UNSURE]), step))
        except BadInput:
            assert decided.export() == before
        else:
            exports.append(before)
    replayed = Decisions(decided.journal)
    assert replayed.export() == decided.export()
    while exports:
        last = decided.last_standing()
        assert last is not None
        decided.add(decided.retraction(last.left, last.right, "ann", "now"))
        assert decided.export() == exports.pop()
    assert decided.export() == "" and len(decided.journal) > 600


def test_clusters_are_the_components_of_the_positive_judgements() -> None:
    for seed in range(60):
        random, decided = Random(seed), Decisions()
        graph: nx.Graph[str] = nx.Graph()
        names = [f"p{i}" for i in range(10)]
        for step in range(25):
            one, other = random.sample(names, 2)
            verdict = random.choice([SAME, OTHER])
            try:
                decided.add(said(one, other, verdict, step))
            except BadInput:
                continue
            if verdict is SAME:
                graph.add_edge(one, other)
            elif graph.has_edge(one, other):
                graph.remove_edge(one, other)
        wanted = sorted(tuple(sorted(c)) for c in nx.connected_components(graph) if len(c) > 1)
        assert decided.clusters() == wanted
        for cluster in wanted:
            for one, other in pairwise(cluster):
                assert decided.chain(one, other)
                assert decided.canonical(other) == cluster[0]
