"""Resolution on a real list of 19,906 parties whose true partners are known.

Run: python -m bench.resolve.published_list    Writes bench/resolve/published_list.json.

The list has names, birth dates and countries and no identifiers, so nothing may be joined
automatically on it as it stands. On a copy identifiers are planted: true partners share one,
a tenth of them get one of another party instead, and some pairs of strangers share one.
Nothing was tuned on the half called "held out".
"""

import hashlib
import json
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.machine import machine, peak_memory_mb
from enduse.resolve import Identifier, Proposal, Record, best_per_record, proposals
from enduse.resolve.record import record_from_ftm
from tests.shared import SHARED


def is_held_out(cluster: str) -> bool:
    return hashlib.sha1(cluster.encode()).digest()[0] % 2 == 1


def planted(records: list[Record], cluster: dict[str, str], random: Random) -> list[Record]:
    """A copy of the list with numbers, most of them true."""
    number = {c: f"{random.randrange(10**12, 10**13)}" for c in sorted(set(cluster.values()))}
    clusters = sorted(number)
    shared = random.sample(clusters, len(clusters) // 20)
    for one, other in zip(shared[::2], shared[1::2], strict=False):
        number[other] = number[one]
    copies = []
    for record in records:
        told = number[cluster[record.id]]
        if random.random() < 0.1:
            told = number[random.choice(clusters)]
        kept = (Identifier("ogrn", told, True),) if random.random() < 0.8 else ()
        copies.append(replace(record, identifiers=kept))
    return copies


def recall(
    records: list[Record], cluster: dict[str, str], found: list[Proposal], held_out: bool
) -> dict[str, float]:
    size = Counter(cluster[record.id] for record in records)
    best = best_per_record(found, 2)
    asked = [
        r.id for r in records if size[cluster[r.id]] > 1 and is_held_out(cluster[r.id]) is held_out
    ]
    first = sum(any(cluster[c] == cluster[a] for c in best.get(a, [])[:1]) for a in asked)
    second = sum(any(cluster[c] == cluster[a] for c in best.get(a, [])) for a in asked)
    return {
        "entities_with_a_partner": len(asked),
        "partner_first": round(first / len(asked), 4),
        "partner_among_first_two": round(second / len(asked), 4),
    }


def main() -> None:
    assert SHARED is not None, "the shared data folder is not here"
    folder = SHARED / "data" / "screening"
    cluster: dict[str, str] = json.loads((folder / "clusters.json").read_text("utf-8"))
    lines = (folder / "list.ftm.jsonl").read_text("utf-8").splitlines()
    records = [r for line in lines if (r := record_from_ftm(json.loads(line)))]
    proposals(records[:4000])  # compile
    wall, work = time.perf_counter(), time.process_time()
    found = proposals(records)
    wall, work = time.perf_counter() - wall, time.process_time() - work
    copies = planted(records, cluster, Random(20261124))
    joined = [p for p in proposals(copies) if p.comparison.automatic]
    right = sum(cluster[p.left.id] == cluster[p.right.id] for p in joined)
    result = {
        "machine": machine(),
        "entities": len(records),
        "pairs_proposed": len(found),
        "joined_automatically_as_it_stands": sum(p.comparison.automatic for p in found),
        "first_half": recall(records, cluster, found, False),
        "held_out_half": recall(records, cluster, found, True),
        "seconds": round(wall, 1),
        "processor_seconds": round(work, 1),
        "processor_seconds_for_50000": round(work / len(records) * 50_000, 1),
        "planted": {
            "joined_automatically": len(joined),
            "precision": round(right / max(1, len(joined)), 4),
            "wrong": [
                [p.left.names[0], p.right.names[0]]
                for p in joined
                if cluster[p.left.id] != cluster[p.right.id]
            ][:10],
        },
        "peak_memory_mb": peak_memory_mb(),
    }
    text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
    Path(__file__).with_suffix(".json").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
