"""Run a command as a user would, and see what it prints and how it leaves."""

import sys
from dataclasses import dataclass

import pytest

from enduse.cli import main


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *words: object) -> Ran:
    before, sys.argv = sys.argv, ["enduse", *map(str, words)]
    try:
        main()
        code = 0
    except SystemExit as left:
        code = int(left.code or 0)
    finally:
        sys.argv = before
    captured = capsys.readouterr()
    return Ran(code, captured.out, captured.err)
