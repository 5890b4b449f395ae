"""Three million parties, five million stakes, twenty thousand listed: how long an answer takes.

Run: python -m bench.graph.scale    Writes bench/graph/scale.json. Data are made, not real.
"""

import json
import statistics
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import numpy as np

from bench.machine import machine, peak_memory_mb
from enduse.graph import assess_party, rule_on
from enduse.graph.large.columns import Columns, columns_from_numbers
from enduse.graph.large.index import FixedPoint, OwnershipIndex
from enduse.model import Share, ShareRange, Stake

PARTIES, STAKES, LISTED, BACK = 3_000_000, 5_000_000, 20_000, 0.02
DAY = "2026-06-01"


def made() -> tuple[Columns, np.ndarray]:
    """A layered graph with two percent of stakes pointing back, so that there are rings."""
    random = np.random.default_rng(20261123)
    one, other = (random.integers(0, PARTIES, STAKES, dtype=np.int32) for _ in range(2))
    back = random.random(STAKES) < BACK
    first, last = np.minimum(one, other), np.maximum(one, other)
    owner, asset = np.where(back, last, first), np.where(back, first, last)
    percent = random.choice([5, 10, 20, 25, 30, 40, 49, 50, 51, 60, 75, 100], STAKES)
    third = random.random(STAKES) < 0.05
    columns = columns_from_numbers(
        owner, asset, np.where(third, 50, percent), np.where(third, 300, 100), parties=PARTIES
    )
    return columns, random.choice(PARTIES, LISTED, replace=False)


def best_of(times: int, work: Callable[[], object]) -> float:
    """The best wall time of several runs, in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return round(min(spent) * 1000, 2)


def percentiles(spent: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(spent, n=100)
    return {"p50_ms": round(cuts[49] * 1000, 3), "p99_ms": round(cuts[98] * 1000, 3)}


def explain(index: OwnershipIndex, point: FixedPoint, party: int, listed: set[int]) -> str:
    """One whole answer with its chain, from the rows of the index."""
    columns, stakes = index.columns, []
    for row in index.grounds(party, point):
        held = ShareRange.exactly(fraction(columns, row))
        stakes.append(Stake(str(columns.owner[row]), str(columns.asset[row]), held))
    named = {s.owner for s in stakes} | {s.asset for s in stakes}
    counted = [one for one in named if int(one) in listed]
    return assess_party(str(party), stakes, {"US_SDN": counted}, "US", DAY).status


def fraction(columns: Columns, row: int) -> Share:
    return Share(Fraction(int(columns.low[row]), columns.scale * columns.fine))


def main() -> None:
    columns, chosen = made()
    listed = chosen.tolist()
    OwnershipIndex(columns_from_numbers([0], [1], [1], [2], parties=2))  # compile
    start = time.perf_counter()
    index = OwnershipIndex(columns)
    sorting = time.perf_counter() - start
    rule = rule_on("US", DAY)
    point = index.fixed_point(listed, rule.owned)
    apart = rule_on("UK", DAY)
    result: dict[str, object] = {
        "data": f"{PARTIES} parties, {STAKES} stakes, {LISTED} listed, {BACK:.0%} back",
        "machine": machine(),
        "index_ms": round(sorting * 1000),
        "reached": int((point.rank >= 0).sum()),
        "fixed_point_ms": best_of(5, lambda: index.fixed_point(listed, rule.owned)),
        "fixed_point_each_alone_ms": best_of(
            5, lambda: index.fixed_point(listed, apart.owned, apart.votes, together=False)
        ),
    }
    random = np.random.default_rng(1)
    reached = np.flatnonzero(point.rank > 0)
    known = set(listed)
    spent, processor = [], []
    for party in [*random.choice(reached, 1000), *random.choice(PARTIES, 1000)]:
        if index.asset_starts[party] == index.asset_starts[party + 1]:
            continue
        start, worked = time.perf_counter(), time.process_time()
        explain(index, point, int(party), known)
        spent.append(time.perf_counter() - start)
        processor.append(time.process_time() - worked)
    result["explain_one"] = percentiles(spent)
    result["explain_one_processor_time"] = percentiles(processor)
    goals = np.zeros(PARTIES, dtype=np.bool_)
    goals[chosen] = True
    index.way_to(0, goals)
    spent, found = [], 0
    for party in random.choice(PARTIES, 5000):
        start = time.perf_counter()
        found += index.way_to(int(party), goals) is not None
        spent.append(time.perf_counter() - start)
    result["way_to_listed_six_steps"] = percentiles(spent) | {"found": found / 5000}
    result["peak_memory_mb"] = peak_memory_mb()
    text = json.dumps(result, indent=1) + "\n"
    Path(__file__).with_suffix(".json").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
