"""Places, addresses, origins, other names, figures, intents, dates and sources."""

import pytest

from tests.extract.english.saying import claims, one, said


@pytest.mark.parametrize(
    ("text", "who", "where"),
    [
        ("She works for a bank in Dubai.", "bank", "Dubai"),
        ("They met in a yard outside Omsk.", "yard", "Omsk"),
        ("The note came from the Institute for Trade Studies in Vienna.", "Institute", "Vienna"),
        ("The seller was UAB Baltas, Kaunas.", "UAB Baltas", "Kaunas"),
        ("Baltas Ltd, of Kaunas, sold them.", "Baltas Ltd", "Kaunas"),
    ],
)
def test_a_party_is_where_its_place_stands(text: str, who: str, where: str) -> None:
    found = [(s, o) for s, p, o in said(text) if p in ("located_in", "headquartered_in")]
    assert any(who in s and where in o for s, o in found), found


def test_a_zone_of_a_country_is_a_place_and_a_firm_of_one_is_none() -> None:
    plans = "They have plans for a production facility in China's Kashgar Special Economic Zone."
    told = said(plans)

    assert ("production facility", "located_in", "Kashgar Special Economic Zone") in told
    assert "located_in" not in {p for _, p, _ in said("He works at Germany's Halvorsen AG.")}


def test_nobody_in_particular_is_nowhere() -> None:
    assert not any(
        p == "located_in" for _, p, _ in said("It denies having any customers in Turkey.")
    )


def test_an_address_stands_after_its_noun() -> None:
    claim = one("At its registered address, 12 Mill Road in Perth, there is a bakery.", "address")
    assert claim.object is not None and claim.object.text.startswith("12 Mill Road")


@pytest.mark.parametrize(
    "text",
    [
        "The pumps are thought to be of Korean origin.",
        "The pumps, apparently of Korean make, broke.",
    ],
)
def test_the_make_of_a_thing_is_its_country(text: str) -> None:
    claim = one(text, "produced_in")
    assert claim.object is not None and "Korea" in claim.object.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baltas Ltd (also known as BT Parts) was fined.", "BT Parts"),
        ("Baltas Ltd (formerly Ostas) was fined.", "Ostas"),
        ("Baltas Ltd, known as BT, was fined.", "BT"),
        ("It holds gate arrays, model RK7-A, and tiles.", "RK7-A"),
    ],
)
def test_another_name_stands_with_a_word_for_it(text: str, name: str) -> None:
    assert any(p == "alias" and o == name for _, p, o in said(text))


@pytest.mark.parametrize(
    ("text", "predicate", "value"),
    [
        ("Weight at take-off: 235 kilograms.", "has_mass", 235),
        ("The Zubr-2 has a cruising speed of 180 km/h.", "has_speed", 180),
        ("Each Zubr-2 sells for 500 euros.", "has_price", 500),
        ("The plant puts out rotors at a rate of 180 units a week.", "has_capacity", 180),
        ("The Zubr-2 lifts eight kilos.", "has_payload", 8),
        ("It holds batteries with a capacity of 22 Ah each.", "has_capacity", 22),
    ],
)
def test_a_figure_is_known_by_its_unit_and_a_word(text: str, predicate: str, value: float) -> None:
    assert one(text, predicate).value == value


def test_a_figure_stays_in_its_part_of_the_sentence() -> None:
    text = "The plant opened in May; prices rose by 40 a month."
    assert not any(c.predicate == "has_capacity" for c in claims(text))


def test_what_somebody_will_do_is_a_plan() -> None:
    claim = one("The ministry said it would look into the matter.", "plans")
    assert claim.modality == "planned"


def test_what_will_happen_to_things_is_no_plan_of_theirs() -> None:
    assert not any(c.predicate == "plans" for c in claims("The disclosure will matter."))


@pytest.mark.parametrize(
    "text",
    [
        "Orbis Ltd was to deliver 600 pumps by the end of 2027.",
        "A second hall, due to open next spring, is half built.",
        "The launch has been postponed to 2027.",
        "The permit rules would be tightened by next spring, he said.",
    ],
)
def test_a_date_that_is_set_is_a_timeline(text: str) -> None:
    assert any(c.predicate == "has_timeline" for c in claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Two deckhands told the paper that the ship had sailed.",
        "According to people close to the inquiry, the ship had sailed.",
        "The account rests on interviews with four crew members.",
        "The notice was written on the basis of transit data.",
    ],
)
def test_unnamed_people_and_papers_are_sources(text: str) -> None:
    assert any(c.predicate == "sourced_from" for c in claims(text))


def test_a_memorandum_with_its_date_is_what_was_seen() -> None:
    claim = one(
        "Under a memorandum dated 3 May, which was seen by this agency, it pays.", "reviewed"
    )
    assert claim.object is not None and "memorandum" in claim.object.text


def test_talks_that_broke_down_have_ended() -> None:
    assert one("The talks broke down in August.", "ended").subject.text == "talks"


def test_a_drone_that_is_used_against_a_town_is_used_there() -> None:
    assert one("The missiles were used against towns in May.", "used_in").object is not None


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Orbis sold pumps, the daily Vesti reports.", "the daily Vesti"),
        ("Orbis sold pumps, Bloomberg News has reported.", "Bloomberg News"),
        ("Orbis sold pumps, the website Vesti and the daily Lahti reported.", "the daily Lahti"),
    ],
)
def test_an_outlet_that_reports_it_is_named(text: str, by: str) -> None:
    found = [c.object.text for c in claims(text) if c.predicate == "reported_by" and c.object]
    assert any(by.endswith(f) or f.endswith(by) for f in found)


def test_papers_that_are_cited_are_what_an_account_rests_on() -> None:
    text = "Orbis sold pumps, the daily Vesti reports, citing trade data and three invoices."
    found = [c.object.text for c in claims(text) if c.predicate == "sourced_from" and c.object]
    assert found == ["trade data", "three invoices"]


def test_a_study_in_the_lead_is_what_an_account_rests_on() -> None:
    text = "Orbis sold 40 pumps, a study of customs data by the Lahti Institute found."
    found = [c.evidence.quote for c in claims(text) if c.predicate == "sourced_from"]
    assert found == ["a study of customs data by the Lahti Institute"]
