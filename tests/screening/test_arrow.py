"""Record batches in, record batches out, and an engine around it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from enduse.errors import BadInput
from enduse.screening import Listed, Party, ScreeningIndex, screen
from enduse.screening.arrow import HIT_SCHEMA, screen_batches

NAMES = ["Kupol Plant", "Granite Harbour", "Сидоров Иван", "...", "Kupol Plant"]


@pytest.fixture(scope="module")
def index() -> ScreeningIndex:
    return ScreeningIndex.build(
        [Listed("c-1", "Company", ("Kupol Plant JSC",), datasets=("one", "two")),
         Listed("p-1", "Person", ("Ivan Petrovich SIDOROV",), countries=("ru",))]
    )  # fmt: skip


def rows(batches: Iterator[Any]) -> list[dict[str, Any]]:
    return [row for batch in batches for row in batch.to_pylist()]


def test_each_row_is_answered_in_its_order_and_none_is_lost(index: ScreeningIndex) -> None:
    asked = pa.table({"id": list("abcde"), "query": NAMES}).to_batches(max_chunksize=2)
    batches = list(screen_batches(iter(asked), index, 0.6))
    assert len(batches) == 3 and all(batch.schema == HIT_SCHEMA for batch in batches)
    found = [(r["id"], r["rank"], r["hit"]) for r in rows(iter(batches))]
    assert found == [("a", 1, "c-1"), ("b", None, None), ("c", 1, "p-1"), ("d", None, None),
                     ("e", 1, "c-1")]  # fmt: skip


def test_answers_are_those_of_the_desk(index: ScreeningIndex) -> None:
    asked = pa.record_batch({"query": ["Ivan Sidorov"], "country": [["ru"]], "schema": ["Person"]})
    (row,) = rows(screen_batches([asked], index, 0.6))
    (hit,) = screen(Party("Ivan Sidorov", "Person", country=("ru",)), index, 0.6)
    assert (row["hit"], row["score"], row["why"]) == (hit.id, hit.score, hit.explanation.summary)
    assert row["id"] == "1"


def test_a_row_that_cannot_be_screened_says_why(index: ScreeningIndex) -> None:
    asked = pa.record_batch({"query": ["...", None, "Kupol Plant"], "schema": [None, None, "Foo"]})
    one, two, three = rows(screen_batches([asked], index))
    assert "Row 1" in one["issue"] and "Row 2" in two["issue"]
    assert three["hit"] == "c-1" and "No schema called 'Foo'" in three["issue"]


def test_a_batch_without_names_is_refused_and_an_empty_one_is_not(index: ScreeningIndex) -> None:
    with pytest.raises(BadInput, match="no column 'query'"):
        list(screen_batches([pa.record_batch({"party": ["Ann"]})], index))
    none = pa.record_batch({"query": pa.array([], pa.string())})
    assert [batch.num_rows for batch in screen_batches([none], index)] == [0]


def test_an_engine_hosts_it(index: ScreeningIndex) -> None:
    asked = pa.table({"id": list("abcde"), "query": NAMES})
    with duckdb.connect() as engine, duckdb.connect() as counting:
        engine.register("asked", asked)
        reader = engine.sql("SELECT id, query FROM asked WHERE id <> 'b'").to_arrow_reader(2)
        answers = screen_batches(reader, index, 0.6)
        counting.register("hits", pa.RecordBatchReader.from_batches(HIT_SCHEMA, answers))
        counted = "SELECT hit, count(*) FROM hits WHERE hit IS NOT NULL GROUP BY hit ORDER BY hit"
        assert counting.sql(counted).fetchall() == [("c-1", 2), ("p-1", 1)]


def test_the_example_of_the_docs_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "screening.md").read_text("utf-8")
    (block,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(block, "docs/screening.md", "exec"), {})
    assert "kupol" in capsys.readouterr().out
