"""Russian verbs with the cases around them. All names are invented."""

import pytest

from enduse.extract.russian.morphology import body_nominative, person_nominative
from enduse.extract.russian.words import place_of
from tests.extract.russian.reading import claims, said, told

SUPPLY = "supplied_to", ("Гранит-М", "Ведомость")


@pytest.mark.parametrize(
    "text",
    [
        "Фирма «Гранит-М» поставила заводу «Ведомость» 12 насосов.",
        "12 насосов заводу «Ведомость» поставила фирма «Гранит-М».",
        "Фирма «Гранит-М», работающая с 2010 года, поставила заводу «Ведомость» 12 насосов.",
        "12 насосов были поставлены заводу «Ведомость» фирмой «Гранит-М».",
        "В марте фирмой «Гранит-М» заводу «Ведомость» было поставлено 12 насосов.",
    ],
)
def test_word_order_and_voice_do_not_change_who_supplies_whom(text: str) -> None:
    claim = said(text, "supplied_to")
    assert (*told(claim), claim.value) == ("Гранит-М", "Ведомость", 12)


def test_a_participle_tells_about_the_noun_before_the_comma() -> None:
    text = "Полиция осмотрела станки, купленные фирмой «Гранит-М»."
    assert told(said(text, "acquired")) == ("Гранит-М", "станки")


def test_which_stands_for_the_noun_that_agrees_with_it() -> None:
    text = "В деле упомянута фирма «Гранит-М», которая ввезла 40 станков."
    claim = said(text, "acquired")
    assert (*told(claim), claim.value) == ("Гранит-М", "станков", 40)


def test_a_second_verb_keeps_the_subject_of_the_first() -> None:
    text = "Фирма «Гранит-М» основана Олегом Рыжовым и контролируется холдингом «Ведомость»."
    assert told(said(text, "founded")) == ("Олег Рыжов", "Гранит-М")
    assert told(said(text, "controlled_by")) == ("Гранит-М", "Ведомость")


def test_who_ends_supplies_does_not_supply() -> None:
    (claim,) = claims("Фирма «Гранит-М» прекратила поставки насосов в Индию.")
    assert (claim.predicate, *told(claim)) == ("ended", "Гранит-М", "поставки насосов")


def test_denied_supplies_are_said_once_and_as_a_denial() -> None:
    found = claims("Фирма «Гранит-М» опровергла поставки насосов в Индию.")
    assert [(c.predicate, c.polarity) for c in found] == [("supplied_to", "denied")]


def test_a_planned_deed_is_a_plan_and_not_yet_a_deed() -> None:
    (claim,) = claims("Завод «Ведомость» намерен закупить 35 станков.")
    assert (claim.predicate, claim.value, claim.modality) == ("plans", 35, "planned")


def test_a_share_is_held_by_the_owner_in_the_firm() -> None:
    text = "Олегу Рыжову принадлежит 75% фирмы «Гранит-М», остальные 25% — у Анны Вольской."
    found = [c for c in claims(text) if c.predicate == "holds_share_in"]
    assert [(*told(c), c.value) for c in found] == [
        ("Олег Рыжов", "Гранит-М", 75),
        ("Анна Вольская", "Гранит-М", 25),
    ]


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "target"),
    [
        ("Посредником выступала фирма «Гранит-М».", "intermediary_in", "Гранит-М", "поставки"),
        ("Владельцем фирмы «Гранит-М» значился Олег Рыжов.", "owned_by", "Гранит-М", "Олег Рыжов"),
        (
            "Фирма «Гранит-М» известна; её владелец — Олег Рыжов.",
            "owned_by",
            "Гранит-М",
            "Олег Рыжов",
        ),
        ("Получателем груза был завод «Ведомость».", "received", "Ведомость", "груза"),
    ],
)
def test_a_role_noun_relates_who_fills_it(
    text: str, predicate: str, subject: str, target: str
) -> None:
    assert told(said(text, predicate)) == (subject, target)


@pytest.mark.parametrize(
    "text",
    [
        "США внесли фирму «Гранит-М» в санкционный перечень.",
        "Фирма «Гранит-М» внесена в санкционный список США.",
        "Фирма «Гранит-М» находится под санкциями США.",
        "США ввели санкции в отношении фирмы «Гранит-М».",
        "Под ограничения США попала фирма «Гранит-М».",
    ],
)
def test_sanctions_are_told_in_many_ways(text: str) -> None:
    assert told(said(text, "sanctioned_by")) == ("Гранит-М", "США")


def test_each_name_of_a_list_is_under_the_sanctions() -> None:
    text = "В перечень включены 30 фирм, среди них завод «Ведомость» и фирма «Гранит-М»."
    found = {c.subject.text for c in claims(text) if c.predicate == "sanctioned_by"}
    assert {"Ведомость", "Гранит-М"} <= found


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("В фирме «Гранит-М» от комментариев воздержались.", "declined_to_comment"),
        ("Фирма «Гранит-М» отказалась комментировать сделку.", "declined_to_comment"),
        ("Фирма «Гранит-М» не стала отвечать на вопросы.", "declined_to_comment"),
        ("В фирме «Гранит-М» не смогли ответить на вопросы.", "no_response"),
        ("Фирма «Гранит-М» на письмо не отреагировала.", "no_response"),
    ],
)
def test_the_kinds_of_silence_are_kept_apart(text: str, polarity: str) -> None:
    claim = said(text, "comment_on")
    assert (claim.subject.text, claim.polarity) == ("Гранит-М", polarity)


