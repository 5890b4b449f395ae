"""Canonical texts of documents, with the map back to the original, and full-text search."""

import hashlib
from collections.abc import Sequence

import orjson
from sqlalchemy import Connection, delete, insert, select
from sqlalchemy import text as sql

from enduse.store.tables import text

PartRow = tuple[
    str, int, int, tuple[float, float, float, float] | None, tuple[int, int] | None, str
]
"""Label, start, end, box on the page, raw bytes, codec of those bytes."""


def text_digest(written: str) -> str:
    """SHA-256 of a canonical text; lone surrogates, which broken files can hold, are kept."""
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def save_text(connection: Connection, source: str, written: str, parts: Sequence[PartRow]) -> str:
    """Store the canonical text of a document, instead of an earlier one.

    Returns:
        Its digest.
    """
    connection.execute(delete(text).where(text.c.source == source))
    row = {"source": source, "text": written, "digest": text_digest(written)}
    packed = orjson.dumps(list(parts)).decode("utf-8")
    connection.execute(insert(text).values(**row, parts=packed))
    return row["digest"]


def digests(connection: Connection) -> dict[str, str]:
    """Source to digest of its canonical text, for all that were read."""
    return {r.source: r.digest for r in connection.execute(select(text.c.source, text.c.digest))}


def text_of(connection: Connection, source: str) -> str | None:
    """Canonical text of a document; None if it has not been read."""
    return connection.execute(select(text.c.text).where(text.c.source == source)).scalar()


def parts_of(connection: Connection, source: str) -> list[PartRow]:
    """Places in the original that the stretches of the canonical text come from."""
    packed = connection.execute(select(text.c.parts).where(text.c.source == source)).scalar()
    return [
        (label, start, end, tuple(box) if box else None, tuple(raw) if raw else None, codec)
        for label, start, end, box, raw, codec in orjson.loads(packed or "[]")
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
