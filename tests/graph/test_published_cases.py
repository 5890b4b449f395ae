"""The worked cases that are shared among projects, where they are at hand."""

import json
from fractions import Fraction
from typing import Any

from enduse.graph import answer_cases
from enduse.graph.look_through import look_through_interest
from enduse.graph.worked.reading import read_stakes
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared


def published() -> list[dict[str, Any]]:
    assert SHARED is not None
    text = (SHARED / "cases" / "ownership_cases.json").read_text("utf-8")
    cases: list[dict[str, Any]] = json.loads(text)["cases"]
    return cases


def test_every_published_case_is_answered_exactly() -> None:
    cases = published()
    answers = answer_cases({"cases": cases}).answers
    for case in cases:
        for regime, entities in case["expected"].items():
            for entity, wanted in entities.items():
                got = answers[case["id"]][regime][entity]
                for key in ("status", "basis", "review"):
                    assert got.get(key) == wanted.get(key, got.get(key)), (case["id"], regime, key)
                if "aggregate_pct" in wanted:
                    assert Fraction(got["aggregate_pct"]) == Fraction(wanted["aggregate_pct"])
                if "aggregate_pct_range" in wanted:
                    assert got["aggregate_pct_range"] == wanted["aggregate_pct_range"]


def test_a_case_tagged_for_review_raises_a_review_note() -> None:
    cases = published()
    answers = answer_cases({"cases": cases}).answers
    for case in cases:
        for tag in case["tags"]:
            if tag.startswith("review"):
                regimes = [tag.removeprefix("review-")] if "-" in tag else list(case["expected"])
                noted = [a["review"] for r in regimes for a in answers[case["id"]][r].values()]
                assert any(noted), case["id"]


def test_expected_faults_in_the_data_are_reported() -> None:
    for case in published():
        for fault in case.get("expected_data_quality", ()):
            entity = fault.split(":")[0]
            answer = answer_cases({"cases": [case]}).answers[case["id"]]["US"][entity]
            assert fault in answer["data_quality"]


def test_the_look_through_interest_is_the_published_one_and_decides_nothing() -> None:
    for case in published():
        stakes = read_stakes(case)
        listed = case["listed"]["US_SDN"]
        interest = look_through_interest(stakes, listed, case["as_of"])
        for entity, percent in case.get("look_through_pct_do_not_use", {}).items():
            found = interest[entity]
            if found is None:
                assert case["id"] == "UK-JOINTLY-HELD"
                continue
            assert abs(found * 100 - Fraction(percent)) <= Fraction(1, 20000)
