"""Worked cases of our own: combinations that texts leave to care, each with its reasoning.

They stand in `own_cases.json`, in the format of the shared ones; `title` gives the reasoning.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from enduse.graph.regime import regimes
from enduse.graph.worked.answering import answer_case, answer_cases

DAY = "2026-06-01"
FILE = Path(__file__).parent / "own_cases.json"
CASES: list[dict[str, Any]] = json.loads(FILE.read_text("utf-8"))["cases"]
X = {"US_SDN": ["X"], "EU": ["X"], "UK": ["X"]}
XY = {"US_SDN": ["X", "Y"], "EU": ["X", "Y"], "UK": ["X", "Y"]}
STATUSES = {
    "blocked",
    "not_blocked",
    "indeterminate",
    "restricted",
    "not_restricted_by_ownership",
    "licence_or_resolve",
    "verify_rule_status",
}
BASES = {"ownership", "votes", "control", "via_controlled_holder", "listed", "none"}


def own(owner: str, target: str, pct: str | None = None, **more: str) -> dict[str, Any]:
    return {"owner": owner, "target": target, "pct": pct, **more}


def case(holdings: Any, listed: Any = X, day: str = DAY, **more: Any) -> dict[str, Any]:
    return {"holdings": holdings, "listed": listed, "as_of": day, **more}


@pytest.fixture(scope="module")
def answers() -> dict[str, Any]:
    done = answer_cases({"cases": CASES})
    assert done.unanswered == {} and done.unused == {}
    return done.answers


@pytest.mark.parametrize("worked", CASES, ids=lambda c: c["id"])
def test_worked(worked: dict[str, Any], answers: dict[str, Any]) -> None:
    for regime, entities in worked["expected"].items():
        for entity, wanted in entities.items():
            got = answers[worked["id"]][regime][entity]
            said = {key: got.get(key) for key in wanted}
            assert said == wanted, (regime, entity, worked["title"], got)


def test_every_regime_status_and_basis_stands_in_some_case() -> None:
    told = [
        (regime, answer["status"], answer["basis"])
        for worked in CASES
        for regime, entities in worked["expected"].items()
        for answer in entities.values()
    ]
    assert {regime for regime, _, _ in told} == set(regimes())
    assert {status for _, status, _ in told} == STATUSES
    assert {basis for _, _, basis in told} == BASES


CHAIN = [own("E", "F", "50"), own("F", "G", "50")]
E_LISTED = {"BIS_ENTITY_LIST": ["E"]}
BIS_DAYS = {
    "2025-09-28": "not_restricted_by_ownership",
    "2025-09-29": "restricted",
    "2025-11-09": "restricted",
    "2025-11-10": "not_restricted_by_ownership",
    "2026-11-09": "not_restricted_by_ownership",
    "2026-11-10": "verify_rule_status",
}


@pytest.mark.parametrize(("day", "status"), BIS_DAYS.items())
def test_the_affiliates_rule_comes_and_goes_by_day(day: str, status: str) -> None:
    answers = answer_case(case(CHAIN, E_LISTED, day))["BIS"]
    assert [answers[e]["status"] for e in "EFG"] == ["restricted", status, status]
    assert [answers[e]["aggregate_pct"] for e in "FG"] == ["50", "50"]


def test_designated_nationals_count_for_bis_only_under_its_programmes() -> None:
    def status(programs: dict[str, str]) -> tuple[str, bool]:
        listed = {"US_SDN": ["S"], "BIS_MEU": ["M"], "programs": programs}
        held = [own("S", "F", "30"), own("M", "F", "20")]
        answer = answer_case(case(held, listed, "2025-10-15"))
        return answer["BIS"]["F"]["status"], answer["BIS"]["F"]["review"]

    assert status({"S": "RUSSIA-EO14024"}) == ("restricted", False)
    assert status({"S": "CUBA"}) == ("not_restricted_by_ownership", False)
    assert status({}) == ("restricted", True)


def test_a_company_of_the_united_states_passes_ownership_on_and_is_not_reached_itself() -> None:
    held = [own("E", "U", "100"), own("U", "F", "100")]
    asked = case(held, E_LISTED, "2025-10-15", entity_country={"U": "US"})
    answers = answer_case(asked)["BIS"]
    assert answers["U"]["status"] == "not_restricted_by_ownership"
    assert answers["F"]["status"] == "restricted" and answers["F"]["review"]


def test_a_bare_no_far_from_every_doubt_asks_for_no_review() -> None:
    held = [own("X", "A", "10"), own("N", "A", "60")]
    answers = answer_case(case(held, X))
    assert not any(answers[regime]["A"]["review"] for regime in ("US", "EU", "UK"))


def test_votes_stated_for_one_holder_are_no_fault() -> None:
    worked = next(c for c in CASES if c["id"] == "VOTES-OF-ONE-STATED")
    assert "data_quality" not in answer_case(worked)["UK"]["A"]


def test_an_open_answer_says_what_would_decide_it() -> None:
    held = [own("X", "A", "30"), own("Y", "A")]
    answer = answer_case(case(held, XY))["US"]["A"]
    assert answer["would_decide"] == [
        "The exact shares of Y in A (not stated); from 20 % the threshold is met."
    ]


def test_an_accounting_parent_is_told_and_never_becomes_a_percentage() -> None:
    from enduse.graph import assess_ownership
    from enduse.model import Right, Stake

    parent = Stake("X", "A", None, None, Right.CONSOLIDATION)
    answer = assess_ownership([parent], {"EU": ["X"]}, "EU", DAY)["A"]
    assert answer.status == "not_blocked" and answer.aggregate.high == 0 and answer.review
    assert "accounting consolidation" in answer.reasons[0]


def test_a_sale_between_two_days_of_a_story_asks_whether_it_was_genuine() -> None:
    days = [("before", "60", "2026-01-15"), ("after", "30", "2026-03-15")]
    cases = []
    for name, pct, day in days:
        held = [own("X", "A", pct), own("N", "A", str(100 - int(pct)))]
        cases.append(case(held, X, day, id=name, series="sale"))
    answers = answer_cases({"cases": cases[::-1]}).answers
    assert answers["before"]["US"]["A"]["status"] == "blocked"
    after = answers["after"]["US"]["A"]
    assert (after["status"], after["aggregate_pct"], after["review"]) == ("not_blocked", "30", True)
    assert "Up to 2026-01-15 listed holders had 60 %" in after["caution"]


def test_a_case_that_cannot_be_read_hides_no_other() -> None:
    good = case([own("X", "A", "50")], id="good")
    done = answer_cases({"cases": [{"id": "bad"}, 7, good]})
    assert "lacks 'as_of'" in done.unanswered["bad"]
    assert "no object" in done.unanswered["case 2"]
    assert done.answers["good"]["US"]["A"]["status"] == "blocked"


BAD: dict[str, dict[str, Any]] = {
    "no entry": {"holdings": ["X owns A"]},
    "no list": {"holdings": {"owner": "X"}},
    "no day": {"as_of": "2026-06"},
    "number for a day": {"as_of": 20260601},
    "nobody owns": {"holdings": [{"target": "A", "pct": "50"}]},
    "arrangement in nothing": {"joint_arrangements": [{"parties": ["X", "N"]}]},
    "list of numbers": {"listed": {"EU": [1, 2]}},
    "countries in a row": {"entity_country": ["US"]},
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_said_in_a_sentence(name: str) -> None:
    done = answer_cases({"cases": [case([own("X", "A", "50")], id="one") | BAD[name]]})
    (why,) = done.unanswered.values()
    assert why.endswith(".") and done.answers == {}


@pytest.mark.parametrize("pct", ["-5", "about half", "", "1e999999999", True, [50], "60-40"])
def test_an_unreadable_percentage_is_an_unknown_share_and_a_fault(pct: Any) -> None:
    answer = answer_case(case([{"owner": "X", "target": "A", "pct": pct}]))["US"]["A"]
    assert answer["status"] == "indeterminate" and answer["aggregate_pct_range"] == ["0", "100"]
    assert "A: what X holds cannot be read" in answer["data_quality"][0] and answer["review"]


def test_fields_and_words_nobody_knows_are_named_and_the_case_is_answered() -> None:
    strange = own("X", "A", "50", valid_from="2020") | {"note": "said to be so"}
    done = answer_cases(
        {"cases": [case([strange], {"EU": ["X"], "MARS": ["Y"]}, id="one", mood=1)]}
    )
    assert done.answers["one"]["EU"]["A"]["status"] == "blocked"
    assert done.unused["one"] == (
        "the field 'mood' is not known and was not used",
        "'valid_from' in holdings is not known and was not used",
        "the list 'MARS' is not known and was not used",
    )


def test_two_cases_of_one_name_are_both_answered() -> None:
    twice = [case([own("X", "A", pct)], id="one") for pct in ("40", "60")]
    answers = answer_cases({"cases": twice}).answers
    assert [answers[name]["US"]["A"]["status"] for name in answers] == ["not_blocked", "blocked"]


def test_what_others_are_stated_to_hold_is_told_beside_an_open_answer() -> None:
    held = [own("X", "A"), own("N", "A", "60")]
    assert answer_case(case(held))["US"]["A"]["would_decide"][1] == (
        "Others are stated to hold 60 % of A: if that is right, no more than 40 % is left, which "
        "is less than 50 % or more."
    )


def test_a_stake_that_begins_later_is_told_and_does_not_count() -> None:
    answer = answer_case(case([own("X", "A", "60", start="2026-07-01")]))["EU"]["A"]
    assert (answer["status"], answer["review"]) == ("not_blocked", False)
    assert answer["caution"] == (
        "From 2026-07-01 on listed holders are to have 60 %; ask again on that day."
    )


def test_the_look_through_product_stands_beside_the_answer_under_its_own_name() -> None:
    held = [own("X", "A", "49"), own("A", "C", "60"), own("X", "C", "40")]
    answer = answer_case(case(held))["US"]["C"]
    assert (answer["status"], answer["aggregate_pct"]) == ("not_blocked", "40")
    assert answer["look_through_pct_do_not_use"] == "69.4"
