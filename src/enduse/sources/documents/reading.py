"""The front door: any file in, one document out, whatever the file does."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator
from enduse.sources.documents.apart.isolation import Job, ParserPool
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.picking import EMPTY, pick_reader
from enduse.sources.documents.recognition import format_of
from enduse.sources.documents.text.head import filled_from_head
from enduse.sources.documents.text.plain import TextReader
from enduse.sources.protocols import Document, DocumentReader

_DEFAULT = Limits()


def read_document(
    origin: Path | bytes,
    sha256: str,
    name: str,
    *,
    readers: Sequence[DocumentReader],
    limits: Limits = _DEFAULT,
    pool: ParserPool | None = None,
) -> Document:
    """Read one document; the same bytes and name always give the same document.

    Plain text and Markdown are read in this process; every other format is parsed in a child
    process that has no network and only so much time and memory. Attachments are documents of
    their own: read them with `limits.inside()`.

    Args:
        origin: The file or its bytes.
        sha256: SHA-256 of the bytes, 64 lowercase hex digits.
        name: File name as the analyst gave it.
        readers: All installed readers; their classes take no arguments.
        limits: What the file may cost.
        pool: Processes to parse in, kept by the caller for many files; without it one is
            started for this file alone.

    Returns:
        Canonical text with its places, what the file states of itself, attachments, issues.

    Raises:
        UnreadableSource: Nothing can be read: empty, binary junk, damaged beyond repair,
            encrypted, larger or slower than the limits, or its parser broke.
    """
    data = _bytes_of(origin, name, limits)
    if format_of(data[:_HEAD_FOR_TEXT], name) in {"text", "markdown"}:
        reader = pick_reader(data, name, readers)
        if isinstance(reader, TextReader):
            return filled_from_head(_with_limits(reader, limits).read(data, sha256, name))
    job = Job(data, sha256, name, tuple(map(_import_name, readers)), limits)
    if pool is not None:
        return _checked(pool.read(job), job)
    with ParserPool() as own:
        return _checked(own.read(job), job)


_HEAD_FOR_TEXT = 65_536


def _bytes_of(origin: Path | bytes, name: str, limits: Limits) -> bytes:
    try:
        size = len(origin) if isinstance(origin, bytes) else origin.stat().st_size
        if size > limits.input_bytes:
            why = f"it has {size:,} bytes and the limit is {limits.input_bytes:,}"
            raise UnreadableSource(name, "the file", why)
        data = origin if isinstance(origin, bytes) else origin.read_bytes()
    except OSError as fault:
        raise UnreadableSource(name, "the file", fault.strerror or "it is gone") from fault
    if not data:
        raise UnreadableSource(name, "the file", *EMPTY)
    return data


def _with_limits(reader: TextReader, limits: Limits) -> TextReader:
    return type(reader)(limits)


def _import_name(reader: DocumentReader) -> str:
    kind = type(reader)
    return f"{kind.__module__}:{kind.__qualname__}"


def _checked(document: Document, job: Job) -> Document:
    if len(document.text) > job.limits.text_characters:
        why = f"it has {len(document.text):,} characters"
        raise UnreadableSource(job.name, "the text", why)
    if job.limits.nesting_levels == 0 and document.attachments:
        names = ", ".join(one.name for one in document.attachments)
        end = len(document.text)
        note = Issue(
            Locator(job.source, end, end, "attachments"),
            "Files lie too deep inside other files; unpack them by hand and add them.",
            names[:200],
        )
        return replace(document, attachments=(), issues=(*document.issues, note))
    return document
