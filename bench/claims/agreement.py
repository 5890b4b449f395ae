"""How far two annotators agree: what the scores of the rules can be held against.

Eight unseen reports were annotated a second time, from the text and the same conventions, by
somebody who did not see the first annotation; it stands in `reports/second/`. The second is scored
against the first as if it had been printed, and the other way round. A reader that did better than
this would follow one annotator's habits.
"""

import json
from pathlib import Path
from typing import Any

from bench.claims.score import Row, Tally, score

_REPORTS = Path(__file__).parent / "reports"


def measure() -> dict[str, Any]:
    """Each annotation of a report scored against the other one, over all of them."""
    second, first = Tally(), Tally()
    for path in sorted((_REPORTS / "second").glob("*.json")):
        known = _REPORTS / "unseen" / path.name
        text = known.with_suffix(".txt").read_text("utf-8")
        one, other = _rows(known), _rows(path)
        second.add(score(text, one, [_printed(row) for row in other]))
        first.add(score(text, other, [_printed(row) for row in one]))
    return {"second_against_first": second.report(), "first_against_second": first.report()}


def _rows(path: Path) -> list[Row]:
    rows: list[Row] = json.loads(path.read_text("utf-8"))["claims"]
    return rows


def _printed(row: Row) -> Row:
    """An annotated claim in the form in which a claim is printed."""
    said = [name for name in row["claimant"] if name != "outlet:unnamed"]
    voices = {
        "attribution": [[{"name": name}] for name in said],
        "attribution_cue": "said" if said else None,
        "conversions": [],
    }
    return {**row, **voices}
