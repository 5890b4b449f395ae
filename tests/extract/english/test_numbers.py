"""Numbers that a claim's own words state."""

import pytest

from tests.extract.english.saying import claims, one, said


@pytest.mark.parametrize(
    ("text", "predicate", "value"),
    [
        ("Eleven lathes were declared for a school in Osh.", "intended_for", 11),
        ("Orvo was to deliver 6,000 engines by the end of 2025.", "delivered_to", 6000),
        ("They handled four consignments of lenses.", "shipped_to", 4),
        ("A hundred and twenty engines were sold to Orvo.", "supplied_to", 120),
        ("The firm exported six five-axis lathes to Turkey.", "exported_to", 6),
        ("The shell would carry a warhead of about half a tonne.", "has_payload", 0.5),
        ("Officers searched 11 premises in Ostrava.", "located_in", 11),
    ],
)
def test_a_claim_has_the_number_of_its_own_phrase(text: str, predicate: str, value: float) -> None:
    assert one(text, predicate).value == value


def test_an_age_is_no_number_of_the_claim() -> None:
    assert one("A 58-year-old man sold the lathes to Orvo.", "supplied_to").value is None


@pytest.mark.parametrize(
    ("words", "value"),
    [("wholly", 100), ("fully", 100), ("partly", None), ("majority", None)],
)
def test_wholly_owned_is_a_hundred_percent(words: str, value: float | None) -> None:
    assert one(f"Orvo is {words}-owned by Belmar Holding.", "owned_by").value == value


def test_half_of_the_shares_is_fifty_percent() -> None:
    claim = one("Half of its shares belong to Belmar Holding.", "owned_by")
    assert (claim.value, claim.unit) == (50, "%")


def test_a_range_in_words_has_two_ends() -> None:
    found = [c for c in claims("Both firms face between three and eight years in prison.")]
    assert {(c.value, c.bound) for c in found} == {(3, "at_least"), (8, "at_most")}


def test_millions_of_pounds_are_money() -> None:
    claim = one("Orvo paid 5.4 million pounds to Belmar.", "paid")
    assert (claim.value, claim.unit) == (5_400_000, "GBP")


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("They reached Russian makers of gyroscopes.", "Russian makers", "gyroscopes"),
        ("The missile plant NPO Zarya is closed.", "NPO Zarya", "missile"),
        ("Drone maker Belmar declined to comment.", "Belmar", "Drone"),
    ],
)
def test_a_noun_of_making_tells_what_is_made(text: str, who: str, what: str) -> None:
    assert (who, "produces", what) in said(text)


def test_a_factory_of_another_thing_makes_nothing() -> None:
    assert not [
        c for c in claims("The makers of the film met at Belmar.") if c.predicate == "produces"
    ]


def test_the_date_of_a_founding_begins_the_firm() -> None:
    text = "Orvo was founded in 2015 by Ivan Primer."
    assert ("Orvo", "began", "in 2015") in said(text)
    assert ("Ivan Primer", "founded", "Orvo") in said(text)


def test_people_who_are_employed_are_not_used() -> None:
    assert {c.predicate for c in claims("The experts were employed by Orvo.")} == {"employed_by"}


def test_a_participle_before_a_noun_is_no_verb() -> None:
    assert ("Orvo", "delivered_to", "finished engines") in said(
        "Orvo delivered only finished engines."
    )
