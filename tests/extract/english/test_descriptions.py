"""What nouns beside a name say of it: offices, owners, origins, customers, parts."""

import pytest

from tests.extract.english.saying import one, said


def test_the_office_may_stand_with_its_owner_after_the_name() -> None:
    text = "Orbis Ltd sells lathes. Pia Holm, the company's chief executive, resigned."
    assert ("Pia Holm", "position_at", "Orbis Ltd") in said(text)


def test_the_owner_of_an_office_counts_before_its_field() -> None:
    text = "Jan Brok, Orbis's head of procurement, resigned."
    assert ("Jan Brok", "position_at", "Orbis") in said(text)


def test_a_role_as_subject_of_is_names_its_holder_last() -> None:
    text = "Orbis Ltd was registered in Riga. Its sole shareholder is Pia Holm."
    assert ("Pia Holm", "holds_share_in", "Orbis Ltd") in said(text)


def test_a_named_role_holder_takes_the_place_of_the_role() -> None:
    text = "Orbis Ltd sells lathes. Its director, Jan Brok, was arrested for smuggling."
    charged = one(text, "charged_with")
    assert charged.subject.text == "Jan Brok"


def test_whoever_serves_as_an_office_holder_holds_the_office() -> None:
    text = "Pia Holm also serves as managing director of Orbis Ltd."
    assert ("Pia Holm", "director_of", "Orbis Ltd") in said(text)


def test_the_customer_is_supplied_by_whose_customer_it_is() -> None:
    text = "Orbis Ltd makes pumps. Its biggest customer is Nordfab AG."
    assert ("Orbis Ltd", "supplied_to", "Nordfab AG") in said(text)


def test_a_national_belongs_to_the_country_of_the_adjective() -> None:
    assert ("Jan Brok", "jurisdiction", "Latvia") in said("Jan Brok, a Latvian national, resigned.")


def test_a_specialist_from_a_town_has_its_seat_there() -> None:
    text = "Fraesa GmbH, the milling specialist from Ulm, denied the report."
    assert ("Fraesa GmbH", "headquartered_in", "Ulm") in said(text)


def test_a_based_description_is_about_the_name_before_it() -> None:
    text = "Orbis Ltd, a Riga-based broker, sold the pumps to Nordfab AG."
    assert ("Orbis Ltd", "headquartered_in", "Riga") in said(text)


def test_a_definite_description_takes_the_name_that_follows() -> None:
    text = "Orbis Ltd bought lathes. The dealer, Nordfab AG, did not reply to questions."
    assert one(text, "comment_on").subject.text == "Nordfab AG"


def test_an_age_and_a_home_do_not_part_a_person_from_the_verb() -> None:
    text = "Jan Brok, 44, of Riga, bought 12 lathes from Nordfab AG."
    claim = one(text, "acquired")
    assert (claim.subject.text, claim.value) == ("Jan Brok", 12)


def test_a_state_company_of_a_country_is_owned_by_that_state() -> None:
    text = "Poland's state-owned Gryf Works builds radars."
    assert ("Gryf Works", "produces", "radars") in said(text)
    assert any(p == "owned_by" and who == "Gryf Works" for who, p, _ in said(text))


def test_a_part_for_a_product_is_its_component() -> None:
    text = "Orbis Ltd makes steering units for Zubr missiles."
    assert ("steering units", "component_of", "Zubr") in said(text)


def test_a_product_with_foreign_parts_contains_them() -> None:
    text = "Nordfab AG has built a patrol drone with Korean motors."
    assert ("Korean motors", "component_of", "patrol drone") in said(text)


def test_an_office_set_off_by_its_acronym_has_an_alias() -> None:
    text = "Norway's export licensing office, ELO, opened an inquiry."
    assert ("Norway's export licensing office", "alias", "ELO") in said(text)


def test_a_surname_in_brackets_is_no_alias() -> None:
    assert not any(p == "alias" for _, p, _ in said("Jan Brok (Brok) owns Orbis Ltd."))


def test_she_is_not_the_man_named_before_her() -> None:
    text = "Gleb Tarasov met Olga Belova. She owns Orbis Ltd."
    assert one(text, "owns").subject.text == "Olga Belova"


