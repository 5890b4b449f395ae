"""Times of a case: help, the example, a thousand documents, one more, nothing new.

python -m bench.case.run            writes bench/case/results.json
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.machine import machine

HERE = Path(__file__).parent
DOCUMENTS = HERE.parents[1] / "examples" / "procurement_network" / "documents"
LISTS = HERE.parents[1] / "examples" / "procurement_network" / "lists"
ENDUSE = Path(sys.executable).with_name("enduse")
MANY = 1_000


def timed(*words: object) -> dict[str, float]:
    """Seconds and peak megabytes of one command, as a process of its own."""
    began = time.perf_counter()
    process = subprocess.Popen([str(ENDUSE), *map(str, words)], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"enduse {words} left with status {status}")
    seconds = round(time.perf_counter() - began, 2)
    return {"seconds": seconds, "megabytes": round(used.ru_maxrss / 1024, 1)}


def best_of(times: int, *words: object) -> dict[str, float]:
    """The fastest of several runs: other work on the machine only ever adds."""
    return min((timed(*words) for _ in range(times)), key=lambda row: row["seconds"])


def reports(folder: Path) -> None:
    """A thousand reports of sentences of the example, no two alike."""
    lines = [
        line
        for path in sorted(DOCUMENTS.glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.isascii() and len(line) > 60
    ]
    drawn = random.Random(20261123)
    folder.mkdir()
    for number in range(MANY + 1):
        text = "\n\n".join([f"Report {number}", *drawn.sample(lines, 6)])
        (folder / f"{number:04}.txt").write_text(text + "\n", "utf-8")


def main() -> None:
    """Run everything and write the results."""
    found: dict[str, object] = {"machine": machine(), "documents": MANY}
    found["help"] = best_of(5, "--help")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        found["demo"] = best_of(2, "demo", "--out", folder / "demo")
        found["demo_built_again"] = best_of(3, "build", folder / "demo" / "case")
        reports(folder / "in")
        last = folder / "in" / f"{MANY:04}.txt"
        shutil.move(last, folder / "one.txt")
        case = folder / "case"
        timed("new", case)
        timed("add", case, folder / "in")
        rows = [LISTS / name for name in ("sdn.csv", "alt.csv", "add.csv")]
        timed("add", case, *rows, "--as", "us_ofac_sdn")
        found["thousand_built"] = timed("build", case)
        found["nothing_new"] = best_of(3, "build", case)
        timed("add", case, folder / "one.txt")
        found["one_more"] = timed("build", case)
        found["verify"] = timed("verify", case)
    (HERE / "results.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
