"""What has been made of which input, so that a second run does only what changed."""

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from enduse.store.tables import step


def key_of(parts: Iterable[str]) -> str:
    """One key for everything a step depends on."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()


def is_done(connection: Connection, name: str, subject: str, key: str) -> bool:
    """Tell whether this step has already seen exactly this input."""
    query = select(step.c.key).where(step.c.name == name, step.c.subject == subject)
    return bool(connection.execute(query).scalar_one_or_none() == key)


def mark_done(connection: Connection, name: str, subject: str, key: str) -> None:
    """Remember it, in the transaction that stores the result."""
    mark_all_done(connection, name, {subject: key})


def mark_all_done(connection: Connection, name: str, done: Mapping[str, str]) -> None:
    """The same for many subjects, each with its key."""
    row = insert(step)
    changed = row.on_conflict_do_update(
        index_elements=["name", "subject"], set_={"key": row.excluded.key}
    )
    if done:
        rows = [{"name": name, "subject": one, "key": key} for one, key in done.items()]
        connection.execute(changed, rows)


def keys(connection: Connection, name: str) -> dict[str, str]:
    """Subject to key for all that this step has done."""
    rows = connection.execute(select(step.c.subject, step.c.key).where(step.c.name == name))
    return {row.subject: row.key for row in rows}


def forget(connection: Connection, name: str, subject: str) -> None:
    """Drop the memory of a step whose subject is gone."""
    connection.execute(delete(step).where(step.c.name == name, step.c.subject == subject))


def state_of(connection: Connection, *names: str) -> str:
    """One key for everything that these steps have done: the same only if none did anything."""
    query = select(step.c.name, step.c.subject, step.c.key).where(step.c.name.in_(names))
    rows = connection.execute(query.order_by(step.c.name, step.c.subject))
    return key_of(f"{row.name} {row.subject} {row.key}" for row in rows)
