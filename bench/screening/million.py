"""Speed on a million made-up names: real ones of the public list, recombined.

Made-up entities have as many names as real ones, of the real schema. The words of a name come
from two names of the same schema, a tenth of them with a letter changed, so that the vocabulary
grows as on longer lists. Half of the queries are listed names with a letter changed, half are
further recombinations.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

from bench.screening.published import lines

Told = Callable[..., dict[str, Any]]
NAMES = 1_000_000
# Seconds; what takes longer is told and not waited for.
LONGEST_BUILD, LONGEST_ASK = 240, 120
BATCH, SINGLES, PROCESSES = 10_000, 2_000, 2
_CHANGED_WORDS, _MORE_CHANGED = 0.1, 0.25
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Maker:
    """Recombines the names of a list; the same seed makes the same names."""

    def __init__(
        self, listed: list[dict[str, Any]], seed: int, changed: float = _CHANGED_WORDS
    ) -> None:
        self.random, self.changed = Random(seed), changed
        self.shapes = [(row["schema"], len(_names(row))) for row in listed]
        self.pool: dict[str, list[list[str]]] = defaultdict(list)
        for row in listed:
            self.pool[row["schema"]] += [words for text in _names(row) if (words := text.split())]

    def name(self, schema: str) -> str:
        """The beginning of one name and the end of another."""
        one, other = self.random.choices(self.pool[schema], k=2)
        words = one[: (len(one) + 1) // 2] + other[(len(other) + 1) // 2 :]
        return " ".join(
            self.misspelt(w) if self.random.random() < self.changed else w for w in words
        )

    def misspelt(self, text: str) -> str:
        """One letter changed."""
        at = self.random.randrange(len(text))
        return text[:at] + self.random.choice(_LETTERS) + text[at + 1 :]

    def entities(self, names: int) -> Iterator[dict[str, Any]]:
        """FtM entities with so many names between them."""
        made = 0
        while made < names:
            schema, size = self.random.choice(self.shapes)
            first, *more = [self.name(schema) for _ in range(size)]
            made += size
            properties = {"name": [first], "alias": more}
            yield {"id": f"made-{made}", "schema": schema, "properties": properties}

    def queries(self, source: Path, size: int) -> Iterator[dict[str, Any]]:
        """Distinct ones."""
        seen: set[str] = set()
        listed = lines(source)
        while len(seen) < size:
            row = self.random.choice(listed)
            near = len(seen) % 2 == 0
            text = self.misspelt(row["properties"]["name"][0]) if near else self.name(row["schema"])
            if text not in seen:
                seen.add(text)
                yield {"id": f"q-{len(seen)}", "query": text, "schema": row["schema"]}


def million(data: Path, work: Path, told: Told) -> dict[str, Any]:
    """Build, open, ask in two processes, ask one by one; each in processes of its own.

    A second list of as many names with a far larger vocabulary is asked the same way.
    """
    out: dict[str, Any] = {"load_average_at_start": round(os.getloadavg()[0], 2)}
    for part, changed in (("usual", _CHANGED_WORDS), ("large_vocabulary", _MORE_CHANGED)):
        out[part] = _asked(Maker(lines(data / "list.ftm.jsonl"), 20261124, changed), work, told)
        print(json.dumps({part: out[part]}), file=sys.stderr, flush=True)
    return out


def _asked(maker: Maker, work: Path, told: Told) -> dict[str, Any]:
    us = (sys.executable, "-m", "bench.screening.ours")
    source, index = work / "made.jsonl", work / "made"
    write(source, maker.entities(NAMES))
    try:
        built = told(*us, "build", source, index, longest=LONGEST_BUILD)
    except subprocess.TimeoutExpired:
        return {"not_built_within_seconds": LONGEST_BUILD}
    asked = list(maker.queries(source, BATCH * PROCESSES + SINGLES))
    shares = [work / f"asked-{n}.jsonl" for n in range(PROCESSES + 1)]
    for n, share in enumerate(shares):
        write(share, iter(asked[n * BATCH : (n + 1) * BATCH]))

    def ask(share: Path, how: str) -> dict[str, Any]:
        return told(*us, "ask", index, share, share.with_suffix(".out"), how, longest=LONGEST_ASK)

    try:
        single = ask(shares[-1], "single")
        with ThreadPoolExecutor(PROCESSES) as two:
            batches = list(two.map(lambda share: ask(share, "batch"), shares[:PROCESSES]))
    except subprocess.TimeoutExpired:
        return {"build": built, "not_answered_within_seconds": LONGEST_ASK}
    files = sum(file.stat().st_size for file in index.iterdir())
    return {
        "build": built,
        "index_mb": files // 1_000_000,
        "single": single,
        "two_processes": batches,
        "queries_per_second_of_two_processes": round(
            sum(b["queries_per_second"] for b in batches), 1
        ),
        "queries_per_processor_second": round(
            sum(b["queries_per_processor_second"] for b in batches) / len(batches), 1
        ),
    }


def write(path: Path, rows: Iterator[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _names(row: dict[str, Any]) -> list[str]:
    held = row["properties"]
    return [*held.get("name", ()), *held.get("alias", ())]
