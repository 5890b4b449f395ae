"""Screening as a function over Arrow record batches, so that an engine can host it.

DuckDB, Spark (`mapInArrow`) and Ray hand over batches of rows and take batches back; what
stands between is this function. It opens nothing: the index is handed in, and each process
of the engine opens its own, which maps the same files.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

import orjson
import pyarrow as pa

from enduse.errors import BadInput
from enduse.model import Hit
from enduse.screening.index import ScreeningIndex
from enduse.screening.row import NAME_COLUMNS, Row, row_of
from enduse.screening.screen import DEFAULT_LIMIT, DEFAULT_THRESHOLD, hit_data, screen_all

if TYPE_CHECKING:
    Batch = Any

_TEXT = pa.string()
HIT_SCHEMA = pa.schema(
    [
        pa.field("id", _TEXT, metadata={"doc": "Of the row asked; its number where it has none."}),
        pa.field("rank", pa.int32(), metadata={"doc": "1 is best; null in a row without hits."}),
        pa.field("hit", _TEXT, metadata={"doc": "Id of the listed entity."}),
        pa.field("score", pa.float64(), metadata={"doc": "0 to 1."}),
        pa.field("name", _TEXT, metadata={"doc": "The listed name that agreed best."}),
        pa.field("schema", _TEXT, metadata={"doc": "FtM schema of the listed entity."}),
        pa.field("datasets", _TEXT, metadata={"doc": "Lists it stands on, with semicolons."}),
        pa.field("why", _TEXT, metadata={"doc": "The explanation in a sentence."}),
        pa.field("issue", _TEXT, metadata={"doc": "What was wrong with the row; else empty."}),
        pa.field("explanation", _TEXT, metadata={"doc": "The explanation as JSON."}),
    ]
)
"""One row for each hit; a party without hits has one row with nulls, so that none is lost."""


def screen_batches(
    batches: Iterable["Batch"],
    index: ScreeningIndex,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = DEFAULT_LIMIT,
) -> Iterator["Batch"]:
    """Screen the parties of record batches, and give their hits as record batches.

    Args:
        batches: With a column `query` (or `name`), and where given `id, schema, birth_date,
            country, identifier, address`; text, numbers, or lists of text.
        index: The lists.
        threshold: Least score, 0 to 1.
        limit: At most so many hits a party.

    Yields:
        One batch of `HIT_SCHEMA` for each that came, rows in their order; each distinct party
        of a batch is screened once.

    Raises:
        BadInput: A batch has no column of names.

    Example:
        >>> from enduse.screening import Listed
        >>> index = ScreeningIndex.build([Listed("x-1", "Company", ("Kupol Plant JSC",))])
        >>> asked = pa.record_batch({"id": ["a"], "query": ["АО Завод Купол"]})
        >>> [row["hit"] for b in screen_batches([asked], index) for row in b.to_pylist()]
        ['x-1']
    """
    numbers = count(1)
    for batch in batches:
        if not any(name in batch.schema.names for name in NAME_COLUMNS):
            raise BadInput(
                f"The batch has no column 'query'; it has {', '.join(batch.schema.names)}.",
                hint="Name the column with the parties' names 'query'.",
            )
        rows = [row_of(cells, next(numbers)) for cells in batch.to_pylist()]
        yield _hits_of(rows, index, threshold, limit)


def _hits_of(rows: Sequence[Row], index: ScreeningIndex, threshold: float, limit: int) -> "Batch":
    distinct = {row.key: row.asked for row in rows if row.asked is not None}
    answers = screen_all(list(distinct.values()), index, threshold, limit)
    found = dict(zip(distinct, answers, strict=True))
    told: list[tuple[Any, ...]] = []
    for row in rows:
        told += _told(row, found[row.key] if row.asked is not None else [])
    return hit_batch(told)


def _told(row: Row, hits: Sequence[Hit]) -> Iterator[tuple[Any, ...]]:
    key = str(row.id)
    if not hits:
        yield (key, None, None, None, None, None, None, None, row.issue, None)
    for rank, hit in enumerate(hits, start=1):
        why = hit_data(hit)["explanation"]
        yield (
            key, rank, hit.id, hit.score, hit.name, hit.schema, ";".join(hit.datasets),
            hit.explanation.summary, row.issue, orjson.dumps(why).decode(),
        )  # fmt: skip


def hit_batch(rows: Sequence[Sequence[Any]], schema: "pa.Schema" = HIT_SCHEMA) -> "Batch":
    """A record batch of rows as tuples; empty where there are none."""
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    cells = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    return pa.record_batch(cells, schema=schema)
