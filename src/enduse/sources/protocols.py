"""The doors through which readers come, ours and strangers' alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from enduse.model import Issue, Statement


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file whose bytes are already kept under their hash.

    Attributes:
        sha256: SHA-256 of the bytes.
        name: Name as the analyst gave it, without folders; readers may go by it.
        path: Where the bytes are; read-only.
    """

    sha256: str
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of canonical text and where it stands in the original.

    Attributes:
        label: The place as a person finds it: "page 3", "paragraph 12", "slide 2".
        start: First character in the canonical text.
        end: One past the last.
        box: Left, bottom, right, top on the page, in points; None where there is no page.
        raw: First and one-past-last byte of the original, where the format has such a place.
        codec: Python codec in which the text and those bytes count alike, so that a quotation
            inside the part can be cut to its own bytes; empty where only the whole part has
            a place ("AT&amp;T" is longer than "AT&T").
    """

    label: str
    start: int
    end: int
    box: tuple[float, float, float, float] | None = None
    raw: tuple[int, int] | None = None
    codec: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file found inside another; it becomes a source of its own."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """What a document reader makes of a file.

    Attributes:
        text: Canonical text; all offsets count its code points.
        parts: Places in the original, in order, not overlapping.
        publisher: As the file states it; likewise the next four.
        author: Author.
        title: Title.
        published: ISO prefix.
        language: ISO 639-1.
        attachments: Files inside.
        issues: What could not be read.
    """

    text: str
    parts: tuple[Part, ...] = ()
    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None
    attachments: tuple[Attachment, ...] = ()
    issues: tuple[Issue, ...] = field(default=())


@runtime_checkable
class DocumentReader(Protocol):
    """Reads one document format. Entry-point group: `enduse.documents`."""

    name: str
    version: str
    suffixes: tuple[str, ...]

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell by content first, by file name second, whether this is our format."""
        ...

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract the canonical text.

        Args:
            data: The bytes of the file.
            source: Their SHA-256, for locators of issues.
            name: File name as given.

        Raises:
            UnreadableSource: Nothing at all can be read.
        """
        ...


@runtime_checkable
class RecordReader(Protocol):
    """Reads one list or register. Entry-point groups: `enduse.watchlists`, `enduse.registers`."""

    name: str
    version: str

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read all files of one version of the list together.

        Yields:
            A statement for every value understood, an issue for everything that is not.
            The statements of one entity follow each other.

        Raises:
            UnreadableSource: The files are not this list at all.
        """
        ...
