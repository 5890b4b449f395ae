"""Overlapping quotations in one text."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.dossier.marks import segments

texts = st.text(min_size=1, max_size=40)
spans = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 40), st.integers(0, 40)))


@given(texts, spans)
def test_the_segments_are_the_text_and_each_quotation_is_whole(
    text: str, drawn: list[tuple[str, int, int]]
) -> None:
    quoted = {
        name: (min(one, other) % len(text), max(one, other) % (len(text) + 1))
        for name, one, other in drawn
    }
    wanted = [(name, start, end) for name, (start, end) in quoted.items() if start < end]
    found = segments(text, wanted)
    assert "".join(one.text for one in found) == text
    for name, start, end in wanted:
        assert "".join(s.text for s in found if name in s.covers) == text[start:end]
        assert sum(name in s.opens for s in found) == 1
