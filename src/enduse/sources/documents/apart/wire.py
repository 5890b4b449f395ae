"""What passes between the workbench and the process that parses: plain data, never objects.

A message is a JSON head and any number of byte strings. Nothing is ever unpickled, so a parser
that a hostile file has taken over can send a wrong text but cannot run code in the workbench.
"""

import struct
from dataclasses import asdict
from typing import Any, BinaryIO

import orjson

from enduse.model import Issue, Locator
from enduse.sources.documents.limits import Limits
from enduse.sources.protocols import Attachment, Document, Part

_LENGTH = struct.Struct(">Q")
_MOST_BYTES = 1 << 32


def send(stream: BinaryIO, head: dict[str, Any], blobs: tuple[bytes, ...] = ()) -> None:
    """Write one message."""
    packed = orjson.dumps({**head, "blobs": [len(blob) for blob in blobs]})
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """Read one message.

    Raises:
        EOFError: The other side is gone or sends nonsense.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    try:
        head = orjson.loads(_exactly(stream, length))
        blobs = tuple(_exactly(stream, int(size)) for size in head["blobs"])
    except (ValueError, KeyError, TypeError) as fault:
        raise EOFError("not a message") from fault
    return head, blobs


def _exactly(stream: BinaryIO, length: int) -> bytes:
    if not 0 <= length <= _MOST_BYTES:
        raise EOFError("length out of range")
    data = stream.read(length)
    if len(data) != length:
        raise EOFError("stream ended early")
    return data


def limits_head(limits: Limits) -> dict[str, Any]:
    """Limits as plain data."""
    return asdict(limits)


def document_head(document: Document) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """A document as plain data, its attachments apart."""
    head = {
        "text": document.text,
        "parts": [[p.label, p.start, p.end, p.box, p.raw, p.codec] for p in document.parts],
        "stated": [getattr(document, name) for name in _STATED],
        "attachments": [one.name for one in document.attachments],
        "issues": [
            [i.where.start, i.where.end, i.where.part, i.message, i.value] for i in document.issues
        ],
    }
    return head, tuple(one.data for one in document.attachments)


_STATED = ("publisher", "author", "title", "published", "language")


def document_of(head: dict[str, Any], blobs: tuple[bytes, ...], source: str) -> Document:
    """A document from plain data, believed only as far as it fits together.

    Raises:
        ValueError: Places lie outside the text or overlap, or something is of a wrong kind.
    """
    try:
        text = str(head["text"])
        stated = [None if value is None else str(value) for value in head["stated"]]
        return Document(
            text,
            _parts(head["parts"], len(text)),
            **dict(zip(_STATED, stated, strict=True)),
            attachments=tuple(
                Attachment(str(n), b) for n, b in zip(head["attachments"], blobs, strict=True)
            ),
            issues=tuple(
                Issue(Locator(source, int(start), int(end), str(part)), str(message), str(value))
                for start, end, part, message, value in head["issues"]
            ),
        )
    except (KeyError, TypeError) as fault:
        raise ValueError("not a document") from fault


def _parts(rows: list[list[Any]], length: int) -> tuple[Part, ...]:
    parts, at = [], 0
    for label, start, end, box, raw, codec in rows:
        if not at <= start <= end <= length:
            raise ValueError("a part lies outside the text")
        at = end
        edges = tuple(float(edge) for edge in box) if box else None
        span = (int(raw[0]), int(raw[1])) if raw else None
        if edges is not None and len(edges) != 4:
            raise ValueError("a box has four edges")
        parts.append(Part(str(label), start, end, edges, span, str(codec)))
    return tuple(parts)
