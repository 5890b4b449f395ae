"""Statements and whole entities gathered into columns, and the columns made into Arrow tables.

A list of a million entities has twenty million statements of fourteen values. What is the same
for all statements of an entity is kept once with a count; only the rest is kept value by value.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

import orjson

from enduse.model import Issue
from enduse.sources.blocks import Row, Verbatim

ROWS = 50_000
_CAPTIONS = ("name", "weakAlias", "previousName", "full", "number", "program", "role")


def caption_of(properties: Mapping[str, list[str]], entity_id: str) -> str:
    """What an entity is called in a line of text."""
    for prop in _CAPTIONS:
        if prop in properties:
            return properties[prop][0]
    return entity_id


def statement_columns() -> Any:
    """The Arrow schema of the statements."""
    import pyarrow as pa

    word = pa.dictionary(pa.int32(), pa.string())
    return pa.schema(
        [
            ("entity_id", word),
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
            ("part", word),
            ("field", word),
            ("quote", pa.string()),
        ]
    )


def entity_columns() -> Any:
    """The Arrow schema of the entities."""
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


class _Runs:
    """A column whose value seldom changes: each value with the number of rows that have it."""

    __slots__ = ("counts", "values")

    def __init__(self) -> None:
        self.values: list[str | None] = []
        self.counts: list[int] = []

    def put(self, value: str | None, count: int) -> None:
        self.values.append(value)
        self.counts.append(count)

    def take(self, column: Sequence[str | None]) -> None:
        if column.count(column[0]) == len(column):
            self.put(column[0], len(column))
        else:
            self.values += column
            self.counts += [1] * len(column)

    def array(self, kind: Any) -> Any:
        import numpy as np
        import pyarrow as pa

        coded = pa.array(self.values, kind.value_type).dictionary_encode()
        return coded.take(pa.array(np.repeat(np.arange(len(self.counts)), self.counts)))


class _Values:
    """A column kept value by value."""

    __slots__ = ("put", "take", "values")

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.put, self.take = self.values.append, self.values.extend

    def array(self, kind: Any) -> Any:
        import pyarrow as pa

        if pa.types.is_dictionary(kind):
            return pa.array(self.values, kind.value_type).dictionary_encode()
        return pa.array(self.values, kind)


class Batch:
    """Gathers whole entities."""

    def __init__(self) -> None:
        ident, schema, self._datasets, origin, source, part = (_Runs() for _ in range(6))
        self._steady = (ident, schema, origin, source, part)
        self._props, self._value, self._starts, self._ends, self._fields = (
            _Values() for _ in range(5)
        )
        self._empty = original, lang, quote = (_Values(), _Values(), _Values())
        self._columns: tuple[_Runs | _Values, ...] = (
            ident, schema, self._props, self._value, self._datasets, original, lang, origin,
            source, self._starts, self._ends, part, self._fields, quote,
        )  # fmt: skip
        self._count = 0
        self._whole: list[tuple[Any, ...]] = []
        self._issues: list[bytes] = []
        self._shapes: Counter[tuple[str, ...]] = Counter()
        self._open: list[Row] = []

    def is_full_before(self, entity_id: str) -> bool:
        """It holds enough, and this entity would be a new one."""
        return self._count >= ROWS and bool(self._open) and self._open[0][0] != entity_id

    def row(self, row: Row) -> None:
        """Take a statement."""
        if self._open and row[0] != self._open[0][0]:
            self.entity(self._open)
            self._open = []
        self._open.append(row)

    def entity(self, rows: list[Row]) -> None:
        """Take all statements of one entity."""
        for column, told in zip(self._columns, zip(*rows, strict=True), strict=True):
            column.take(told)
        properties: dict[str, list[str]] = {}
        for row in rows:
            if (prop := row[2]) == "id":
                continue
            if (values := properties.get(prop)) is None:
                properties[prop] = [row[3]]
            elif row[3] not in values:
                values.append(row[3])
        datasets = "\n".join(sorted({row[4] for row in rows}))
        self._entity(rows[0][0], rows[0][1], datasets, properties, len(rows))

    def verbatim(self, one: Verbatim) -> None:
        """Take one entity whose values stand in its record as they are."""
        datasets, properties = one.datasets, one.properties
        ids, sizes = len(datasets), list(map(len, properties.values()))
        count = ids + len(one.starts)
        props = ["id"] * ids + list(chain.from_iterable(map(repeat, properties, sizes)))
        self._props.take(props)
        self._fields.take(props)
        self._value.take([one.entity_id] * ids)
        self._value.take(chain.from_iterable(properties.values()))
        self._starts.take([one.place] * ids + one.starts)
        self._ends.take([one.place + len(one.entity_id)] * ids + one.ends)
        for dataset in datasets:
            self._datasets.put(dataset, 1)
        self._datasets.put(one.dataset, count - ids)
        steady = (one.entity_id, one.schema, one.origin, one.source, one.part)
        for column, value in zip(self._steady, steady, strict=True):
            column.put(value, count)
        nothing = [None] * count
        for empty in self._empty:
            empty.take(nothing)
        told = properties
        if sizes and (max(sizes) > 1 or min(sizes) < 1):
            told = {prop: list(dict.fromkeys(held)) for prop, held in properties.items() if held}
        named = "\n".join(sorted({*datasets, one.dataset} if count > ids else datasets))
        self._entity(one.entity_id, one.schema, named, told, count)

    def _entity(
        self,
        entity_id: str,
        schema: str,
        datasets: str,
        properties: Mapping[str, list[str]],
        count: int,
    ) -> None:
        text = orjson.dumps(properties).decode("utf-8")
        caption = caption_of(properties, entity_id)
        self._whole.append((entity_id, schema, caption, datasets, text, self._count, count))
        self._count += count
        self._shapes[schema, *properties] += 1

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
        import pyarrow as pa

        schema = statement_columns()
        arrays = [
            column.array(kind) for column, kind in zip(self._columns, schema.types, strict=True)
        ]
        statements = pa.Table.from_arrays(arrays, schema=schema)
        filled: Counter[str] = Counter()
        for (kind, *props), count in self._shapes.items():
            filled.update({f"{kind}.{prop}": count for prop in props})
        return Packed(statements, self._entities(), tuple(self._issues), filled)

    def _entities(self) -> Any:
        import pyarrow as pa

        schema = entity_columns()
        if not self._whole:
            return schema.empty_table()
        arrays = []
        for values, kind in zip(zip(*self._whole, strict=True), schema.types, strict=True):
            column = _Values()
            column.take(values)
            arrays.append(column.array(kind))
        return pa.Table.from_arrays(arrays, schema=schema)
