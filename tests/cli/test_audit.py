"""The record handed over: a second person comes to the same answers, or learns why not."""

import shutil
from pathlib import Path

import orjson
import pytest

from tests.cli.desk import LIST, Home, home

__all__ = ["home"]
KUPOL = "Kupol Example Plant"


@pytest.fixture
def export(home: Home) -> Path:
    """Two questions of the desk, a batch, and a judgement between."""
    home("screen", KUPOL)
    home("screen", "Nobody Here At All")
    home.judge(1)
    home("screen", KUPOL)
    source = home.file("in.csv", f"id,query\na,{KUPOL}\nb,Nobody Here\nc,Ivan Exemplarov\n,...\n")
    home("screen", "--batch", source, "--out", home.folder / "out.jsonl")
    home("audit", "export", "--out", home.folder / "audit.jsonl")
    return home.folder / "audit.jsonl"


def changed(export: Path, old: str, new: str) -> None:
    text = export.read_text("utf-8")
    assert old in text
    export.write_text(text.replace(old, new, 1), "utf-8")


def test_a_second_person_comes_to_the_same_answers(home: Home, export: Path) -> None:
    # Only the lists are theirs too; the record is not.
    shutil.rmtree(home.folder / "home" / "desk")
    told = home("audit", "replay", export, "--input", home.folder / "in.csv")
    assert "4 runs: 4 the same, 0 different, 0 cannot be replayed." in told
    assert "The log holds" in told


def test_a_batch_without_its_file_is_replayed_as_far_as_it_goes(home: Home, export: Path) -> None:
    found = home.json("audit", "replay", export)
    assert [run["verdict"] for run in found["runs"]] == ["same"] * 4
    assert found["runs"][3]["left_out"] == 2
    assert "2 rows had no hits and were not asked; for these add --input in.csv" in home(
        "audit", "replay", export
    )


def test_an_export_names_lists_hits_scores_and_no_place_on_the_machine(
    home: Home, export: Path
) -> None:
    lines = [orjson.loads(line) for line in export.read_bytes().splitlines()]
    run = next(line for line in lines if line["kind"] == "run")
    assert run["lists"][0]["name"] == "own_list" and run["lists"][0]["day"] == "2026-01-01"
    assert len(run["lists"][0]["files"][0]) == 64
    hit = next(line for line in lines if line["kind"] == "question")["hits"][0]
    assert hit["id"] == "own-1" and 0.8 < hit["score"] <= 1
    assert str(home.folder) not in export.read_text("utf-8")


def test_a_score_that_was_changed_is_found_by_the_log_and_by_replaying(
    home: Home, export: Path
) -> None:
    hit = next(
        line["hits"][0]
        for line in map(orjson.loads, export.read_bytes().splitlines())
        if line["kind"] == "question"
    )
    changed(export, f'"score":{hit["score"]}', '"score":0.4321')
    told = home("audit", "replay", export, code=4)
    assert "recorded 0.4321" in told
    assert "Run 1 is not as the log remembers it." in told


def test_a_judgement_that_was_changed_or_left_out_is_found(home: Home, export: Path) -> None:
    changed(export, '"reason":"Other number"', '"reason":"No reason"')
    assert "Judgement 1 is not as the log remembers it." in home("audit", "replay", export, code=4)
    lines = export.read_bytes().splitlines(keepends=True)
    export.write_bytes(b"".join(line for line in lines if b'"kind":"judgement"' not in line))
    assert "Judgement 1 is missing." in home("audit", "replay", export, code=4)


def test_a_list_version_that_is_not_here_is_said(home: Home, export: Path) -> None:
    shutil.rmtree(home.folder / "home")
    home.install({"9": "Another List Altogether,Company,ru"}, "2026-03-01")
    told = home("audit", "replay", export, code=3)
    assert "4 cannot be replayed" in told and "2026-01-01-" in told


def test_an_old_version_still_installed_is_replayed_after_an_update(
    home: Home, export: Path
) -> None:
    home.install({"2": LIST["2"], "3": LIST["3"]}, "2026-03-01")
    assert "4 the same" in home("audit", "replay", export)


def test_another_version_of_the_tool_is_said_and_can_be_asked_for(home: Home, export: Path) -> None:
    from enduse.matching import fingerprint

    for _ in range(4):
        changed(export, f'"engine":"{fingerprint()}"', '"engine":"0000000000000000"')
    told = home("audit", "replay", export, code=4)
    assert "engine 0000000000000000" in told and "4 cannot be replayed" in told
    told = home("audit", "replay", export, "--any-version", code=4)
    assert "4 the same" in told and "Run 1 is not as the log remembers it." in told


def test_what_is_no_export_is_refused(home: Home) -> None:
    page = home.file("x.jsonl", '{"kind": "claim"}\n')
    assert "Line 1 is no line of an audit export" in home("audit", "replay", page, code=2)
    assert "empty" in home("audit", "replay", home.file("y.jsonl", ""), code=2)
    assert "no file" in home("audit", "replay", home.folder / "z.jsonl", code=2)


def test_the_record_on_this_machine_is_checked_against_its_log(home: Home, export: Path) -> None:
    from sqlalchemy import create_engine, text

    assert "Everything holds: 4 runs, 1 judgement," in home("audit", "check")
    engine = create_engine(f"sqlite:///{home.folder / 'home' / 'desk' / 'desk.sqlite'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE hit SET score = 0.1 WHERE id = 1"))
    engine.dispose()
    assert "Run 1 is not as the log remembers it." in home("audit", "check", code=4)
