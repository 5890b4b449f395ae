"""The annotated reports are sound: what scores claims stands in their texts, in our words."""

import json
from pathlib import Path
from typing import Any

import pytest

from enduse.extract.relations.predicates import predicates

_ROOT = Path(__file__).resolve().parents[2]
REPORTS = sorted((_ROOT / "bench" / "claims" / "reports").glob("*/*.json"))
POLARITIES = {"asserted", "negated", "denied", "declined_to_comment", "no_response"}


def rows_of(report: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(report.read_text("utf-8"))["claims"]
    return rows


def text_of(report: Path) -> str:
    """The report's text; a second annotation has none of its own."""
    own = report.with_suffix(".txt")
    return (own if own.exists() else report.parents[1] / "unseen" / own.name).read_text("utf-8")


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_annotated_claim_quotes_its_text_in_known_words(report: Path) -> None:
    text = text_of(report)

    for row in rows_of(report):
        assert text[row["start"] : row["end"]] == row["quote"], row["id"]
        assert row["predicate"] in predicates(), row["id"]
        assert row["polarity"] in POLARITIES, row["id"]


def test_no_report_stands_in_two_folders() -> None:
    texts = [text_of(report) for report in REPORTS if report.parent.name != "second"]

    assert len(texts) == len(set(texts))
