"""The command `screen` as a user runs it, on a list of our own."""

import csv
import json
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.cli.commands import Ran, run

ENTITIES = [
    {"id": "c-1", "schema": "Company", "datasets": ["own"],
     "properties": {"name": ["Kupol Example Plant JSC"], "innCode": ["1831083343"]}},
    {"id": "p-1", "schema": "Person", "datasets": ["own"],
     "properties": {"name": ["Ivan Exemplarov"], "birthDate": ["1965-04-29"]}},
]  # fmt: skip
ROWS = [{"id": "a", "query": "Купол Example Plant"}, {"id": "b", "query": "Granite Harbour"},
        {"id": "c", "query": "Exemplarov Ivan"}]  # fmt: skip


class Desk:
    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.list = folder / "own.ftm.jsonl"
        self.list.write_bytes(b"".join(orjson.dumps(e) + b"\n" for e in ENTITIES))

    def __call__(self, *words: object) -> Ran:
        return run(self.capsys, "screen", "--list", self.list, "--threshold", "0.6", *words)

    def batch(self, source: Path, out: str) -> Path:
        done = self("--batch", source, "--out", self.folder / out)
        assert done.code == 0, done.err
        return self.folder / out

    def lines(self, text: str, name: str = "in.jsonl") -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path / "home"))
    # No compiler shall outlive a test.
    monkeypatch.setattr("enduse.cli.desk.screen.compile_in_background", lambda: None)
    return Desk(tmp_path, capsys)


def answers(path: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def as_lines(rows: list[dict[str, str]]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_a_hit_at_the_desk_says_why(desk: Desk) -> None:
    done = desk("Купол Example Plant")
    assert done.code == 0 and "c-1" in done.out and "купол = kupol" in done.out
    found = json.loads(desk("Exemplarov Ivan", "--json").out)
    assert found["hits"][0]["id"] == "p-1" and found["hits"][0]["explanation"]["pairs"]
    assert "No match" in desk("Granite Harbour").out


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_a_batch_of_each_kind_is_answered_row_by_row(desk: Desk, kind: str) -> None:
    source = desk.folder / f"in.{kind}"
    if kind == "parquet":
        pq.write_table(pa.Table.from_pylist(ROWS), source)
    elif kind == "jsonl":
        desk.lines(as_lines(ROWS))
    else:
        source.write_text(
            "id,query\n" + "".join(f"{r['id']},{r['query']}\n" for r in ROWS), "utf-8"
        )
    out = desk.batch(source, f"out.{kind}")
    if kind == "jsonl":
        found = [(a["id"], a["hits"][0]["id"] if a["hits"] else None) for a in answers(out)]
    elif kind == "parquet":
        found = [(r["id"], r["hit"]) for r in pq.read_table(out).to_pylist()]
    else:
        with out.open(encoding="utf-8", newline="") as file:
            found = [(r["id"], r["hit"] or None) for r in csv.DictReader(file)]
    assert found == [("a", "c-1"), ("b", None), ("c", "p-1")]


def test_a_broken_row_becomes_an_issue_and_the_rest_is_answered(desk: Desk) -> None:
    rows = as_lines(ROWS[:1]) + "{broken\n" + as_lines(ROWS[2:])
    one, two, three = answers(desk.batch(desk.lines(rows), "out.jsonl"))
    assert one["hits"] and three["hits"] and "Row 2: It is no JSON" in two["issue"]


def test_an_unknown_schema_in_a_row_is_told_and_the_row_screened_without(desk: Desk) -> None:
    rows = as_lines([{**ROWS[0], "schema": "Persson"}])
    (one,) = answers(desk.batch(desk.lines(rows), "out.jsonl"))
    assert one["hits"] and "without one" in one["issue"]
    assert desk("Ann", "--schema", "Persson").code == 2


def test_a_missing_column_or_list_is_refused_with_the_next_step(desk: Desk) -> None:
    source = desk.lines('{"id": "a", "party": "Ann"}\n')
    done = desk("--batch", source, "--out", desk.folder / "out.jsonl")
    assert done.code == 2 and "query" in done.err
    missing = run(desk.capsys, "screen", "Ann Example")
    assert missing.code == 3 and "enduse lists install" in missing.err


@pytest.mark.parametrize("name", ["", "...", "\U0001f642", "\u200f\u202e", "x", "A" * 1_000_000])
def test_a_name_that_names_nothing_has_no_hit_and_no_traceback(desk: Desk, name: str) -> None:
    done = desk(name)
    assert done.code in (0, 2) and "Traceback" not in done.err
    assert "No match" in done.out or "nothing to compare" in done.err
