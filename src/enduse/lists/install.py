"""Install a version of a list in one step, or leave the old one in force and say why."""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from errno import ENOSPC
from pathlib import Path

from enduse.errors import BadInput, ListRefused, NoSpace, UnreadableSource
from enduse.lists.assertions import broken
from enduse.lists.parallel import write_blocks
from enduse.lists.snapshot import ENTITIES, ISSUES, STATEMENTS, SnapshotWriter, write_snapshot
from enduse.lists.unpack import unpacked
from enduse.lists.version import (
    ReadFile,
    Version,
    current_id,
    folder_of,
    originals,
    place_for,
    read_meta,
    set_current,
    write_meta,
)
from enduse.model import Issue, Statement
from enduse.sources.blocks import BlockReader
from enduse.sources.protocols import RecordReader, StoredFile
from enduse.sources.registry import record_reader
from enduse.sources.source_info import source_info

SHRINK_LIMIT = 0.2
"""A list that loses more than this part of its parties is not put in force unasked."""
_BLOCK = 1 << 20

Progress = Callable[[str, int], None]
"""Told now and then what is being done, and how far it is in statements or bytes."""


def silent(step: str, amount: int) -> None:
    """Show no progress."""


@dataclass(frozen=True, slots=True)
class Order:
    """How to install.

    Attributes:
        day: Day of the list, ISO, if the analyst knows it.
        sha256: What the one file must hash to, if the publisher says so.
        accept_shrink: Put the list in force even if it lost more than a fifth.
        accept_incomplete: Put it in force even if it holds less than its source promises.
        urls: Where files were downloaded from, by file name.
        server_day: Day the server gave for the files.
        now: Moment of installation; the clock's if not given.
        progress: Told how far the reading is.
    """

    day: str | None = None
    sha256: str | None = None
    accept_shrink: bool = False
    accept_incomplete: bool = False
    urls: Mapping[str, str] = field(default_factory=dict)
    server_day: str | None = None
    now: datetime | None = None
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Installed:
    """What came of an installation.

    Attributes:
        version: The version now in force.
        is_new: False where the same files had been installed before.
        before: Id of the version that was in force until now.
    """

    version: Version
    is_new: bool
    before: str | None


