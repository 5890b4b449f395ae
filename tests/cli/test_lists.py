"""The commands `lists` from words to files, on fixtures of our own."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from enduse.cli.lists import lists_app
from enduse.errors import BadInput, UnknownName
from tests.sources.registers.reading import FIXTURES

BODS = str(FIXTURES / "bods_0_4.json")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Run":
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path / "home"))
    return Run()


class Run:
    def __call__(self, *words: str) -> str:
        done = CliRunner().invoke(lists_app, words, catch_exceptions=False)
        assert done.exit_code == 0, done.output
        return done.output

    def json(self, *words: str) -> dict[str, object]:
        found: dict[str, object] = json.loads(self(*words, "--json"))
        return found


def test_read_writes_whole_ftm_entities_issues_and_evidence(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "x.ftm.jsonl"
    told = run("read", "bods", BODS, "--out", str(out), "--evidence")
    assert "1 Company" in told
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    person = next(row for row in rows if row["id"] == "bods-p-1")
    assert person["schema"] == "Person"
    assert person["properties"]["name"] == ["Иван Примеров"]
    assert person["datasets"] == ["bods"]
    evidence = (out.parent / "x.evidence.jsonl").read_text("utf-8").splitlines()
    issues = (out.parent / "x.issues.jsonl").read_text("utf-8").splitlines()
    assert len(evidence) > len(rows)
    assert any("Atlantis" in line for line in issues)


def test_what_is_installed_is_shown_with_age_and_number(run: Run) -> None:
    assert "No list is installed" in run()
    made = run.json("install", "bods", BODS, "--day", "2026-01-01")
    assert (made["new"], made["parties"], made["before"]) == (True, 2, None)
    shown = run.json()
    assert isinstance(shown["installed"], list)
    assert shown["installed"][0]["version"] == made["version"]
    assert "bods  2 parties  2026-01-01" in run()
    assert "Nothing has changed" in run("install", "bods", BODS)


def test_diff_says_what_changed_field_by_field(run: Run, tmp_path: Path) -> None:
    run("install", "bods", BODS, "--day", "2026-01-01")
    later = tmp_path / "later.json"
    later.write_text(Path(BODS).read_text("utf-8").replace('"PIH"', '"PIHL"'), "utf-8")
    run("install", "bods", str(later), "--day", "2026-02-01")
    told = run("diff", "bods", "2026-01-01")
    assert "- alias: PIH\n        + alias: PIHL" in told
    assert "0 came, 0 went, 1 changed." in told


def test_wrong_words_are_answered_with_what_to_do(run: Run, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="bods"):
        run("read", "bodz", BODS, "--out", str(tmp_path / "x"))
    with pytest.raises(BadInput, match="no day"):
        run("install", "bods", BODS, "--day", "yesterday")
    with pytest.raises(BadInput, match="No address"):
        run("install", "bods")
