"""Our screening engine beside its peers: `python -m bench.screening.run [--only PART]`.

PART is peers (quality and speed on the labelled queries), fresh (quality on queries made anew),
speed (on a sample of the labelled ones, side by side), million (speed on made-up names), rows (a
million rows through the command line) or first_use (the first question after installing).
Each engine runs alone, in processes of its own, one after the other. Writes results.json.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.machine import machine
from bench.screening.desk import first_use, rows
from bench.screening.environment import one_thread, peers_python
from bench.screening.fresh import CHOOSING, REPORTING, make
from bench.screening.million import million
from bench.screening.published import clusters, folder, lines, queries
from bench.screening.score import judged, quality
from enduse.screening import DEFAULT_THRESHOLD

RESULTS = Path(__file__).with_name("results.json")
ROOT = Path(__file__).parents[2]
PEERS = Path(__file__).with_name("peers.py")
# What nomenklatura's API applies where nobody says otherwise.
PEERS_THRESHOLD = 0.7
SAMPLE = 200
PARTS = ("peers", "fresh", "speed", "million", "rows", "first_use")


def told(*command: str | Path, longest: float | None = None) -> dict[str, Any]:
    """Run a process and read the JSON it prints last.

    Raises:
        TimeoutExpired: It ran for `longest` seconds.
    """
    done = subprocess.run(
        [str(part) for part in command],
        check=True, capture_output=True, text=True, cwd=ROOT, env=one_thread(),
        timeout=longest,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def scored(data: Path, asked: Path, answers: Path, threshold: float | None) -> dict[str, object]:
    cluster = clusters(data)
    hits = {row["id"]: [(e, s) for e, s in row["hits"]] for row in lines(answers)}
    return quality([judged(q, hits.get(q.id, []), cluster) for q in queries(asked)], threshold)


def ours(data: Path, work: Path) -> dict[str, object]:
    us = (sys.executable, "-m", "bench.screening.ours")
    listed, asked, index = data / "list.ftm.jsonl", data / "queries_dev.jsonl", work / "index"
    built = told(*us, "build", listed, index)
    # One process for each way of asking, so that no query was seen before.
    speed = {
        how: told(*us, "ask", index, asked, work / f"{how}.jsonl", how)
        for how in ("best10", "batch", "single")
    }
    found = scored(data, asked, work / "best10.jsonl", DEFAULT_THRESHOLD)
    return {"quality": found, "build": built, "speed": speed}


def made_anew(data: Path, work: Path) -> dict[str, object]:
    """Quality on queries made from two seeds: one that knobs were chosen on, one that none saw."""
    us = (sys.executable, "-m", "bench.screening.ours")
    found: dict[str, object] = {}
    for name, seed in (("chosen_on", CHOOSING), ("never_seen", REPORTING)):
        folder = work / name
        folder.mkdir()
        make(data, folder, seed)
        asked, answers = folder / "queries.jsonl", folder / "answers.jsonl"
        told(*us, "build", folder / "list.ftm.jsonl", folder / "index")
        told(*us, "ask", folder / "index", asked, answers, "best10")
        found[name] = scored(folder, asked, answers, DEFAULT_THRESHOLD)
    return found


def peers(data: Path, work: Path) -> dict[str, object]:
    python = peers_python(work / "peers")
    listed, asked, out = data / "list.ftm.jsonl", data / "queries_dev.jsonl", work / "answers.jsonl"
    results: dict[str, object] = {}
    for name in ("logic-v1", "logic-v2"):
        args = ("nomenklatura", name, listed, asked, out, work / f"blocker-{name}")
        speed = told(python, PEERS, *args)
        found = scored(data, asked, out, PEERS_THRESHOLD)
        results[f"nomenklatura {name}"] = {"quality": found, "speed": speed}
    speed = told(python, PEERS, "rapidfuzz", listed, asked, out)
    found = scored(data, asked, out, None)
    return results | {"rapidfuzz token_sort, latinised": {"quality": found, "speed": speed}}


def side_by_side(data: Path, work: Path) -> dict[str, object]:
    """Speed alone on a sample: ours, logic-v2, ours again, so that other load shows."""
    work.mkdir()
    python = peers_python(work / "peers")
    us = (sys.executable, "-m", "bench.screening.ours")
    listed, asked, out = data / "list.ftm.jsonl", work / "sample.jsonl", work / "answers.jsonl"
    every = (data / "queries_dev.jsonl").read_text("utf-8").splitlines(keepends=True)
    asked.write_text("".join(every[:SAMPLE]), "utf-8")
    told(*us, "build", listed, work / "index")
    rates: dict[str, list[tuple[float, float]]] = {}

    def measured(who: str, *command: str | Path) -> None:
        found = told(*command)
        pair = found["queries_per_second"], found["queries_per_processor_second"]
        rates.setdefault(who, []).append(pair)

    peer = ("nomenklatura", "logic-v2", listed, asked, out, work / "blocker")
    for _ in range(2):
        for how in ("batch", "single"):
            measured(f"enduse {how}", *us, "ask", work / "index", asked, out, how)
        if "logic-v2" not in rates:
            measured("logic-v2", python, PEERS, *peer)
    return {"queries": SAMPLE, "per_second_and_per_processor_second": rates}


def kept(part: str, found: dict[str, Any]) -> None:
    """Write a part as soon as it is there; the other parts stay."""
    held = json.loads(RESULTS.read_text("utf-8")) if RESULTS.is_file() else {}
    held |= {part: {"machine": machine(), **found}}
    RESULTS.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", "utf-8")


def times_as_fast(engines: dict[str, Any]) -> dict[str, float]:
    """How many queries ours answers at its defaults while a peer answers one."""
    mine = engines["enduse"]["speed"]
    peer = engines["nomenklatura logic-v2"]["speed"]["queries_per_second"]
    return {
        f"ours_{how}_beside_logic_v2": round(mine[how]["queries_per_second"] / peer, 1)
        for how in mine
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS)
    only = parser.parse_args().only
    data = folder()
    if data is None:
        sys.exit("The list and the labelled queries are not on this machine; nothing was measured.")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        if only in (None, "peers"):
            engines = {"enduse": ours(data, work), **peers(data, work)}
            kept("peers", {"speed": times_as_fast(engines), "engines": engines})
        if only in (None, "fresh"):
            kept("fresh", made_anew(data, work))
        if only in (None, "speed"):
            kept("speed", side_by_side(data, work / "speed"))
        if only in (None, "million"):
            kept("million", million(data, work, told))
        if only in (None, "rows"):
            kept("rows", rows(data, work))
        if only in (None, "first_use"):
            kept("first_use", first_use(data, work))
    print(RESULTS.read_text("utf-8"))


if __name__ == "__main__":
    main()
