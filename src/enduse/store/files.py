"""Originals: the bytes as received, under their own hash, read-only."""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from enduse.errors import NoSpace

_CHUNK_BYTES = 1 << 20


def stored_path(folder: Path, sha256: str) -> Path:
    """Where the bytes with this hash lie, whether or not they are there."""
    return folder / sha256[:2] / sha256


class Originals:
    """The folder `originals/` of a case.

    A file is first copied, then hashed from the copy, then moved into place in one step: an
    original that changes or vanishes while being read can never be stored under a wrong hash,
    and a stop at any moment leaves only a temporary file that the next start removes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, path: Path) -> tuple[str, int, bool]:
        """Copy a file into the case.

        Args:
            path: The analyst's file; it is only read.

        Returns:
            Its SHA-256, its size in bytes, and whether it was new to the case.

        Raises:
            NoSpace: The disk is full; nothing half-written stays.
            OSError: The file cannot be read.
        """
        with path.open("rb") as stream:
            return self._keep(iter(lambda: stream.read(_CHUNK_BYTES), b""))

    def keep_bytes(self, data: bytes) -> tuple[str, int, bool]:
        """Keep bytes that never were a file of their own, such as an attachment."""
        return self._keep(iter((data,)))

    def _keep(self, chunks: Iterator[bytes]) -> tuple[str, int, bool]:
        self.folder.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        handle, name = tempfile.mkstemp(prefix="incoming-", dir=self.folder)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                for chunk in chunks:
                    digest.update(chunk)
                    size += len(chunk)
                    out.write(chunk)
                out.flush()
                os.fsync(out.fileno())
            return digest.hexdigest(), size, self._settle(temporary, digest.hexdigest())
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise NoSpace(str(self.folder)) from error
            raise
        finally:
            temporary.unlink(missing_ok=True)

    def _settle(self, temporary: Path, sha256: str) -> bool:
        target = stored_path(self.folder, sha256)
        if target.exists():
            return False
        target.parent.mkdir(exist_ok=True)
        temporary.chmod(0o444)
        temporary.replace(target)
        return True

    def sweep(self) -> None:
        """Remove what an interrupted copy left behind."""
        for leftover in self.folder.glob("incoming-*"):
            leftover.unlink(missing_ok=True)

    def path(self, sha256: str) -> Path:
        """Where the original with this hash lies."""
        return stored_path(self.folder, sha256)

    def hash_of(self, sha256: str) -> str | None:
        """Hash the stored bytes anew; None where they are gone."""
        path = self.path(sha256)
        if not path.exists():
            return None
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
