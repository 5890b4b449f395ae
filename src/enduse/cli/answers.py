"""Answers of a batch in the form asked for: JSON lines, or one row for each hit."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

COLUMNS = ("id", "rank", "hit", "score", "name", "schema", "datasets", "why", "issue")


def written_out(partial: Path, out: Path) -> None:
    """Turn finished JSON lines into the file asked for, by its ending."""
    if out.suffix.lower() == ".csv":
        _as_csv(partial, out)
    elif out.suffix.lower() == ".parquet":
        _as_parquet(partial, out)
    else:
        partial.replace(out)
        return
    partial.unlink()


def _flat(partial: Path) -> Iterator[tuple[Any, ...]]:
    """One row for each hit; a party without hits has one row with empty cells."""
    with partial.open("rb") as file:
        for line in file:
            answer = orjson.loads(line)
            head, issue = str(answer["id"]), answer.get("issue", "")
            if not answer["hits"]:
                yield (head, None, None, None, None, None, None, None, issue)
            for rank, hit in enumerate(answer["hits"], start=1):
                yield (
                    head, rank, hit["id"], hit["score"], hit["name"], hit["schema"],
                    ";".join(hit["datasets"]), hit["explanation"]["summary"], issue,
                )  # fmt: skip


def _as_csv(partial: Path, out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_flat(partial))


def _as_parquet(partial: Path, out: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"rank": pa.int32(), "score": pa.float64()}
    schema = pa.schema([(name, kinds.get(name, pa.string())) for name in COLUMNS])
    rows = _flat(partial)
    with pq.ParquetWriter(out, schema) as writer:
        while some := list(islice(rows, 50_000)):
            columns = [
                pa.array(c, f.type) for c, f in zip(zip(*some, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.table(columns, schema=schema))
