"""Chinese names against half of the MSRA test part: exact spans with their class."""

from collections.abc import Iterator
from pathlib import Path

from bench.spans import Tally
from enduse.extract.chinese import names

Row = tuple[str, int, int]


def sentences(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """Text and annotated names (class, start, end) of each sentence."""
    chars: list[str] = []
    tags: list[str] = []
    for line in (*path.read_text("utf-8").splitlines(), ""):
        cells = line.split()
        if len(cells) == 2:
            chars.append(cells[0])
            tags.append(cells[1])
        elif chars:
            yield "".join(chars), list(_names(tags))
            chars, tags = [], []


def _names(tags: list[str]) -> Iterator[Row]:
    start = None
    for k, tag in enumerate((*tags, "O")):
        if start is not None and not tag.startswith("I-"):
            yield tags[start][2:], start, k
            start = None
        if tag.startswith("B-"):
            start = k


def score(root: Path) -> dict[str, dict[str, float | int]]:
    """Scores by class and over all."""
    tallies = {name: Tally() for name in ("PER", "LOC", "ORG", "all")}
    offset = 0
    for text, gold in sentences(root / "msra_half_bio.txt"):
        got = [(n.kind, n.span.start, n.span.end) for n in names(text)]
        for name, tally in tallies.items():
            tally.add(_of(gold, name, offset), _of(got, name, offset))
    return {name: tally.scores() for name, tally in tallies.items()}


def _of(rows: list[Row], name: str, offset: int) -> list[tuple[int, int]]:
    """Places of a class; over all classes a name of another class is another place."""
    if name != "all":
        return [(start, end) for kind, start, end in rows if kind == name]
    shift = {"PER": 0, "LOC": 100_000, "ORG": 200_000}
    return [(start + shift[kind], end + shift[kind]) for kind, start, end in rows]