@pytest.mark.parametrize(
    "text",
    [
        "Фирма «Гранит-М» не знала о перепродаже.",
        "В фирме «Гранит-М» не осведомлены о перепродаже.",
        "Фирма «Гранит-М» сообщила, что ей неизвестно о перепродаже.",
    ],
)
def test_not_to_know_is_a_denial(text: str) -> None:
    claim = said(text, "aware_of")
    assert (claim.subject.text, claim.polarity) == ("Гранит-М", "denied")


def test_figures_of_a_product_belong_to_the_product_spoken_of() -> None:
    text = "Испытан беспилотник «Стриж-4». Его масса не превышает 90 кг, дальность — до 300 км."
    found = {c.predicate: (c.subject.text, c.value, c.bound) for c in claims(text)}
    assert found["has_mass"] == ("Стриж-4", 90, "at_most")
    assert found["has_range"] == ("Стриж-4", 300, "at_most")


def test_a_part_belongs_to_its_product() -> None:
    text = "Фирма «Гранит-М» выпускает корпуса ракетных двигателей."
    claim = said(text, "component_of")
    assert told(claim) == ("корпуса ракетных двигателей", "ракетных двигателей")


def test_the_bank_is_the_one_that_was_called_a_bank() -> None:
    text = "Банк «Ведомость» известен. Фирма «Гранит-М» — его клиент. Банк купил 5 станков."
    assert said(text, "acquired").subject.text == "Ведомость"


def test_adjectives_of_countries_and_cities_name_their_places() -> None:
    assert told(said("Груз приняла кипрская Sandline Trading.", "jurisdiction")) == (
        "Sandline Trading",
        "Кипр",
    )
    assert told(said("Груз приняла рижская Sandline Trading.", "headquartered_in"))[1] == "Рига"
    assert place_of("морская") is None


def test_what_could_not_be_checked_is_no_evidence() -> None:
    claim = said("Проверить эту оценку не удалось.", "evidence_status")
    assert claim.polarity == "negated"


def test_names_in_oblique_cases_are_shown_in_the_nominative() -> None:
    assert person_nominative("Олегом Рыжовым") == "Олег Рыжов"
    assert person_nominative("Анна Вольская") is None
    assert body_nominative("Министерству обороны") == "Министерство обороны"


def test_the_people_behind_their_words_are_the_sources_named_before() -> None:
    text = (
        "Завод «Ведомость» собирает насосы, рассказали два инженера. "
        "По их словам, завод «Ведомость» закупает станки."
    )
    claim = said(text, "acquired")
    assert claim.attribution[0][-1].name == "два инженера"


def test_a_ministry_that_speaks_through_its_place_is_the_speaker() -> None:
    text = "В министерстве заявили, что завод «Ведомость» получил станки."
    assert said(text, "received").attribution[0][-1].name == "министерстве"


def test_documents_from_which_it_follows_are_the_speaker() -> None:
    text = "Найдены накладные, из которых следует, что завод «Ведомость» получил станки."
    assert said(text, "received").attribution[0][-1].name == "накладные"


def test_a_name_without_a_class_noun_may_have_any_gender() -> None:
    text = "«Гранит-М» основана Олегом Рыжовым."
    assert told(said(text, "founded")) == ("Олег Рыжов", "Гранит-М")


def test_to_fail_to_confirm_is_not_to_confirm() -> None:
    assert "confirmed" not in {
        c.predicate for c in claims("Подтвердить или опровергнуть эти сведения редакция не смогла.")
    }


def test_its_director_is_the_director_of_the_firm_named_before() -> None:
    text = "Фирма «Гранит-М» куплена. Её директор Олег Рыжов уехал."
    assert told(said(text, "director_of")) == ("Олег Рыжов", "Гранит-М")


def test_a_machine_made_after_another_is_its_variant() -> None:
    text = "Двигатель «Ворон-9» создан на основе мотора «Дятел-3»."
    assert told(said(text, "variant_of")) == ("Ворон-9", "Дятел-3")


def test_goods_that_reached_a_country_were_delivered_there() -> None:
    text = "По подсчётам ведомства, в Индию попало не менее 5 тыс. насосов."
    claim = said(text, "delivered_to")
    assert (*told(claim), claim.value, claim.bound) == ("насосов", "Индия", 5000, "at_least")


@pytest.mark.parametrize("text", ["По данным МИД, завод сообщил, что,", "Завод заявил, что по,"])
def test_a_sentence_that_breaks_off_is_read_all_the_same(text: str) -> None:
    assert claims(text) == []
