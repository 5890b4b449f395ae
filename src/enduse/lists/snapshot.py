"""Statements into two Parquet files: every statement with its evidence, every entity whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from enduse.lists.batch import Batch
from enduse.lists.columns import Packed, entity_columns, statement_columns
from enduse.model import Evidence, Issue, Locator, Statement

STATEMENTS, ENTITIES, ISSUES = "statements.parquet", "entities.parquet", "issues.jsonl"


_RISING = ("start", "end", "first_row")  # from row to row they grow a little


def _writer(path: Path, schema: Any) -> Any:
    """A Parquet file whose dictionaries are ours alone: to try one for every value costs more."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    words = [one.name for one in schema if pa.types.is_dictionary(one.type)]
    rising = {name: "DELTA_BINARY_PACKED" for name in _RISING if name in schema.names}
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        compression_level=1,
        use_dictionary=words,
        column_encoding=rising,
        write_statistics=False,
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
        self.folder = folder
        self._statements = _writer(folder / STATEMENTS, statement_columns())
        self._entities = _writer(folder / ENTITIES, entity_columns())
        self._issues = (folder / ISSUES).open("wb")
        self._batch = Batch()
        self._seen: set[str] = set()
        self.statements = 0
        self.issues = 0
        self.entities: Counter[str] = Counter()
        self.filled: Counter[str] = Counter()

    def add(self, one: Statement | Issue) -> None:
        """Take a statement or an issue."""
        if isinstance(one, Statement) and self._batch.is_full_before(one.entity_id):
            self.take(self._batch.packed())
            self._batch = Batch()
        self._batch.add(one)

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
