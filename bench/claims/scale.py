"""Ten thousand reports through the command line: how long, and how much memory.

usage: python -m bench.claims.scale [--reports 10000] [--out bench/claims/scale.json]

The reports are made up from sentences of the open ones (`made.py`), 4,000 characters each. They
go the way an analyst's reports go: `enduse new`, `enduse add`, `enduse build`, with the worker
processes that the command starts by itself. Seconds are those on the wall and those of all
processors; megabytes are what the command and its workers held together, at most.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from bench.claims.made import reports
from bench.machine import machine

HERE = Path(__file__).parent
ENDUSE = Path(sys.executable).with_name("enduse")
_PAUSE_S = 0.25


def timed(*words: object) -> dict[str, float]:
    """Run one command; seconds and the most memory that it and its children held."""
    began = time.perf_counter()
    process = subprocess.Popen([str(ENDUSE), *map(str, words)], stdout=subprocess.DEVNULL)
    most = [0.0]
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(process.pid, most, ended))
    watch.start()
    _, status, used = os.wait4(process.pid, 0)
    ended.set()
    watch.join()
    if status:
        raise SystemExit(f"enduse {words} left with status {status}")
    return {
        "seconds": round(time.perf_counter() - began, 1),
        "processor_seconds": round(used.ru_utime + used.ru_stime, 1),
        "megabytes": round(max(most[0], used.ru_maxrss / 1024)),
    }


def _watch(pid: int, most: list[float], ended: threading.Event) -> None:
    while not ended.wait(_PAUSE_S):
        most[0] = max(most[0], sum(_megabytes(one) for one in _family(pid)))


def _family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    found, at = [pid], 0
    while at < len(found):
        for task in Path(f"/proc/{found[at]}/task").glob("*/children"):
            try:
                found += map(int, task.read_text("ascii").split())
            except OSError:
                continue
        at += 1
    return found


def _megabytes(pid: int) -> float:
    """What a process holds; a page that several share counts in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(x.split()[1]) / 1024 for x in lines if x.startswith("Pss:")), 0.0)


def measure(count: int) -> dict[str, Any]:
    """Make the reports, add and build them, and build again with nothing new."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "in").mkdir()
        size = 0
        for name, text in reports(count):
            (folder / "in" / name).write_text(text, "utf-8")
            size += len(text)
        case = folder / "case"
        timed("new", case)
        found: dict[str, Any] = {"reports": count, "characters": size}
        found["add"] = timed("add", case, folder / "in")
        found["build"] = timed("build", case)
        found["build_again"] = timed("build", case)
        held = subprocess.run(
            [str(ENDUSE), "build", str(case), "--json"], capture_output=True, check=True
        )
        found["holds"] = json.loads(held.stdout)["holds"]
        found["case_megabytes"] = round(
            sum(p.stat().st_size for p in case.rglob("*") if p.is_file()) / 1e6
        )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--out", type=Path, default=HERE / "scale.json")
    arguments = parser.parse_args()
    found = {"machine": machine(), **measure(arguments.reports)}
    arguments.out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
