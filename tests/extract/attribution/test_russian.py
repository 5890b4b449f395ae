import pytest

from tests.extract.attribution.reading import parts, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Завод отгрузил двигатели в мае, сообщили два источника в порту.",
            ("сообщили", "два источника в порту", ["Завод отгрузил двигатели в мае"]),
        ),
        (
            "МИД заявил, что ничего не знает о проекте.",
            ("заявил", "МИД", ["что ничего не знает о проекте"]),
        ),
        (
            "По данным таможни, завод ввёз 40 гироскопов.",
            ("По данным", "таможни", ["завод ввёз 40 гироскопов"]),
        ),
        (
            "Завод, по словам эксперта Петра Лунина, выпускает 800 дронов.",
            ("по словам", "эксперта Петра Лунина", ["Завод", "выпускает 800 дронов"]),
        ),
        (
            "Министерство обороны отказалось от комментариев.",
            ("отказалось", "Министерство обороны", ["от комментариев"]),
        ),
        (
            "Глава компании Анна Белова в понедельник предупредила, что сроки сорваны.",
            ("предупредила", "Глава компании Анна Белова", ["что сроки сорваны"]),
        ),
        (
            "Компания «Вектор» опровергла сообщения о поставках.",
            ("опровергла", "Компания «Вектор»", ["сообщения о поставках"]),
        ),
    ],
)
def test_cue_source_and_content_stand_at_their_places(
    text: str, expected: tuple[str, str, list[str]]
) -> None:
    assert parts(text, "ru") == [expected]


def test_the_words_of_the_author_inside_a_quotation_are_not_said() -> None:
    text = "«Мы ничего не поставляли, — сказал директор Иван Орлов. — Это ложь»."
    ((cue, source, content),) = parts(text, "ru")
    assert (cue, source) == ("сказал", "директор Иван Орлов")
    assert content == ["«Мы ничего не поставляли", "Это ложь»"]


def test_an_agency_that_cites_somebody_is_the_outer_voice() -> None:
    text = "Как сообщает ТАСС со ссылкой на представителя министерства, поставки начались."
    _, cited = read(text, "ru")
    assert [voice.text for voice in cited.chains[0]] == ["ТАСС", "представителя министерства"]


def test_an_impersonal_verb_has_no_source_unless_a_document_is_named() -> None:
    unnamed, document = read(
        "Сообщается, что завод построен. В отчёте говорится, что он работает.", "ru"
    )
    assert (unnamed.source, unnamed.kind) == (None, "unspecified")
    assert document.kind == "document"


def test_a_document_speaks_for_the_works_that_sent_it() -> None:
    text = "По данным доклада, направленного заводом «Купол» в министерство, дрон готов."
    (found,) = read(text, "ru")
    assert [voice.kind for voice in found.chains[0]] == ["document", "company"]


def test_what_a_verb_implies_is_kept() -> None:
    text = (
        "Фирма не подтвердила поставку. Министр призвал остановить её. Банк отрицает, что платил."
    )
    assert [(f.implies, f.negated) for f in read(text, "ru")] == [
        ("confirms", True),
        ("urges", False),
        ("denies", False),
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("В накладных получателем значится завод «Ведомость».", "накладных"),
        ("Наш сосед с таможни: груз ушёл в Индию в мае.", "Наш сосед с таможни"),
        ("Судом установлено, что завод вывез 18 насосов.", "Судом"),
        ("Судя по декларациям, завод вывез 18 насосов.", "декларациям"),
    ],
)
def test_papers_courts_and_neighbours_speak(text: str, source: str) -> None:
    assert [said[1] for said in parts(text, "ru")] == [source]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Завод продал насосы. Об этом сообщила в четверг пресс-служба суда.", "пресс-служба суда"),
        ("Завод строит цех. К такому выводу пришли исследователи группы «Норда».",
         "исследователи группы «Норда»"),
        ("Завод продал насосы. Об этом свидетельствуют данные таможни.", "данные таможни"),
    ],
)  # fmt: skip
def test_who_is_pointed_back_from_says_the_sentence_before(text: str, who: str) -> None:
    first = text.split(".")[0]
    _, source, content = next(p for p in parts(text, "ru") if first in p[2])
    assert source == who and content[0] == first


def test_an_adjective_says_whose_data_they_are() -> None:
    ((cue, source, content),) = parts("По таможенным данным, завод ввёз 40 насосов.", "ru")
    assert (cue, source) == ("По таможенным данным", "таможенным данным")
    assert content == ["завод ввёз 40 насосов"]
