"""Verbs whose subject, object or clause stands where it is easily lost."""

from tests.extract.english.saying import claims, one, said


def test_a_relative_after_a_comma_is_about_the_name_before_it() -> None:
    text = "Orbis bought pumps from Nordfab, which is owned by Jan Brok."
    assert ("Nordfab", "owned_by", "Jan Brok") in said(text)


def test_the_main_clause_goes_on_after_a_relative() -> None:
    text = "Orbis Ltd, which was not charged, sold 30 pumps to Nordfab AG."
    assert ("Orbis Ltd", "supplied_to", "Nordfab AG") in said(text)


def test_a_restrictive_relative_does_not_hide_the_subject() -> None:
    text = "Banks that handle payments for Orbis risk being blacklisted."
    assert one(text, "risks").subject.text == "Banks"


def test_but_begins_a_clause_and_joins_no_nouns() -> None:
    text = "Orbis bought pumps from Nordfab, but deliveries ended in 2022."
    assert one(text, "ended").subject.text == "deliveries"


def test_a_second_object_carries_the_number() -> None:
    claim = one("Orbis Ltd paid Nordfab AG a total of $2.5 million.", "paid")
    assert (claim.object and claim.object.text, claim.value) == ("Nordfab AG", 2_500_000)


def test_a_receiver_before_the_goods_is_no_part_of_them() -> None:
    claim = one("Orbis Ltd sold Nordfab 1.4 million switches.", "supplied_to")
    assert (claim.object and claim.object.text, claim.value) == ("Nordfab", 1_400_000)


def test_a_particle_makes_another_verb() -> None:
    said_ = said("Jan Brok set up a trading company, Orbis Ltd, in May 2021.")
    assert ("Jan Brok", "founded", "Orbis Ltd") in said_


def test_a_description_gives_way_to_the_name_it_announces() -> None:
    text = "Jan Brok shipped the pumps to a forwarder in Latvia, Orbis Ltd."
    assert ("Jan Brok", "shipped_to", "Orbis Ltd") in said(text)


def test_a_broker_between_two_parties_is_an_intermediary() -> None:
    text = "Nordfab AG sold pumps to Belmash through a broker, Orbis Ltd."
    assert ("Orbis Ltd", "intermediary_in", "pumps") in said(text)
    assert ("Nordfab AG", "supplied_to", "Belmash") in said(text)


def test_an_inverted_subject_is_found_behind_the_verb() -> None:
    text = "Among the new entries is Orbis Ltd, which is registered in Baku, and has sold pumps."
    assert one(text, "supplied_to").subject.text == "Orbis Ltd"


def test_whoever_has_a_contract_to_supply_is_the_supplier() -> None:
    text = "Orbis Ltd holds a contract to supply pumps to Nordfab AG."
    assert ("Orbis Ltd", "supplied_to", "Nordfab AG") in said(text)


def test_partners_named_behind_the_object_work_together() -> None:
    text = "Orbis Ltd developed the pump together with engineers from Baku."
    assert ("Orbis Ltd", "works_with", "engineers from Baku") in said(text)


def test_a_dealing_named_by_a_noun_is_a_claim_of_its_own() -> None:
    text = "The delivery of 12 pumps to Belmash was completed in May."
    claim = one(text, "delivered_to")
    assert (claim.object and claim.object.text, claim.value) == ("Belmash", 12)


def test_a_forbidden_dealing_did_not_take_place() -> None:
    text = "The export of pumps to Belmash is prohibited."
    assert not any(c.predicate == "exported_to" for c in claims(text))


def test_charges_are_not_told_as_facts() -> None:
    text = "Jan Brok is accused of shipping pumps to Belmash."
    assert {c.predicate for c in claims(text)} == {"charged_with"}


def test_the_set_phrase_of_a_notice_says_whom_the_designated_supported() -> None:
    text = (
        "Orbis Ltd is being designated for having materially assisted, sponsored, or provided "
        "financial, material, or technological support for, or goods or services to or in "
        "support of, Belmash."
    )
    assert ("Orbis Ltd", "supports", "Belmash") in said(text)


def test_what_is_to_be_done_is_planned() -> None:
    assert one("The pumps are to be delivered to Belmash in May.", "delivered_to").modality == (
        "planned"
    )


def test_they_that_are_delivered_are_not_the_company_named_before() -> None:
    text = "Orbis Ltd confirmed the report. They had been sold to Belmash."
    assert one(text, "supplied_to").subject.text.casefold() == "they"
