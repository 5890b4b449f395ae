"""Which word is the verb, and what belongs to it."""

import pytest

from enduse.extract.english.words.promotion import promote
from enduse.extract.english.words.tagging import tag
from enduse.extract.segment import Span, tokens
from tests.extract.english.saying import one, said


def letters(text: str) -> str:
    return tag(text, Span(0, len(text))).tags


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The harbour road ends at a fence.", "ends"),
        ("The foreman shrugs.", "shrugs"),
        ("The data point to 40 deliveries.", "point"),
        ("Nineteen concerned buyers in Riga.", "concerned"),
    ],
)
def test_a_clause_without_a_verb_is_given_the_likeliest(text: str, verb: str) -> None:
    tagged = tag(text, Span(0, len(text)))
    at = next(i for i, t in enumerate(tagged.tokens) if t.text == verb)
    assert tagged.tags[at] == "V"


def test_a_clause_that_has_a_verb_keeps_its_nouns() -> None:
    text = "The ships sold pumps."
    words = tokens(text, Span(0, len(text)), "en")
    tags, verbs = list("DNVNZ"), [None, None, ("sell", "past"), None, None]
    promote(words, tags, verbs)
    assert "".join(tags) == "DNVNZ"


def test_what_a_number_counts_is_no_verb() -> None:
    said_ = said("Orbis Ltd delivered four coil-winding machines to Belmash AG.")
    assert ("Orbis Ltd", "delivered_to", "Belmash AG") in said_


def test_an_adjective_before_a_gerund_makes_it_part_of_the_noun() -> None:
    assert letters("A Dutch-built milling machine").startswith("DNNN")


def test_a_particle_may_follow_its_object() -> None:
    assert ("Orbis", "supplied_to", "Belmash") in said(
        "Orbis bought pumps and passed them on to Belmash."
    )


def test_an_inverted_clause_has_its_subject_behind() -> None:
    text = "Inside the guidance unit sat a gyroscope of unknown make."
    assert one(text, "component_of").object is not None


def test_a_fronted_phrase_belongs_to_the_verb() -> None:
    claim = one("From Riga the crates were driven to Omsk.", "shipped_to")
    assert claim.object is not None and claim.object.text == "Omsk"


def test_parts_of_a_list_share_their_verb() -> None:
    text = "Orbis Ltd sold 40 pumps to Nordfab, 30 to Belmash and the rest to Ural Trade."
    sold = {o for _, p, o in said(text) if p == "supplied_to"}
    assert sold == {"Nordfab", "Belmash", "Ural Trade"}


def test_a_list_of_verbs_shares_subject_and_object() -> None:
    text = "The X-40 carries a camera, weighs 12 kg and costs $900."
    assert one(text, "has_mass").subject.text == "X-40"


def test_what_commas_set_in_does_not_hide_the_object() -> None:
    text = "Orbis Ltd received, on 3 June, a shipment of pumps from Nordfab AG."
    assert one(text, "received").subject.text == "Orbis Ltd"


def test_two_objects_are_kept_apart_after_a_verb_of_giving() -> None:
    claim = one("The office granted Nordfab four licences.", "received")
    assert (claim.subject.text, claim.value) == ("Nordfab", 4)


def test_who_is_told_is_not_what_is_done() -> None:
    said_ = said("Orbis told the agency it had stopped all deliveries.")
    assert not any(p == "ended" and o == "agency" for _, p, o in said_)


def test_a_relative_takes_up_the_name_and_not_its_seat() -> None:
    text = "Gulf Star FZE of Dubai, which bought 12 pumps, is a trader."
    assert one(text, "acquired").subject.text == "Gulf Star FZE"


def test_a_question_makes_no_claim() -> None:
    assert not said("Who sold the pumps to Belmash?")


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("A clerk feared that pressure pushes production abroad.", ["feared", "pushes"]),
        ("Its editors, from a rival desk, dispute that the seals are new.", ["dispute", "are"]),
        ("The glider flies for six hours and is cheap.", ["flies", "is"]),
        ("Both say they cut ties.", ["say", "cut"]),
        ("Their goods pass through trading companies whose owners are unknown.", ["pass", "are"]),
        ("A crew of under 20 hands makes it unsafe.", ["makes"]),
        ("A firm that also runs two kilns closed.", ["runs", "closed"]),
        ("It never pays in full and we're sure they've left.", ["pays", "re", "ve", "left"]),
        ("The Service has in May warned Orbis.", ["has", "warned"]),
    ],
)
def test_every_clause_has_its_verb(text: str, verbs: list[str]) -> None:
    tagged = tag(text, Span(0, len(text)))
    pairs = zip(tagged.tokens, tagged.tags, strict=True)
    found = [t.text for t, letter in pairs if letter in "VX"]
    assert found == verbs


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Orbis is on its sanctions list.", "list"),
        ("The claim rests on remains of a kite.", "remains"),
        ("Petrov is head of the yard.", "head"),
        ("Riga introduced export licensing for pumps.", "licensing"),
        ("Orbis, whose shares fell, left.", "shares"),
        ("The pumps, of Chinese make, sank.", "make"),
        ("The lot is subject to review by the court.", "review"),
    ],
)
def test_set_phrases_keep_their_nouns(text: str, noun: str) -> None:
    tagged = tag(text, Span(0, len(text)))
    at = next(i for i, t in enumerate(tagged.tokens) if t.text == noun)
    assert tagged.tags[at] == "N"


def test_none_of_which_takes_up_all_that_were_named() -> None:
    text = "They came from three makers in Fujian and Shandong, none of which is listed by the EU."
    claim = one(text, "listed_by")
    assert (claim.subject.text, claim.polarity) == ("three makers", "negated")


def test_what_is_labelled_as_something_stays_the_subject() -> None:
    text = "Nine drums of powder labelled as flour were sold to Belmash AG."
    assert one(text, "supplied_to").subject.text == "Nine drums of powder labelled as flour"


def test_nor_turns_a_clause_round_and_denies_it() -> None:
    text = "Nor has Orbis Ltd sold any pumps to Belmash AG."
    assert one(text, "supplied_to").polarity == "negated"