def test_it_rather_takes_up_the_subject_than_what_follows_a_preposition() -> None:
    text = "In a letter to Nordfab AG, Orbis Ltd wrote that it had tested the pump."
    assert one(text, "tested").subject.text == "Orbis Ltd"


@pytest.mark.parametrize(
    ("text", "predicate", "who", "whose"),
    [
        ("“No,” said Orbis's chief executive.", "position_at", "chief executive", "Orbis"),
        ("A compliance officer at Orbis spoke.", "position_at", "compliance officer", "Orbis"),
        ("A lawyer for Orbis said nothing.", "acted_for", "lawyer", "Orbis"),
        ("The director of Belmash has left.", "director_of", "director", "Belmash"),
    ],
)
def test_an_office_is_told_of_though_nobody_is_named(
    text: str, predicate: str, who: str, whose: str
) -> None:
    assert (who, predicate, whose) in said(text)


def test_kin_are_linked() -> None:
    text = "Ivan Petrov controls Orbis through his brother-in-law, Oleg Orlov."
    assert ("Oleg Orlov", "linked_to", "Ivan Petrov") in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Belmash is wholly owned by the state holding Nordfab.",
        "Nordfab, a state-run arms manufacturer, made pumps.",
        "Nordfab is a state-owned enterprise.",
    ],
)
def test_a_description_may_make_a_company_the_states(text: str) -> None:
    assert ("Nordfab", "owned_by", "state") in said(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ada Rey of the Gulf Seminar said so.", ("Ada Rey", "position_at", "Gulf Seminar")),
        ("It hired an expert of the ministry.", ("expert", "employed_by", "ministry")),
        ("A State Department official left.", ("official", "employed_by", "State Department")),
        ("Ada Rey, a chemist at the Linz Institute, left.",
         ("Ada Rey", "position_at", "Linz Institute")),
        ("Orbis Ltd, a firm run by dealer Ada Rey, left.", ("Ada Rey", "director_of", "Orbis Ltd")),
        ("The tanker Aino is managed by Orbis Ltd.", ("Orbis Ltd", "controls", "Aino")),
        ("Dealers in Turkey and Oman bought pumps.", ("Dealers", "located_in", "Oman")),
        ("A school of nursing in Osh bought pumps.", ("school of nursing", "located_in", "Osh")),
        ("Orbis Ltd sent pumps to Factory No. 26 in Perm.",
         ("Factory No. 26", "located_in", "Perm")),
        ("The Hong Kong trader Orbis left.", ("Orbis", "jurisdiction", "Hong Kong")),
        ("Orbis Ltd has its seat in Riga.", ("Orbis Ltd", "headquartered_in", "Riga")),
        ("Energiya, a plant under EU and Swiss sanctions, closed.",
         ("Energiya", "sanctioned_by", "Swiss")),
    ],
)  # fmt: skip
def test_who_belongs_where(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Western officials left.",
        "A spokesman for the ministry left.",
        "A fellow at the Lisbon Institute of Ports left.",
    ],
)
def test_people_in_the_mass_hold_no_office(text: str) -> None:
    assert not said(text) & {c for c in said(text) if c[1] in ("employed_by", "located_in")}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("They found a kit marked \"UMPK-D\".", ("kit", "alias", "UMPK-D")),
        ("They found crates marked \"garden tools\".", ("crates", "calls", "garden tools")),
        ("A glider marketed abroad as the Strizh-M fell.", ("glider", "alias", "Strizh-M")),
        ("Demo Star was formerly the Aino.", ("Demo Star", "alias", "Aino")),
        ("Orbis Ltd, in which the state railway holds 34 per cent, left.",
         ("state railway", "holds_share_in", "Orbis Ltd")),
        ("Jinling Systems, a joint venture of a state school and Belmash AG, left.",
         ("Jinling Systems", "owned_by", "Belmash AG")),
        ("The Turkish buyer, Orbis Ltd, left.", ("Orbis Ltd", "jurisdiction", "Turkey")),
        ("The ferry fell to the Orbis-managed Aino.", ("Aino", "controlled_by", "Orbis")),
    ],
)  # fmt: skip
def test_what_things_are_called_and_whose_they_are(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in said(text)


def test_a_maker_on_a_plate_is_no_other_name() -> None:
    text = 'They found a pump marked "Orbis AG, Zug".'
    assert "alias" not in {p for _, p, _ in said(text)}
