"""Statements and issues, one by one, gathered into tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

import orjson

from enduse.lists.columns import Packed, Wholes, column, statement_columns
from enduse.model import Issue, Statement

ROWS = 50_000
_entity_id = attrgetter("entity_id")
_WHERE = {name: f"evidence.locator.{name}" for name in ("source", "start", "end", "part", "field")}


class Batch:
    """Gathers whole entities."""

    def __init__(self) -> None:
        self._said: list[Statement] = []
        self._issues: list[bytes] = []

    def is_full_before(self, entity_id: str) -> bool:
        """It holds enough, and this entity would be a new one."""
        return len(self._said) >= ROWS and self._said[-1].entity_id != entity_id

    def add(self, one: Statement | Issue) -> None:
        """Take a statement or an issue; the statements of one entity follow each other."""
        if isinstance(one, Statement):
            self._said.append(one)
            return
        where = one.where
        known = {"part": where.part, "field": where.field, "message": one.message}
        known |= {"value": one.value, "source": where.source}
        line = orjson.dumps({**known, "start": where.start, "end": where.end})
        self._issues.append(line + b"\n")

    def packed(self) -> Packed:
        """All that was taken, as tables."""
        wholes = Wholes()
        for entity_id, said in groupby(self._said, _entity_id):
            _whole(wholes, entity_id, list(said))
        return Packed(_table(self._said), wholes.table(), tuple(self._issues), wholes.filled())


def _whole(wholes: Wholes, entity_id: str, said: list[Statement]) -> None:
    told: dict[str, list[str]] = {}
    for one in said:
        if (prop := one.prop) == "id":
            continue
        if (values := told.get(prop)) is None:
            told[prop] = [one.value]
        elif one.value not in values:
            values.append(one.value)
    wholes.add(entity_id, said[0].schema, {one.dataset for one in said}, told, len(said))


def _table(said: Sequence[Statement]) -> Any:
    import pyarrow as pa

    schema = statement_columns()
    arrays = []
    for name, kind in zip(schema.names, schema.types, strict=True):
        told = _quotes(said) if name == "quote" else map(attrgetter(_WHERE.get(name, name)), said)
        arrays.append(column(list(told), kind))
    return pa.Table.from_arrays(arrays, schema=schema)


def _quotes(said: Sequence[Statement]) -> Iterator[str | None]:
    """The words of each; None where they are the original value, or else the value."""
    for one in said:
        quote = one.evidence.quote
        told = one.value if one.original_value is None else one.original_value
        yield None if quote == told else quote
