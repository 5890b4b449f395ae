from hypothesis import given
from hypothesis import strategies as st

from enduse.extract.llm.windows import windows
from enduse.extract.segment import Span


@given(st.lists(st.integers(1, 60), max_size=40), st.integers(1, 120), st.integers(0, 119))
def test_every_sentence_stands_whole_in_a_window_and_windows_go_forward(
    lengths: list[int], size: int, overlap: int
) -> None:
    cut, at = [], 0
    for length in lengths:
        cut.append(Span(at, at + length))
        at += length + 1
    found = list(windows(cut, size, min(overlap, size - 1)))
    assert all(any(sentence.within(window) for window in found) for sentence in cut)
    assert all(w.end - w.start <= size or w in cut for w in found)
    assert all(a.start < b.start and a.end < b.end for a, b in zip(found, found[1:], strict=False))
