"""Statements with their evidence, kept by bundle."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

import orjson
from sqlalchemy import Connection, Row, delete, select

from enduse.model import Evidence, Locator, Statement
from enduse.store.tables import statement

_BATCH_ROWS = 20_000
# Lists bring hundreds of thousands of rows: plain tuples in the order of the table's columns
# are stored three times as fast as named parameters.
_COLUMNS = [column.name for column in statement.columns if column.name != "seq"]
_BUNDLE = _COLUMNS.index("bundle")
_NAMES = ", ".join(f'"{name}"' for name in _COLUMNS)
_INSERT = f"INSERT INTO statement ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))})"


def remove_statements(connection: Connection, bundle: str) -> None:
    """Take out what a bundle said, before it is read again."""
    connection.execute(delete(statement).where(statement.c.bundle == bundle))


def add_statements(
    connection: Connection, bundle: str, found: Iterable[Statement]
) -> tuple[int, str]:
    """Store the statements of a bundle of which nothing is stored yet.

    Returns:
        How many, and the hash of all of them as `digest.bundle_digest` computes it from
        what is stored.
    """
    count, rows, digest = 0, iter(found), sha256()
    while batch := [_row(bundle, one) for one in islice(rows, _BATCH_ROWS)]:
        connection.exec_driver_sql(_INSERT, batch)
        count += len(batch)
        for row in batch:
            digest.update(orjson.dumps(row[:_BUNDLE] + row[_BUNDLE + 1 :]))
            digest.update(b"\n")
    return count, digest.hexdigest()


def statements(
    connection: Connection,
    entity_ids: Iterable[str] | None = None,
    prop: str | None = None,
    schemata: Iterable[str] | None = None,
) -> Iterator[Statement]:
    """Statements, those of one entity following each other.

    Args:
        connection: An open case.
        entity_ids: Only these entities; all where None.
        prop: Only this property, over all entities; all where None.
        schemata: Only statements that name one of these schemata; all where None.
    """
    query = select(statement).order_by(statement.c.entity_id, statement.c.seq)
    if prop is not None:
        query = query.where(statement.c.prop == prop)
    if schemata is not None:
        query = query.where(statement.c.schema.in_(list(schemata)))
    if entity_ids is not None:
        query = query.where(statement.c.entity_id.in_(list(entity_ids)))
    for row in connection.execute(query):
        yield _statement(row)


class Value(NamedTuple):
    """A statement without its evidence, for questions that go over whole lists."""

    entity_id: str
    schema: str
    prop: str
    value: str
    dataset: str


def values(
    connection: Connection,
    props: Iterable[str] | None = None,
    schemata: Iterable[str] | None = None,
) -> Iterator[Value]:
    """Values of some properties, or of entities of some schemata; those of one entity together.

    Several times faster than `statements`, which brings every quotation along.
    """
    told = statement.c
    query = select(told.entity_id, told.schema, told.prop, told.value, told.dataset)
    if props is not None:
        query = query.where(told.prop.in_(list(props)))
    if schemata is not None:
        query = query.where(told.schema.in_(list(schemata)))
    for row in connection.execute(query.order_by(told.entity_id, told.seq)):
        yield Value(*row)


def pointing_at(connection: Connection, entity_ids: Iterable[str]) -> list[str]:
    """Entities (sanctions, ownerships, identifications) that name one of these in a value."""
    query = select(statement.c.entity_id).where(statement.c.value.in_(list(entity_ids))).distinct()
    return list(connection.execute(query).scalars())


def _row(bundle: str, one: Statement) -> tuple[object, ...]:
    where = one.evidence.locator
    return (
        one.id,
        bundle,
        one.entity_id,
        one.schema,
        one.prop,
        one.value,
        one.dataset,
        one.lang,
        one.original_value,
        one.origin,
        where.source,
        where.start,
        where.end,
        where.part,
        where.field,
        one.evidence.quote,
    )


def _statement(row: Row[tuple[object, ...]]) -> Statement:
    place = Locator(row.source, row.start, row.end, row.part, row.field)
    return Statement(
        entity_id=row.entity_id,
        schema=row.schema,
        prop=row.prop,
        value=row.value,
        dataset=row.dataset,
        evidence=Evidence(place, row.quote),
        original_value=row.original_value,
        lang=row.lang,
        origin=row.origin,
    )
