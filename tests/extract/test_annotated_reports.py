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


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_every_annotated_claim_quotes_its_text_in_known_words(report: Path) -> None:
    text = report.with_suffix(".txt").read_text("utf-8")

    for row in rows_of(report):
        assert text[row["start"] : row["end"]] == row["quote"], row["id"]
        assert row["predicate"] in predicates(), row["id"]
        assert row["polarity"] in POLARITIES, row["id"]


def test_no_report_stands_in_two_folders() -> None:
    texts = [report.with_suffix(".txt").read_text("utf-8") for report in REPORTS]

    assert len(texts) == len(set(texts))
