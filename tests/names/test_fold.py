"""Folding names."""

import sys

from hypothesis import given
from hypothesis import strategies as st

from enduse.names import fold


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


def test_folding_twice_changes_nothing_for_any_single_character() -> None:
    again = [c for c in map(chr, range(sys.maxunicode + 1)) if fold(fold(c)) != fold(c)]
    assert again == []


def test_marks_case_punctuation_and_spacing_do_not_matter() -> None:
    assert fold("  Müller\tGMBH & Co. ") == "muller gmbh co"
    assert fold("«ТСК Вектор»") == fold("ТСК ВЕКТОР")


def test_numbers_and_single_letters_stay() -> None:
    assert fold("Plant No. 558 B") != fold("Plant No. 559 B")
