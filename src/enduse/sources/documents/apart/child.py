"""The process in which files that nobody vouches for are parsed. Started by `isolation`."""

import importlib
import os
import resource
import sys
from functools import cache
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.documents.apart.wire import document_head, receive, send
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.picking import pick_reader
from enduse.sources.documents.text.head import filled_from_head
from enduse.sources.protocols import DocumentReader

_MOST_FILE_BYTES = 1 << 30
_FORBIDDEN = (
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_RUNNING_TEXT = frozenset(("docx", "html", "odt", "pdf", "rtf"))
_PROGRAMS = ("tesseract",)


def main() -> None:
    """Answer requests on standard input until it closes."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not spoil the answers
    sys.addaudithook(_refuse)
    while True:
        try:
            head, (data,) = receive(requests)
        except EOFError:
            return
        _serve(answers, head, data)


def _serve(answers: Any, head: dict[str, Any], data: bytes) -> None:
    """Read one file. Whatever a parser raises beyond UnreadableSource ends this process.

    Its state can no longer be trusted then, and the next file gets a fresh one.
    """
    sys.path[:] = head["import_path"]
    limits = Limits(**head["limits"])
    _restrict(limits)
    readers = [_reader(name, limits) for name in head["readers"]]
    try:
        reader = pick_reader(data, head["name"], readers)
        document = reader.read(data, head["source"], head["name"])
        document = filled_from_head(document) if reader.name in _RUNNING_TEXT else document
        answer, blobs = document_head(document)
    except UnreadableSource as fault:
        answer, blobs = {"unreadable": [fault.what, fault.hint]}, ()
    send(answers, answer, blobs)


@cache
def _reader(dotted: str, limits: Limits) -> DocumentReader:
    module, _, name = dotted.partition(":")
    kind = getattr(importlib.import_module(module), name)
    reader: DocumentReader = kind()
    if hasattr(reader, "limits"):
        reader.limits = limits
    return reader


def _restrict(limits: Limits) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    cpu = int(used.ru_utime + used.ru_stime) + limits.cpu_seconds + 1
    _lower(resource.RLIMIT_CPU, cpu)
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_FSIZE, _MOST_FILE_BYTES)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(what: int, value: int) -> None:
    """Set the soft limit only, so that the next file may have others; macOS refuses some."""
    hard = resource.getrlimit(what)[1]
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(what, (most, hard))
    except (ValueError, OSError):
        return


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """A document has no business on the network, with other programs, or with other files."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a document reader may not do {event}")
    if event == "open" and isinstance(arguments[0], str | bytes):
        if arguments[2] & _WRITING and os.fsdecode(arguments[0]) != os.devnull:
            raise PermissionError("a document reader may not write a file")
    if event == "subprocess.Popen":
        program = os.path.basename(os.fsdecode(arguments[0] or arguments[1][0]))
        if program not in _PROGRAMS:
            raise PermissionError(f"a document reader may not start {program}")


if __name__ == "__main__":
    main()
