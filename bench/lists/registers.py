"""Read register files of some size: `python -m bench.lists.registers [THOUSANDS]`.

Each file is read in a process of its own, so that its peak of memory is its own. Beside it
stands the plainest parser that throws everything away: json, csv or ElementTree.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from bench.lists import made
from bench.lists.effort import Effort, peak_mb
from bench.machine import machine

OUT = Path(__file__).with_name("registers.json")
Maker = Callable[[Path, int], None]
FILES: dict[str, tuple[str, Maker]] = {
    "lei.xml": ("gleif", made.lei_xml),
    "rr.csv": ("gleif", made.rr_csv),
    "psc.jsonl": ("gb_psc", made.psc_lines),
}


def measure(name: str, path: Path, *, plain: bool) -> dict[str, float]:
    """Read one file here and now."""
    with Effort() as effort:
        count = _plain(path) if plain else _ours(FILES[name][0], path)
    return {
        "count": count,
        "seconds": round(effort.seconds, 2),
        "cpu_seconds": round(effort.cpu_seconds, 2),
        "peak_mb": peak_mb(),
    }


def _ours(kind: str, path: Path) -> int:
    from enduse.sources.protocols import StoredFile
    from enduse.sources.registry import record_reader

    return sum(1 for _ in record_reader(kind).read([StoredFile("0" * 64, path.name, path)]))


def _plain(path: Path) -> int:
    if path.suffix == ".jsonl":
        with path.open("rb") as lines:
            return sum(1 for line in lines if json.loads(line))
    if path.suffix == ".csv":
        with path.open(newline="", encoding="utf-8") as rows:
            return sum(1 for _ in csv.DictReader(rows))
    return sum(1 for _ in _elements(path))


def _elements(path: Path) -> Iterator[object]:
    for _, element in ElementTree.iterparse(path):
        if element.tag.endswith("LEIRecord"):
            yield element
            element.clear()


def run(thousands: int) -> dict[str, object]:
    results: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as room:
        for name, (_, make) in FILES.items():
            path = Path(room) / name
            make(path, thousands * 1000)
            found = {}
            for way in ("ours", "plain"):
                command = [sys.executable, "-m", "bench.lists.registers", name, str(path), way]
                done = subprocess.run(command, capture_output=True, check=True, text=True)
                found[way] = json.loads(done.stdout)
            ours = found["ours"]
            ours["records_per_second"] = round(thousands * 1000 / ours["seconds"])
            ours["statements_per_second"] = round(ours["count"] / ours["seconds"])
            results[name] = {
                "records": thousands * 1000,
                "megabytes": round(path.stat().st_size / 1e6, 1),
                **found,
            }
    return {"machine": machine(), "files": results}


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]), plain=sys.argv[3] == "plain")))
    else:
        answer = run(int(sys.argv[1]) if sys.argv[1:] else 100)
        OUT.write_text(json.dumps(answer, indent=1) + "\n", "utf-8")
        print(json.dumps(answer, indent=1))
