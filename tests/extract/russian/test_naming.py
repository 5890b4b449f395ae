"""What Russian texts call things, and what passes for something else."""

import pytest

from tests.extract.russian.reading import claims, said, told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Насосы были оформлены как бытовые обогреватели.",
            ("насосы", "бытовые обогреватели"),
        ),
        ("Насосы вывозили под видом труб через порт.", ("насосы", "труб")),
    ],
)
def test_what_goods_pass_for_is_told(text: str, names: tuple[str, str]) -> None:
    assert told(said(text, "calls")) == names


@pytest.mark.parametrize(
    "text",
    [
        "Катер, получивший название «Скат-4», спущен на воду.",
        "Раньше судно называлось Ostrea.",
        "Фирма, ранее известная как «Норд-Трейд», закрыта.",
    ],
)
def test_another_name_is_an_alias(text: str) -> None:
    assert said(text, "alias").object is not None


def test_a_name_that_is_only_compared_with_is_no_alias() -> None:
    assert not [c for c in claims("Завод работает как часы.") if c.predicate in ("alias", "calls")]


def test_a_quotation_holds_both_marks_of_a_name() -> None:
    text = "Фирма «Гранит-М» с 2023 года выпускает насос «Скат-4»."
    assert said(text, "produces").evidence.quote.endswith("«Скат-4»")
