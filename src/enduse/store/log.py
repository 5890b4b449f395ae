"""The log: each entry holds the hash of the one before, so that none can be changed alone."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from enduse.store.tables import log

_BEFORE_ALL = "0" * 64


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One thing that happened to the case.

    Attributes:
        seq: Number, from 1, without gaps.
        at: UTC, ISO 8601 with seconds.
        kind: "created", "added", "read", "judged"...
        body: What happened, as JSON text with sorted keys.
        previous: Hash of the entry before.
        hash: SHA-256 over all of the above.
    """

    seq: int
    at: str
    kind: str
    body: str
    previous: str
    hash: str

    def expected_hash(self) -> str:
        """The hash that this content must have."""
        content = "\n".join((str(self.seq), self.at, self.kind, self.body, self.previous))
        return hashlib.sha256(content.encode("utf-8")).hexdigest()


def now() -> str:
    """This moment in UTC, ISO 8601, whole seconds."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def last(connection: Connection) -> LogEntry | None:
    """The newest entry."""
    row = connection.execute(select(log).order_by(log.c.seq.desc()).limit(1)).one_or_none()
    return None if row is None else LogEntry(*row)


def append(connection: Connection, kind: str, body: Mapping[str, Any]) -> LogEntry:
    """Add one entry in the caller's transaction, so that deed and record stand or fall together."""
    return append_all(connection, kind, (body,))[0]


def append_all(
    connection: Connection, kind: str, bodies: Iterable[Mapping[str, Any]]
) -> list[LogEntry]:
    """Add one entry for each deed of a kind that was done many times in this transaction."""
    before = last(connection)
    seq, previous = (0, _BEFORE_ALL) if before is None else (before.seq, before.hash)
    made: list[LogEntry] = []
    for body in bodies:
        seq += 1
        written = json.dumps(body, ensure_ascii=False, sort_keys=True)
        blank = LogEntry(seq, now(), kind, written, previous, "")
        made.append(replace(blank, hash=blank.expected_hash()))
        previous = made[-1].hash
    if made:
        connection.execute(insert(log), [asdict(one) for one in made])
    return made


def entries(connection: Connection) -> Iterator[LogEntry]:
    """All entries, oldest first."""
    for row in connection.execute(select(log).order_by(log.c.seq)):
        yield LogEntry(*row)


def broken_links(connection: Connection, head: str | None) -> Iterator[str]:
    """Walk the chain and say what does not hold.

    Args:
        connection: An open case.
        head: Hash of the newest entry as remembered outside the database, None if it is not.

    Yields:
        One sentence for each entry that does not hold, and one if the remembered head is gone.
    """
    return broken_chain(entries(connection), head)


def broken_chain(chain: Iterable[LogEntry], head: str | None) -> Iterator[str]:
    """The same of entries that came from elsewhere, such as an export."""
    previous, expected, seen = _BEFORE_ALL, 1, set()
    for entry in chain:
        if entry.seq != expected:
            yield f"Log entry {expected} is missing; the next one is {entry.seq}."
        if entry.hash != entry.expected_hash():
            yield f"Log entry {entry.seq} ({entry.kind}) was changed after it was written."
        elif entry.previous != previous:
            yield f"Log entry {entry.seq} does not follow from the entry before it."
        seen.add(entry.hash)
        previous, expected = entry.hash, entry.seq + 1
    if head is not None and head not in seen:
        yield "The newest log entry that was remembered outside the database is gone."
