import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from enduse.cli.app import app
from enduse.errors import BadInput, UnreadableSource

CASES = {
    "cases": [
        {
            "id": "one",
            "holdings": [{"owner": "X", "target": "A", "pct": "50/3"}],
            "listed": {"EU": ["X"]},
            "as_of": "2026-06-01",
        }
    ]
}


def run(path: Path, *words: str) -> str:
    done = CliRunner().invoke(app, ["ownership", "--cases", str(path), *words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


def test_worked_cases_are_answered_as_json_with_exact_percentages(tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(CASES), "utf-8")
    answer = json.loads(run(path, "--json"))["one"]["EU"]["A"]
    assert (answer["status"], answer["aggregate_pct"]) == ("not_blocked", "50/3")
    assert "EU  A: not_blocked (none) 50/3 %" in run(path)


def test_a_file_that_is_no_json_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_text("{", "utf-8")
    with pytest.raises(UnreadableSource, match="it is not JSON"):
        run(path, "--json")
    with pytest.raises(BadInput, match="No such file"):
        run(tmp_path / "none.json")


def test_neither_case_nor_file_is_told() -> None:
    done = CliRunner().invoke(app, ["ownership"])
    assert isinstance(done.exception, BadInput)
