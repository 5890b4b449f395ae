"""Ten thousand random graphs: the solver and the compiled index against the slow plain one.

Run: python -m bench.graph.against_plain    Writes bench/graph/against_plain.json.
"""

import json
import time
from pathlib import Path
from random import Random

from bench.machine import machine
from tests.graph.compare import differences
from tests.graph.graphs import draw

GRAPHS, FIRST = 10_000, 1_000_000
REGIMES = ("US", "EU", "UK", "CH")


def main() -> None:
    start, wrong, stakes = time.perf_counter(), [], 0
    for seed in range(FIRST, FIRST + GRAPHS):
        drawn = draw(Random(seed))
        stakes += len(drawn.stakes)
        for regime in REGIMES:
            wrong += [f"{seed} {found}" for found in differences(drawn, regime)]
    result = {
        "data": f"{GRAPHS} random graphs of 3 to 9 parties with rings, bands, dates, votes, "
        "control, joint holdings and arrangements; seeds not used in tests",
        "machine": machine(),
        "stakes": stakes,
        "regimes": REGIMES,
        "differences": len(wrong),
        "first": wrong[:5],
        "seconds": round(time.perf_counter() - start, 1),
    }
    text = json.dumps(result, indent=1) + "\n"
    Path(__file__).with_suffix(".json").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
