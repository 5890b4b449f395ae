"""The peers, run by the Python of an environment of their own, which lacks this project.

nomenklatura ALGORITHM LIST QUERIES OUT FOLDER    candidates by its DuckDB blocker, then scores
rapidfuzz LIST QUERIES OUT                        token_sort on every latinised name
"""

import json
import resource
import sys
import time
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

# As many candidates as our answers have hits; more would not change what is counted.
KEPT = 10
CHUNK = 250
SINGLES = 20


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open("rb") as file:
        return [json.loads(line) for line in file]


def write(out: Path, answers: dict[str, list[tuple[str, float]]]) -> None:
    with out.open("w", encoding="utf-8") as file:
        for key, hits in answers.items():
            best = sorted(hits, key=lambda hit: -hit[1])
            # Ties with the last one kept stay, so that the cut is nobody's loss.
            least = best[KEPT - 1][1] if len(best) >= KEPT else -1.0
            file.write(json.dumps({"id": key, "hits": [h for h in best if h[1] >= least]}) + "\n")


def latencies(took: list[float]) -> dict[str, float]:
    ordered = sorted(took)
    shares = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99}
    return {k: round(1000 * ordered[int(len(ordered) * s)], 2) for k, s in shares.items()}


def memory_mb() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def run_nomenklatura(name: str, given: list[Path]) -> dict[str, object]:
    from followthemoney import Dataset, StatementEntity
    from nomenklatura.blocker import Index
    from nomenklatura.matching import get_algorithm
    from nomenklatura.resolver import Linker
    from nomenklatura.store import MemoryStore

    source, asked, out, folder = given
    dataset = Dataset.make({"name": "list", "title": "list"})
    start = time.perf_counter()
    listed = [StatementEntity.from_data(dataset, row, cleaned=True) for row in rows(source)]
    for found in {d for one in listed for d in one.datasets} - {"list"}:
        dataset.children.add(Dataset.make({"name": found}))
    store = MemoryStore(dataset, Linker({}))
    with store.writer() as writer:
        for one in listed:
            writer.add_entity(one)
    index = Index(store.default_view(), folder)
    index.build()
    built = time.perf_counter() - start
    by_id = {one.id: one for one in listed}
    queries = {
        row["id"]: StatementEntity.from_data(
            dataset,
            {"id": row["id"], "schema": row["schema"], "properties": {"name": [row["query"]]}},
            cleaned=True,
        )
        for row in rows(asked)
    }
    start = time.perf_counter()
    candidates = {str(q): [str(c) for c, _ in some] for q, some in index.match_entities(
        queries.values())}  # fmt: skip
    blocked = time.perf_counter() - start
    algorithm = get_algorithm(name)
    config = algorithm.default_config()
    start = time.perf_counter()
    for schema in ("Person", "Organization"):
        foreign = {"id": schema, "schema": schema, "properties": {"name": ["Zzyzx Quuxford"]}}
        for one in listed[::2000]:
            algorithm.compare(
                StatementEntity.from_data(dataset, foreign, cleaned=True), one, config
            )
    first = time.perf_counter() - start
    answers, took, work = {}, [], time.process_time()
    for key, query in queries.items():
        start = time.perf_counter()
        answers[key] = [
            (c, round(algorithm.compare(query, by_id[c], config).score, 4))
            for c in candidates.get(key, ())
        ]
        took.append(time.perf_counter() - start)
    work = time.process_time() - work
    write(out, answers)
    single = []
    for query in list(queries.values())[:SINGLES]:
        start = time.perf_counter()
        list(index.match_entities([query]))
        single.append(time.perf_counter() - start)
    return {
        "version": version("nomenklatura"),
        "build_seconds": round(built, 2),
        "first_answer_seconds": round(first, 2),
        "queries": len(queries),
        "candidates_per_query": round(sum(map(len, candidates.values())) / len(queries), 1),
        "queries_per_second": round(len(queries) / sum(took), 1),
        "queries_per_processor_second": round(len(queries) / work, 1),
        "queries_per_second_with_blocker_in_one_batch": round(
            len(queries) / (sum(took) + blocked), 1
        ),
        "blocker_seconds_of_a_single_query": round(sum(single) / len(single), 3),
        **latencies(took),
        "peak_memory_mb": memory_mb(),
    }


def run_rapidfuzz(given: list[Path]) -> dict[str, object]:
    import icu
    import numpy as np
    from rapidfuzz import fuzz, process

    latin = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower").transliterate
    source, asked, out = given
    start = time.perf_counter()
    names = list(dict.fromkeys(_names(source)))
    texts, owners = [latin(text) for _, text in names], [key for key, _ in names]
    built = time.perf_counter() - start
    queries = rows(asked)
    answers: dict[str, list[tuple[str, float]]] = {}
    start = time.perf_counter()
    for at in range(0, len(queries), CHUNK):
        some = queries[at : at + CHUNK]
        scores = process.cdist(
            [latin(q["query"]) for q in some], texts,
            scorer=fuzz.token_sort_ratio, workers=1, dtype=np.float32,
        )  # fmt: skip
        for query, row in zip(some, scores, strict=True):
            best: dict[str, float] = {}
            for place in np.argpartition(row, -100)[-100:]:
                owner, score = owners[place], float(row[place]) / 100
                best[owner] = max(best.get(owner, 0.0), round(score, 4))
            answers[query["id"]] = list(best.items())
    took = time.perf_counter() - start
    write(out, answers)
    return {
        "version": version("rapidfuzz"),
        "build_seconds": round(built, 2),
        "queries": len(queries),
        "names": len(names),
        "queries_per_second": round(len(queries) / took, 1),
        "peak_memory_mb": memory_mb(),
    }


def _names(source: Path) -> Iterator[tuple[str, str]]:
    for row in rows(source):
        for prop in ("name", "alias", "abbreviation", "previousName", "weakAlias"):
            for text in row["properties"].get(prop, ()):
                yield row["id"], text


def main() -> None:
    peer, *given = sys.argv[1:]
    if peer == "rapidfuzz":
        print(json.dumps(run_rapidfuzz([Path(g) for g in given])))
    else:
        print(json.dumps(run_nomenklatura(given[0], [Path(g) for g in given[1:]])))


if __name__ == "__main__":
    main()
