"""A file of parties screened as a stream: distinct ones once, resumable, one answer a row."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from enduse.cli.batch.answering import Answer, Answering, answered_in_chunks
from enduse.cli.batch.answers import check_kind, written_out
from enduse.cli.batch.rows import rows_of
from enduse.cli.index.built import index_for, list_files
from enduse.cli.output import Telling
from enduse.screening.fingerprints import print_of_party
from enduse.screening.memory.asking import sifted_data
from enduse.screening.memory.judged import Memory
from enduse.screening.row import Row

if TYPE_CHECKING:
    from typing import BinaryIO

    from enduse.case.desk import Answered, Desk, Recording, Terms
    from enduse.lists.used import UsedList

__all__ = ["Done", "Job", "run"]


@dataclass(frozen=True, slots=True)
class Job:
    """What a batch was asked.

    Attributes:
        source: File of parties.
        out: Where the answers go.
        given: A list or a file of listed entities; None for all installed lists.
        threshold: Least score, 0 to 1.
        limit: At most so many hits a row.
        jobs: Processes; 0: by size.
        kind: "batch", or "again" after an update of lists.
        again: Number of the run that is repeated.
    """

    source: Path
    out: Path
    given: str | None
    threshold: float
    limit: int
    jobs: int = 0
    kind: str = "batch"
    again: int | None = None


@dataclass(slots=True)
class Done:
    """What a batch came to; `run` is its number where it was recorded."""

    rows: int = 0
    with_hits: int = 0
    suppressed: int = 0
    issues: int = 0
    run: int | None = None
    lists: "tuple[UsedList, ...]" = ()


def run(job: Job, home: Path, tell: Telling, desk: "Desk | None" = None) -> Done:
    """Screen all rows; killed and run again it goes on after the last whole answer.

    Args:
        job: What is asked.
        home: Folder of installed lists.
        tell: Progress.
        desk: Where the run is recorded, and what was judged before is known; None for nowhere.

    Returns:
        How many rows, with hits, with hits set aside, and with issues.

    Raises:
        BadInput: The file has no column of names, or cannot be read or written.
        NotReady: The list is not installed.
    """
    check_kind(job.out)
    every = rows_of(job.source)
    # A file that cannot be read is refused before anything is written.
    every = chain(list(islice(every, 1)), every)
    index, used = index_for(job.given, home)
    memory = desk.memory() if desk else Memory()
    terms = _terms(job, used, memory, is_recorded=desk is not None)
    recording = desk.recording(terms, memory) if desk else None
    job.out.parent.mkdir(parents=True, exist_ok=True)
    partial = job.out.with_name(job.out.name + ".partial")
    done = Done(lists=used)
    begun = _resumed(partial, terms.stamp, done, recording.run.rows if recording else None)
    if desk and recording and begun != recording.run.rows:
        desk.forget(terms)
        recording = desk.recording(terms, memory)
    asking = Answering(used, list_files(job.given), home, memory, job.threshold, job.limit)
    with partial.open("ab") as file:
        writing = _Writing(file, done, tell, memory, job.limit, recording)
        for chunk, answers in answered_in_chunks(
            asking, index, islice(every, begun, None), job.jobs
        ):
            writing.write(chunk, answers)
    tell.close()
    written_out(partial, job.out)
    _mark(partial).unlink(missing_ok=True)
    if recording:
        done.run = recording.finish()
    return done


@dataclass(slots=True)
class _Writing:
    """Answers on their way to the file, and into the record."""

    file: "BinaryIO"
    done: Done
    tell: Telling
    memory: Memory
    limit: int
    recording: "Recording | None"
    _kept: "list[Answered]" = field(default_factory=list)

    def write(self, chunk: list[Row], answers: list[Answer]) -> None:
        """Write one chunk whole; the file first, so that the record never runs ahead of it."""
        line = self._line if self.memory or self.recording else self._plain_line
        lines = [line(row, answer) for row, answer in zip(chunk, answers, strict=True)]
        self.file.write(b"".join(lines))
        self.file.flush()
        issues = sum(bool(row.issue) for row in chunk)
        self.done.rows += len(chunk)
        self.done.issues += issues
        if self.recording:
            self.recording.add(self._kept, len(chunk), issues)
            self._kept.clear()
        self.tell.say(f"screened {self.done.rows:,} rows, {self.done.with_hits:,} with hits")

    def _plain_line(self, row: Row, answer: Answer) -> bytes:
        """A line where nothing was judged before and nothing is recorded."""
        if row.issue:
            return self._line(row, answer)
        self.done.with_hits += bool(answer.contents)
        return b'{"id":%b,"hits":%b}\n' % (orjson.dumps(row.id), answer.hits)

    def _line(self, row: Row, answer: Answer) -> bytes:
        body = self._found(row, answer) if answer.contents else b'"hits":[]'
        issue = b',"issue":' + orjson.dumps(row.issue) if row.issue else b""
        return b'{"id":%b,%b%b}\n' % (orjson.dumps(row.id), body, issue)

    def _found(self, row: Row, answer: Answer) -> bytes:
        assert row.asked is not None
        asked = print_of_party(row.asked) if self.memory else ""
        if not self.memory.spare(asked):
            self.done.with_hits += 1
            self._keep(row, answer, len(answer.contents))
            return b'"hits":' + answer.hits
        sifted = self.memory.sift(asked, row.own_id, answer.as_hits(), self.limit)
        self.done.with_hits += bool(sifted.open)
        self.done.suppressed += bool(sifted.suppressed)
        self._keep(row, answer, len(sifted.open), len(sifted.suppressed))
        return orjson.dumps(sifted_data(sifted))[1:-1]

    def _keep(self, row: Row, answer: Answer, still_open: int, suppressed: int = 0) -> None:
        if self.recording and (party := row.party) is not None:
            from enduse.case.desk import Answered

            self._kept.append(
                Answered(row.number, party, answer.as_hits, still_open, suppressed, row.key)
            )


def _terms(job: Job, used: "tuple[UsedList, ...]", memory: Memory, *, is_recorded: bool) -> "Terms":
    from enduse.case.desk import Terms
    from enduse.matching import fingerprint

    with job.source.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    lists = [one.data() for one in used]
    known = [sha256, lists, job.threshold, job.limit, fingerprint(), memory.state, is_recorded]
    given = str(Path(job.given).resolve()) if job.given and Path(job.given).is_file() else job.given
    return Terms(
        job.kind, job.threshold, job.limit, given, used, str(job.source.resolve()), sha256,
        str(job.out.resolve()), hashlib.sha256(orjson.dumps([known, job.kind])).hexdigest(),
        job.again,
    )  # fmt: skip


def _mark(partial: Path) -> Path:
    return partial.with_suffix(".stamp")


def _resumed(partial: Path, stamp: str, done: Done, recorded: int | None) -> int:
    """Count the whole answers of an earlier run that are recorded; cut off what follows.

    Args:
        partial: Answers of an earlier run, if there are any.
        stamp: What that run must agree with.
        done: Told what the earlier run came to.
        recorded: How many rows the record knows; None where nothing is recorded.
    """
    mark = _mark(partial)
    if not (partial.exists() and mark.exists() and mark.read_text("utf-8") == stamp):
        partial.unlink(missing_ok=True)
        mark.write_text(stamp, "utf-8")
        return 0
    whole = 0
    with partial.open("rb+") as file:
        for line in _whole_lines(file):
            if done.rows == recorded:
                break
            whole += len(line)
            _count(line, done)
        if recorded is not None and done.rows < recorded:
            whole, done.rows, done.with_hits, done.suppressed, done.issues = 0, 0, 0, 0, 0
        file.truncate(whole)
    return done.rows


def _whole_lines(file: "BinaryIO") -> Iterator[bytes]:
    return (line for line in file if line.endswith(b"\n"))


def _count(line: bytes, done: Done) -> None:
    answer: dict[str, Any] = orjson.loads(line) if b'"hits":[]' not in line[:4000] else {}
    done.rows += 1
    done.with_hits += bool(answer.get("hits"))
    done.suppressed += b',"suppressed":[' in line
    done.issues += b',"issue":' in line
