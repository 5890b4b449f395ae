"""Denials, refusals, open questions, rules: what a text does not assert."""

import pytest

from tests.extract.english.saying import claims, one, voices


def test_a_denied_deed_is_denied_by_whoever_denies_it() -> None:
    claim = one("Belmash denied selling pumps to Orbis Ltd.", "supplied_to")
    assert (claim.polarity, voices(claim)) == ("denied", ["Belmash"])


def test_of_a_rejected_accusation_only_the_denial_remains() -> None:
    found = claims("Belmash rejected the accusation that it had evaded sanctions.")
    assert [(c.predicate, c.polarity) for c in found] == [("denied", "denied")]


def test_calling_charges_baseless_denies_them() -> None:
    assert one("Belmash called the charges baseless.", "denied").polarity == "denied"


def test_another_verb_of_saying_ends_the_denial() -> None:
    text = "Belmash rejected the report and announced that it had sold pumps to Orbis Ltd."
    assert one(text, "supplied_to").polarity == "asserted"


def test_stopped_supplying_is_a_negated_supply() -> None:
    assert one("Orbis Ltd stopped supplying Belmash in May.", "supplied_to").polarity == "negated"


def test_an_ended_contract_holds_no_longer() -> None:
    claim = one("Orbis Ltd has terminated its contract with Belmash.", "contracted_with")
    assert (claim.polarity, claim.object and claim.object.text) == ("negated", "Belmash")


@pytest.mark.parametrize(
    "words",
    [
        "did not wish to comment on the case",
        "would not name the buyer",
        "declined an interview",
        "would neither confirm nor deny the report",
        "refused to say where the pumps went",
        "does not comment on single cases",
    ],
)
def test_whoever_will_not_talk_declines_to_comment(words: str) -> None:
    assert one(f"Belmash {words}.", "comment_on").polarity == "declined_to_comment"


@pytest.mark.parametrize(
    "words",
    ["could not be contacted", "left several questions unanswered", "did not return calls"],
)
def test_whoever_is_not_heard_gave_no_response(words: str) -> None:
    assert one(f"Belmash {words}.", "comment_on").polarity == "no_response"


def test_the_question_that_was_not_answered_is_the_object() -> None:
    claim = one("Belmash declined to comment on the pump deal.", "comment_on")
    assert claim.object is not None and claim.object.text == "pump deal"


@pytest.mark.parametrize(
    "text",
    [
        "The claim could not be independently verified.",
        "The paper was unable to verify the claim.",
        "There is no proof that the pumps were used in Syria.",
    ],
)
def test_what_cannot_be_known_is_a_matter_of_evidence_and_nothing_else(text: str) -> None:
    assert [(c.predicate, c.polarity) for c in claims(text)] == [("evidence_status", "negated")]


def test_must_not_is_a_prohibition() -> None:
    claim = one("Exporters must not deal with listed persons.", "prohibits")
    assert (claim.polarity, claim.modality) == ("negated", "obligation")


@pytest.mark.parametrize(
    "words",
    ["was not familiar with the case", "has no record of a sale", "knew nothing about the sale"],
)
def test_not_knowing_is_a_denial(words: str) -> None:
    claim = one(f"Belmash said it {words}.", "aware_of")
    assert claim.polarity == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Whether the pumps reached Belmash is unclear.",
        "It remains unclear whether the pumps reached Belmash.",
        "Whether the pumps reached Belmash could not be established.",
        "Whether the pumps broke the embargo is for lawyers to decide.",
    ],
)
def test_an_open_question_is_unconfirmed_and_not_denied(text: str) -> None:
    assert [(c.predicate, c.polarity, c.modality) for c in claims(text)] == [
        ("evidence_status", "asserted", "unconfirmed")
    ]


def test_what_has_not_been_established_is_negated() -> None:
    text = "Where the pumps are today has not been established."
    assert [(c.predicate, c.polarity) for c in claims(text)] == [("evidence_status", "negated")]
