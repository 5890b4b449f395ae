"""Stakes as a register gives them into columns: relations per second.

Run: python -m bench.graph.loading    Writes bench/graph/loading.json. Data are made, not real.
"""

import gc
import json
import time
from fractions import Fraction
from pathlib import Path
from random import Random

from bench.machine import machine
from enduse.graph.large.loading import columns_from_stakes
from enduse.model import Evidence, Locator, Share, ShareRange, Stake

STAKES, PARTIES = 1_000_000, 1_000_000


def made() -> list[Stake]:
    """Bands and dates like those of a register of persons with significant control."""
    random = Random(20261123)
    place = Evidence(Locator("a" * 64, 0, 1), "x")
    bands = [("25", "50"), ("50", "75"), ("75", "100")]
    stakes = []
    for _ in range(STAKES):
        low, high = (Share(Fraction(n) / 100) for n in random.choice(bands))
        day = f"20{random.randint(16, 25)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        owner, asset = f"p{random.randrange(PARTIES)}", f"c{random.randrange(PARTIES)}"
        stakes.append(Stake(owner, asset, ShareRange(low, high, True), place, start=day))
    return stakes


def main() -> None:
    stakes = made()
    gc.collect()
    gc.freeze()
    walls, works = [], []
    for _ in range(3):
        wall, work = time.perf_counter(), time.process_time()
        columns_from_stakes(stakes, "2026-06-01", {})
        walls.append(time.perf_counter() - wall)
        works.append(time.process_time() - work)
    result = {
        "data": f"{STAKES} stakes in bands, {PARTIES} holders and {PARTIES} companies",
        "machine": machine(),
        "relations_per_second": round(STAKES / min(walls)),
        "relations_per_second_of_processor_time": round(STAKES / min(works)),
    }
    text = json.dumps(result, indent=1) + "\n"
    Path(__file__).with_suffix(".json").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
