"""Lines of a CSV file, with and without quotation marks, as the standard reader has them."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.cli.batch.csv_rows import cells_of_rows

CELLS = st.text(alphabet="aб ,;\t'=|1", max_size=4)
ENDS = st.sampled_from(["\n", "\r\n"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=8), ENDS)
def test_a_table_is_read_as_the_standard_reader_reads_it(
    tmp_path: Path, rows: list[list[str]], end: str
) -> None:
    path = tmp_path / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator=end).writerows([["id", "query"], *rows])
    with path.open(encoding="utf-8", newline="") as file:
        wanted = [row for row in csv.reader(file) if row]
    assert list(cells_of_rows(path)) == [(row, "") for row in wanted]


@pytest.mark.parametrize("line", ['"a\nb",c', 'a"b,c', '"a,""b",c'])
def test_a_row_with_quotation_marks_stands_between_rows_without(tmp_path: Path, line: str) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(f"id,query\n1,first\n{line}\n3,third\n", "utf-8")
    wanted = next(csv.reader(line.splitlines(keepends=True)))
    found = [cells for cells, _ in cells_of_rows(path)]
    assert found == [["id", "query"], ["1", "first"], wanted, ["3", "third"]]
