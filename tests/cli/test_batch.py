"""A batch: killed anywhere it ends as if it had not been; broken rows stay alone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from sqlalchemy import create_engine, text

from tests.cli.desk import Home, home

__all__ = ["home"]
NAMES = ("Kupol Example Plant", "Nobody Here", "Ivan Exemplarov", "Granite Star Shipping", "...")
# Runs the command with chunks of three rows and dies by SIGKILL at one chunk's end, once it is
# in the file and in the record.
DYING = """
import os, signal, sys
from pathlib import Path
from enduse.cli import settings
from enduse.cli.batch import answering, job
from enduse.case.desk import Desk
from enduse.cli.output import Telling
from enduse.screening import DEFAULT_THRESHOLD

class Dying(Telling):
    left = int(sys.argv[3])
    def say(self, words):
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)

answering.CHUNK = answering._FEW = 3
home = settings.Settings.read().home
asked = job.Job(Path(sys.argv[1]), Path(sys.argv[2]), None, DEFAULT_THRESHOLD, 5, 1)
with Desk(home) as desk:
    job.run(asked, home, Dying(), desk)
"""


def table(home: Home, rows: int = 20) -> Path:
    lines = [f"r{n},{NAMES[n % len(NAMES)]}" for n in range(rows)]
    return home.file("in.csv", "id,query\n" + "\n".join(lines) + "\n")


def answers(path: Path) -> list[dict[str, object]]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def die(source: Path, out: Path, after: int) -> int:
    words = [sys.executable, "-c", DYING, str(source), str(out), str(after)]
    return subprocess.run(words, env=dict(os.environ), check=False).returncode


def unfinished(home: Home) -> tuple[str, int]:
    """When the run under way was begun, and how many rows of it are recorded."""
    engine = create_engine(f"sqlite:///{home.folder / 'home' / 'desk' / 'desk.sqlite'}")
    with engine.connect() as connection:
        row = connection.execute(text("SELECT at, rows FROM run WHERE NOT finished")).one()
    engine.dispose()
    return row[0], row[1]


def test_killed_again_and_again_a_batch_ends_as_if_it_had_not_been(home: Home) -> None:
    source, whole, out = table(home), home.folder / "whole.jsonl", home.folder / "out.jsonl"
    home("screen", "--batch", source, "--out", whole)
    begun = []
    for after in (2, 1, 3):
        assert die(source, out, after) == -signal.SIGKILL
        begun.append(unfinished(home))
    assert [rows for _, rows in begun] == [6, 9, 18]
    assert len(out.with_name("out.jsonl.partial").read_bytes().splitlines()) == 18
    assert "20 rows, 12 with hits, 4 issues" in home("screen", "--batch", source, "--out", out)
    assert out.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in home.folder.glob("out*")) == ["out.jsonl"]
    home("audit", "export", "--out", home.folder / "audit.jsonl")
    runs = [line for line in answers(home.folder / "audit.jsonl") if line["kind"] == "run"]
    # It is one run that was gone on with, not a fresh one at each start.
    assert {at for at, _ in begun} == {runs[1]["at"]}
    counts = [tuple(run[k] for k in ("rows", "with_hits", "issues")) for run in runs]
    assert counts == [(20, 12, 4)] * 2
    replayed = home.json("audit", "replay", home.folder / "audit.jsonl", "--input", source)
    assert (replayed["same"], replayed["faults"]) == (2, [])


def test_a_half_line_and_rows_the_record_does_not_know_are_cut_off(home: Home) -> None:
    source, out = table(home), home.folder / "out.jsonl"
    assert die(source, out, 2) == -signal.SIGKILL
    with out.with_name("out.jsonl.partial").open("ab") as file:
        file.write(b'{"id":"not recorded","hits":[]}\n{"id":"cu')
    home("screen", "--batch", source, "--out", out)
    assert [row["id"] for row in answers(out)] == [f"r{n}" for n in range(20)]


def test_what_was_begun_on_other_terms_is_begun_anew(home: Home) -> None:
    source, out = table(home), home.folder / "out.jsonl"
    assert die(source, out, 2) == -signal.SIGKILL
    home("screen", "--batch", source, "--out", out, "--threshold", "0.99")
    assert len(answers(out)) == 20
    assert not any(row["hits"] and row["id"] == "r0" for row in answers(out))
    assert "Everything holds: 1 run," in home("audit", "check")


def test_two_processes_answer_as_one_does(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    # Few rows a chunk, so that a party comes again while its first answer is still under way.
    monkeypatch.setattr("enduse.cli.batch.answering.CHUNK", 3)
    source, outs = table(home, 60), [home.folder / f"{n}.jsonl" for n in (1, 2)]
    for jobs, out in enumerate(outs, start=1):
        home("screen", "--batch", source, "--out", out, "--jobs", jobs)
    assert outs[0].read_bytes() == outs[1].read_bytes()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_the_header_says_what_parts_the_cells_of_a_csv(home: Home, mark: str) -> None:
    rows = [("id", "query", "country"), ("a", "Kupol Example Plant", "ru")]
    source = home.file("in.csv", "".join(mark.join(row) + "\n" for row in rows))
    home("screen", "--batch", source, "--out", home.folder / "out.jsonl")
    (row,) = answers(home.folder / "out.jsonl")
    assert row["id"] == "a" and row["hits"]


def test_a_broken_row_of_a_csv_stays_alone_and_keeps_its_id(home: Home) -> None:
    lines = ["id,query", 'a,"Kupol Example Plant', "b,Ivan Exemplarov", "c,too,many", 'd,"Two',
             'lines"', "e,Granite Star Shipping", 'f,Ivan "Exemplarov']  # fmt: skip
    source = home.file("in.csv", "\n".join(lines) + "\n")
    home("screen", "--batch", source, "--out", home.folder / "out.jsonl")
    found = answers(home.folder / "out.jsonl")
    assert [row["id"] for row in found] == ["a", "b", "c", "d", "e", "f"]
    assert [row.get("issue") for row in found] == [
        "Row 1: A quotation mark is opened and never closed.", None,
        "Row 3: It has 3 cells, the header 2.", None, None, None,
    ]  # fmt: skip
    assert [bool(row["hits"]) for row in found] == [False, True, False, False, True, True]


def test_bytes_that_are_no_text_are_an_issue_of_their_row(home: Home) -> None:
    source = home.folder / "in.csv"
    source.write_bytes(b"id,query\na,Kupol Example Plant \xff\nb,Ivan Exemplarov\n")
    home("screen", "--batch", source, "--out", home.folder / "out.jsonl")
    one, two = answers(home.folder / "out.jsonl")
    assert "not UTF-8" in str(one["issue"]) and two["hits"]


def test_a_name_of_a_megabyte_is_answered_and_the_rest_too(home: Home) -> None:
    source = home.file("in.csv", f"id,query\na,{'A' * 1_000_000}\nb,Ivan Exemplarov\n")
    home("screen", "--batch", source, "--out", home.folder / "out.jsonl")
    one, two = answers(home.folder / "out.jsonl")
    assert one["hits"] == [] and two["hits"]


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(home: Home) -> None:
    source = home.file("in.jsonl", '{"id": "=1+1", "query": "Ivan Exemplarov"}\n')
    home("screen", "--batch", source, "--out", home.folder / "out.csv")
    assert "\n'=1+1,1,own-2," in (home.folder / "out.csv").read_text("utf-8")


def test_what_cannot_be_read_or_written_is_refused_before_anything_is(home: Home) -> None:
    array = home.file("in.json", '[\n{"query": "Ann"}\n]\n')
    cases = {
        "one JSON array": ("--batch", array, "--out", home.folder / "out.jsonl"),
        "cannot be written": ("--batch", table(home), "--out", home.folder / "out.xlsx"),
        "has no column": ("--batch", home.file("n.csv", "id,party\n1,Ann\n"), "--out",
                          home.folder / "out.jsonl"),
    }  # fmt: skip
    for words, asked in cases.items():
        assert words in home("screen", *asked, code=2)
    assert not list(home.folder.glob("out*"))


def test_a_list_that_is_not_installed_names_the_nearest(home: Home) -> None:
    assert "Did you mean own_list" in home("screen", "Ann Example", "--list", "own_lst", code=3)
    told = home("screen", "Ann Example", "--list", "us_ofac_sd", code=3)
    assert "Run: enduse lists install us_ofac_sdn" in told
