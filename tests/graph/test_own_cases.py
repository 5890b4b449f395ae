"""Worked cases of our own: combinations that texts leave to care, each with its reasoning."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from enduse.graph.cases import answer_case, answer_cases

DAY = "2026-06-01"
Expected = dict[str, dict[str, str]]


def own(owner: str, target: str, pct: str | None = None, **more: str) -> dict[str, Any]:
    return {"owner": owner, "target": target, "pct": pct, **more}


def band(owner: str, target: str, low: str, high: str, *, open_low: bool = True) -> dict[str, Any]:
    ends = {"min": low, "min_inclusive": not open_low, "max": high, "max_inclusive": True}
    return {"owner": owner, "target": target, "pct_range": ends}


def rule(controller: str, target: str, basis: str = "dominant_influence") -> dict[str, Any]:
    return {"controller": controller, "target": target, "basis": basis}


@dataclass(frozen=True)
class Case:
    """Expected answers are "status basis aggregate", with "review" where it must be there."""

    id: str
    why: str
    expected: Expected
    holdings: list[dict[str, Any]] = field(default_factory=list)
    votes: list[dict[str, Any]] = field(default_factory=list)
    control: list[dict[str, Any]] = field(default_factory=list)
    agreed: list[tuple[str, ...]] = field(default_factory=list)
    listed: dict[str, Any] = field(default_factory=dict)
    day: str = DAY
    country: dict[str, str] = field(default_factory=dict)


X = {"US_SDN": ["X"], "EU": ["X"], "UK": ["X"]}
XY = {"US_SDN": ["X", "Y"], "EU": ["X", "Y"], "UK": ["X", "Y"]}

CASES = [
    Case(
        "FAQ-401-5",
        "X holds 25 % of A and of B, which hold 50 % each of C: X owns neither, so C is free.",
        {"US": {"C": "not_blocked none 0"}, "EU": {"C": "not_blocked none 0"}},
        [own("X", "A", "25"), own("X", "B", "25"), own("A", "C", "50"), own("B", "C", "50")],
        listed=X,
    ),
    Case(
        "THREE-SIXTHS",
        "Three sixths are exactly a half; with rounded decimals they would not be.",
        {"US": {"A": "blocked ownership 50"}, "UK": {"A": "not_blocked none 50/3"}},
        [own(p, "A", "50/3") for p in ("X", "Y", "Z")],
        listed={"US_SDN": ["X", "Y", "Z"], "UK": ["X", "Y", "Z"]},
    ),
    Case(
        "UK-50.01",
        "A hair above half is more than half.",
        {"UK": {"A": "blocked ownership 50.01"}},
        [own("X", "A", "50.01")],
        listed=X,
    ),
    Case(
        "BAND-THROUGH-CHAIN",
        "The band of A crosses the mark, so all of B hangs on it: between nothing and all.",
        {
            "US": {"A": "indeterminate none 25-50 review", "B": "indeterminate none 0-100 review"},
            "UK": {"A": "not_blocked none 25-50 review", "B": "not_blocked none 0"},
        },
        [band("X", "A", "25", "50"), own("A", "B", "100")],
        listed=X,
    ),
    Case(
        "BAND-ABOVE-HALF",
        "More than 50 and up to 75: every value is more than half, under every rule.",
        {
            "US": {"A": "blocked ownership 50-75", "B": "blocked ownership 60"},
            "UK": {"A": "blocked ownership 50-75", "B": "blocked ownership 60"},
        },
        [band("X", "A", "50", "75"), own("A", "B", "60")],
        listed=X,
    ),
    Case(
        "BAND-FROM-HALF",
        "From exactly 50: blocked where half is enough, open where more than half is needed.",
        {
            "US": {"A": "blocked ownership 50-75"},
            "UK": {"A": "indeterminate none 50-75 review"},
        },
        [band("X", "A", "50", "75", open_low=False)],
        listed=X,
    ),
    Case(
        "TWO-BANDS",
        "Two bands of more than 25 sum to more than 50 in all cases; apart they do not reach.",
        {
            "US": {"A": "blocked ownership 50-100"},
            "UK": {"A": "not_blocked none 25-50 review"},
        },
        [band("X", "A", "25", "50"), band("Y", "A", "25", "50")],
        listed=XY,
    ),
    Case(
        "UNKNOWN-HOLDER-SHARE",
        "A listed owner without a percentage leaves the answer open, and says what decides.",
        {"US": {"A": "indeterminate none 0-100 review"}, "UK": {"A": "indeterminate none 0-100"}},
        [own("X", "A")],
        listed=X,
    ),
    Case(
        "UNKNOWN-DOES-NOT-MATTER",
        "60 % is enough whatever Y's share is: the sum is open, the answer is not.",
        {"US": {"A": "blocked ownership 60-100"}},
        [own("X", "A", "60"), own("Y", "A")],
        listed=XY,
    ),
    Case(
        "JOINT-BOTH-LISTED",
        "Whoever of the two it belongs to, all of it is a listed person's.",
        {
            "US": {"A": "blocked ownership 60 review"},
            "EU": {"A": "blocked ownership 60 review"},
            "UK": {"A": "blocked ownership 60"},
        },
        [own("X+Y", "A", "60")],
        listed=XY,
    ),
    Case(
        "JOINT-AND-ARRANGEMENT",
        "X holds 20 jointly with N and agrees with M, who has 31: each is taken to hold 51.",
        {
            "US": {"A": "not_blocked none 0 review"},
            "UK": {"A": "blocked ownership 51", "B": "blocked ownership 70"},
        },
        [own("X+N", "A", "20"), own("M", "A", "31"), own("A", "B", "70")],
        agreed=[("A", "X", "M")],
        listed=X,
    ),
    Case(
        "ARRANGEMENT-THROUGH-SUBSIDIARY",
        "The party to the arrangement is a company that X owns; it acts for X.",
        {"UK": {"S": "blocked ownership 80", "A": "blocked ownership 55"}},
        [own("X", "S", "80"), own("S", "A", "30"), own("N", "A", "25")],
        agreed=[("A", "S", "N")],
        listed=X,
    ),
    Case(
        "ARRANGEMENT-BELOW",
        "30 and 20 together are exactly half, which is not more than half.",
        {"UK": {"A": "not_blocked none 50 review"}, "EU": {"A": "not_blocked none 30 review"}},
        [own("X", "A", "30"), own("N", "A", "20")],
        agreed=[("A", "X", "N")],
        listed=X,
    ),
    Case(
        "CONTROL-THEN-OWNERSHIP-THEN-OWNERSHIP",
        "What rests on a controlled holder stays so further down.",
        {
            "US": {"C": "not_blocked none 0"},
            "EU": {
                "A": "blocked control 0",
                "B": "blocked via_controlled_holder 60",
                "C": "blocked via_controlled_holder 100",
            },
            "UK": {"C": "blocked via_controlled_holder 100"},
        },
        [own("A", "B", "60"), own("B", "C", "100")],
        control=[rule("X", "A")],
        listed=X,
    ),
    Case(
        "OWNERSHIP-THEN-CONTROL",
        "An owned company that controls another passes it on; OFAC asks for shares only.",
        {
            "US": {"A": "blocked ownership 60", "B": "not_blocked none 0 review"},
            "EU": {"B": "blocked control 0"},
            "UK": {"B": "blocked control 0"},
        },
        [own("X", "A", "60")],
        control=[rule("A", "B", "right to name the director")],
        listed=X,
    ),
    Case(
        "OWNERSHIP-BEATS-CONTROL",
        "Both hold; ownership is the ground named.",
        {"EU": {"A": "blocked ownership 60"}, "UK": {"A": "blocked ownership 60"}},
        [own("X", "A", "60")],
        control=[rule("X", "A")],
        listed=X,
    ),
    Case(
        "CONTROLLED-ADDS-TO-LISTED",
        "30 of X and 25 of a company he controls: only together enough, so via the holder.",
        {
            "EU": {"B": "blocked via_controlled_holder 55"},
            "UK": {"B": "blocked via_controlled_holder 55"},
            "US": {"B": "not_blocked none 30"},
        },
        [own("X", "B", "30"), own("A", "B", "25")],
        control=[rule("X", "A")],
        listed=X,
    ),
    Case(
        "ONE-CONTROLS-THE-OTHERS-RIGHTS",
        "UK: persons are not added up unless one controls the other's rights. Y is listed, not "
        "blocked by control, so that the ground is ownership.",
        {"UK": {"A": "blocked ownership 55"}, "US": {"A": "blocked ownership 55"}},
        [own("X", "A", "30"), own("Y", "A", "25")],
        control=[rule("X", "Y")],
        listed=XY,
    ),
    Case(
        "VOTES-CHAIN",
        "60 % of votes: ownership in the UK, control in the EU, nothing for OFAC.",
        {
            "US": {"A": "not_blocked none 40 review", "B": "not_blocked none 0"},
            "EU": {"A": "blocked control 40", "B": "blocked via_controlled_holder 100"},
            "UK": {"A": "blocked votes 40", "B": "blocked ownership 100"},
        },
        [own("X", "A", "40"), own("A", "B", "100")],
        votes=[own("X", "A", "60")],
        listed=X,
    ),
    Case(
        "VOTES-WITHOUT-SHARES",
        "Votes need no shares.",
        {"UK": {"A": "blocked votes 0"}, "US": {"A": "not_blocked none 0 review"}},
        votes=[own("X", "A", "51")],
        listed=X,
    ),
    Case(
        "SHARES-WITHOUT-VOTES",
        "60 % of shares with 30 % of votes own A; a link to B must have most votes, which is noted.",
        {"UK": {"A": "blocked ownership 60", "B": "not_blocked none 0 review"}},
        [own("X", "A", "60"), own("A", "B", "100")],
        votes=[own("X", "A", "30")],
        listed=X,
    ),
    Case(
        "VOTES-OF-ONE-STATED",
        "Only X's votes are stated; that N's shares carry fewer is no fault in the data.",
        {"US": {"A": "not_blocked none 40 review"}, "UK": {"A": "blocked votes 40"}},
        [own("X", "A", "40"), own("N", "A", "60")],
        votes=[own("X", "A", "60")],
        listed=X,
    ),
    Case(
        "LARGEST-OF-MOST",
        "X's 20 % is the largest of holdings that make up more than half: look for control.",
        {"EU": {"A": "not_blocked none 20 review"}, "US": {"A": "not_blocked none 20"}},
        [own("X", "A", "20"), own("N", "A", "16"), own("M", "A", "15")],
        listed=X,
    ),
    Case(
        "ANCHORED-CROSS-HOLDING",
        "X's 60 % of A blocks it, A's 45 % of B does not block B; B's 45 % of A adds nothing.",
        {"US": {"A": "blocked ownership 60", "B": "not_blocked none 45 review"}},
        [own("X", "A", "60"), own("B", "A", "40"), own("A", "B", "45")],
        listed=X,
    ),
    Case(
        "SELF-AND-RING",
        "A company's stake in itself never helps it over the mark, blocked or not.",
        {"US": {"A": "blocked ownership 50 review"}, "UK": {"A": "not_blocked none 50 review"}},
        [own("X", "A", "50"), own("A", "A", "30")],
        listed=X,
    ),
    Case(
        "FIVE-HALVES",
        "Five links at exactly half carry to the end where half is enough.",
        {"US": {"E": "blocked ownership 50"}, "UK": {"E": "not_blocked none 0"}},
        [own(a, b, "50") for a, b in ("XA", "AB", "BC", "CD", "DE")],
        listed=X,
    ),
    Case(
        "ENDED-STAKE",
        "The stake ended the day before; OFAC asks whether the sale was genuine.",
        {"US": {"A": "not_blocked none 0 review"}},
        [own("X", "A", "60", end="2026-05-31"), own("N", "A", "60", start="2026-06-01")],
        listed=X,
    ),
    Case(
        "LAST-DAY",
        "The last day still counts.",
        {"US": {"A": "blocked ownership 60"}},
        [own("X", "A", "60", end="2026-06-01")],
        listed=X,
    ),
    Case(
        "FUTURE-STAKE",
        "A stake that starts tomorrow is none today.",
        {"US": {"A": "not_blocked none 0"}},
        [own("X", "A", "60", start="2026-06-02")],
        listed=X,
    ),
    Case(
        "VAGUE-DATE",
        "'2026' may or may not have begun to hold by June: open, not guessed.",
        {"US": {"A": "indeterminate none 0-60 review"}},
        [own("X", "A", "60", start="2026")],
        listed=X,
    ),
    Case(
        "DELISTED",
        "Yesterday's listed owner is nobody today.",
        {"US": {"A": "not_blocked none 0"}, "EU": {"A": "blocked ownership 75"}},
        [own("X", "A", "75")],
        listed={"US_SDN": [], "EU": ["X"]},
    ),
    Case(
        "TWO-SOURCES-AGREE",
        "An exact share inside the band of another source is that share, told twice.",
        {"US": {"A": "blocked ownership 50"}},
        [own("X", "A", "50", source="r1"), {**band("X", "A", "25", "50"), "source": "r2"}],
        listed=X,
    ),
    Case(
        "TWO-SOURCES-DIFFER",
        "40 and 60 cannot both be: open, with both named.",
        {"US": {"A": "indeterminate none 40-60 review"}},
        [own("X", "A", "40", source="r1"), own("X", "A", "60", source="r2")],
        listed=X,
    ),
    Case(
        "NAMED-TWICE",
        "One source names X twice: two lots add up, and somebody must look.",
        {"US": {"A": "blocked ownership 60 review"}},
        [own("X", "A", "40"), own("X", "A", "20")],
        listed=X,
    ),
    Case(
        "UNREADABLE",
        "'about half' and -5 are no percentages; what is left is a holder of unknown share.",
        {
            "US": {
                "A": "indeterminate none 0-100 review",
                "B": "indeterminate none 0-100 review",
            }
        },
        [own("X", "A", "about half"), own("X", "B", "-5")],
        listed=X,
    ),
    Case(
        "OVER-THE-WHOLE",
        "150 % is kept as stated, reported, and to be looked at.",
        {"US": {"A": "blocked ownership 150 review"}},
        [own("X", "A", "150")],
        listed=X,
    ),
    Case(
        "RESTS-ON-FAULTY-DATA",
        "B's own data are sound; those of A, on which it rests, are not.",
        {"US": {"B": "blocked ownership 100 review"}},
        [own("X", "A", "60"), own("N", "A", "70"), own("A", "B", "100")],
        listed=X,
    ),
    Case(
        "ALMOST-HALF",
        "Half a point under the mark is worth a look; more is not.",
        {"US": {"A": "not_blocked none 49.5 review", "B": "not_blocked none 49.4"}},
        [own("X", "A", "49.5"), own("X", "B", "49.4")],
        listed={"US_SDN": ["X"]},
    ),
    Case(
        "PARTY-OF-ITS-OWN",
        "An owner that is its own parent and nothing else.",
        {"US": {"A": "not_blocked none 0 review"}},
        [own("A", "A", "100")],
        listed=X,
    ),
    Case(
        "EU-DAY-OF-THE-CHANGE",
        "From 3 July 2024 half is enough, through a chain too.",
        {"EU": {"B": "blocked ownership 50"}, "CH": {"A": "not_blocked none 50 review"}},
        [own("X", "A", "50"), own("A", "B", "50")],
        listed={"EU": ["X"], "CH": ["X"]},
        day="2024-07-03",
    ),
    Case(
        "CANADA-VOTES",
        "Half of the votes deems owned since 22 June 2023; persons are not added up.",
        {"CA": {"A": "blocked votes 30", "B": "not_blocked none 30 review"}},
        [own("X", "A", "30"), own("X", "B", "30"), own("Y", "B", "25")],
        votes=[own("X", "A", "50")],
        listed={"CA": ["X", "Y"]},
    ),
]

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


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_worked(case: Case) -> None:
    answers = answer_case(as_json(case))
    for regime, entities in case.expected.items():
        for entity, wanted in entities.items():
            got = answers[regime][entity]
            held = got.get("aggregate_pct") or "-".join(got.get("aggregate_pct_range", ()))
            said = f"{got['status']} {got['basis']} {held}"
            assert said == wanted.removesuffix(" review"), (case.why, got)
            assert got["review"] or not wanted.endswith("review"), case.why


@pytest.mark.parametrize(("day", "status"), BIS_DAYS.items())
def test_the_affiliates_rule_comes_and_goes_by_day(day: str, status: str) -> None:
    answers = answer_case(as_json(Case("bis", "", {}, CHAIN, listed=E_LISTED, day=day)))["BIS"]
    assert [answers[e]["status"] for e in "EFG"] == ["restricted", status, status]
    assert [answers[e]["aggregate_pct"] for e in "FG"] == ["50", "50"]


def test_designated_nationals_count_for_bis_only_under_its_programmes() -> None:
    def status(programs: dict[str, str]) -> tuple[str, bool]:
        listed = {"US_SDN": ["S"], "BIS_MEU": ["M"], "programs": programs}
        held = [own("S", "F", "30"), own("M", "F", "20")]
        answer = answer_case(as_json(Case("s", "", {}, held, listed=listed, day="2025-10-15")))
        return answer["BIS"]["F"]["status"], answer["BIS"]["F"]["review"]

    assert status({"S": "RUSSIA-EO14024"}) == ("restricted", False)
    assert status({"S": "CUBA"}) == ("not_restricted_by_ownership", False)
    assert status({}) == ("restricted", True)


def test_a_company_of_the_united_states_passes_ownership_on_and_is_not_reached_itself() -> None:
    held = [own("E", "U", "100"), own("U", "F", "100")]
    case = Case("u", "", {}, held, listed=E_LISTED, day="2025-10-15", country={"U": "US"})
    answers = answer_case(as_json(case))["BIS"]
    assert answers["U"]["status"] == "not_restricted_by_ownership"
    assert answers["F"]["status"] == "restricted" and answers["F"]["review"]


def test_a_bare_no_far_from_every_doubt_asks_for_no_review() -> None:
    held = [own("X", "A", "10"), own("N", "A", "60")]
    answers = answer_case(as_json(Case("n", "", {}, held, listed=X)))
    assert not any(answers[regime]["A"]["review"] for regime in ("US", "EU", "UK"))


def test_votes_stated_for_one_holder_are_no_fault() -> None:
    case = next(c for c in CASES if c.id == "VOTES-OF-ONE-STATED")
    assert "data_quality" not in answer_case(as_json(case))["UK"]["A"]


def test_an_open_answer_says_what_would_decide_it() -> None:
    held = [own("X", "A", "30"), own("Y", "A")]
    answer = answer_case(as_json(Case("o", "", {}, held, listed=XY)))["US"]["A"]
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
        cases.append(as_json(Case(name, "", {}, held, listed=X, day=day)) | {"series": "sale"})
    answers = answer_cases({"cases": cases[::-1]}).answers
    assert answers["before"]["US"]["A"]["status"] == "blocked"
    after = answers["after"]["US"]["A"]
    assert (after["status"], after["aggregate_pct"], after["review"]) == ("not_blocked", "30", True)
    assert "Up to 2026-01-15 listed holders had 60 %" in after["caution"]


def test_a_case_that_cannot_be_read_hides_no_other() -> None:
    good = as_json(Case("good", "", {}, [own("X", "A", "50")], listed=X))
    done = answer_cases({"cases": [{"id": "bad"}, 7, good]})
    assert "lacks 'as_of'" in done.unanswered["bad"]
    assert "no object" in done.unanswered["case 2"]
    assert done.answers["good"]["US"]["A"]["status"] == "blocked"


def as_json(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "holdings": case.holdings,
        "votes": case.votes,
        "control": case.control,
        "joint_arrangements": [{"target": a[0], "parties": list(a[1:])} for a in case.agreed],
        "listed": case.listed,
        "as_of": case.day,
        "entity_country": case.country,
    }
