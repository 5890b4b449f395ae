"""What verbs say together with the words after them: silences, knowledge, judgement, bans, ties."""

import pytest

from tests.extract.english.saying import claims


def read(text: str) -> set[tuple[str, str]]:
    """Predicate and polarity of each claim."""
    return {(c.predicate, c.polarity) for c in claims(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Orbis has yet to answer.",
        "Orbis sent no reply.",
        "The yard has ignored two requests for comment.",
        "Orbis failed to respond to questions.",
        "Orbis remained silent.",
        "Calls to Orbis went unanswered.",
        "There was no reply from Orbis.",
        "Attempts to reach Orbis were unsuccessful.",
        "Orbis's telephone was switched off.",
    ],
)
def test_silence_has_many_words(text: str) -> None:
    assert ("comment_on", "no_response") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Orbis offered no comment.",
        "A man at Orbis hung up.",
        "The yard referred all questions to its lawyers.",
        "The ministry did not say whether Orbis held a licence.",
        "The owner chose not to comment.",
    ],
)
def test_refusals_have_many_words(text: str) -> None:
    assert ("comment_on", "declined_to_comment") in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Orbis said it had never heard of Belmash.",
        "The owner said he knew nothing of the pumps.",
        "Orbis said it had no knowledge of the sale.",
        '"Nobody told us about the pumps," Orbis said.',
        "Orbis said it had not been told of the sale.",
        "What became of the pumps is not known to it, the ministry said.",
    ],
)
def test_ignorance_is_a_denial(text: str) -> None:
    assert ("aware_of", "denied") in read(text)


@pytest.mark.parametrize(
    "text", ["The owner knew nothing of the pumps.", "Nobody told Orbis about the pumps."]
)
def test_being_unaware_is_a_denial_whoever_tells_it(text: str) -> None:
    assert ("aware_of", "denied") in read(text)


def test_no_proof_of_knowing_is_no_denial() -> None:
    assert ("aware_of", "negated") in read("There is no evidence that Orbis knew of the pumps.")


@pytest.mark.parametrize(
    ("text", "predicate", "polarity"),
    [
        ("Nothing indicates that a licence was granted.", "evidence_status", "negated"),
        ("We found no confirmation of the payment.", "evidence_status", "negated"),
        ("We have no reason to doubt the account.", "evidence_status", "asserted"),
        ("The papers are forgeries.", "evidence_status", "asserted"),
        ("Such parts are not decisive.", "assessed_as", "negated"),
        ("The parts appear to depend on Belmash.", "assessed_as", "asserted"),
        ("One official described the schedule as a dream.", "assessed_as", "asserted"),
        ("The firing ended in failure.", "assessed_as", "asserted"),
        ("The yard could lose its licence.", "risks", "asserted"),
        ("Breaches are punishable by a fine.", "risks", "asserted"),
        ("Orbis asked that the pumps be relabelled.", "urged", "asserted"),
        ("The desk recommends that makers mark their pumps.", "urged", "asserted"),
        ("The ministry was deeply concerned about the sale.", "expressed_concern_over", "asserted"),
        ("China has required a licence for exports of pumps.", "controls_export_of", "asserted"),
        ("The pumps needed no licence.", "controls_export_of", "negated"),
        ("The pumps are not subject to licensing.", "controls_export_of", "negated"),
        ("Armenia does not permit the transit of pumps.", "prohibits", "asserted"),
        ("The department refused 61 applications.", "prohibits", "asserted"),
        ("Canada placed Belmash under sanctions.", "sanctioned_by", "asserted"),
        ("Orbis is not on the list.", "listed_by", "negated"),
        ("The panel found no breach of the rules.", "evidence_status", "negated"),
        ("The sanctions have slowed the trade.", "assessed_as", "asserted"),
        ("The country could become a transit route.", "risks", "asserted"),
        ("She warned against haste.", "warned", "asserted"),
        ("Boarding was refused by Panama.", "prohibits", "asserted"),
        ("The pump does not fall under the licensing threshold.", "controls_export_of", "negated"),
        ("Nobody has been charged.", "charged_with", "negated"),
        ("Orbis shares its only director with Belmash.", "linked_to", "asserted"),
        ("Orbis has broken off all relations with Belmash.", "works_with", "negated"),
        ("Orbis acted as freight forwarder.", "intermediary_in", "asserted"),
    ],
)
def test_a_verb_and_its_words_make_a_claim(text: str, predicate: str, polarity: str) -> None:
    assert (predicate, polarity) in read(text)


def test_a_question_is_no_appeal() -> None:
    assert "urged" not in {c.predicate for c in claims("The member asked whether Orbis was shut.")}
