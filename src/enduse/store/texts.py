"""Canonical texts of documents, with the map back to the original, and full-text search."""

from collections.abc import Sequence

import orjson
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy import text as sql

from enduse.store.tables import text

PartRow = tuple[str, int, int, tuple[float, float, float, float] | None, tuple[int, int] | None]


def save_text(connection: Connection, source: str, written: str, parts: Sequence[PartRow]) -> None:
    """Store the canonical text of a document, instead of an earlier one."""
    connection.execute(delete(text).where(text.c.source == source))
    packed = orjson.dumps(list(parts)).decode("utf-8")
    connection.execute(insert(text).values(source=source, text=written, parts=packed))


def text_of(connection: Connection, source: str) -> str | None:
    """Canonical text of a document; None if it has not been read."""
    return connection.execute(select(text.c.text).where(text.c.source == source)).scalar()


def parts_of(connection: Connection, source: str) -> list[PartRow]:
    """Places in the original that the stretches of the canonical text come from."""
    packed = connection.execute(select(text.c.parts).where(text.c.source == source)).scalar()
    return [
        (label, start, end, tuple(box) if box else None, tuple(raw) if raw else None)
        for label, start, end, box, raw in orjson.loads(packed or "[]")
    ]


def search(connection: Connection, words: str, limit: int = 50) -> list[tuple[str, str]]:
    """Documents that hold all the words, best first.

    Args:
        connection: An open case.
        words: Plain words; operators of the search language have no meaning here.
        limit: Most results to give.

    Returns:
        Pairs of source hash and a snippet with the words in square brackets.
    """
    quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    if not quoted:
        return []
    query = sql(
        """SELECT text.source, snippet(text_search, 0, '[', ']', '…', 20)
           FROM text_search JOIN text ON text.rowid = text_search.rowid
           WHERE text_search MATCH :words ORDER BY rank LIMIT :limit"""
    )
    rows = connection.execute(query, {"words": quoted, "limit": limit})
    return [(row[0], row[1]) for row in rows]
