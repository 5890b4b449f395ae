"""What Russian phrases say side by side, without a verb. All names are invented."""

import pytest

from enduse.extract.russian.words import place_of
from tests.extract.russian.reading import claims, said, told


@pytest.mark.parametrize(
    ("text", "subject", "place"),
    [
        ("Омская фирма «Гранит-М» молчит.", "Гранит-М", "Омск"),
        ("Склад в Самаре сгорел.", "склад", "Самара"),
        ("Насосы хранила фирма-прокладка в Риге.", "фирма-прокладка", "Рига"),
    ],
)
def test_a_seat_is_told_by_an_adjective_or_by_a_place_behind_a_site(
    text: str, subject: str, place: str
) -> None:
    found = [c for c in claims(text) if c.predicate in ("headquartered_in", "located_in")]
    assert [told(c) for c in found] == [(subject, place)]


def test_a_named_product_comes_from_the_place_of_its_adjective() -> None:
    text = "На складе нашли японский двигатель «Намура-2»."
    assert told(said(text, "produced_in")) == ("Намура-2", "Япония")
    found = claims("На складе нашли японские подшипники.")
    assert not [c for c in found if c.predicate == "produced_in"]


@pytest.mark.parametrize("adjective", ["морской", "детский", "технический", "заводской"])
def test_not_every_adjective_is_made_of_a_place(adjective: str) -> None:
    assert place_of(adjective) is None


def test_a_post_is_held_in_the_firm_behind_it() -> None:
    text = "Бухгалтер завода «Ведомость» Анна Вольская уволилась."
    assert told(said(text, "position_at")) == ("Анна Вольская", "Ведомость")


def test_kin_are_linked() -> None:
    text = "Фирмой руководит брат Олега Рыжова."
    assert told(said(text, "linked_to")) == ("брат Олега Рыжова", "Олег Рыжов")


def test_a_post_without_a_name_is_told_once() -> None:
    text = "Директор завода уехал. Позже директор завода вернулся."
    assert len([c for c in claims(text) if c.predicate == "director_of"]) == 1


def test_what_stands_with_through_is_between_two_others() -> None:
    text = "Насосы шли в Индию через фирму «Гранит-М»."
    assert told(said(text, "intermediary_in")) == ("Гранит-М", "насосы")


def test_a_bond_names_its_other_side() -> None:
    text = "Завод «Ведомость» ведёт переговоры с фирмой «Гранит-М»."
    assert told(said(text, "works_with")) == ("Ведомость", "Гранит-М")


def test_a_daughter_is_told_between_commas() -> None:
    text = "Фирма «Гранит-М», дочернее предприятие холдинга «Ведомость», закрылась."
    assert told(said(text, "subsidiary_of")) == ("Гранит-М", "Ведомость")


def test_a_lot_has_a_price_and_a_month_its_number() -> None:
    text = "Фирма «Гранит-М» купила 14 насосов на сумму 5,6 млн долларов."
    assert said(text, "has_price").value == 5_600_000
    assert said(text, "acquired").value == 14
    text = "Завод «Ведомость» расширили: с 400 до 800 насосов в месяц."
    assert {c.value for c in claims(text) if c.predicate == "has_capacity"} == {400, 800}


def test_goods_have_a_use() -> None:
    text = "На складе лежали станки для ремонта судов."
    assert told(said(text, "has_purpose")) == ("станки", "ремонта судов")
