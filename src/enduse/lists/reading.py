"""Read a list or register once into FollowTheMoney entities, without installing it."""

import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from enduse.lists.assertions import broken
from enduse.lists.install import files_in, silent, written_by
from enduse.lists.opened import OpenList
from enduse.lists.snapshot import ISSUES, SnapshotWriter
from enduse.lists.unpack import unpacked
from enduse.lists.version import ReadFile, Version
from enduse.model import Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.registry import record_reader
from enduse.sources.source_info import source_info


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What came of reading.

    Attributes:
        entities: How many of each FtM schema.
        statements: How many.
        issues: How many things were not understood.
        faults: Promises of the source that do not hold: this is not the whole list.
        written: Files written.
    """

    entities: dict[str, int]
    statements: int
    issues: int
    faults: tuple[str, ...]
    written: tuple[Path, ...]


def read_list(
    kind: str,
    paths: Sequence[Path],
    out: Path,
    *,
    evidence: bool = False,
    progress: Callable[[str, int], None] = silent,
) -> ReadOut:
    """Read files and write their entities as FtM JSON lines.

    Beside `X.ftm.jsonl` stand `X.issues.jsonl`, if there are issues, and `X.evidence.jsonl`,
    if asked for: one line for every value, with its place and its words.

    Args:
        kind: Name of a reader.
        paths: Files or folders of one version of the list.
        out: Where to write; replaced whole.
        evidence: Write the evidence of every value too.
        progress: Told "read" and how many statements so far.

    Raises:
        UnknownName: No such reader.
        UnreadableSource: The files are not this list.
    """
    reader = record_reader(kind)
    with tempfile.TemporaryDirectory(prefix="enduse-") as name:
        room = Path(name)
        files = [one for path in files_in(paths) for one in unpacked(path, room / path.name)]
        stored = [_stored(path) for path in files]
        snapshot = room / "snapshot"
        snapshot.mkdir()
        written = written_by(reader, stored, snapshot, progress)
        made = _version(kind, reader.version, stored, written)
        opened = OpenList(made)
        done = [_put(out, opened.entities())]
        stem = out.name.removesuffix(".ftm.jsonl")
        if evidence:
            rows = (_evidence(one) for one in opened.statements())
            done.append(_put(out.with_name(f"{stem}.evidence.jsonl"), rows))
        if written.issues:
            lines = (snapshot / ISSUES).read_bytes().splitlines()
            done.append(_put(out.with_name(f"{stem}.issues.jsonl"), map(orjson.loads, lines)))
    faults = tuple(broken(source_info(kind), made))
    return ReadOut(made.entities, made.statements, made.issues, faults, tuple(done))


def _stored(path: Path) -> StoredFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return StoredFile(digest, path.name, path)


def _version(
    kind: str, reader_version: str, stored: Sequence[StoredFile], written: SnapshotWriter
) -> Version:
    return Version(
        kind=kind,
        id="",
        day="",
        day_from="",
        installed="",
        reader_version=reader_version,
        files=tuple(ReadFile(one.name, one.sha256, one.path.stat().st_size) for one in stored),
        statements=written.statements,
        entities=dict(sorted(written.entities.items())),
        filled=dict(written.filled),
        issues=written.issues,
        folder=written.folder,
    )


def _put(path: Path, rows: Iterator[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as file:
        for row in rows:
            file.write(orjson.dumps(row) + b"\n")
    fresh.replace(path)
    return path


def _evidence(one: Statement) -> dict[str, Any]:
    where = one.evidence.locator
    return {
        "statement": one.id,
        "entity": one.entity_id,
        "prop": one.prop,
        "value": one.value,
        "original_value": one.original_value,
        "source": where.source,
        "start": where.start,
        "end": where.end,
        "part": where.part,
        "field": where.field,
        "quote": one.evidence.quote,
    }
