"""The quick way of cutting a row says what the careful way says."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.sources.rows import _any_cells, _bare_cells, _usual_cells, cells_of

ROW = st.text(alphabet='ab" ,;\r\n', max_size=30)


@given(ROW)
def test_both_ways_cut_a_row_alike(text: str) -> None:
    careful = [(c.value, c.start, c.raw) for c in _any_cells(text, 7, ",")]
    quick = _usual_cells(text, 7, ",") if '"' in text else _bare_cells(text, 7, ",")
    if quick:
        assert [(c.value, c.start, c.raw) for c in quick] == careful
    assert [(c.value, c.start, c.raw) for c in cells_of(text, 7)] == careful
