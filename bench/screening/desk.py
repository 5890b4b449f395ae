"""The command line as a user meets it: a million shipment rows, and the first use."""

import csv
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from bench.screening.million import Maker
from bench.screening.published import lines

ROWS, DISTINCT = 1_000_000, 100_000
# Seconds; what takes longer is told and not waited for.
LONGEST_BATCH, LONGEST_FIRST = 180, 60
_ENDUSE = (sys.executable, "-c", "from enduse.cli import main; main()", "screen")


def rows(data: Path, work: Path) -> dict[str, Any]:
    """Screen a million rows, a tenth of them distinct, against the public list."""
    listed = lines(data / "list.ftm.jsonl")
    maker, random = Maker(listed, 20261125), Random(20261125)
    asked = [(r["query"], r["schema"]) for r in maker.queries(data / "list.ftm.jsonl", DISTINCT)]
    with (work / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("id", "query", "schema"))
        out.writerows((n, *random.choice(asked)) for n in range(ROWS))
    source = ("--list", str(data / "list.ftm.jsonl"), "--no-record")
    # The index is there; building it is measured elsewhere.
    _run(("Zzyzx Quuxford", *source), work, longest=LONGEST_BATCH)
    batch = ("--batch", str(work / "rows.csv"), "--out", str(work / "rows.jsonl"), *source)
    return {"rows": ROWS, "distinct": DISTINCT, **_run(batch, work, longest=LONGEST_BATCH)}


def first_use(data: Path, work: Path) -> dict[str, Any]:
    """The first and the second question after installing: no index, no compiled kernels."""
    found = {}
    for number in ("first", "second"):
        asked = ("Jamschtschikow Artjom", "--list", str(data / "list.ftm.jsonl"))
        found[number] = _run(asked, work / "fresh", longest=LONGEST_FIRST, fresh=True)
    return found


def _run(
    words: tuple[str, ...], work: Path, *, longest: float, fresh: bool = False
) -> dict[str, Any]:
    """Run one command in a home of its own; seconds of the clock and of the processors.

    With `fresh` the cache is its own too, so that no compiled kernels lie there, and the
    compiler that the command starts beside itself is stopped again.
    """
    work.mkdir(exist_ok=True)
    env = {**os.environ, "ENDUSE_HOME": str(work / "home"), "PYTHONPATH": os.pathsep.join(sys.path)}
    if fresh:
        env |= {"XDG_CACHE_HOME": str(work / "cache"), "NUMBA_CACHE_DIR": ""}
    before, start = os.times(), time.perf_counter()
    try:
        subprocess.run([*_ENDUSE, *words], check=True, capture_output=True, env=env,
                       timeout=longest)  # fmt: skip
    except subprocess.TimeoutExpired:
        return {"not_done_within_seconds": longest}
    after = os.times()
    worked = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return {
        "seconds": round(time.perf_counter() - start, 2),
        "processor_seconds": round(worked, 2),
    }
