"""A list in the version that a screening run used, as its record names it."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from enduse.lists.version import Version


@dataclass(frozen=True, slots=True)
class UsedList:
    """One list of a run.

    Attributes:
        name: Of an installed list, or of a file.
        version: Id of the version; of a file its SHA-256.
        day: Day of the list, ISO; None for a file.
        files: SHA-256 of the files it was read from, sorted.
    """

    name: str
    version: str
    day: str | None
    files: tuple[str, ...]

    @property
    def words(self) -> str:
        """As it is printed: "us_ofac_sdn 2026-11-23-1a2b3c4d5e6f"."""
        return f"{self.name} {self.version[:23]}"

    def data(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self) | {"files": list(self.files)}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "UsedList":
        """From JSON values as `data` gave them."""
        day = data.get("day")
        return cls(str(data["name"]), str(data["version"]), day, tuple(data["files"]))


def used_version(version: Version) -> UsedList:
    """An installed version as a run names it."""
    files = tuple(sorted(file.sha256 for file in version.files))
    return UsedList(version.kind, version.id, version.day, files)


def used_file(path: Path) -> UsedList:
    """A file of listed entities as a run names it."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return UsedList(path.name, sha256, None, (sha256,))
