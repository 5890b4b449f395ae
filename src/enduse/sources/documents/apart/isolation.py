"""Processes that parse for us, kept alive between files and replaced when one breaks."""

import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Timer
from typing import IO, Any, Self

from enduse.errors import UnreadableSource
from enduse.sources.documents.apart.wire import document_of, limits_head, receive, send
from enduse.sources.documents.limits import Limits
from enduse.sources.protocols import Document

_FILES_PER_CHILD = 500


@dataclass(frozen=True, slots=True)
class Job:
    """One file to parse.

    Attributes:
        data: Its bytes.
        source: Their SHA-256.
        name: File name as given.
        readers: Import names of the readers, "module:Class".
        limits: What it may cost.
    """

    data: bytes
    source: str
    name: str
    readers: tuple[str, ...]
    limits: Limits


class ParserPool:
    """A few parsing processes; safe to use from several threads.

    Example:
        >>> with ParserPool(processes=1) as pool:
        ...     pool.processes
        1
    """

    def __init__(self, processes: int = 1) -> None:
        self.processes = processes
        self._idle: SimpleQueue[_Child | None] = SimpleQueue()
        for _ in range(processes):
            self._idle.put(None)

    def read(self, job: Job) -> Document:
        """Parse one file in the next free process.

        Raises:
            UnreadableSource: The file cannot be read, breaks its parser or costs too much.
        """
        child = self._idle.get()
        if child is None or not child.is_fit:
            if child:
                child.stop()
            child = _Child()
        try:
            return child.read(job)
        finally:
            self._idle.put(child)

    def close(self) -> None:
        """Stop all processes; reading again starts new ones."""
        for _ in range(self.processes):
            child = self._idle.get()
            if child:
                child.stop()
            self._idle.put(None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Child:
    def __init__(self) -> None:
        self._complaints = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "enduse.sources.documents.apart.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
        )
        self._files = 0
        self._late = False

    @property
    def is_fit(self) -> bool:
        return self._process.poll() is None and self._files < _FILES_PER_CHILD

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._complaints):
            if stream:
                _close(stream)

    def read(self, job: Job) -> Document:
        self._files += 1
        alarm = Timer(job.limits.wall_seconds, self._expire)
        alarm.daemon = True
        alarm.start()
        try:
            head, blobs = self._ask(job)
        except (EOFError, OSError) as fault:
            raise UnreadableSource(job.name, "the file", self._cause(job.limits)) from fault
        finally:
            alarm.cancel()
        return self._answer(job, head, blobs)

    def _expire(self) -> None:
        self._late = True
        self._process.kill()

    def _ask(self, job: Job) -> tuple[dict[str, Any], tuple[bytes, ...]]:
        assert self._process.stdin and self._process.stdout
        head = {
            "name": job.name,
            "source": job.source,
            "readers": job.readers,
            "limits": limits_head(job.limits),
            "import_path": [path for path in sys.path if path],
        }
        send(_binary(self._process.stdin), head, (job.data,))
        return receive(_binary(self._process.stdout))

    def _answer(self, job: Job, head: dict[str, Any], blobs: tuple[bytes, ...]) -> Document:
        if "unreadable" in head:
            raise _unreadable(job.name, head["unreadable"])
        try:
            return document_of(head, blobs, job.source)
        except ValueError as fault:
            self.stop()
            raise UnreadableSource(job.name, "the file", "its parser broke") from fault

    def _cause(self, limits: Limits) -> str:
        """Say why the process is gone, in words for the analyst."""
        self._process.kill()
        code = self._process.wait()
        if self._late:
            return f"its parser did not finish within {limits.wall_seconds:g} seconds"
        if code == -signal.SIGXCPU:
            return f"its parser used more than {limits.cpu_seconds} seconds of computing time"
        last = self._last_complaint()
        if "MemoryError" in last:
            megabytes = limits.memory_bytes >> 20
            return f"its parser needed more than {megabytes:,} MB of memory"
        return f"its parser broke ({last or f'signal {-code}'})"

    def _last_complaint(self) -> str:
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:200].rstrip(".") if lines else ""


def _unreadable(name: str, told: list[str | None]) -> UnreadableSource:
    """The child's own error, as it was raised there."""
    error = UnreadableSource(name, "the file", "")
    error.what, error.hint = str(told[0]), told[1]
    error.args = (f"{error.what} {error.hint or ''}".strip(),)
    return error


def _binary(stream: IO[bytes]) -> Any:
    return stream


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except BrokenPipeError:
        return
