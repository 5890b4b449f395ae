"""Figures of products and the worth of goods."""

from tests.extract.english.saying import claims, one


def test_an_estimate_is_of_whose_range_it_is() -> None:
    text = "The Zubr-2 is a drone. Analysts put its range at 900 km and its payload at 40 kg."
    ranged = one(text, "has_range")
    assert (ranged.subject.text, ranged.value) == ("Zubr-2", 900)
    assert one(text, "has_payload").value == 40


def test_staying_in_the_air_is_endurance() -> None:
    claim = one("The Zubr-2 drone can stay in the air for 14 hours.", "has_endurance")
    assert claim.value == 14


def test_goods_are_worth_their_price_and_counted_apart() -> None:
    text = "Orbis Ltd shipped 118 pumps, worth $2.4 million, to Belmash."
    priced = one(text, "has_price")
    assert (priced.subject.text, priced.value) == ("118 pumps", 2_400_000)
    assert one(text, "shipped_to").value == 118


def test_per_cent_in_two_words_is_a_share() -> None:
    claim = next(c for c in claims("Orbis Ltd owns 75 per cent of Belmash.") if c.value)
    assert (claim.value, claim.object and claim.object.text) == (75, "Belmash")


def test_won_after_a_number_is_money() -> None:
    text = "Hanil delivered six scanners worth 31 billion won to Belmash."
    claim = one(text, "delivered_to")
    assert (claim.object and claim.object.text, claim.value) == ("Belmash", 6)


def test_a_rate_does_not_become_a_subject() -> None:
    text = "A plant with a capacity of 30 drones a year opened in Baku in May."
    assert not any(c.subject.text == "year" for c in claims(text))
