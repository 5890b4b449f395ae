"""Clauses without a verb of their own, shares in a row, and claims that somebody calls false."""

import pytest

from tests.extract.english.saying import claims, said


def who(text: str, predicate: str) -> dict[str, str]:
    """Subject and polarity of each claim of a predicate."""
    return {c.subject.text: c.polarity for c in claims(text) if c.predicate == predicate}


def test_nor_did_another_takes_up_the_silence_before() -> None:
    text = "Orbis Ltd did not answer questions. Nor did Belmash."
    assert who(text, "comment_on") == {"Orbis Ltd": "no_response", "Belmash": "no_response"}


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Canada sanctioned Belmash in May. Norway has not followed.", "negated"),
        ("Canada sanctioned Belmash in May, and Norway followed in June.", "asserted"),
        ("Canada sanctioned Belmash in May. Norway has yet to do so.", "negated"),
    ],
)
def test_another_power_follows_or_does_not(text: str, polarity: str) -> None:
    found = {
        c.object.text: c.polarity
        for c in claims(text)
        if c.predicate == "sanctioned_by" and c.object
    }
    assert found == {"Canada": "asserted", "Norway": polarity}


def test_the_second_share_needs_no_verb() -> None:
    text = "60 percent of Belmash is held by Orbis Ltd and a quarter by Nordfab AG."
    found = {(c.subject.text, c.value) for c in claims(text) if c.predicate == "holds_share_in"}
    assert {name for name, _ in found} == {"Orbis Ltd", "Nordfab AG"}


@pytest.mark.parametrize(
    "text",
    [
        "It is untrue that Orbis sold pumps to Belmash.",
        "Claims that Orbis sold pumps to Belmash are false.",
    ],
)
def test_what_is_called_false_is_denied(text: str) -> None:
    assert who(text, "supplied_to") == {"Orbis": "denied"}


def test_nor_turns_a_clause_round_and_negates_it() -> None:
    text = "Orbis has no plant in Riga. Nor has it sold pumps to Belmash."
    assert set(who(text, "supplied_to").values()) == {"negated"}


def test_none_of_which_is_about_what_stands_before() -> None:
    text = "There are three makers, none of which is listed by the European Union."
    assert who(text, "listed_by") == {"three makers": "negated"}


def test_a_relation_that_is_told_twice_is_said_once() -> None:
    text = "Orbis Ltd declined to comment, as did Belmash."
    assert ("Belmash", "comment_on", "request for comment") in said(text)
    assert len([c for c in claims(text) if c.subject.text == "Belmash"]) == 1
