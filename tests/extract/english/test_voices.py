"""Whose words a claim is in: in passing, carried over, interrupted, or nobody's."""

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
