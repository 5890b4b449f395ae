"""What commands print: words for people, JSON for programs, progress where it takes a while."""

import json
import sys
import time
from collections.abc import Iterable, Mapping
from typing import Any

_QUIET_SECONDS = 2.0


def as_json(answer: object) -> None:
    """Print one JSON document."""
    print(json.dumps(answer, ensure_ascii=False, indent=1, default=str))


def as_lines(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON object a line."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False, default=str))


class Telling:
    """Says on the terminal how far a step is, once it has taken two seconds.

    Nothing is printed where the output of errors is no terminal: logs stay clean.
    """

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._open = False

    def __call__(self, step: str, done: int, total: int) -> None:
        """Show that `done` of `total` units of `step` are behind us."""
        if not sys.stderr.isatty() or time.monotonic() - self._since < _QUIET_SECONDS:
            return
        print(f"\r\033[K{step} {done + 1}/{total}", end="", file=sys.stderr, flush=True)
        self._open = True

    def close(self) -> None:
        """Clear the line."""
        if self._open:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
