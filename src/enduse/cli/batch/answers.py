"""Answers of a batch in the form asked for: JSON lines, or one row for each hit."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from enduse.errors import BadInput

COLUMNS = (
    "id", "rank", "hit", "score", "name", "schema", "datasets", "why", "issue", "judgement",
)  # fmt: skip
_KINDS = (".jsonl", ".ndjson", ".json", ".csv", ".parquet")
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def check_kind(out: Path) -> None:
    """Refuse a file of answers whose ending says nothing to us.

    Raises:
        BadInput: The ending is unknown.
    """
    if out.suffix.lower() not in _KINDS:
        raise BadInput(
            f"{out}: answers of the kind {out.suffix!r} cannot be written.",
            hint="Give .jsonl, .csv or .parquet.",
        )


def written_out(partial: Path, out: Path) -> None:
    """Turn finished JSON lines into the file asked for, by its ending, in one step."""
    kind = out.suffix.lower()
    if kind not in (".csv", ".parquet"):
        partial.replace(out)
        return
    fresh = out.with_name(out.name + ".new")
    if kind == ".csv":
        _as_csv(partial, fresh)
    else:
        _as_parquet(partial, fresh)
    fresh.replace(out)
    partial.unlink()


def _flat(partial: Path) -> Iterator[tuple[Any, ...]]:
    """One row for each hit; a party without hits has one row with empty cells."""
    with partial.open("rb") as file:
        for line in file:
            answer = orjson.loads(line)
            head, issue = str(answer["id"]), answer.get("issue", "")
            suppressed = answer.get("suppressed", ())
            if not answer["hits"] and not suppressed:
                yield (head, *[None] * 7, issue, None)
            for rank, hit in enumerate(answer["hits"], start=1):
                yield (head, rank, *_told(hit), issue, _judged(hit))
            for hit in suppressed:
                yield (head, None, *_told(hit), issue, f"suppressed: {_judged(hit)}")


def _told(hit: dict[str, Any]) -> tuple[Any, ...]:
    return (
        hit["id"], hit["score"], hit["name"], hit["schema"], ";".join(hit["datasets"]),
        hit["explanation"]["summary"],
    )  # fmt: skip


def _judged(hit: dict[str, Any]) -> str | None:
    return hit["judgement"]["words"] if "judgement" in hit else None


def _as_csv(partial: Path, out: Path) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in _flat(partial):
            writer.writerow([_harmless(cell) for cell in row])


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _as_parquet(partial: Path, out: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from enduse.screening.arrow import HIT_SCHEMA, hit_batch

    known = {field.name: field for field in HIT_SCHEMA}
    schema = pa.schema([known.get(name, pa.field(name, pa.string())) for name in COLUMNS])
    rows = _flat(partial)
    with pq.ParquetWriter(out, schema) as writer:
        while some := list(islice(rows, 50_000)):
            writer.write_batch(hit_batch(some, schema))
