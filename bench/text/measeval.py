"""Quantity spans against the MeasEval trial set (scientific English)."""

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.spans import Place, Tally
from enduse.extract.quantities import Quantity, quantities

_LIST = re.compile(r",? (?:and|or) |, ")


def documents(root: Path) -> Iterator[tuple[str, list[Place]]]:
    """Text and annotated quantity spans of each document."""
    for path in sorted((root / "trial" / "tsv").glob("*.tsv")):
        text = (root / "trial" / "txt" / f"{path.stem}.txt").read_text("utf-8")
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            gold = [
                (int(r["startOffset"]), int(r["endOffset"]))
                for r in rows
                if r["annotType"] == "Quantity"
            ]
        yield text, gold


def as_annotated(text: str, found: Sequence[Quantity]) -> list[Place]:
    """Spans by the habits of that corpus: no ordinals, and an enumeration is one quantity."""
    places: list[Place] = []
    last: Quantity | None = None
    for quantity in (q for q in found if q.kind != "ordinal"):
        place = (quantity.span.start, quantity.span.end)
        if last is not None and _goes_on(text, last, quantity):
            place = (places.pop()[0], place[1])
        places.append(place)
        last = quantity
    return places


def _goes_on(text: str, last: Quantity, quantity: Quantity) -> bool:
    between = text[last.span.end : quantity.span.start]
    plain = last.bound is None and quantity.bound is None and last.low is None is quantity.low
    same = last.kind == "count" or last.unit == quantity.unit
    if "respectively" in text[quantity.span.end : quantity.span.end + 40]:
        return False
    return plain and same and _LIST.fullmatch(between) is not None


def score(root: Path) -> dict[str, float | int]:
    """Scores over all documents."""
    tally = Tally()
    for text, gold in documents(root):
        tally.add(gold, as_annotated(text, quantities(text, "en")))
    return tally.scores()
