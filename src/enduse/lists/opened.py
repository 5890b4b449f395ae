"""An installed version opened for reading: whole entities quickly, statements on demand."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from enduse.lists.snapshot import ENTITIES, STATEMENTS, statements_of
from enduse.lists.version import PARTIES, Version, version
from enduse.model import Statement


class OpenList:
    """A version of a list. Opening reads nothing but its description.

    Attributes:
        version: What is known of it; `version.id` is what a decision names.
    """

    def __init__(self, version: Version) -> None:
        self.version = version
        self._kept: tuple[int, Any] | None = None

    @property
    def folder(self) -> Path:
        """Where it lies; an index of its names may be kept beside it under `index`."""
        return self.version.folder

    def parties(self, stretch: int = 0, stretches: int = 1) -> Iterator[dict[str, Any]]:
        """The listed parties as FtM entities, in the order of the list.

        Args:
            stretch: Which of so many stretches of the list, counted from 0.
            stretches: Read side by side and put one after the other they are the whole list.

        Yields:
            `id, schema, caption, properties, datasets`: what screening takes.
        """
        for entity in self.entities(stretch, stretches):
            if entity["schema"] in PARTIES:
                yield entity

    def entities(self, stretch: int = 0, stretches: int = 1) -> Iterator[dict[str, Any]]:
        """All entities as FtM JSON: parties, and the addresses and measures they need.

        What is told in several places stands where it is told of first.
        """
        again = {} if self._is_plain else {k: v[0] for k, v in self._rows_of.items() if len(v) > 1}
        for number, row in self._rows_in(stretch, stretches):
            first = again.get(row["id"])
            if first is None:
                yield _entity(row)
            elif first == number:
                yield self.entity(row["id"])

    def _rows_in(self, stretch: int, stretches: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """Rows of the file of entities with their numbers."""
        import pyarrow.parquet as pq

        file = pq.ParquetFile(self.folder / ENTITIES)
        rows: int = file.metadata.num_rows
        first, last = rows * stretch // stretches, rows * (stretch + 1) // stretches
        columns, begin = ["id", "schema", "caption", "datasets", "properties"], 0
        for batch in file.iter_batches(columns=columns):
            low, high = max(first, begin), min(last, begin + batch.num_rows)
            if low < high:
                yield from enumerate(batch.slice(low - begin, high - low).to_pylist(), start=low)
            begin += batch.num_rows

    def entity(self, entity_id: str) -> dict[str, Any]:
        """One entity as FtM JSON.

        Raises:
            KeyError: The list has no entity of that id.
        """
        rows = [self._row(number) for number in self._rows_of[entity_id]]
        whole = _entity(rows[0])
        for row in rows[1:]:
            for prop, values in orjson.loads(row["properties"]).items():
                held = whole["properties"].setdefault(prop, [])
                held.extend(value for value in values if value not in held)
        return whole

    def statements(self, entity_id: str | None = None) -> Iterator[Statement]:
        """Statements with their evidence, of one entity or of all, in the order of the list.

        Raises:
            KeyError: The list has no entity of that id.
        """
        import pyarrow.parquet as pq

        file = pq.ParquetFile(self.folder / STATEMENTS)
        if entity_id is None:
            for batch in file.iter_batches():
                yield from statements_of(batch)
            return
        for number in self._rows_of[entity_id]:
            row = self._row(number)
            yield from _rows(file, row["first_row"], row["rows"])

    @property
    def _is_plain(self) -> bool:
        """No entity is told of in two places of the file."""
        import pyarrow.parquet as pq

        found: int = pq.read_metadata(self.folder / ENTITIES).num_rows
        return found == sum(self.version.entities.values())

    @cached_property
    def _rows_of(self) -> dict[str, list[int]]:
        import pyarrow.parquet as pq

        ids = pq.read_table(self.folder / ENTITIES, columns=["id"]).column("id").to_pylist()
        found: dict[str, list[int]] = {}
        for number, entity_id in enumerate(ids):
            found.setdefault(entity_id, []).append(number)
        return found

    @cached_property
    def _groups(self) -> tuple[Any, list[int]]:
        """The file of entities, and the number of the first row of each of its groups."""
        import pyarrow.parquet as pq

        file, first = pq.ParquetFile(self.folder / ENTITIES), [0]
        for group in range(file.num_row_groups):
            first.append(first[-1] + file.metadata.row_group(group).num_rows)
        return file, first

    def _row(self, number: int) -> dict[str, Any]:
        """One row of the file of entities; the group it is in is kept for the next."""
        file, first = self._groups
        group = bisect_right(first, number) - 1
        if self._kept is None or self._kept[0] != group:
            self._kept = (group, file.read_row_group(group))
        found: dict[str, Any] = self._kept[1].slice(number - first[group], 1).to_pylist()[0]
        return found


def _rows(file: Any, first: int, count: int) -> Iterator[Statement]:
    """Statements by their place in the file; only the row groups that hold them are read."""
    begin = 0
    for group in range(file.num_row_groups):
        size = file.metadata.row_group(group).num_rows
        low, high = max(first, begin), min(first + count, begin + size)
        if low < high:
            yield from statements_of(file.read_row_group(group).slice(low - begin, high - low))
        begin += size


def _entity(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "caption": row["caption"],
        "schema": row["schema"],
        "properties": orjson.loads(row["properties"]),
        "datasets": row["datasets"].split("\n"),
    }


def open_list(home: Path, kind: str, version_id: str | None = None) -> OpenList:
    """Open an installed list; old versions stay readable for as long as they lie there.

    Args:
        home: Folder of installed lists.
        kind: Name of the list.
        version_id: Which version; None for the one in force.

    Raises:
        NotReady: The list is not installed.
        UnknownName: It has no such version.
    """
    return OpenList(version(home, kind, version_id))
