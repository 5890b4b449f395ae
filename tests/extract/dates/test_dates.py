"""Dates: calendar forms, relative ones, and what is not guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.extract.dates import DateMention, Today, dates

PUBLISHED = "2024-09-25"


def found(text: str, language: str = "en", published: str | None = PUBLISHED) -> list[str | None]:
    return [d.iso for d in dates(text, published, language)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on 3 September 2024", "2024-09-03"),
        ("on Sept. 5, 2024", "2024-09-05"),
        ("since February 2022", "2022-02"),
        ("sent earlier this year", "2024"),
        ("last month", "2024-08"),
        ("last week", "2024-09-16/2024-09-22"),
        ("on Tuesday", "2024-09-24"),
        ("in August", "2024-08"),
        ("in December", "2023-12"),
        ("two years ago", "2022"),
        ("over the coming year", "2024-09-25/2025-09-25"),
        ("in the third quarter of 2024", "2024-07/2024-09"),
        ("between 2019 and 2022", "2019/2022"),
        ("from 5 May 2023 to 7 June 2024", "2023-05-05/2024-06-07"),
        ("by the end of 2025", "2025"),
        ("25/12/2023", "2023-12-25"),
    ],
)
def test_english_dates_are_resolved_against_the_day_of_publication(text: str, iso: str) -> None:
    assert found(text) == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("25 сентября 2024 года", "2024-09-25"),
        ("в сентябре 2023 года", "2023-09"),
        ("в прошлом году", "2023"),
        ("ранее в этом году", "2024"),
        ("на прошлой неделе", "2024-09-16/2024-09-22"),
        ("два года назад", "2022"),
        ("во вторник", "2024-09-24"),
        ("в 2022–2023 годах", "2022/2023"),
        ("III квартал прошлого года", "2023-07/2023-09"),
        ("к маю 2025 года", "2025-05"),
        ("25.09.2024", "2024-09-25"),
    ],
)
def test_russian_dates_are_resolved_against_the_day_of_publication(text: str, iso: str) -> None:
    assert found(text, "ru") == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024年9月25日", "2024-09-25"),
        ("二〇二四年三月", "2024-03"),
        ("去年", "2023"),
        ("今年早些时候", "2024"),
        ("上月", "2024-08"),
        ("路透社25日报道", "2024-09-25"),
        ("路透社28日报道", "2024-08-28"),
        ("上周三", "2024-09-18"),
        ("三年前", "2021"),
        ("2019年至2022年", "2019/2022"),
        ("2024年第三季度", "2024-07/2024-09"),
    ],
)
def test_chinese_dates_are_resolved_against_the_day_of_publication(text: str, iso: str) -> None:
    assert found(text, "zh") == [iso]


def test_a_relative_date_without_a_day_of_publication_is_not_guessed() -> None:
    (date,) = dates("It was sent last month.", None)
    assert (date.iso, date.precision, date.relative) == (None, "month", True)


def test_a_month_of_publication_gives_no_day() -> None:
    assert found("yesterday and last year", published="2024-09") == [None, "2023"]


def test_day_and_month_that_could_be_either_leave_only_the_year() -> None:
    assert found("on 03/04/2024") == ["2024"]


def test_no_such_day_is_no_date() -> None:
    assert found("on 31 February 2024") == []


@pytest.mark.parametrize(
    "text", ["in 2000 ppm", "2,000 km", "It may march on.", "Garpiya-2024", "$2000", "2000 drones"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


def test_bounds_stand_beside_the_date() -> None:
    text = "since the war began in February 2022, until October 2, by 2025"
    assert [d.bound for d in dates(text, PUBLISHED)] == ["since", "until", "by"]


def test_months_across_the_turn_of_the_year() -> None:
    assert Today.of("2024-01-10").month_at(-1) == "2023-12"
    assert Today.of("2024-01-10").past_day(12, 20) == "2023-12-20"
    assert Today.of("2024-12-10").past_day(1, 20) == "2025-01-20"


def test_a_day_that_the_month_lacks_is_cut_to_its_last() -> None:
    assert Today.of("2024-03-31").stretch(-1, "month") == "2024-02-29/2024-03-31"


@given(
    st.text(
        alphabet="0123456789 -–./,年月日toinMayмаясентября去今двагодаяназадagoyears", max_size=60
    ),
    st.sampled_from(["en", "ru", "zh"]),
)
def test_every_date_is_the_text_at_its_place_and_none_overlap(text: str, language: str) -> None:
    mentions = dates(text, PUBLISHED, language)
    assert all(text[d.span.start : d.span.end] == d.text for d in mentions)
    assert all(_apart(a, b) for a, b in zip(mentions, mentions[1:], strict=False))


def _apart(first: DateMention, last: DateMention) -> bool:
    return first.span.end <= last.span.start
