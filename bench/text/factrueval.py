"""Russian names against the factRuEval-2016 test set: persons, places, organisations."""

from collections.abc import Iterator
from pathlib import Path

from bench.spans import Place, Tally
from enduse.extract.russian import names

CLASSES = {"Person": "PER", "Location": "LOC", "LocOrg": "LOC", "Org": "ORG"}
Row = tuple[str, int, int]


def documents(root: Path) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """Text and annotated objects (class, start, end) of each document.

    An object reaches from its first to its last span; professions are no part of a person.
    """
    for path in sorted(root.glob("*.objects")):
        spans = {}
        for line in path.with_suffix(".spans").read_text("utf-8").splitlines():
            cells = line.split()
            if len(cells) > 3 and cells[1] != "job":
                spans[cells[0]] = (int(cells[2]), int(cells[2]) + int(cells[3]))
        text = path.with_suffix(".txt").read_text("utf-8")
        yield text, list(_objects(path, spans))


def _objects(path: Path, spans: dict[str, Place]) -> Iterator[tuple[str, int, int]]:
    for line in path.read_text("utf-8").splitlines():
        cells = line.split(" # ")[0].split()
        if len(cells) < 3 or cells[1] not in CLASSES:
            continue
        places = [spans[s] for s in cells[2:] if s in spans]
        if places:
            yield CLASSES[cells[1]], min(p[0] for p in places), max(p[1] for p in places)


def by_rules(text: str) -> list[Row]:
    """Our names by the habit of that corpus: the closing quotation mark is no part of one."""
    return [
        (n.kind, n.span.start, n.span.end - (text[n.span.end - 1] in '»"“”')) for n in names(text)
    ]


def score(root: Path) -> dict[str, dict[str, float | int]]:
    """Scores by class and over all."""
    tallies = {name: Tally() for name in ("PER", "LOC", "ORG")}
    for text, gold in documents(root):
        got = by_rules(text)
        for name, tally in tallies.items():
            tally.add(_of(gold, name), _of(got, name))
    together = Tally()
    for tally in tallies.values():
        together.plus(tally)
    return {name: tally.scores() for name, tally in (*tallies.items(), ("all", together))}


def _of(rows: list[tuple[str, int, int]], name: str) -> list[Place]:
    return [(start, end) for kind, start, end in rows if kind == name]