def install(kind: str, paths: Sequence[Path], home: Path, order: Order | None = None) -> Installed:
    """Read a list from files and put it in force, whole or not at all.

    Args:
        kind: Name of a reader.
        paths: Files, or folders whose files are all taken.
        home: Folder of installed lists; made if missing.
        order: How; by default the day is that of the newest file.

    Returns:
        The version in force afterwards.

    Raises:
        UnknownName: No such reader.
        UnreadableSource: The files are not this list.
        ListRefused: They are, but half of it, or with another checksum.
        NoSpace: The disk is full; nothing has changed.

    Example:
        >>> install("us_ofac_sdn", [Path("sdn.csv")], Path("home"))  # doctest: +SKIP
    """
    order = order or Order()
    reader = record_reader(kind)
    try:
        with _alone(folder_of(home, kind)) as room:
            files = [one for path in files_in(paths) for one in unpacked(path, room / path.name)]
            return _install(reader, files, home, order)
    except OSError as error:
        if error.errno == ENOSPC:
            raise NoSpace(str(home)) from error
        raise BadInput(
            f"The list {kind} could not be written: {error.strerror or error}.",
            hint="The version before it is still in force; look at the folder and try again.",
        ) from error


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files given, and those in the folders given, hidden ones left out.

    Raises:
        BadInput: A path is not there, or there is no file at all.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise BadInput(f"{path} is not there.", hint="Check the path.")
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        found.extend(p for p in inside if not p.name.startswith("."))
    if not found:
        raise BadInput("No file was given to read.", hint="Name a file, or a folder with files.")
    return found


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """Wait until nobody else installs this list; clear what a killed run left; give a room."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for left in folder.glob(".new-*"):
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as room:
            yield Path(room)


def _install(reader: RecordReader, paths: list[Path], home: Path, order: Order) -> Installed:
    """Keep the files, read them, check what came out; undo all of it if anything fails."""
    store = originals(home)
    store.mkdir(parents=True, exist_ok=True)
    had = {path.name for path in store.iterdir()}
    stored: list[StoredFile] = []
    try:
        for path in paths:
            stored.append(_keep(path, store, order))
        _check_sum(stored, order)
        return _put_in_force(reader, paths, stored, home, order)
    except BaseException:
        for file in stored:
            if file.sha256 not in had:
                file.path.unlink(missing_ok=True)
        raise


def _put_in_force(
    reader: RecordReader, paths: list[Path], stored: list[StoredFile], home: Path, order: Order
) -> Installed:
    kind, before = reader.name, current_id(home, reader.name)
    day, day_from = _day(paths, order)
    mark = _mark(stored, reader)
    if same := _same(home, kind, mark):
        if same.id != before:
            _check_shrink(same, home, before, order)
            set_current(home, kind, same.id)
        return Installed(same, False, before)
    staged = Path(tempfile.mkdtemp(prefix=".new-", dir=folder_of(home, kind)))
    try:
        written = written_by(reader, stored, staged, order.progress)
        named = (f"{day}-{mark}", day_from)
        made = _described(reader, stored, written, order, named)
        _check(made, home, before, order)
        write_meta(staged, made)
        place = _publish(staged, place_for(home, kind, made.id))
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    set_current(home, kind, made.id)
    return Installed(read_meta(place), True, before)


def _keep(path: Path, store: Path, order: Order) -> StoredFile:
    """Copy a file under its hash, so that every quotation can be opened later."""
    digest = hashlib.sha256()
    handle, name = tempfile.mkstemp(prefix=".part-", dir=store)
    try:
        with os.fdopen(handle, "wb") as target, path.open("rb") as source:
            while block := source.read(_BLOCK):
                digest.update(block)
                target.write(block)
            target.flush()
            os.fsync(target.fileno())
        final = store / digest.hexdigest()
        os.chmod(name, 0o444)
        os.replace(name, final)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    order.progress("keep", final.stat().st_size)
    return StoredFile(digest.hexdigest(), path.name, final)


def _check_sum(stored: Sequence[StoredFile], order: Order) -> None:
    if order.sha256 and order.sha256.lower() not in {file.sha256 for file in stored}:
        raise ListRefused(
            f"No file has the checksum {order.sha256}.",
            hint="Get the file again; the version before it is still in force.",
        )


def _day(paths: Sequence[Path], order: Order) -> tuple[str, str]:
    if order.day:
        return order.day, "given"
    if order.server_day:
        return order.server_day, "server"
    newest = max(path.stat().st_mtime for path in paths)
    return datetime.fromtimestamp(newest, UTC).date().isoformat(), "file"


def _mark(stored: Iterable[StoredFile], reader: RecordReader) -> str:
    text = "\n".join(sorted(file.sha256 for file in stored)) + f"\n{reader.name} {reader.version}"
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]


def _same(home: Path, kind: str, mark: str) -> Version | None:
    """A version made by the same reader from the same files, if there is one."""
    root = place_for(home, kind, "x").parent
    found = sorted(root.glob(f"*-{mark}")) if root.exists() else []
    return read_meta(found[-1]) if found else None


def written_by(
    reader: RecordReader, stored: Sequence[StoredFile], folder: Path, progress: Progress
) -> SnapshotWriter:
    """Write what a reader says: block by block where it can be read so, else one by one."""
    blocks = reader.blocks(stored) if isinstance(reader, BlockReader) else None
    if blocks is not None:
        return write_blocks(folder, reader.name, blocks, progress)
    return write_snapshot(folder, told(reader.read(stored), progress))


def told(said: Iterable[Statement | Issue], progress: Progress) -> Iterator[Statement | Issue]:
    """Pass on what a reader says, and tell how far it is."""
    for number, one in enumerate(said):
        if number % 20_000 == 0:
            progress("read", number)
        yield one


def _described(
    reader: RecordReader,
    stored: Sequence[StoredFile],
    written: SnapshotWriter,
    order: Order,
    named: tuple[str, str],
) -> Version:
    version_id, day_from = named
    files = tuple(
        ReadFile(file.name, file.sha256, file.path.stat().st_size, order.urls.get(file.name))
        for file in stored
    )
    return Version(
        kind=reader.name,
        id=version_id,
        day=version_id[:10],
        day_from=day_from,
        installed=(order.now or datetime.now(UTC)).isoformat(timespec="seconds"),
        reader_version=reader.version,
        files=files,
        statements=written.statements,
        entities=dict(sorted(written.entities.items())),
        filled=dict(sorted(written.filled.items())),
        issues=written.issues,
        folder=written.folder,
    )


def _check(made: Version, home: Path, before: str | None, order: Order) -> None:
    if made.statements == 0:
        raise UnreadableSource(made.files[0].name, "the file", "nothing of this list is in it")
    faults = [] if order.accept_incomplete else broken(source_info(made.kind), made)
    if faults:
        raise ListRefused(
            f"The list {made.kind} is not what it must be: {'; '.join(faults)}.",
            hint="Get the whole file; for a part on purpose, add --accept incomplete.",
        )
    _check_shrink(made, home, before, order)


def _check_shrink(made: Version, home: Path, before: str | None, order: Order) -> None:
    if before is None or order.accept_shrink:
        return
    old = read_meta(place_for(home, made.kind, before)).parties
    if made.parties < old * (1 - SHRINK_LIMIT):
        raise ListRefused(
            f"The list {made.kind} shrank from {old:,} parties to {made.parties:,}.",
            hint=f"{before} stays in force; if the list did shrink, add --accept shrink.",
        )


def _publish(staged: Path, place: Path) -> Path:
    """Make the files durable and read-only, then move the folder to its name at once."""
    for name in (STATEMENTS, ENTITIES, ISSUES, "meta.json"):
        path = staged / name
        with path.open("rb") as file:
            os.fsync(file.fileno())
        path.chmod(0o444)
    staged.chmod(0o755)
    place.parent.mkdir(exist_ok=True)
    staged.rename(place)
    return place
