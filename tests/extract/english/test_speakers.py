"""Who speaks: pronouns and short forms of speakers, quotations, papers, and who has the floor."""

from tests.extract.english.saying import claims, one, voices


def test_he_is_whoever_spoke_before() -> None:
    text = (
        "A spokesman for Orbis said the yard was shut. “We sold forty pumps to Belmash,” he said."
    )
    assert voices(one(text, "supplied_to")) == ["A spokesman for Orbis"]


def test_the_official_is_the_source_with_that_word() -> None:
    text = (
        "One of the three officials, who works at a port, said the yard was shut. "
        "Belmash bought 40 pumps, the official added."
    )
    assert voices(one(text, "acquired"))[0].startswith("One of the three officials")


def test_a_quotation_without_a_speaker_is_that_of_whoever_spoke_before() -> None:
    text = (
        "“Nobody asked us about pumps,” a mechanic at Orbis said. "
        "“Belmash bought the pumps in May.”"
    )
    assert voices(one(text, "acquired")) == ["a mechanic at Orbis"]


def test_indirect_speech_goes_on_in_the_pluperfect() -> None:
    text = "Orbis Ltd told the court it was insolvent. It had sold 40 pumps to Belmash."
    assert voices(one(text, "supplied_to")) == ["Orbis Ltd"]


def test_sources_joined_at_the_end_speak_the_whole_sentence() -> None:
    text = (
        "Pumps from Riga are used in Russian tanks, two officials and a Finnish engineer told us."
    )
    assert voices(one(text, "used_in")) == ["two officials", "a Finnish engineer"]


def test_a_source_inserted_after_a_condition_speaks_both_parts() -> None:
    text = "If the port reopened, she said, Belmash could buy 40 pumps."
    assert voices(one(text, "acquired")) == ["she"]


def test_a_fronted_contract_speaks_the_clause_after_it() -> None:
    text = "Under a contract dated 3 May, Orbis delivered 40 pumps to Belmash."
    assert voices(one(text, "delivered_to")) == ["a contract dated 3 May"]


def test_somebody_who_writes_a_letter_speaks_himself() -> None:
    text = "In a letter to the embassy, Orbis said it had sold 40 pumps to Belmash."
    assert voices(one(text, "supplied_to")) == ["Orbis"]


def test_how_somebody_spoke_is_not_who_spoke() -> None:
    text = "“We sold forty pumps to Belmash in May,” its export manager said by telephone."
    assert voices(one(text, "supplied_to")) == ["its export manager"]


def test_after_a_colon_the_writer_judges_again() -> None:
    text = "Several governments regard it as a threat: Canada sanctioned Belmash in 2023."
    assert voices(one(text, "sanctioned_by")) == []


def test_a_statement_is_the_voice_of_whoever_issued_it() -> None:
    text = "STATEMENT BY ORBIS MARINE LTD\nRegarding pumps\n\nWe sold 40 pumps to Belmash in May."
    claim = one(text, "supplied_to")
    assert voices(claim) == ["ORBIS MARINE LTD"]
    assert claim.attribution_cue is None


def test_a_name_before_a_colon_has_the_floor_until_the_next() -> None:
    text = (
        "Minister for Trade: We know of the report and look into it.\n"
        "(a) Orbis sold 40 pumps to Belmash.\n"
        "The Member for Duneport: Belmash owns the yard, as everyone can see.\n"
    )
    found = {c.predicate: voices(c) for c in claims(text)}
    assert found["supplied_to"] == ["Minister for Trade"]
    assert found["owns"] == ["The Member for Duneport"]


def test_an_ordinary_report_gives_nobody_the_floor() -> None:
    text = "The ministry in brief: all is well there.\nOrbis sold 40 pumps to Belmash."
    assert voices(one(text, "supplied_to")) == []


def test_a_description_keeps_the_name_it_leads_to() -> None:
    text = "Norway's export office, the NEO, said Orbis had sold 40 pumps to Belmash."
    assert "NEO" in voices(one(text, "supplied_to"))[0]


def test_in_somebodys_view_is_a_voice() -> None:
    text = "In the view of the court, Orbis sold 40 pumps to Belmash."
    assert voices(one(text, "supplied_to")) == ["the court"]


def test_whoever_finds_the_following_goes_on() -> None:
    text = "The court found the following facts. Orbis sold 40 pumps to Belmash."
    assert voices(one(text, "supplied_to")) == ["The court"]


def test_one_of_several_sources_is_named_by_them() -> None:
    text = "Three Norwegian officials said the yard was shut. One said Orbis sold pumps to Belmash."
    assert voices(one(text, "supplied_to")) == ["Three Norwegian officials"]


def test_a_judgement_is_the_judges() -> None:
    text = "Several governments regard Belmash as a threat."
    assert voices(one(text, "assessed_as")) == ["Several governments"]


def test_a_list_is_shown_by_whatever_shows_it() -> None:
    text = (
        "Customs records show that:\n- Orbis sold 40 pumps to Belmash;\n- Belmash paid Nordfab AG."
    )
    assert voices(one(text, "paid")) == ["Customs records"]


def test_a_dateline_is_no_part_of_a_speaker() -> None:
    text = "DUBAI, Nov 20 (Newswire) - A shipbroker said Orbis had sold 40 pumps to Belmash."
    assert voices(one(text, "supplied_to")) == ["A shipbroker"]
