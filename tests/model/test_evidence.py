"""Evidence holds where its words stand, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.model import Evidence, Locator


@given(st.text(min_size=1), st.integers(0, 50), st.integers(0, 50), st.text(max_size=3))
def test_words_hold_at_their_place_and_not_when_the_text_moves(
    text: str, one: int, other: int, more: str
) -> None:
    start, end = sorted((one % (len(text) + 1), other % (len(text) + 1)))
    evidence = Evidence(Locator("0" * 64, start, end), text[start:end])
    assert evidence.holds(text)
    moved = more + text
    assert evidence.holds(moved) is (moved[start:end] == text[start:end])
