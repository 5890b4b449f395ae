"""How fast the watchlist readers read, side by side with a plain parser: python -m bench.lists.run.

Every measurement runs in a process of its own, so that its memory is its own; the SDN_ADVANCED
file and the file of OpenSanctions entities are made by repeating small shapes with fresh ids.
"""

import csv
import hashlib
import json
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.machine import machine, peak_memory_mb
from tests.shared import SHARED

FIXTURES = Path(__file__).parents[2] / "tests" / "sources" / "watchlists" / "fixtures"
RESULTS = Path(__file__).with_name("results.json")
ADVANCED_BYTES = 120_000_000
ENTITIES = 100_000


def _lists() -> Path:
    if SHARED is None:
        sys.exit("The shared data folder is not here; nothing was measured.")
    return SHARED / "data" / "lists"


def sdn_files() -> list[Path]:
    """The complete CSV set of 2021: 8,976 parties."""
    return [_lists() / "us_ofac" / "sdn_2021-07-07" / f"{n}.csv" for n in ("sdn", "alt", "add")]


def un_files() -> list[Path]:
    """The complete UN list of 2026: 1,003 parties."""
    return [_lists() / "un" / "UN_consolidated_2026-02-27.xml"]


def make_advanced(folder: Path) -> list[Path]:
    """A file of 120 MB: the two parties of the fixture again and again with fresh ids."""
    text = (FIXTURES / "advanced.xml").read_text("utf-8")
    sections = ("Locations", "IDRegDocuments", "DistinctParties", "ProfileRelationships")
    bodies = {}
    for name in (*sections, "SanctionsEntries"):
        start = text.index(f"<{name}>") + len(name) + 2
        bodies[name] = text[start : text.index(f"</{name}>")]
    rounds = ADVANCED_BYTES // sum(len(body.encode()) for body in bodies.values())
    path = folder / "sdn_advanced.xml"
    with path.open("w", encoding="utf-8") as file:
        file.write(text[: text.index("<Locations>")])
        for name, body in bodies.items():
            file.write(f"<{name}>")
            for number in range(rounds):
                fresh = body
                for old in ("501", "601", "602", "301", "302", "102", "101", "801", "901"):
                    fresh = fresh.replace(f'"{old}"', f'"{number}{old}"')
                file.write(fresh)
            file.write(f"</{name}>")
        file.write("</Sanctions>\n")
    return [path]


def make_entities(folder: Path) -> list[Path]:
    """A file of 100,000 FtM entities: those of the zala fixture with fresh ids."""
    source = _lists() / "ftm" / "yente_fixtures" / "zala" / "entities.ftm.json"
    lines = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    path = folder / "entities.ftm.json"
    with path.open("w", encoding="utf-8") as file:
        for number in range(ENTITIES):
            one = dict(lines[number % len(lines)])
            one["id"] = f"{one['id']}-{number}"
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
    return [path]


def _plain_csv(paths: list[Path]) -> int:
    count = 0
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            count += sum(1 for _ in csv.reader(file))
    return count


def _plain_xml(paths: list[Path]) -> int:
    count = 0
    for path in paths:
        for _, element in ET.iterparse(path):
            count += 1
            element.clear()
    return count


def _plain_json(paths: list[Path]) -> int:
    return sum(1 for path in paths for line in path.open(encoding="utf-8") if json.loads(line))


Maker = Callable[[Path], list[Path]]
CASES: dict[str, tuple[str, Maker, Callable[[list[Path]], int]]] = {
    "us_ofac_sdn CSV, 8,976 parties": ("us_ofac_sdn", lambda _: sdn_files(), _plain_csv),
    "un_sc XML, 1,003 parties": ("un_sc", lambda _: un_files(), _plain_xml),
    "us_ofac_sdn ADVANCED, 120 MB": ("us_ofac_sdn", make_advanced, _plain_xml),
    "opensanctions FtM, 100,000 entities": ("opensanctions", make_entities, _plain_json),
}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def measure(kind: str, paths: list[Path]) -> dict[str, float | int]:
    """Read everything once and count; imports and hashing are not timed."""
    from enduse.model import Statement
    from enduse.sources.protocols import StoredFile
    from enduse.sources.registry import record_reader

    reader = record_reader(kind)
    files = [StoredFile(_digest(p), p.name, p) for p in paths]
    before = peak_memory_mb()
    wall, cpu = time.perf_counter(), time.process_time()
    statements = issues = 0
    for one in _consumed(reader.read(files)):
        if isinstance(one, Statement):
            statements += 1
        else:
            issues += 1
    return {
        "seconds": round(time.perf_counter() - wall, 2),
        "cpu_seconds": round(time.process_time() - cpu, 2),
        "statements": statements,
        "issues": issues,
        "bytes": sum(path.stat().st_size for path in paths),
        "peak_memory_mb": peak_memory_mb(),
        "peak_memory_before_mb": before,
    }


def _consumed(found: Iterator[object]) -> Iterator[object]:
    yield from found


def measure_plain(plain: Callable[[list[Path]], int], paths: list[Path]) -> dict[str, float | int]:
    """Parse with the standard library alone: no meaning, no evidence."""
    wall, cpu = time.perf_counter(), time.process_time()
    plain(paths)
    return {
        "seconds": round(time.perf_counter() - wall, 2),
        "cpu_seconds": round(time.process_time() - cpu, 2),
    }


def one_case(name: str, which: str, paths: list[str]) -> None:
    """What the processes of their own do."""
    kind, _, plain = CASES[name]
    files = [Path(path) for path in paths]
    print(json.dumps(measure(kind, files) if which == "ours" else measure_plain(plain, files)))


def main() -> None:
    """Measure all cases and write the results."""
    if len(sys.argv) > 3:
        one_case(sys.argv[1], sys.argv[2], sys.argv[3:])
        return
    results: dict[str, object] = {"machine": machine()}
    with tempfile.TemporaryDirectory() as folder:
        for name, (_, make, _) in CASES.items():
            paths = [str(path) for path in make(Path(folder))]
            found = {}
            for which in ("ours", "plain"):
                command = [sys.executable, "-m", "bench.lists.run", name, which, *paths]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                found[which] = json.loads(done.stdout)
            results[name] = found
            print(name, json.dumps(found))
    RESULTS.write_text(json.dumps(results, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
