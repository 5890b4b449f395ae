"""What goods are for, where they come from and go, and what plants and vessels hold."""

import pytest

from tests.extract.english.saying import claims, one, said


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Orvo sold the unit to a dealer in Oman, for use in sprayers.",
            ("unit", "intended_for", "sprayers"),
        ),
        (
            "Orvo has set up an assembly line in Belarus for piston engines.",
            ("assembly line", "has_purpose", "piston engines"),
        ),
        (
            "Orvo offers spools for unmanned systems.",
            ("spools", "intended_for", "unmanned systems"),
        ),
        (
            "The lathes were declared as equipment for a tractor plant.",
            ("lathes", "intended_for", "tractor plant"),
        ),
        ("The motors come from a factory in Omsk.", ("factory", "produces", "motors")),
        ("The pulp came from Uzbekistan.", ("pulp", "produced_in", "Uzbekistan")),
        ("The motors were bound for Iran.", ("motors", "shipped_to", "Iran")),
        ("They were taken by truck to Perm.", ("they", "shipped_to", "Perm")),
        ("The missiles were fired at Lviv.", ("missiles", "used_in", "Lviv")),
        (
            "Orvo's most widely used product is the PT-7 sight.",
            ("Orvo", "produces", "PT-7 sight"),
        ),
        ("Zarya, a gunpowder plant in Omsk, is closed.", ("Zarya", "produces", "gunpowder")),
        ("Orvo relies on supplies from Omsk.", ("Orvo", "acquired", "Omsk")),
        (
            "Orvo sold the unit through two traders in Riga, Belmar Trade and Lunda Trade.",
            ("Lunda Trade", "intermediary_in", "unit"),
        ),
        (
            "The crates were flown to Almaty and onwards to Perm.",
            ("crates", "shipped_to", "Perm"),
        ),
    ],
)
def test_a_phrase_about_goods_makes_its_claim(text: str, claim: tuple[str, str, str]) -> None:
    subject, predicate, obj = claim
    assert (subject.lower(), predicate, obj) in {(s.lower(), p, o) for s, p, o in said(text)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The questions were sent by e-mail.", "shipped_to"),
        ("The fuel is meant for the Sejjil-4.", "has_timeline"),
        ("Payment was made through a bank in Oman.", "produced_in"),
        ("Dealers will have to ask more questions.", "plans"),
        ("The step makes inspections harder.", "plans"),
        ("Orvo sold its stake in June.", "supplied_to"),
        ("The engine delivers 50 horsepower.", "delivered_to"),
    ],
)
def test_what_only_looks_like_a_deal_makes_none(text: str, predicate: str) -> None:
    assert predicate not in {c.predicate for c in claims(text)}


@pytest.mark.parametrize(
    ("text", "predicate", "value", "unit"),
    [
        ("The vessel has a capacity of 105,000 tonnes.", "has_capacity", 105_000, "t"),
        ("Each course lasts ten weeks.", "has_timeline", 10, "week"),
        ("Engine deliveries fell by 18 percent.", "delivered_to", 18, "%"),
        ("Orvo bought 74 lathes worth $31 million.", "has_price", 31_000_000, "USD"),
    ],
)
def test_a_figure_stands_with_what_it_is_of(
    text: str, predicate: str, value: float, unit: str
) -> None:
    claim = one(text, predicate)
    assert (claim.value, claim.unit) == (value, unit)


def test_a_fine_that_is_ordered_is_a_duty() -> None:
    claim = one("The firm was ordered to pay a fine of 1.9 million euros.", "paid")
    assert (claim.value, claim.modality) == (1_900_000, "obligation")
