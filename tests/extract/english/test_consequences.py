"""What things may lead to, what others risk, and what traders have to do."""

import pytest

from tests.extract.english.saying import claims, one, said


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The verdict could serve as a model for other courts.", "may_yield"),
        ("The agreement could open the way to further sales.", "may_yield"),
        ("The measure would raise insurance costs.", "may_yield"),
        ("The traders could switch to suppliers in other countries.", "risks"),
        ("The mills could give priority to military orders.", "risks"),
    ],
)
def test_what_may_come_of_a_thing_is_told(text: str, predicate: str) -> None:
    assert predicate in {p for _, p, _ in said(text)}


def test_what_a_thing_did_already_is_no_prospect() -> None:
    assert "may_yield" not in {p for _, p, _ in said("The measure raised insurance costs.")}


def test_a_trade_has_to_do_what_it_must() -> None:
    claim = one("Brokers will have to keep better records.", "responsible_for")

    assert claim.subject.text == "Brokers"
    assert claim.modality == "obligation"


def test_what_somebody_was_unable_to_verify_is_unproved() -> None:
    claim = one("The magazine was unable to verify the account.", "evidence_status")

    assert claim.subject.text == "account"
    assert claim.object is not None and claim.object.text == "unable to verify"
    assert claim.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The judges did not believe the witness.", "witness"),
        ("Nine of the pumps could no longer be accounted for.", "Nine of the pumps"),
    ],
)
def test_what_is_not_believed_or_accounted_for_is_unproved(text: str, who: str) -> None:
    claim = one(text, "evidence_status")

    assert claim.subject.text == who
    assert claim.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Some of the sheds might be workshops.", "workshops"),
        ("The boats cannot be jammed.", "cannot be jammed"),
        ("Norland has become the largest buyer of the alloy.", "largest buyer of the alloy"),
    ],
)
def test_what_a_thing_is_taken_for_is_a_judgement(text: str, how: str) -> None:
    claim = one(text, "assessed_as")

    assert claim.object is not None and claim.object.text == how


def test_a_thing_under_test_is_tested_and_a_sender_ships() -> None:
    assert ("Kestrel-4", "tested") in {
        (s, p) for s, p, _ in said("The Kestrel-4 has been under test since May.")
    }
    told = "The sender was a firm called Brand Mixers."
    assert [c.subject.text for c in claims(told) if c.predicate == "shipped_to"] == ["Brand Mixers"]
