"""Quantities: numbers, bounds, units, ranges, conversions, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.extract.quantities import Quantity, disagreements, quantities
from enduse.extract.quantities.units import agrees, converted, symbol_of


def one(text: str, language: str = "en") -> Quantity:
    (quantity,) = quantities(text, language)
    return quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("travel up to 2,000 km", 2000, "km", "at_most"),
        ("a payload of 50 kg", 50, "kg", None),
        ("more than 140,000 drones", 140_000, "drones", "more_than"),
        ("at least three companies", 3, "companies", "at_least"),
        ("fewer than 12 engines", 12, "engines", "less_than"),
        ("about $1.5 billion", 1.5e9, "USD", "about"),
        ("one hundred and forty thousand rounds", 140_000, "rounds", None),
        ("half a million shells", 500_000, "shells", None),
        ("two and a half years", 2.5, "year", None),
        ("300 kg or more", 300, "kg", "at_least"),
        ("flew at 180 km/h", 180, "km/h", None),
        ("a tenfold increase", 10, "times", None),
        ("51 percent", 51, "%", None),
        ("dozens of drones", None, "drones", None),
        ("two European intelligence sources", 2, "sources", None),
    ],
)
def test_english_quantities(text: str, value: float, unit: str, bound: str | None) -> None:
    quantity = one(text)
    assert (quantity.value, quantity.unit, quantity.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("не менее 300 дронов", 300, "дронов", "at_least"),
        ("до 2 000 км", 2000, "km", "at_most"),
        ("около 2,4 млн рублей", 2.4e6, "RUB", "about"),
        ("140 тысяч беспилотников", 140_000, "беспилотников", None),
        ("двадцать пять человек", 25, "человек", None),
        ("более чем в десять раз", 10, "times", "more_than"),
        ("семь военных беспилотников", 7, "беспилотников", None),
        ("49,9 %", 49.9, "%", None),
        ("свыше 1,5 млрд юаней", 1.5e9, "CNY", "more_than"),
    ],
)
def test_russian_quantities(text: str, value: float, unit: str, bound: str | None) -> None:
    quantity = one(text, "ru")
    assert (quantity.value, quantity.unit, quantity.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("超过14万架无人机", 140_000, "无人机", "more_than"),
        ("约1.5亿元人民币", 1.5e8, "CNY", "about"),
        ("航程可达2000公里", 2000, "km", "at_most"),
        ("十四万三千架无人机", 143_000, "无人机", None),
        ("百分之三十", 30, "%", None),
        ("增长十倍", 10, "times", None),
        ("至少三家公司", 3, "公司", "at_least"),
        ("20多家企业", 20, "企业", "more_than"),
    ],
)
def test_chinese_quantities(text: str, value: float, unit: str, bound: str | None) -> None:
    quantity = one(text, "zh")
    assert (quantity.value, quantity.unit, quantity.bound) == (value, unit, bound)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 5 and 7 percent", 5, 7, "%"),
        ("10 to 20 km", 10, 20, "km"),
        ("2-3 million dollars", 2e6, 3e6, "USD"),
        ("25 ± 0.5 kg", 24.5, 25.5, "kg"),
    ],
)
def test_ranges_and_tolerances(text: str, low: float, high: float, unit: str) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high, quantity.unit) == (low, high, unit)


def test_a_part_of_a_count_is_a_count_of_its_own() -> None:
    seven, two = quantities("Seven military drones, including two G3 models, were received.")
    assert (seven.value, seven.unit, two.value, two.unit) == (7, "drones", 2, "models")
    assert two.part_of == seven.span


def test_a_rate_keeps_its_period() -> None:
    assert one("could produce 800 drones annually").per == "year"
    assert one("每年生产800架无人机", "zh").per == "year"
    assert one("300 дронов в месяц", "ru").per == "month"


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("50 kg (110 pounds)", "en", 110, "lb"),
        ("up to 2,000 km (about 1,200 miles)", "en", 1200, "mi"),
        ("50 кг (110 фунтов)", "ru", 110, "lb"),
        ("50公斤（110磅）", "zh", 110, "lb"),
    ],
)
def test_a_conversion_stays_with_what_it_converts(
    text: str, language: str, value: float, unit: str
) -> None:
    (conversion,) = one(text, language).conversions
    assert (conversion.value, conversion.unit, conversion.agrees) == (value, unit, True)
    assert disagreements(quantities(text, language), "0" * 64) == ()


def test_a_conversion_that_does_not_agree_is_an_issue() -> None:
    found = quantities("a range of 1,500 km (1,600 miles)")
    (issue,) = disagreements(found, "0" * 64)
    assert "932.1 mi" in issue.message


def test_money_is_converted_but_not_checked_because_rates_change() -> None:
    (conversion,) = one("100 million yuan ($14 million)").conversions
    assert (conversion.value, conversion.unit, conversion.agrees) == (14e6, "USD", None)


@pytest.mark.parametrize(
    "text",
    [
        "Garpiya-3 (G3) and Su-35", "a U.S.-sanctioned firm", "3D printers", "Fig. 4", "No. 5",
        "in 2023 and on 25 September 2024", "555-12-34", "version 1.2.3", "the Garpiya 3 drone",
        "see [12]",
    ],
)  # fmt: skip
def test_names_dates_and_reference_numbers_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


def test_brackets_make_no_negative_money_and_a_name_makes_no_unit() -> None:
    assert one("carry (110 pounds)").unit == "lb"
    assert one("including two G3").unit is None


@pytest.mark.parametrize(
    ("exact", "stated", "agree"),
    [(1242.7, 1200, True), (1242.7, 1600, False), (110.23, 110, True), (932.1, 930, True),
     (0.62, 0.6, True), (310.7, 250, False)],
)  # fmt: skip
def test_figures_agree_to_rounding(exact: float, stated: float, agree: bool) -> None:
    assert agrees(exact, stated) is agree


def test_units_of_different_kinds_do_not_convert() -> None:
    assert converted(1, "km", "kg") is None
    assert symbol_of("километров", "ru") == "km"


@given(
    st.text(alphabet="0123456789 .,-–()%$kgmtoорот万亿十百架个 км тысяч", max_size=60),
    st.sampled_from(["en", "ru", "zh"]),
)
def test_every_quantity_is_the_text_at_its_place_and_none_overlap(text: str, language: str) -> None:
    found = quantities(text, language)
    assert all(text[q.span.start : q.span.end] == q.text for q in found)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))


def test_a_thousand_grams_is_no_thousand_before_grams() -> None:
    (found,) = quantities("全重12.5千克", "zh")
    assert (found.value, found.unit) == (12.5, "kg")
