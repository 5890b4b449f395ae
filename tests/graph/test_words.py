from fractions import Fraction

from enduse.graph import answer_data, answer_text, assess_ownership, assess_party
from enduse.model import Evidence, Locator, Share, ShareRange, Stake

QUOTE = Evidence(Locator("ab" * 32, 3, 20, "row 7"), "X owns 25 % of C")


def stake(owner: str, asset: str, percent: int) -> Stake:
    return Stake(owner, asset, ShareRange.exactly(Share(Fraction(percent, 100))), QUOTE)


RING = [stake("X", "A", 50), stake("A", "B", 60), stake("B", "C", 70), stake("C", "A", 30)]


def test_the_chain_is_told_from_the_listed_person_down_with_its_sums() -> None:
    text = answer_text(assess_ownership(RING, {"US_SDN": ["X"]}, "US", "2026-06-01")["C"])
    lines = [line.strip() for line in text.splitlines()]
    assert lines[0] == "C, US, 2026-06-01: blocked, by ownership; those who count hold 70 %"
    assert lines[1].startswith(
        "1. A: X (listed) 50 % + C (itself blocked, through this company) 30 % = 80 %"
    )
    assert any(line.startswith("3. C: B (itself blocked) 70 % = 70 %") for line in lines)


def test_every_stake_of_the_chain_shows_its_quotation() -> None:
    answer = assess_party("C", RING, {"US_SDN": ["X"]}, "US", "2026-06-01")
    assert answer_text(answer).count('"X owns 25 % of C" (abababababab, row 7)') == 4
    chain = answer_data(answer)["chain"]
    assert [step["entity"] for step in chain] == ["A", "B", "C"]
    assert chain[0]["parts"][0]["evidence"][0]["part"] == "row 7"


def test_the_rule_is_named_with_date_and_certainty() -> None:
    answer = assess_ownership(RING, {"EU": ["X"]}, "EU", "2024-07-03")["A"]
    assert "[2024-07-03; two secondary]" in answer_text(answer)


def test_names_stand_in_place_of_ids_where_they_are_known() -> None:
    names = {"A": "Plainly Invented Ltd"}
    answer = assess_ownership(RING, {"US_SDN": ["X"]}, "US", "2026-06-01")["A"]
    assert "Plainly Invented Ltd" in answer_text(answer, lambda one: names.get(one, one))
