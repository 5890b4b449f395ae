"""The desk's file on this machine, made when the first question is recorded."""

from pathlib import Path

from sqlalchemy import Connection, text

from enduse.errors import BadInput
from enduse.store import log
from enduse.store.database import Database
from enduse.store.desk.tables import metadata
from enduse.store.migrations import APPEND_ONLY, Steps, migrate

_DATABASE, _HEAD = "desk.sqlite", "desk.head"
# A finished run is never touched again; one that was broken off is gone on with or dropped.
_RUNS_STAY = tuple(
    f"""CREATE TRIGGER run_no_{verb.lower()} BEFORE {verb} ON run WHEN OLD.finished BEGIN
        SELECT RAISE(ABORT, 'a finished run is never changed'); END"""
    for verb in ("UPDATE", "DELETE")
)


def _first_layout(connection: Connection) -> None:
    metadata.create_all(connection)
    for statement in (*APPEND_ONLY, *_RUNS_STAY):
        connection.execute(text(statement))
    log.append(connection, "created", {})


STEPS: Steps = (_first_layout,)


def desk_folder(home: Path) -> Path:
    """Where the desk's file lies."""
    return home / "desk"


def is_there(home: Path) -> bool:
    """Tell whether anything was ever recorded."""
    return (desk_folder(home) / _DATABASE).is_file()


def open_desk(home: Path) -> Database:
    """Open the desk's file, made where it is not there, an older layout brought up to date.

    Raises:
        NewerCase: A later version wrote it.
        BadInput: The folder cannot be written, or the file is not one of ours.
    """
    folder = desk_folder(home)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(
            f"{folder} cannot be made: {error.strerror}.",
            hint="Set ENDUSE_HOME to a folder that can be written, or add --no-record.",
        ) from error
    database = Database(folder / _DATABASE, folder / _HEAD)
    try:
        with database.read() as connection:
            found = connection.execute(text("PRAGMA user_version")).scalar_one()
        if found != len(STEPS):
            with database.write() as connection:
                migrate(connection, folder, STEPS)
    except BaseException:
        database.close()
        raise
    return database
