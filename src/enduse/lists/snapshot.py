"""Statements into two Parquet files: every statement with its evidence, every entity whole."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from enduse.model import Evidence, Issue, Locator, Statement
from enduse.sources.blocks import Row, row_of

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


@dataclass(frozen=True, slots=True)
class Packed:
    """Some whole entities as Arrow tables; can be handed from one process to another.

    Attributes:
        statements: Their statements.
        entities: The entities; `first_row` counts from the first of these statements.
        issues: Lines of the issues file.
        filled: How many entities have a property, by "Schema.property".
    """

    statements: Any
    entities: Any
    issues: tuple[bytes, ...]
    filled: Counter[str]


class Batch:
    """Gathers rows into whole entities."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._whole: list[tuple[Any, ...]] = []
        self._issues: list[bytes] = []
        self._filled: Counter[str] = Counter()
        self._open: list[Row] = []

    def is_full_before(self, entity_id: str) -> bool:
        """It holds enough, and this entity would be a new one."""
        return len(self._rows) >= ROWS and bool(self._open) and self._open[0][0] != entity_id

    def row(self, row: Row) -> None:
        """Take a statement."""
        if self._open and row[0] != self._open[0][0]:
            self.entity(self._open)
            self._open = []
        self._open.append(row)

    def entity(self, rows: list[Row]) -> None:
        """Take all statements of one entity."""
        entity_id, schema = rows[0][:2]
        properties: dict[str, list[str]] = {}
        for row in rows:
            if (prop := row[2]) == "id":
                continue
            if (values := properties.get(prop)) is None:
                properties[prop] = [row[3]]
            elif row[3] not in values:
                values.append(row[3])
        text = orjson.dumps(properties).decode("utf-8")
        caption = caption_of(properties, entity_id)
        datasets = "\n".join(sorted({row[4] for row in rows}))
        first = len(self._rows)
        self._whole.append((entity_id, schema, caption, datasets, text, first, len(rows)))
        self._rows += rows
        for prop in properties:
            self._filled[f"{schema}.{prop}"] += 1

    def issue(self, issue: Issue) -> None:
        """Take an issue."""
        where = issue.where
        known = {"part": where.part, "field": where.field, "message": issue.message}
        known |= {"value": issue.value, "source": where.source}
        line = orjson.dumps({**known, "start": where.start, "end": where.end})
        self._issues.append(line + b"\n")

    def packed(self) -> Packed:
        """All that was taken, as tables."""
        if self._open:
            self.entity(self._open)
            self._open = []
        statements = _table(self._rows, statement_columns())
        entities = _table(self._whole, _entity_columns())
        return Packed(statements, entities, tuple(self._issues), self._filled)


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
        self._batch = Batch()
        self._seen: set[str] = set()
        self.statements = 0
        self.issues = 0
        self.entities: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()

    def add(self, one: Statement | Issue) -> None:
        """Take a statement or an issue."""
        if isinstance(one, Issue):
            self._batch.issue(one)
            return
        if self._batch.is_full_before(one.entity_id):
            self.take(self._batch.packed())
            self._batch = Batch()
        self._batch.row(row_of(one))

    def take(self, packed: Packed) -> None:
        """Write some whole entities."""
        import pyarrow as pa
        import pyarrow.compute as pc

        self._issues.writelines(packed.issues)
        self.issues += len(packed.issues)
        if not packed.entities.num_rows:
            return
        self._count(packed)
        place = packed.entities.schema.get_field_index("first_row")
        moved = pc.add(packed.entities.column(place), pa.scalar(self.statements, pa.int64()))
        self._statements.write_table(packed.statements)
        self._entities.write_table(packed.entities.set_column(place, "first_row", moved))
        self.statements += packed.statements.num_rows

    def _count(self, packed: Packed) -> None:
        """Count entities once, however often the list comes back to them."""
        ids = packed.entities.column("id").to_pylist()
        schemata = packed.entities.column("schema").to_pylist()
        if len(set(ids)) == len(ids) and self._seen.isdisjoint(ids):
            self.entities.update(schemata)
            self.filled.update(packed.filled)
            self._seen.update(ids)
            return
        told = packed.entities.column("properties").to_pylist()
        for entity_id, schema, properties in zip(ids, schemata, told, strict=True):
            if entity_id not in self._seen:
                self._seen.add(entity_id)
                self.entities[schema] += 1
                self.filled.update(f"{schema}.{prop}" for prop in orjson.loads(properties))

    def close(self) -> None:
        """Write what is left; without it the files cannot be read."""
        self.take(self._batch.packed())
        self.abandon()

    def abandon(self) -> None:
        """Let go of the files, whole or not."""
        self._statements.close()
        self._entities.close()
        self._issues.close()


def _table(rows: Sequence[tuple[Any, ...]], schema: Any) -> Any:
    import pyarrow as pa

    if not rows:
        return schema.empty_table()
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
