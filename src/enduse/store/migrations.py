"""Numbered steps from an empty file to today's layout; a released step is never edited."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, text

from enduse.errors import NewerCase
from enduse.store.tables import metadata

_FULL_TEXT = """
CREATE VIRTUAL TABLE text_search USING fts5(
  text, content='text', content_rowid='rowid', tokenize='unicode61'
)
"""
_FULL_TEXT_FOLLOWS = (
    """CREATE TRIGGER text_added AFTER INSERT ON text BEGIN
       INSERT INTO text_search(rowid, text) VALUES (new.rowid, new.text); END""",
    """CREATE TRIGGER text_removed AFTER DELETE ON text BEGIN
       INSERT INTO text_search(text_search, rowid, text)
       VALUES ('delete', old.rowid, old.text); END""",
)
# The database itself refuses to rewrite history; `verify` catches whoever goes around it.
APPEND_ONLY = tuple(
    f"""CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN
        SELECT RAISE(ABORT, 'the {table} is append-only'); END"""
    for table in ("log", "judgement")
    for verb in ("UPDATE", "DELETE")
)


def _first_layout(connection: Connection) -> None:
    metadata.create_all(connection)
    for statement in (_FULL_TEXT, *_FULL_TEXT_FOLLOWS, *APPEND_ONLY):
        connection.execute(text(statement))


def _without_idle_index(connection: Connection) -> None:
    """No question is asked by dataset first; keeping the index in order cost every list time."""
    connection.execute(text("DROP INDEX IF EXISTS statement_of"))


Steps = tuple[Callable[[Connection], None], ...]
STEPS: Steps = (_first_layout, _without_idle_index)
LAYOUT = len(STEPS)


def migrate(connection: Connection, folder: Path, steps: Steps = STEPS) -> None:
    """Bring a file to today's layout.

    Args:
        connection: An open transaction.
        folder: Where the file lies, to be named in an error.
        steps: From an empty file to today's layout; those of a case file by default.

    Raises:
        NewerCase: A later version wrote it; it is left untouched.
    """
    found = int(connection.execute(text("PRAGMA user_version")).scalar_one())
    if found > len(steps):
        raise NewerCase(str(folder), found, len(steps))
    for number, step in enumerate(steps[found:], start=found + 1):
        step(connection)
        connection.execute(text(f"PRAGMA user_version = {number}"))
