"""One open case: its database and its originals."""

from pathlib import Path

from enduse.errors import BadInput, NotReady
from enduse.store import log
from enduse.store.database import Database
from enduse.store.files import Originals
from enduse.store.migrations import migrate

_DATABASE, _HEAD = "case.sqlite", "log.head"


class Store(Database):
    """The folder of a case, opened."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / _DATABASE, folder / _HEAD)
        self.originals = Originals(folder / "originals")

    @classmethod
    def create(cls, folder: Path) -> "Store":
        """Start a new case folder.

        Raises:
            BadInput: There is a case already, or the folder holds other things.
            NoSpace: The disk is full.
        """
        if (folder / _DATABASE).exists():
            raise BadInput(f"{folder} is a case already.", hint="Add to it: enduse add.")
        if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
            raise BadInput(f"{folder} exists and is not empty.", hint="Choose a new folder.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BadInput(
                f"{folder} cannot be made: {error.strerror}.", hint="Choose another place."
            ) from error
        store = cls(folder)
        with store.write() as connection:
            migrate(connection, folder)
            log.append(connection, "created", {})
        return store

    @classmethod
    def open(cls, folder: Path) -> "Store":
        """Open a case folder, bringing an older layout up to date.

        Raises:
            NotReady: There is no case there.
            NewerCase: A later version wrote it.
            BadInput: The database is not one of ours.
        """
        if not (folder / _DATABASE).is_file():
            raise NotReady(f"There is no case at {folder}.", hint=f"First: enduse new {folder}")
        store = cls(folder)
        try:
            with store.write() as connection:
                migrate(connection, folder)
        except BaseException:
            store.close()
            raise
        store.originals.sweep()
        return store
