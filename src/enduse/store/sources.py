"""Sources and the bundles of files that make one list version."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, insert, select, update

from enduse.model import Reliability, Source
from enduse.store.tables import bundle_file, source


def save_source(connection: Connection, found: Source) -> None:
    """Record a stored file."""
    connection.execute(insert(source).values(**asdict(found)))


def complete_source(connection: Connection, found: Source) -> None:
    """Replace what is known about a stored file; its bytes and kind stay."""
    values = {k: v for k, v in asdict(found).items() if k not in ("sha256", "kind", "size")}
    connection.execute(update(source).where(source.c.sha256 == found.sha256).values(**values))


def sources(connection: Connection) -> list[Source]:
    """All sources in the order in which they came."""
    rows = connection.execute(select(source).order_by(source.c.added, source.c.sha256))
    return [_source(row._asdict()) for row in rows]


def source_of(connection: Connection, sha256: str) -> Source | None:
    """The source with this hash."""
    row = connection.execute(select(source).where(source.c.sha256 == sha256)).one_or_none()
    return None if row is None else _source(row._asdict())


def save_bundle(connection: Connection, kind: str, files: Sequence[str]) -> str:
    """Record which files make one list version; the same files give the same bundle.

    Returns:
        The bundle's id, 64 hex digits.
    """
    bundle = hashlib.sha256("\n".join([kind, *sorted(files)]).encode()).hexdigest()
    known = connection.execute(select(bundle_file).where(bundle_file.c.bundle == bundle)).first()
    if known is None:
        rows = [{"bundle": bundle, "sha256": one, "kind": kind} for one in sorted(set(files))]
        connection.execute(insert(bundle_file), rows)
    return bundle


def bundles(connection: Connection) -> list[tuple[str, str, tuple[str, ...]]]:
    """All bundles: id, kind, hashes of the files."""
    found: dict[tuple[str, str], list[str]] = {}
    query = select(bundle_file).order_by(bundle_file.c.bundle, bundle_file.c.sha256)
    for row in connection.execute(query):
        found.setdefault((row.bundle, row.kind), []).append(row.sha256)
    return [(bundle, kind, tuple(files)) for (bundle, kind), files in found.items()]


def _source(row: dict[str, object]) -> Source:
    letter = row.pop("reliability")
    return Source(**row, reliability=Reliability(letter) if letter else None)  # type: ignore[arg-type]
