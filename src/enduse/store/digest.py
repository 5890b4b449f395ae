"""What was stored, as one hash: written into the log when it is made, computed again by verify."""

import hashlib
from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import Connection, Table, select

from enduse.store.tables import claim, mention, statement

_NOT_CONTENT = {"seq"}


def digest_of(connection: Connection, table: Table, column: str, subject: str) -> str:
    """Hash all rows of one subject in the order in which they were stored.

    Args:
        connection: An open case.
        table: `mention`, `claim` or `statement`.
        column: The column that names the subject: "source" or "bundle".
        subject: Its value.

    Returns:
        64 hex digits; equal only if every value of every row is equal.
    """
    wanted = [c for c in table.c if c.name not in _NOT_CONTENT and c.name != column]
    order = table.c.seq if "seq" in table.c else table.c.id
    query = select(*wanted).where(table.c[column] == subject).order_by(order)
    return digest_of_rows(map(tuple, connection.execute(query).yield_per(10_000)))


def digest_of_rows(rows: Iterable[tuple[Any, ...]]) -> str:
    """The same of rows at hand: the values that stand for content, in the order of the table."""
    found = hashlib.sha256()
    for row in rows:
        found.update(orjson.dumps(row))
        found.update(b"\n")
    return found.hexdigest()


def extraction_digest(connection: Connection, source: str) -> str:
    """Hash of all mentions and claims of one document."""
    return combined(digest_of(connection, table, "source", source) for table in (mention, claim))


def bundle_digest(connection: Connection, bundle: str) -> str:
    """Hash of all statements of one bundle."""
    return digest_of(connection, statement, "bundle", bundle)


def combined(digests: Iterable[str]) -> str:
    """One hash for several."""
    return hashlib.sha256("".join(digests).encode("ascii")).hexdigest()
