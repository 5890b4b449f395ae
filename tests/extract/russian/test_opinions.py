"""Judgements, purposes and bounds in time that Russian clauses tell."""

from tests.extract.russian.reading import claims, said, told


def test_what_an_expert_thinks_is_a_judgement_of_theirs() -> None:
    text = "Эксперт Анна Вольская полагает, что меры вряд ли сработают."
    claim = said(text, "assessed_as")
    assert told(claim) == ("меры", "сработают")
    assert claim.attribution[0][-1].name.endswith("Анна Вольская")


def test_a_judgement_that_is_a_deed_of_its_own_is_told_once() -> None:
    text = "Эксперт полагает, что фирма «Гранит-М» продала насосы в Индию."
    assert [c.predicate for c in claims(text)] == ["supplied_to"]


def test_what_a_thing_allows_is_its_purpose_and_not_yet_done() -> None:
    (claim,) = claims("Новый корпус позволит увеличить выпуск насосов.")
    assert claim.predicate == "has_purpose"


def test_a_bound_in_time_is_told_with_its_words() -> None:
    text = "С января по август завод «Ведомость» получил 620 насосов."
    claim = said(text, "has_timeline")
    assert claim.object is not None
    assert claim.object.text == "С января по август"


def test_a_rate_is_no_date() -> None:
    text = "Завод «Ведомость» собирается выпускать 400 насосов в год."
    assert not [c for c in claims(text) if c.predicate == "has_timeline"]


def test_a_ban_that_is_planned_is_a_ban() -> None:
    claim = said("Комиссия «Норда» предлагает запретить вывоз насосов.", "prohibits")
    assert claim.modality == "planned"
