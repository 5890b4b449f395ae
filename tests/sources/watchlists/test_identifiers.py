"""Identifiers: sound ones are known by their check digits, and none is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10

from enduse.sources.watchlists.identifiers import identifier, is_sound, labelled

DIGITS = st.text(alphabet="0123456789", min_size=1, max_size=20)


def inn(head: str) -> str:
    """Nine digits with the check digit of a company's INN."""
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    return head + str(sum(int(d) * w for d, w in zip(head, weights, strict=True)) % 11 % 10)


def ogrn(head: str) -> str:
    """Twelve digits with the check digit of an OGRN."""
    return head + str(int(head) % 11 % 10)


def imo(head: str) -> str:
    """Six digits with the check digit of a ship's IMO number."""
    weighed = sum(int(d) * w for d, w in zip(head, (7, 6, 5, 4, 3, 2), strict=True))
    return head + str(weighed % 10)


def lei(head: str) -> str:
    """Eighteen letters and digits with the check digits of an LEI."""
    return head + str(mod_97_10.calc_check_digits(head))


NINE = st.from_regex(r"[1-9][0-9]{8}", fullmatch=True)
SOUND = st.one_of(
    st.tuples(st.just("innCode"), NINE.map(inn)),
    st.tuples(st.just("ogrnCode"), st.from_regex(r"1[0-9]{11}", fullmatch=True).map(ogrn)),
    st.tuples(st.just("imoNumber"), st.from_regex(r"9[0-9]{5}", fullmatch=True).map(imo)),
    st.tuples(st.just("leiCode"), st.from_regex(r"[0-9A-Z]{18}", fullmatch=True).map(lei)),
)


@given(SOUND)
def test_a_sound_number_is_what_its_label_says(told: tuple[str, str]) -> None:
    prop, number = told
    found = identifier(prop, number)
    assert (found.prop, found.fault) == (prop, "")
    assert found.value.removeprefix("IMO") == number


@given(SOUND, st.integers(0, 30), st.integers(1, 9))
def test_one_wrong_digit_is_said_and_the_number_kept_as_a_plain_one(
    told: tuple[str, str], at: int, more: int
) -> None:
    prop, number = told
    at %= len(number)
    if not number[at].isdigit():
        return
    wrong = number[:at] + str((int(number[at]) + more) % 10) + number[at + 1 :]
    if is_sound(prop, wrong):  # the check of an OGRN and of an INN lets a few pass
        return
    found = identifier(prop, wrong)
    assert found.fault and found.prop in ("taxNumber", "registrationNumber")
    assert found.value == wrong


@given(st.sampled_from(["Passport", "Tax ID No.", "Registration Number", "SWIFT/BIC"]), DIGITS)
def test_no_digit_of_an_identifier_is_ever_lost(label: str, number: str) -> None:
    found = labelled(label, number, None, "Organization")
    assert found is not None and found.value == number


@pytest.mark.parametrize("label", ["No such label", ""])
def test_a_label_that_is_not_known_is_left_to_the_reader(label: str) -> None:
    assert labelled(label, "123", "ru", "Person") is None
