"""The columns of a snapshot's two tables, and what is handed over to be written to them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import orjson

_CAPTIONS = ("name", "weakAlias", "previousName", "full", "number", "program", "role")


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


def column(values: Sequence[Any], kind: Any) -> Any:
    """Values as an Arrow column of a kind."""
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        return pa.array(values, kind.value_type).dictionary_encode()
    return pa.array(values, kind)


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


class Wholes:
    """Gathers the rows of the table of entities."""

    def __init__(self) -> None:
        self._rows: list[tuple[Any, ...]] = []
        self._shapes: Counter[tuple[str, ...]] = Counter()
        self._count = 0

    def add(
        self,
        entity_id: str,
        schema: str,
        datasets: set[str],
        told: Mapping[str, list[str]],
        count: int,
    ) -> None:
        """Take an entity.

        Args:
            entity_id: Its id.
            schema: FtM schema.
            datasets: All that tell of it.
            told: Its values by property, none of them twice.
            count: How many statements it has, next in the table of statements.
        """
        caption = next((told[prop][0] for prop in _CAPTIONS if prop in told), entity_id)
        text = orjson.dumps(told).decode("utf-8")
        named = "\n".join(sorted(datasets))
        self._rows.append((entity_id, schema, caption, named, text, self._count, count))
        self._count += count
        self._shapes[schema, *told] += 1

    def table(self) -> Any:
        """The entities as a table."""
        import pyarrow as pa

        schema = entity_columns()
        if not self._rows:
            return schema.empty_table()
        told = zip(zip(*self._rows, strict=True), schema.types, strict=True)
        return pa.Table.from_arrays([column(*one) for one in told], schema=schema)

    def filled(self) -> Counter[str]:
        """How many entities have a property, by "Schema.property"."""
        found: Counter[str] = Counter()
        for (schema, *props), count in self._shapes.items():
            found.update({f"{schema}.{prop}": count for prop in props})
        return found


def joined(pieces: Sequence[Packed]) -> Packed:
    """Several into one, the entities in the order of the file that all of them were read from."""
    import pyarrow as pa

    told = [one for one in pieces if one.entities.num_rows]
    issues = tuple(line for one in pieces for line in one.issues)
    if not told:
        return Packed(pieces[0].statements, pieces[0].entities, issues, Counter())
    if len(told) == 1:
        return Packed(told[0].statements, told[0].entities, issues, told[0].filled)
    tables = pa.concat_tables([one.statements for one in told])
    statements = tables.unify_dictionaries().combine_chunks()
    entities = pa.concat_tables([one.entities for one in told])
    entities = entities.unify_dictionaries().combine_chunks()
    counts = entities.column("rows").to_numpy()
    first = np.cumsum(counts) - counts
    order = np.argsort(statements.column("start").to_numpy()[first], kind="stable")
    shift = np.cumsum(counts[order]) - counts[order]
    rows = np.repeat(first[order] - shift, counts[order]) + np.arange(counts.sum())
    at = entities.schema.get_field_index("first_row")
    moved = entities.take(order).set_column(at, "first_row", pa.array(shift, pa.int64()))
    filled = sum((one.filled for one in told), Counter[str]())
    return Packed(statements.take(rows), moved, issues, filled)
