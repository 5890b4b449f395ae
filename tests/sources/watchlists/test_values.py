"""Dates, countries, identifiers, remarks: examples and properties."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.sources.rows import cells_of
from enduse.sources.watchlists import countries, identifiers
from enduse.sources.watchlists.dates import calendar_date, one_date, when
from enduse.sources.watchlists.ofac.remarks import items, paper
from enduse.sources.xml_records import plain

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%B %d, %Y", "%d-%m-%Y")


@given(DAYS, st.sampled_from(FORMS))
def test_every_usual_form_of_a_day_is_read_back(day: date, form: str) -> None:
    assert one_date(day.strftime(form)) == day.isoformat()


@given(DAYS, DAYS)
def test_a_stretch_keeps_both_ends(first: date, last: date) -> None:
    found = when(f"{first:%d %b %Y} to {last:%d %b %Y}")
    assert found is not None
    assert found.values[0] == first.isoformat() and found.values[-1] == last.isoformat()


@given(st.integers(1, 3000), st.integers(0, 13), st.integers(0, 32))
def test_only_days_of_the_calendar_become_dates(year: int, month: int, day: int) -> None:
    made = calendar_date(year, month, day)
    try:
        real = date(year, month or 1, day or 1)
    except ValueError:
        real = None
    possible = real is not None and 1000 <= year <= 2999 and not (day and not month)
    assert (made is not None) == possible


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    found = when(text)
    assert found is None or all(len(value) in (4, 7, 10) for value in found.values)


@pytest.mark.parametrize(
    ("text", "values", "qualifier"),
    [
        ("circa 1951", ("1951",), "circa"),
        ("circa 1951 to 1953", ("1951", "1953"), "circa between"),
        ("Approximately 1952", ("1952",), "circa"),
        ("Between Aug. and Sep. 1977", ("1977-08", "1977-09"), "between"),
        ("1.9.1950 or 2.9.1950", ("1950-09-01", "1950-09-02"), "or"),
        ("Nov. 1973", ("1973-11",), ""),
        ("dd/mm/1945", ("1945",), ""),
        ("00/00/1975", ("1975",), ""),
        ("2015-07-01-04:00", ("2015-07-01",), ""),
    ],
)
def test_uncertain_dates_keep_their_qualifier(
    text: str, values: tuple[str, ...], qualifier: str
) -> None:
    found = when(text)
    assert found is not None
    assert (found.values, found.qualifier) == (values, qualifier)


def test_american_dates_are_read_month_first_only_where_the_list_is_american() -> None:
    assert one_date("06/19/2003", month_first=True) == "2003-06-19"
    assert one_date("06/19/2003") is None


def test_cells_that_name_several_countries() -> None:
    assert countries.countries("(a) German, (b) Moroccan") == ("de", "ma")
    assert countries.countries("(a) Trinidad and Tobago; (b) United States of America") == (
        "tt",
        "us",
    )
    assert countries.countries("Swiss and Cameroonian") == ("ch", "cm")
    assert countries.countries("Atlantis and Swiss") == ()


def test_the_codes_of_the_table_are_codes_of_ftm() -> None:
    from followthemoney import registry

    codes = set(countries._table().values())
    assert [code for code in codes if not registry.country.validate(code)] == []


def test_the_labels_of_identifiers_stand_for_properties_of_ftm() -> None:
    from followthemoney import model

    known = {prop.name for schema in model.schemata.values() for prop in schema.properties.values()}
    for found in identifiers.labels().values():
        props = found.values() if isinstance(found, dict) else [found]
        assert set(props) <= known


@given(st.integers(0, 999_999_999))
def test_an_inn_holds_only_with_its_own_check_digit(number: int) -> None:
    body = f"{number:09}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    digit = sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11 % 10
    sound = [d for d in range(10) if identifiers.is_sound("innCode", f"{body}{d}")]
    assert sound == [digit]


@given(st.integers(100_000, 999_999))
def test_a_ships_number_holds_only_with_its_own_check_digit(number: int) -> None:
    total = sum(int(d) * w for d, w in zip(str(number), range(7, 1, -1), strict=True))
    found = identifiers.identifier("imoNumber", f"IMO {number}{total % 10}")
    assert (found.prop, found.value) == ("imoNumber", f"IMO{number}{total % 10}")


def test_a_failed_check_digit_is_kept_as_a_plain_number() -> None:
    found = identifiers.identifier("uscCode", "91440300MA5HX80Y1X")
    assert found.prop == "registrationNumber" and "does not hold" in found.fault


WORDS = st.text(st.characters(codec="ascii", exclude_characters="\r\n"), max_size=60)


@given(WORDS)
def test_every_item_of_a_remark_stands_where_it_says(remark: str) -> None:
    for one in items(remark):
        assert remark[one.start : one.end] == one.value


@given(st.lists(st.sampled_from(["a.k.a. 'X'", "DOB 1951", "Gender Male", "odd"]), max_size=8))
def test_items_come_in_order_and_none_is_lost(parts: list[str]) -> None:
    found = list(items("; ".join(parts)))
    assert len(found) == len(parts)
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_a_name_with_an_apostrophe_inside_stays_whole() -> None:
    (one,) = items("a.k.a. 'O'NEIL'S GANG'.")
    assert one.value == "O'NEIL'S GANG"


def test_papers_are_taken_apart() -> None:
    found = paper("A-992535 (Saudi Arabia) expires 12 Nov 2012")
    assert (found.number, found.country, found.expires) == (
        "A-992535",
        "Saudi Arabia",
        "12 Nov 2012",
    )


CELLS = st.lists(st.text(st.characters(exclude_characters="\r\n\0"), max_size=12), min_size=1)


@given(CELLS)
def test_cells_come_back_and_stand_where_they_say(values: list[str]) -> None:
    text = ",".join('"' + value.replace('"', '""') + '"' for value in values)
    made = cells_of(text, 0)
    assert [cell.value for cell in made] == values
    for cell in made:
        assert text[cell.start : cell.start + len(cell.raw)] == cell.raw
        begin, end = cell.span(0, len(cell.value))
        assert (begin, end) == (0, len(cell.raw))


@given(st.text(st.characters(exclude_characters="<&\r"), max_size=30))
def test_escaped_text_is_read_back(text: str) -> None:
    from xml.sax.saxutils import escape

    assert plain(escape(text)) == text.strip()
