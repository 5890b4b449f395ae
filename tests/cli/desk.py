"""A desk of our own: two lists in a home of its own, asked as a user asks."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import Ran, run

LIST = {
    "1": "Kupol Example Plant JSC,Company,ru",
    "2": "Ivan Exemplarov,Person,ru",
    "3": "Granite Star Shipping,Company,ae",
}


class Home:
    """Commands against lists that are installed for one test."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def __call__(self, *words: object, code: int = 0) -> str:
        done = self.ran(*words)
        assert done.code == code, done.out + done.err
        return done.out + done.err

    def ran(self, *words: object) -> Ran:
        return run(self.capsys, *words)

    def json(self, *words: object) -> Any:
        return json.loads(self.ran(*words, "--json").out)

    def install(self, rows: dict[str, str], day: str = "2026-01-01") -> str:
        path = self.folder / "own.csv"
        lines = [f"{key},{row}" for key, row in rows.items()]
        path.write_text("id,name,schema,country\n" + "\n".join(lines) + "\n", "utf-8")
        return self("lists", "install", "own_list", path, "--day", day, "--accept", "both")

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def judge(self, hit: int, verdict: str = "negative", *more: object) -> str:
        return self("review", hit, "--judge", verdict, "--reason", "Other number", *more)


@pytest.fixture
def home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Home:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path / "home"))
    # No compiler shall outlive a test.
    for command in ("screen", "rescreen"):
        monkeypatch.setattr(f"enduse.cli.desk.{command}.compile_in_background", lambda: None)
    made = Home(tmp_path, capsys)
    made.install(LIST)
    return made
