"""Rows of a batch file: CSV by header, JSON lines by key, Parquet by column."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import orjson

from enduse.errors import BadInput, UnknownName, UnreadableSource
from enduse.screening import Party, has_words

_NAMES = ("query", "name")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its id, the party if it can be screened, and what was wrong with it."""

    id: Any
    party: Party | None
    issue: str = ""

    @property
    def key(self) -> tuple[Any, ...]:
        """What must be equal for two rows to have the same answer."""
        p = self.party
        if p is None:
            return ()
        return (p.name, p.schema, p.birth_date, p.country, p.identifiers, p.address)


def rows_of(path: Path) -> Iterator[Row]:
    """Read the rows of a file as a stream.

    Raises:
        BadInput: It is not there, of an unknown kind, or without a column of names.
    """
    if not path.is_file():
        raise BadInput(f"There is no file {path}.", hint="Check the path.")
    kind = path.suffix.lower()
    if kind == ".csv":
        yield from _csv(path)
    elif kind == ".parquet":
        yield from _parquet(path)
    elif kind in (".jsonl", ".ndjson", ".json"):
        yield from _json_lines(path)
    else:
        raise BadInput(
            f"{path}: the kind {kind!r} is unknown.", hint="Give .csv, .jsonl or .parquet."
        )


def _csv(path: Path) -> Iterator[Row]:
    csv.field_size_limit(16_000_000)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        reader = csv.reader(file)
        header = [h.strip().lower() for h in next(reader, [])]
        _need_name(path, header)
        for number, cells in enumerate(reader, start=1):
            if not cells:
                continue
            if len(cells) != len(header):
                problem = f"Row {number} has {len(cells)} cells, the header {len(header)}."
                yield Row(number, None, problem)
                continue
            yield _row(dict(zip(header, cells, strict=True)), number)


def _parquet(path: Path) -> Iterator[Row]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise UnreadableSource(str(path), "the file", "it is no Parquet") from error
    _need_name(path, file.schema_arrow.names)
    rows = chain.from_iterable(batch.to_pylist() for batch in file.iter_batches())
    for number, row in enumerate(rows, start=1):
        yield _row(row, number)


def _json_lines(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        number = 0
        for line in file:
            if not line.strip():
                continue
            number += 1
            try:
                row = orjson.loads(line)
            except ValueError:
                yield Row(number, None, f"Row {number} is no JSON.")
                continue
            if not isinstance(row, dict):
                yield Row(number, None, f"Row {number} is no JSON object.")
                continue
            if number == 1:
                _need_name(path, list(row))
            yield _row(row, number)


def _need_name(path: Path, columns: list[str]) -> None:
    if not any(name in columns for name in _NAMES):
        raise BadInput(
            f"{path} has no column 'query'; it has {', '.join(columns[:12]) or 'none'}.",
            hint="Name the column with the parties' names 'query'.",
        )


def _row(cells: Mapping[str, Any], number: int) -> Row:
    row_id = cells.get("id", number)
    name = next((cells[n] for n in _NAMES if cells.get(n) is not None), "")
    if not isinstance(name, str):
        return Row(row_id, None, f"Row {number}: the name is no text.")
    schema, issue = _text(cells.get("schema")), ""
    party = Party(
        name,
        birth_date=_text(cells.get("birth_date")),
        country=_several(cells.get("country")),
        identifiers=_several(cells.get("identifier")),
        address=_text(cells.get("address")),
    )
    try:
        party = replace(party, schema=schema)
    except UnknownName as error:
        issue = f"Row {number}: {error.what} It was screened without one."
    if not has_words(party):
        return Row(row_id, None, f"Row {number}: there is nothing to compare in the name.")
    return Row(row_id, party, issue)


def _text(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None


def _several(value: object) -> tuple[str, ...]:
    if value is None or value == "":
        return ()
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value)
    return tuple(p.strip() for p in str(value).replace(";", ",").split(",") if p.strip())
