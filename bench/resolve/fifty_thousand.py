"""Fifty thousand records proposed and scored: how long it takes.

Run: python -m bench.resolve.fifty_thousand    Writes bench/resolve/fifty_thousand.json.

The records are those of a published list, and more whose names are put together from the
words of two of its names, so that words are as frequent as in real lists.
"""

import json
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.machine import machine, peak_memory_mb
from enduse.resolve import Record, proposals
from enduse.resolve.record import record_from_ftm
from tests.shared import SHARED

RECORDS = 50_000


def more(records: list[Record], random: Random) -> list[Record]:
    """Records with names made of the first half of one name and the second of another."""
    made = list(records)
    while len(made) < RECORDS:
        one, other = random.choice(records), random.choice(records)
        if one.schema != other.schema:
            continue
        first, second = one.names[0].split(), other.names[0].split()
        name = " ".join([*first[: (len(first) + 1) // 2], *second[len(second) // 2 :]])
        names = (name, *one.names[1:2])
        made.append(replace(one, id=f"made-{len(made)}", names=names, dataset=f"d{len(made) % 3}"))
    return made


def main() -> None:
    assert SHARED is not None, "the shared data folder is not here"
    path = SHARED / "data" / "screening" / "list.ftm.jsonl"
    lines = path.read_text("utf-8").splitlines()
    records = [r for line in lines if (r := record_from_ftm(json.loads(line)))]
    proposals(records[:4000])  # compile
    made = more(records, Random(20261124))
    wall, work = time.perf_counter(), time.process_time()
    found = proposals(made)
    result = {
        "machine": machine(),
        "records": len(made),
        "names": sum(len(record.every_name) for record in made),
        "pairs_proposed": len(found),
        "seconds": round(time.perf_counter() - wall, 1),
        "processor_seconds": round(time.process_time() - work, 1),
        "peak_memory_mb": peak_memory_mb(),
    }
    text = json.dumps(result, indent=1) + "\n"
    Path(__file__).with_suffix(".json").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
