"""A file of parties screened as a stream: distinct ones once, resumable, one answer a row."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from enduse.cli.answers import written_out
from enduse.cli.indexes import index_for
from enduse.cli.output import Telling
from enduse.cli.rows import Row, rows_of
from enduse.screening import ScreeningIndex, hit_data, screen_all

if TYPE_CHECKING:
    from typing import BinaryIO

CHUNK = 4000
_REMEMBERED = 300_000
# Starting a second process costs about a second.
_ROWS_FOR_MANY = 20_000


@dataclass(frozen=True, slots=True)
class Job:
    """What a batch was asked: files, lists, threshold, limit, processes (0: by size)."""

    source: Path
    out: Path
    given: str | None
    threshold: float
    limit: int
    jobs: int = 0


@dataclass(slots=True)
class Done:
    """What a batch came to."""

    rows: int = 0
    with_hits: int = 0
    issues: int = 0
    known: dict[tuple[Any, ...], bytes] = field(default_factory=dict)


def run(job: Job, home: Path, tell: Telling) -> Done:
    """Screen all rows; killed and run again it goes on after the last whole answer.

    Args:
        job: What is asked.
        home: Folder of installed lists.
        tell: Progress.

    Returns:
        How many rows, with hits, and with issues.

    Raises:
        BadInput: The file has no column of names, or cannot be read.
        NotReady: The list is not installed.
    """
    index, versions = index_for(job.given, home)
    partial = job.out.with_name(job.out.name + ".partial")
    done = Done()
    stamp = _stamp(job, versions)
    begun = _resumed(partial, stamp, done)
    rows = islice(rows_of(job.source), begun, None)
    with partial.open("ab") as file:
        _screened(job, index, home, rows, (file, done, tell))
    tell.close()
    written_out(partial, job.out)
    _mark(partial).unlink(missing_ok=True)
    return done


def _screened(
    job: Job, index: ScreeningIndex, home: Path, rows: Iterator[Row],
    to: "tuple[BinaryIO, Done, Telling]",
) -> None:  # fmt: skip
    chunks = iter(lambda: list(islice(rows, CHUNK)), [])
    first = list(islice(chunks, _ROWS_FOR_MANY // CHUNK))
    processes = job.jobs or (os.cpu_count() or 1 if len(first) * CHUNK >= _ROWS_FOR_MANY else 1)
    every = _chained(first, chunks)
    if processes == 1:
        for chunk in every:
            _write(chunk, _answered(_new(chunk, to[1]), index, job), to)
        return
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(job, home)) as pool:
        waiting: list[tuple[list[Row], Future[list[bytes]]]] = []
        for chunk in every:
            waiting.append((chunk, pool.submit(_work, _new(chunk, to[1]))))
            if len(waiting) > 2 * processes:
                _write_oldest(waiting, to)
        while waiting:
            _write_oldest(waiting, to)


def _chained(first: list[list[Row]], rest: Iterable[list[Row]]) -> Iterator[list[Row]]:
    yield from first
    yield from rest


def _new(chunk: list[Row], done: Done) -> list[Row]:
    """Rows whose party was not asked before, each once."""
    if len(done.known) > _REMEMBERED:
        done.known.clear()
    found = {row.key: row for row in chunk if row.party and row.key not in done.known}
    return list(found.values())


def _answered(rows: list[Row], index: ScreeningIndex, job: Job) -> list[bytes]:
    parties = [row.party for row in rows if row.party is not None]
    answers = screen_all(parties, index, job.threshold, job.limit)
    return [orjson.dumps([hit_data(hit) for hit in hits]) for hits in answers]


def _write_oldest(
    waiting: "list[tuple[list[Row], Future[list[bytes]]]]", to: "tuple[BinaryIO, Done, Telling]"
) -> None:
    chunk, answers = waiting.pop(0)
    _write(chunk, answers.result(), to)


def _write(chunk: list[Row], answers: list[bytes], to: "tuple[BinaryIO, Done, Telling]") -> None:
    file, done, tell = to
    fresh = dict.fromkeys(row.key for row in chunk if row.party and row.key not in done.known)
    done.known.update(zip(fresh, answers, strict=True))
    lines = []
    for row in chunk:
        hits = done.known[row.key] if row.party else b"[]"
        issue = b',"issue":' + orjson.dumps(row.issue) if row.issue else b""
        lines.append(b'{"id":%b,"hits":%b%b}\n' % (orjson.dumps(row.id), hits, issue))
        done.rows += 1
        done.with_hits += hits != b"[]"
        done.issues += bool(row.issue)
    file.write(b"".join(lines))
    file.flush()
    tell.say(f"screened {done.rows:,} rows, {done.with_hits:,} with hits")


_WORKER: list[tuple[ScreeningIndex, Job]] = []


def _start(job: Job, home: Path) -> None:
    _WORKER.append((index_for(job.given, home)[0], job))


def _work(rows: list[Row]) -> list[bytes]:
    return _answered(rows, *_WORKER[0])


def _stamp(job: Job, versions: dict[str, str]) -> str:
    """What an unfinished answer must agree with to be gone on with."""
    size = job.source.stat() if job.source.exists() else None
    known = [versions, job.threshold, job.limit, size and (size.st_size, size.st_mtime_ns)]
    return hashlib.sha256(orjson.dumps(known)).hexdigest()


def _mark(partial: Path) -> Path:
    return partial.with_suffix(".stamp")


def _resumed(partial: Path, stamp: str, done: Done) -> int:
    """Count the whole answers of an earlier run, cut off a broken last one."""
    mark = _mark(partial)
    partial.parent.mkdir(parents=True, exist_ok=True)
    if not (partial.exists() and mark.exists() and mark.read_text("utf-8") == stamp):
        partial.unlink(missing_ok=True)
        mark.write_text(stamp, "utf-8")
        return 0
    whole = 0
    with partial.open("rb+") as file:
        for line in file:
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            done.rows += 1
            done.with_hits += b'"hits":[{' in line
            done.issues += b',"issue":' in line
        file.truncate(whole)
    return done.rows
