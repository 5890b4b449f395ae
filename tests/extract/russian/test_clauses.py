"""How Russian clauses share what is said once. All names are invented."""

import pytest

from tests.extract.russian.reading import claims, said, told


def test_each_member_of_a_list_is_told() -> None:
    text = "Завод «Ведомость» выпускает насосы, клапаны и компрессоры."
    found = [c.object.text for c in claims(text) if c.predicate == "produces" and c.object]
    assert found == ["насосы", "клапаны", "компрессоры"]


def test_a_clause_without_its_verb_goes_on_with_the_one_before() -> None:
    text = "Завод продал насосы фирме «Гранит-М», а та — заводу «Ведомость»."
    found = [c.object.text for c in claims(text) if c.predicate == "supplied_to" and c.object]
    assert found == ["Гранит-М", "Ведомость"]


def test_two_verbs_share_the_object_behind_the_second() -> None:
    text = "Фирма «Гранит-М» не производит и не поставляет насосы."
    assert said(text, "produces").polarity == "negated"
    assert said(text, "supplied_to").polarity == "negated"


def test_the_next_sentence_may_leave_out_its_subject() -> None:
    text = "Фирма «Гранит-М» выпускает насосы. В санкционных списках не значится."
    claim = said(text, "sanctioned_by")
    assert (claim.subject.text, claim.polarity) == ("Гранит-М", "negated")


def test_a_name_that_does_not_decline_may_stand_in_any_case() -> None:
    text = "Насосы поставило «Восток Демо»."
    assert told(said(text, "supplied_to")) == ("Восток Демо", "насосы")


def test_an_adjective_may_govern_as_a_participle() -> None:
    text = "Полиция обыскала фирму «Гранит-М», подконтрольную холдингу «Ведомость»."
    assert told(said(text, "controlled_by")) == ("Гранит-М", "Ведомость")


def test_what_a_question_asks_is_not_said() -> None:
    assert claims("Как насосы попали в Индию?") == []


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Завод «Ведомость» молчит.", "no_response"),
        ("Завод «Ведомость» на связь не вышел.", "no_response"),
        ("Завод «Ведомость» запрос проигнорировал.", "no_response"),
        ("До завода «Ведомость» дозвониться не удалось.", "no_response"),
        ("На заводе «Ведомость» от разговора уклонились.", "declined_to_comment"),
        ("Завод «Ведомость» общаться с журналистами не стал.", "declined_to_comment"),
    ],
)
def test_silence_has_many_wordings(text: str, polarity: str) -> None:
    claim = said(text, "comment_on")
    assert (claim.subject.text, claim.polarity) == ("Ведомость", polarity)


def test_who_hears_of_it_for_the_first_time_did_not_know() -> None:
    text = "О насосах Олег Рыжов слышит впервые."
    claim = said(text, "aware_of")
    assert (claim.subject.text, claim.polarity) == ("Олег Рыжов", "denied")


def test_a_deed_has_its_time() -> None:
    text = "Испытания насоса прошли с февраля по апрель."
    assert said(text, "has_timeline").subject.text == "испытания насоса"


def test_range_and_round_sums_need_no_unit_twice() -> None:
    text = "Завод «Ведомость» заплатил фирме «Гранит-М» 2,1–2,4 млн рублей."
    ends = [c.value for c in claims(text) if c.predicate == "paid"]
    assert sorted(v for v in ends if v) == [2_100_000, 2_400_000]


def test_a_statement_is_the_voice_of_whoever_made_it() -> None:
    text = "Заявление Министерства торговли в связи с публикациями\nЗавод закупил 40 насосов."
    assert said(text, "acquired").attribution[0][-1].name == "Министерство торговли"


def test_he_is_whoever_spoke_before() -> None:
    text = "Завод закрыт, сообщил мастер цеха. «Мы купили 40 насосов», — сказал он."
    assert said(text, "acquired").attribution[0][-1].name == "мастер цеха"
