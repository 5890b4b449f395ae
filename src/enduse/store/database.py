"""One SQLite file with its log: whole transactions, and the log's head kept outside of it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from enduse.errors import BadInput, NoSpace
from enduse.store import log

# SQLite's own cache of 2 MB makes it write the same pages of the indexes again and again
# while a list of hundreds of thousands of statements is stored: 64 MB holds them.
_PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "cache_size = -64000",
)


class Database:
    """An open file.

    `write` is the only way to change it: one transaction, rolled back whole where anything
    fails. SQLite lets one writer in at a time; a second process waits up to 30 s.
    """

    def __init__(self, path: Path, head: Path) -> None:
        """Open a file, made if it is not there.

        Args:
            path: The file.
            head: Where the hash of the newest log entry is remembered.
        """
        self.folder = path.parent
        self._head = head
        self._engine = _engine(path)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction; afterwards the log's head is remembered outside the database.

        Raises:
            NoSpace: The disk is full; nothing of this transaction stays.
            BadInput: The database is damaged, read-only or held by another process.
        """
        try:
            with self._engine.connect().execution_options(write=True) as connection:
                with connection.begin():
                    yield connection
                    newest = log.last(connection) if _has_log(connection) else None
        except (DBAPIError, OSError) as error:
            ours = _as_ours(error, self.folder)
            if ours is None:
                raise
            raise ours from error
        if newest is not None:
            self._remember(newest.hash)

    def _remember(self, head: str) -> None:
        path = self._head
        if self.head() == head:
            return
        temporary = path.with_suffix(".new")
        temporary.write_text(head, "ascii")
        os.replace(temporary, path)

    def head(self) -> str | None:
        """Hash of the newest log entry as remembered outside the database."""
        path = self._head
        return path.read_text("ascii").strip() if path.exists() else None

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 30})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        # The driver must not open transactions by itself: `begin` below does.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Of two writers one waits from the start instead of failing half-way.
        writes = connection.get_execution_options().get("write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _has_log(connection: Connection) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'log'")
    return found.first() is not None


def _as_ours(error: Exception, folder: Path) -> BadInput | None:
    text = str(error).lower()
    if "disk is full" in text or getattr(error, "errno", None) == errno.ENOSPC:
        return NoSpace(str(folder))
    if "locked" in text:
        return BadInput(
            f"Another process is writing to {folder}.", hint="Wait for it, then run this again."
        )
    if "readonly" in text or "read-only" in text or "unable to open" in text:
        return BadInput(f"{folder} cannot be written.", hint="Check who may write there.")
    if "not a database" in text or "malformed" in text:
        return BadInput(
            f"The database of {folder} is damaged.", hint="Restore the folder from a copy."
        )
    return None
