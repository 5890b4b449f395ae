"""Denials, refusals, open questions, rules: what a text does not assert."""

import pytest

from tests.extract.english.saying import claims, one, voices


def test_a_denied_deed_is_denied_by_whoever_denies_it() -> None:
    claim = one("Belmash denied selling pumps to Orbis Ltd.", "supplied_to")
    assert (claim.polarity, voices(claim)) == ("denied", ["Belmash"])


def test_of_a_rejected_accusation_nothing_stays_asserted() -> None:
    found = claims("Belmash rejected the accusation that it had evaded sanctions.")
    assert [(c.predicate, c.polarity) for c in found][0] == ("denied", "denied")
    assert {c.polarity for c in found} == {"denied"}


@pytest.mark.parametrize(
    "text",
    [
        "Belmash denied that it had sold pumps to Orbis Ltd.",
        "Belmash rejected suggestions that it had sold pumps to Orbis Ltd.",
        "Belmash dismissed talk at the fair that it had sold pumps to Orbis Ltd.",
        "Belmash called reports that it had sold pumps to Orbis Ltd baseless.",
        "Reports that Belmash had sold pumps to Orbis Ltd are untrue.",
        "There is no truth in the claim that Belmash sold pumps to Orbis Ltd.",
        "Belmash denied having sold pumps to Orbis Ltd.",
    ],
)
def test_what_is_denied_is_itself_a_claim_denied(text: str) -> None:
    assert one(text, "supplied_to").polarity == "denied"


def test_who_does_not_deny_denies_nothing() -> None:
    text = "Belmash did not deny that it had sold pumps to Orbis Ltd."
    assert one(text, "supplied_to").polarity != "denied"


def test_a_speaker_who_never_did_it_denies_it() -> None:
    text = '"We have never sold pumps to Orbis Ltd," Belmash said.'
    assert one(text, "supplied_to").polarity == "denied"
    text = "Belmash has never sold pumps to Orbis Ltd, a rival said."
    assert one(text, "supplied_to").polarity == "negated"


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
        "The owner could not be identified.",
        "The judgment is not final.",
        "The papers do not show where a pump ends up.",
    ],
)
def test_what_cannot_be_known_is_a_matter_of_evidence_and_nothing_else(text: str) -> None:
    assert [(c.predicate, c.polarity) for c in claims(text)] == [("evidence_status", "negated")]


@pytest.mark.parametrize(
    "text",
    [
        "There is no proof that the pumps were used in Syria.",
        "There was so far no proof, Lee said, that the pumps were used in Syria.",
        "Nor was there any evidence that the pumps were used in Syria.",
    ],
)
def test_what_there_is_no_proof_of_is_negated_with_it(text: str) -> None:
    found = {(c.predicate, c.polarity) for c in claims(text)}
    assert {("evidence_status", "negated"), ("used_in", "negated")} <= found


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The pumps were delivered not to Orbis but to Belmash.", "delivered_to"),
        ("The broker takes instructions from no one.", "acted_for"),
        ("No licence was granted for the export of pumps to Syria.", "exported_to"),
        ("Belmash has no factory.", "owns"),
        ("Belmash no longer does business with Orbis Ltd.", "works_with"),
        ("No charges have been filed.", "charged_with"),
        ("We are not a back door, an official said.", "assessed_as"),
    ],
)
def test_a_negation_is_read_wherever_it_stands(text: str, predicate: str) -> None:
    assert one(text, predicate).polarity == "negated"


def test_what_was_only_asked_is_unconfirmed() -> None:
    text = "Asked whether Belmash had sold pumps to Orbis Ltd, he hung up."
    assert one(text, "supplied_to").modality == "unconfirmed"


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
