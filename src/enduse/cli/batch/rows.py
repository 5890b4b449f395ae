"""Rows of a batch file: CSV by header, JSON lines by key, Parquet by column."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import orjson

from enduse.cli.batch.csv_rows import cells_of_rows
from enduse.errors import BadInput, UnreadableSource
from enduse.screening.row import COLUMNS, NAME_COLUMNS, Row, row_of, row_of_values


def rows_of(path: Path) -> Iterator[Row]:
    """Read the rows of a file as a stream.

    Raises:
        BadInput: It is not there, of an unknown kind, or without a column of names.
    """
    if not path.is_file():
        raise BadInput(f"There is no file {path}.", hint="Check the path.")
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        what = f"{path}: the kind {path.suffix!r} is unknown."
        raise BadInput(what, hint="Give .csv, .jsonl or .parquet.")
    return reader(path)


def _csv(path: Path) -> Iterator[Row]:
    every = cells_of_rows(path)
    header = [name.strip().lower() for name in next(every, ([], ""))[0]]
    _need_name(path, header)
    place = {name: at for at, name in enumerate(header)}
    own, columns = place.get("id"), [place.get(name) for name in COLUMNS]
    for number, (cells, fault) in enumerate(every, start=1):
        if fault or len(cells) != len(header):
            fault = fault or f"It has {len(cells)} cells, the header {len(header)}."
            # The id may still be read: it mostly stands first, before whatever is wrong.
            key = dict(zip(header, cells, strict=False)).get("id") or number
            yield Row(number, key, None, f"Row {number}: {fault}")
            continue
        values = tuple([None if at is None else cells[at] for at in columns])
        yield row_of_values(None if own is None else cells[own], values, number)


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
        yield row_of(row, number)


def _json_lines(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        number, is_checked = 0, False
        for line in file:
            if not line.strip():
                continue
            number += 1
            if number == 1 and line.lstrip().startswith(b"["):
                hint = "Write one JSON object a line, without brackets around them."
                raise BadInput(f"{path} is one JSON array.", hint=hint)
            try:
                row = orjson.loads(line)
            except ValueError:
                yield Row(number, number, None, f"Row {number}: It is no JSON.")
                continue
            if not isinstance(row, dict):
                yield Row(number, number, None, f"Row {number}: It is no JSON object.")
                continue
            if not is_checked:
                _need_name(path, list(row))
                is_checked = True
            yield row_of(row, number)


def _need_name(path: Path, columns: list[str]) -> None:
    if not any(name in columns for name in NAME_COLUMNS):
        raise BadInput(
            f"{path} has no column 'query'; it has {', '.join(columns[:12]) or 'none'}.",
            hint="Name the column with the parties' names 'query'.",
        )


_READERS: dict[str, Callable[[Path], Iterator[Row]]] = {
    ".csv": _csv,
    ".parquet": _parquet,
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".json": _json_lines,
}
