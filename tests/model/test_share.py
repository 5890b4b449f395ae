"""Shares are exact."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.errors import BadInput
from enduse.model import ShareRange, share_from_percent


@given(st.fractions(0, 200, max_denominator=1000))
def test_a_fraction_of_a_percent_stays_exact(percent: Fraction) -> None:
    assert share_from_percent(str(percent)) == percent / 100


@pytest.mark.parametrize("text", ["about half", "", "1/0", "-5", "%"])
def test_what_is_no_share_is_refused_with_a_next_step(text: str) -> None:
    with pytest.raises(BadInput) as told:
        share_from_percent(text)
    assert told.value.hint


def test_more_than_all_is_kept_because_sources_contradict_each_other() -> None:
    assert share_from_percent("150 %") == Fraction(3, 2)


def test_a_band_of_one_value_is_exact() -> None:
    assert ShareRange.exactly(share_from_percent("50/3")).is_exact
