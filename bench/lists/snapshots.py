"""Install and open a large list: `python -m bench.lists.snapshots [THOUSANDS]`.

Beside the installation stands the plainest pass that throws everything away: json over the
lines. Memory is that of this process and, apart, of the largest of its helpers.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from bench.lists import made
from bench.lists.effort import Effort, peak_mb
from bench.machine import machine
from enduse.lists.install import Order, install
from enduse.lists.opened import open_list

OUT = Path(__file__).with_name("snapshots.json")


def run(thousands: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as room:
        path, home = Path(room) / "entities.ftm.json", Path(room) / "home"
        made.ftm_lines(path, thousands * 1000)
        size = path.stat().st_size
        with Effort() as effort:
            done = install("opensanctions", [path], home, Order(day="2026-11-01"))
        found = {
            "entities": done.version.parties,
            "statements": done.version.statements,
            "megabytes": round(size / 1e6),
            "seconds": round(effort.seconds, 1),
            "cpu_seconds": round(effort.cpu_seconds, 1),
            "entities_per_minute": round(done.version.parties / effort.seconds * 60),
            "peak_mb": peak_mb(),
            "peak_mb_of_a_helper": peak_mb(resource.RUSAGE_CHILDREN),
            "snapshot_megabytes": round(
                sum(one.stat().st_size for one in done.version.folder.iterdir()) / 1e6
            ),
        }
        return {"installed": found, **_plain(path), "opened": _opened(home)}


def _plain(path: Path) -> dict[str, float]:
    with Effort() as effort, path.open("rb") as lines:
        for line in lines:
            json.loads(line)
    return {
        "plain_json_seconds": round(effort.seconds, 1),
        "plain_json_cpu_seconds": round(effort.cpu_seconds, 1),
    }


def _opened(home: Path) -> dict[str, float]:
    start = time.perf_counter()
    opened = open_list(home, "opensanctions")
    next(opened.parties())
    first = time.perf_counter()
    count = sum(1 for _ in zip(range(20_000), opened.parties(), strict=False))
    parties = time.perf_counter()
    entity = opened.entity("NK-0000000000000000000777")
    looked_up = time.perf_counter()
    assert len(list(opened.statements(entity["id"]))) > 5
    return {
        "open_and_first_party_seconds": round(first - start, 3),
        f"{count}_parties_seconds": round(parties - first, 3),
        "first_look_up_by_id_seconds": round(looked_up - parties, 3),
        "statements_of_one_entity_seconds": round(time.perf_counter() - looked_up, 3),
    }


if __name__ == "__main__":
    thousands = int(sys.argv[1]) if sys.argv[1:] else 1000
    kept = json.loads(OUT.read_text("utf-8")) if OUT.exists() else {"thousands": {}}
    kept["machine"] = machine()
    kept["thousands"][str(thousands)] = run(thousands)
    OUT.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    print(json.dumps(kept["thousands"][str(thousands)], indent=1))
