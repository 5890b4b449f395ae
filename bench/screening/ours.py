"""Our engine in processes of its own: `python -m bench.screening.ours build|ask ...`.

build LIST FOLDER            index the list, save it
ask FOLDER QUERIES OUT HOW   open the index, answer every query once; HOW: best10, batch, single
"""

import json
import os
import sys
import time
from pathlib import Path

from bench.machine import peak_memory_mb
from bench.screening.published import lines
from enduse.cli.batch.answering import few_collections
from enduse.cli.index.built import built_index, opened_index
from enduse.cli.kernels import compile_kernels
from enduse.matching import kept
from enduse.screening import (
    DEFAULT_LIMIT,
    DEFAULT_THRESHOLD,
    Party,
    ScreeningIndex,
    screen_all,
)

# Queries handed over at once by a batch.
BATCH = 2000


def build(source: Path, folder: Path) -> dict[str, object]:
    """Index a list with all cores, as `enduse screen --list` does, and save it."""
    if not kept():
        compile_kernels()
    start, before = time.perf_counter(), os.times()
    index = built_index([source], folder, folder)
    after = os.times()
    return {
        "seconds": round(time.perf_counter() - start, 2),
        "processor_seconds": round(sum(after[:4]) - sum(before[:4]), 2),
        "names": len(index.names),
        "vocabulary": len(index.names.names.weight),
        "peak_memory_mb": peak_memory_mb(),
    }


def opened(folder: Path) -> tuple[ScreeningIndex, dict[str, object]]:
    """The index from disk, and how long until it could answer a first, foreign question."""
    start = time.perf_counter()
    index = opened_index(folder)
    assert index is not None, "the index was not saved whole"
    done = time.perf_counter()
    screen_all([Party(name) for name in ("Zzyzx Quuxford", "Кваксфорд", "红兔")], index)
    first = time.perf_counter()
    return index, {
        "open_seconds": round(done - start, 3),
        "first_answer_seconds": round(first - done, 3),
    }


def ask(folder: Path, source: Path, out: Path, how: str) -> dict[str, object]:
    """Answer each query once; nothing was asked before but one foreign question."""
    index, facts = opened(folder)
    parties = [Party(r["query"], r["schema"], id=r["id"]) for r in lines(source)]
    size = 1 if how == "single" else BATCH
    threshold, limit = (0.0, 10) if how == "best10" else (DEFAULT_THRESHOLD, DEFAULT_LIMIT)
    answers, took, work = [], [], time.process_time()
    with few_collections():
        for at in range(0, len(parties), size):
            some = parties[at : at + size]
            start = time.perf_counter()
            answers += screen_all(some, index, threshold, limit)
            took.append(time.perf_counter() - start)
    work = time.process_time() - work
    with out.open("w", encoding="utf-8") as file:
        for party, hits in zip(parties, answers, strict=True):
            row = {"id": party.id, "hits": [[h.id, h.score] for h in hits]}
            file.write(json.dumps(row) + "\n")
    facts |= {
        "threshold": threshold, "limit": limit, "queries": len(parties), "at_once": size,
        "queries_per_second": round(len(parties) / sum(took), 1),
        "queries_per_processor_second": round(len(parties) / work, 1),
        "peak_memory_mb": peak_memory_mb(),
    }  # fmt: skip
    return facts | (latencies(took) if size == 1 else {})


def latencies(took: list[float]) -> dict[str, float]:
    ordered = sorted(took)
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99}
    return {k: round(1000 * ordered[int(len(ordered) * s)], 2) for k, s in shares.items()}


def main() -> None:
    task, *given = sys.argv[1:]
    if task == "build":
        print(json.dumps(build(Path(given[0]), Path(given[1]))))
    else:
        print(json.dumps(ask(Path(given[0]), Path(given[1]), Path(given[2]), given[3])))


if __name__ == "__main__":
    main()
