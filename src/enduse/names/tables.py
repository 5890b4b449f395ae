"""The room's tables of facts, read once from the files beside the code."""

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Lines of one table, without comments and empty ones."""
    text = (files("enduse.names") / "data" / name).read_text("utf-8")
    return tuple(s for line in text.splitlines() if (s := line.strip()) and not s.startswith("#"))


@cache
def pairs(name: str) -> dict[str, str]:
    """A table of `written = meaning` lines."""
    found = {}
    for line in lines(name):
        left, _, right = line.partition("=")
        for written in left.split("|"):
            found[written.strip()] = right.strip()
    return found
