"""The quick way of cutting a row says what the careful way says."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from enduse.sources.rows import (
    Cells,
    TableRow,
    _any_cells,
    _bare_cells,
    _usual_cells,
    cells_of,
    tables,
)

ROW = st.text(alphabet='ab" ,;\r\n\0', max_size=30)


def _told(cells: Cells) -> list[tuple[str, int, str]]:
    return [(cell.value, cell.start, cell.raw) for cell in cells]


@given(ROW)
def test_both_ways_cut_a_row_alike(text: str) -> None:
    careful = _told(_any_cells(text, 7, ","))
    quick = _usual_cells(text, 7, ",") if '"' in text else _bare_cells(text, 7, ",")
    if quick is not None:
        assert _told(quick) == careful
    assert _told(cells_of(text, 7)) == careful


@given(ROW)
def test_every_cell_stands_where_it_says(text: str) -> None:
    for cell in cells_of(text, 0):
        assert text[cell.start : cell.start + len(cell.raw)] == cell.raw


@given(st.lists(st.text(alphabet='ab" ,\n', max_size=8), min_size=1, max_size=6))
def test_quoted_cells_come_out_as_they_went_in(values: list[str]) -> None:
    row = ",".join('"' + value.replace('"', '""') + '"' for value in values)
    assert cells_of(row, 0).values == values


def test_a_cell_longer_than_the_parser_of_python_takes_is_read_all_the_same() -> None:
    long = "a" * 200_000
    assert cells_of(f'"{long}",b', 0).values == [long, "b"]


def test_a_short_row_of_a_table_is_told_and_its_missing_cells_are_empty(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('id,name,\n1,"A, B",x\n2\n', "utf-8")
    whole, fault, short = tables(path)
    assert isinstance(whole, TableRow) and isinstance(short, TableRow)
    assert (whole.text("name"), whole.text("elsewhere"), whole.whole.value) == ("A, B", "", "2")
    assert dict(whole.filled()) == {"id": "1", "name": "A, B", "": "x"}
    assert not isinstance(fault, TableRow)
    assert fault.fault == "This row has 1 columns; the header names 3."
    assert (short.text("id"), short.text("name")) == ("2", "")
