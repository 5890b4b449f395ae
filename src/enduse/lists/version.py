"""One installed version of a list: where it lies and what is known of it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from enduse.errors import DoesNotHold, NotReady, UnknownName

LAYOUT = 1
_META, _CURRENT, _VERSIONS = "meta.json", "current", "versions"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file the version was read from; its bytes lie under `originals`.

    Attributes:
        name: As given or as downloaded.
        sha256: Of the bytes.
        size: Bytes.
        url: Where it was got; None for a file of the analyst's.
    """

    name: str
    sha256: str
    size: int
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """A list as it stood on one day, on this machine; its files never change.

    Attributes:
        kind: Name of the reader ("us_ofac_sdn").
        id: Day and hash, "2026-11-23-1a2b3c4d5e6f": what a screening decision names.
        day: Day of the list, ISO.
        day_from: How the day is known: "given", "server" or "file".
        installed: When it was installed, UTC, ISO 8601 with seconds.
        reader_version: Of the reader that made it.
        files: What it was read from.
        statements: How many.
        entities: How many of each FtM schema.
        filled: How many entities have a property, by "Schema.property".
        issues: How many things were not understood.
        folder: Where it lies.
    """

    kind: str
    id: str
    day: str
    day_from: str
    installed: str
    reader_version: str
    files: tuple[ReadFile, ...]
    statements: int
    entities: dict[str, int]
    filled: dict[str, int] = field(repr=False)
    issues: int
    folder: Path

    @property
    def parties(self) -> int:
        """How many listed parties: everything but addresses, measures and other attachments."""
        return sum(count for schema, count in self.entities.items() if schema in PARTIES)


PARTIES = frozenset(
    {
        "Person",
        "LegalEntity",
        "Organization",
        "Company",
        "PublicBody",
        "Vessel",
        "Airplane",
        "Vehicle",
    }
)


def folder_of(home: Path, kind: str) -> Path:
    """Where all versions of a list lie."""
    return home / "lists" / kind


def originals(home: Path) -> Path:
    """Where the files that versions were read from lie, each under its hash."""
    return home / "lists" / "originals"


def write_meta(folder: Path, version: Version) -> None:
    """Write what is known of a version into its folder."""
    known: dict[str, Any] = {"layout": LAYOUT, **asdict(version)}
    del known["folder"]
    (folder / _META).write_bytes(orjson.dumps(known, option=orjson.OPT_INDENT_2))


def read_meta(folder: Path) -> Version:
    """Read what is known of a version.

    Raises:
        DoesNotHold: The folder was changed by hand, or by a later enduse.
    """
    try:
        known = orjson.loads((folder / _META).read_bytes())
        if known.pop("layout") != LAYOUT:
            raise ValueError("another layout")
        files = tuple(ReadFile(**file) for file in known.pop("files"))
        return Version(**known, files=files, folder=folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DoesNotHold(
            f"The installed list in {folder} cannot be opened: {error}.",
            hint="Install the list again; the damaged folder can be deleted.",
        ) from error


def current_id(home: Path, kind: str) -> str | None:
    """The version in force, or None where the list is not installed."""
    pointer = folder_of(home, kind) / _CURRENT
    return pointer.read_text("utf-8").strip() if pointer.exists() else None


def set_current(home: Path, kind: str, version_id: str) -> None:
    """Put a version in force in one step; whoever reads sees the old one or the new one."""
    pointer = folder_of(home, kind) / _CURRENT
    fresh = pointer.with_suffix(".new")
    fresh.write_text(version_id + "\n", "utf-8")
    fresh.replace(pointer)


def age_in_days(one: Version, today: date) -> int:
    """How many days lie between the day of a list and today."""
    return (today - date.fromisoformat(one.day)).days


def kinds(home: Path) -> tuple[str, ...]:
    """Names of the lists installed on this machine."""
    root = home / "lists"
    found = (path.parent.name for path in root.glob(f"*/{_CURRENT}")) if root.exists() else ()
    return tuple(sorted(found))


def versions(home: Path, kind: str) -> Iterator[Version]:
    """All versions of a list that are still here, oldest day first."""
    root = folder_of(home, kind) / _VERSIONS
    for folder in sorted(root.iterdir()) if root.exists() else ():
        yield read_meta(folder)


def version(home: Path, kind: str, version_id: str | None = None) -> Version:
    """One version of a list.

    Args:
        home: Folder of installed lists.
        kind: Name of the list.
        version_id: Its id, or the beginning of it; None for the one in force.

    Raises:
        NotReady: The list is not installed.
        UnknownName: It has no such version, or several that begin so.
    """
    wanted = version_id or current_id(home, kind)
    if wanted is None:
        raise NotReady(
            f"The list {kind} is not installed.", hint=f"Run: enduse lists install {kind}"
        )
    root = folder_of(home, kind) / _VERSIONS
    known = sorted(path.name for path in root.iterdir()) if root.exists() else []
    found = [name for name in known if name == wanted] or [
        name for name in known if name.startswith(wanted)
    ]
    if len(found) != 1:
        raise UnknownName(f"version of {kind}", wanted, known)
    return read_meta(root / found[0])


def place_for(home: Path, kind: str, version_id: str) -> Path:
    """The folder of a version, whether it is there or not."""
    return folder_of(home, kind) / _VERSIONS / version_id


def installed(home: Path) -> tuple[Version, ...]:
    """The version in force of every list on this machine, by name.

    Args:
        home: Folder of installed lists.
    """
    return tuple(version(home, kind) for kind in kinds(home))
