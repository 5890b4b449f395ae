"""Whose words a claim is in: in passing, carried over, interrupted, or nobody's."""

import pytest

from tests.extract.english.saying import claims, one, voices


def test_a_paper_goes_on_speaking_in_the_next_sentence() -> None:
    text = "Orbis sold 40 pumps, the invoices show. It shipped them to Belmash."
    assert voices(one(text, "shipped_to")) == ["the invoices"]


def test_a_party_that_was_quoted_does_not_speak_on() -> None:
    text = "Orbis Ltd told reporters it had sold 40 pumps. Belmash paid Nordfab AG."
    assert voices(one(text, "paid")) == []


def test_an_analyst_speaks_on() -> None:
    text = "Pia Holm, an analyst at Nordlab, said Orbis sold pumps. Belmash paid Nordfab AG."
    assert voices(one(text, "paid")) == ["Pia Holm"]


def test_a_relative_that_describes_a_party_is_the_writers_own() -> None:
    text = "Pia Holm said Orbis had sold pumps to Belmash, which makes tanks."
    assert voices(one(text, "produces")) == []
    assert voices(one(text, "supplied_to")) == ["Pia Holm"]


def test_an_appeal_is_its_sayers_own_act_of_which_the_writer_tells() -> None:
    text = "China's trade ministry said it knew of the case and urged Norway to reconsider."
    appeal = one(text, "urged")
    assert (voices(appeal), appeal.attribution_cue) == (["China's trade ministry"], None)


def test_a_speaker_may_interrupt_what_is_said() -> None:
    text = "The pumps, the filing shows, were sold to Belmash."
    assert voices(one(text, "supplied_to")) == ["the filing"]


def test_papers_read_by_somebody_show_what_stands_before_them() -> None:
    text = "Orbis sold 40 pumps to Belmash in May, two managers and papers reviewed by Vesti show."
    assert len(voices(one(text, "supplied_to"))) >= 1


def test_it_is_claimed_puts_words_into_nobodys_mouth() -> None:
    text = "The pumps were bought by Belmash, it is claimed."
    claim = one(text, "acquired")
    assert (voices(claim), claim.modality) == (["unspecified"], "hearsay")


def test_a_verb_joined_to_saying_has_the_sayer_as_subject() -> None:
    text = "Jan Brok acknowledged that his firm had bought pumps but declined to name the seller."
    assert one(text, "comment_on").subject.text == "Jan Brok"


def test_a_source_with_a_name_in_it_is_a_source() -> None:
    text = "Two former Orbis employees said the pumps were sold to Belmash."
    account = one(text, "sourced_from")
    assert (account.value, [c.predicate for c in claims(text)].count("sourced_from")) == (2, 1)


@pytest.mark.parametrize(
    ("text", "predicate", "who"),
    [
        ("Orbis sold pumps to Belmash, one official said.", "supplied_to", "one official"),
        (
            "Should no one act, the bureau warns, Orbis will sell pumps to Belmash.",
            "supplied_to",
            "the bureau",
        ),
        (
            "Orbis plans to sell pumps to Belmash, Western estimates suggest, despite the ban.",
            "plans",
            "Western estimates",
        ),
        ("According to its filings Orbis is owned by Belmash.", "owned_by", "its filings"),
        (
            "According to the yard it was sold to Belmash in May.",
            "supplied_to",
            "the yard",
        ),
        (
            "A rival of Lee's claimed: He sold pumps to Belmash.",
            "supplied_to",
            "A rival of Lee's",
        ),
        (
            "The company register lists Orbis as a maker of pumps.",
            "produces",
            "The company register",
        ),
        (
            "The pumps were bought on the strength of a certificate stating that they "
            "were intended for Belmash.",
            "intended_for",
            "a certificate",
        ),
    ],
)
def test_who_says_it_wherever_they_stand(text: str, predicate: str, who: str) -> None:
    assert voices(one(text, predicate)) == [who]


def test_what_follows_a_semicolon_is_still_the_papers() -> None:
    text = "The files say Orbis sold pumps to Belmash; it bought valves from Kirby Ltd."
    assert voices(one(text, "acquired")) == ["The files"]


def test_what_a_speaker_goes_on_with_is_theirs() -> None:
    text = "The castings may crack, Lee said, and Orbis has sold pumps to Belmash."
    assert voices(one(text, "supplied_to")) == ["Lee"]


def test_who_sells_what_is_the_writers_where_two_own_the_speaker() -> None:
    text = '"We sell pumps," said one of the two brothers who own Orbis.'
    assert voices(one(text, "owns")) == []


def test_she_is_the_person_who_opened_the_sentence_before() -> None:
    text = (
        '"We know nothing," said the mayor. Its director is a student. '
        "She said she had signed papers for an uncle."
    )
    assert voices(one(text, "acted_for")) == ["a student"]


def test_goods_declared_as_something_are_nobodys_hearsay() -> None:
    text = "The pumps were declared as toys and shipped to Belmash."
    assert voices(one(text, "shipped_to")) == []


def test_an_expert_who_has_just_spoken_weighs_the_proof_too_and_a_paper_does_not() -> None:
    proof = "Further evidence is needed to confirm that."
    expert = "Ann Beispiel, a fellow at the Test Institute, said Beijing would be cautious. "
    paper = "The report says the plant makes drones. "

    assert voices(one(expert + proof, "evidence_status")) == ["Ann Beispiel"]
    assert voices(one(paper + proof, "evidence_status")) == []


def test_who_estimates_speaks() -> None:
    text = "If it is finished, the yard could sell 40 pumps to Belmash, Lee estimated."
    assert voices(one(text, "supplied_to")) == ["Lee"]


def test_a_case_that_shows_something_is_not_who_says_it() -> None:
    text = "The case shows that Orbis sold pumps to Belmash, Lee said."
    assert voices(one(text, "supplied_to")) == ["Lee"]


def test_papers_an_outlet_cites_are_the_innermost_voice() -> None:
    text = "Orbis sold pumps to Belmash, Bloomberg News reported, citing customs data."
    assert voices(one(text, "supplied_to")) == ["customs data"]


def test_a_deal_at_the_head_of_a_paragraph_is_still_the_papers() -> None:
    text = "The yard closed, a study of customs data shows.\nOrbis sold 40 pumps to Belmash in May."
    assert voices(one(text, "supplied_to"))[0].startswith("a study")


def test_an_answer_under_a_name_in_brackets_is_the_answerers() -> None:
    text = (
        "Question 7: To ask what became of the pumps.\n"
        "Answer (Minister of State): It is assessed that Orbis sold pumps to Belmash.\n"
        "Question 8: To ask who owns Orbis.\n"
        "Answer: The firm supplied valves to Kirby Ltd in the spring."
    )
    assert {v for c in claims(text) if c.predicate == "supplied_to" for v in voices(c)} == {
        "Minister of State"
    }


def test_a_verb_joined_to_is_said_to_shares_its_subject() -> None:
    text = "The kite is light and is said to fly 2,500 km."
    assert voices(one(text, "has_range")) == ["unspecified"]
