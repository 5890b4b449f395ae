"""Statements into two Parquet files: every statement with its evidence, every entity whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from enduse.model import Evidence, Issue, Locator, Statement

STATEMENTS, ENTITIES, ISSUES = "statements.parquet", "entities.parquet", "issues.jsonl"
ROWS = 50_000
_CAPTIONS = ("name", "weakAlias", "previousName", "full", "number", "program", "role")


def caption_of(properties: dict[str, list[str]], entity_id: str) -> str:
    """What an entity is called in a line of text."""
    return next((properties[p][0] for p in _CAPTIONS if properties.get(p)), entity_id)


def statement_columns() -> Any:
    """The Arrow schema of the statements."""
    import pyarrow as pa

    word = pa.dictionary(pa.int32(), pa.string())
    return pa.schema(
        [
            ("entity_id", pa.string()),
            ("schema", word),
            ("prop", word),
            ("value", pa.string()),
            ("dataset", word),
            ("original_value", pa.string()),
            ("lang", word),
            ("origin", word),
            ("source", word),
            ("start", pa.int64()),
            ("end", pa.int64()),
            ("part", pa.string()),
            ("field", word),
            ("quote", pa.string()),
        ]
    )


def _entity_columns() -> Any:
    import pyarrow as pa

    return pa.schema(
        [
            ("id", pa.string()),
            ("schema", pa.dictionary(pa.int32(), pa.string())),
            ("caption", pa.string()),
            ("datasets", pa.string()),
            ("properties", pa.string()),
            ("first_row", pa.int64()),
            ("rows", pa.int32()),
        ]
    )


class SnapshotWriter:
    """Writes a snapshot as statements arrive; memory holds one batch and the ids seen.

    Attributes:
        folder: Where the files lie.
        statements: How many were written.
        entities: Distinct entities by schema.
        filled: Distinct entities that have a property, by "Schema.property".
        issues: How many issues.
    """

    def __init__(self, folder: Path) -> None:
        import pyarrow.parquet as pq

        self.folder = folder
        self._statements = pq.ParquetWriter(
            folder / STATEMENTS, statement_columns(), compression="zstd", compression_level=1
        )
        self._entities = pq.ParquetWriter(
            folder / ENTITIES, _entity_columns(), compression="zstd", compression_level=1
        )
        self._issues = (folder / ISSUES).open("wb")
        self._rows: list[tuple[Any, ...]] = []
        self._whole: list[tuple[Any, ...]] = []
        self._properties: dict[str, list[str]] = {}
        self._datasets: set[str] = set()
        self._open: tuple[str, str] | None = None
        self._first = 0
        self._seen: set[str] = set()
        self.statements = 0
        self.issues = 0
        self.entities: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()

    def add(self, one: Statement | Issue) -> None:
        """Take a statement or an issue."""
        if isinstance(one, Issue):
            self._issue(one)
            return
        if self._open is None or one.entity_id != self._open[0]:
            self._finish_entity()
            self._open, self._first = (one.entity_id, one.schema), self.statements
        if one.prop != "id":
            values = self._properties.setdefault(one.prop, [])
            if one.value not in values:
                values.append(one.value)
        self._datasets.add(one.dataset)
        self._rows.append(_row(one))
        self.statements += 1
        if len(self._rows) >= ROWS:
            self._flush()

    def _issue(self, issue: Issue) -> None:
        where = issue.where
        known = {"part": where.part, "field": where.field, "message": issue.message}
        known |= {"value": issue.value, "source": where.source}
        line = orjson.dumps({**known, "start": where.start, "end": where.end})
        self._issues.write(line + b"\n")
        self.issues += 1

    def _finish_entity(self) -> None:
        if self._open is None:
            return
        entity_id, schema = self._open
        text = orjson.dumps(self._properties).decode("utf-8")
        caption = caption_of(self._properties, entity_id)
        datasets = "\n".join(sorted(self._datasets))
        run = self.statements - self._first
        self._whole.append((entity_id, schema, caption, datasets, text, self._first, run))
        if entity_id not in self._seen:
            self._seen.add(entity_id)
            self.entities[schema] += 1
            self.filled.update(f"{schema}.{prop}" for prop in self._properties)
        self._open, self._properties, self._datasets = None, {}, set()

    def _flush(self) -> None:
        for writer, rows in ((self._statements, self._rows), (self._entities, self._whole)):
            if rows:
                writer.write_table(_table(rows, writer.schema))
        self._rows, self._whole = [], []

    def close(self) -> None:
        """Write what is left; without it the files cannot be read."""
        self._finish_entity()
        self._flush()
        self.abandon()

    def abandon(self) -> None:
        """Let go of the files, whole or not."""
        self._statements.close()
        self._entities.close()
        self._issues.close()


def _row(one: Statement) -> tuple[Any, ...]:
    place, quote = one.evidence.locator, one.evidence.quote
    # Most quotations are the value itself: null stands for "as written, or the value".
    told = one.original_value if one.original_value is not None else one.value
    return (
        one.entity_id, one.schema, one.prop, one.value, one.dataset, one.original_value,
        one.lang, one.origin, place.source, place.start, place.end, place.part, place.field,
        None if quote == told else quote,
    )  # fmt: skip


def _table(rows: list[tuple[Any, ...]], schema: Any) -> Any:
    import pyarrow as pa

    arrays = [
        pa.array(column, kind.value_type if pa.types.is_dictionary(kind) else kind)
        for column, kind in zip(zip(*rows, strict=True), schema.types, strict=True)
    ]
    coded = [
        array.dictionary_encode() if pa.types.is_dictionary(kind) else array
        for array, kind in zip(arrays, schema.types, strict=True)
    ]
    return pa.Table.from_arrays(coded, schema=schema)


def write_snapshot(folder: Path, said: Iterable[Statement | Issue]) -> SnapshotWriter:
    """Write everything a reader says.

    Returns:
        The closed writer, for its counts.
    """
    writer = SnapshotWriter(folder)
    try:
        for one in said:
            writer.add(one)
    except BaseException:
        writer.abandon()
        raise
    writer.close()
    return writer


def statements_of(table: Any) -> Iterator[Statement]:
    """Rows of the statements file as statements again."""
    for row in table.to_pylist():
        original = row["original_value"]
        told = original if original is not None else row["value"]
        quote = row["quote"] if row["quote"] is not None else told
        place = Locator(row["source"], row["start"], row["end"], row["part"], row["field"])
        yield Statement(
            entity_id=row["entity_id"],
            schema=row["schema"],
            prop=row["prop"],
            value=row["value"],
            dataset=row["dataset"],
            evidence=Evidence(place, quote),
            original_value=original,
            lang=row["lang"],
            origin=row["origin"],
        )
