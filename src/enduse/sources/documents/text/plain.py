"""Plain text, which is its own canonical text, and Markdown, of which that is what it shows."""

import re
from collections.abc import Callable, Iterator
from math import ceil

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator
from enduse.sources.decoding import decoded
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.recognition import format_of
from enduse.sources.documents.stated_day import stated_day
from enduse.sources.documents.text.markdown_shown import shown_lines
from enduse.sources.protocols import Document, Part

_MOST_PARTS = 20_000
_WIDE = {"utf-16": ("utf-16-le", "utf-16-be", 2), "utf-32": ("utf-32-le", "utf-32-be", 4)}
_STATEFUL = ("iso2022", "hz", "utf-7")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(\w[\w-]*):[ \t]*(\S.*?)[ \t\r]*$", re.MULTILINE)
_HEADING = re.compile(r"^#[ \t]+(\S.*?)[ \t#\r]*$", re.MULTILINE)


class TextReader:
    """Plain text; one part per line, each with its bytes."""

    name = "text"
    version = "2"
    suffixes: tuple[str, ...] = (".txt", ".text", ".log", ".csv")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes are text and nothing more."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Decode the file; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The file is longer than the limit.
        """
        text, encoding = decoded(data)
        if len(text) > self.limits.text_characters:
            raise UnreadableSource(name, "the text", f"it has {len(text):,} characters")
        codec, mark = codec_and_mark(data, encoding)
        return Document(text, tuple(_lines(data, text, codec, mark)), issues=_faults(source, text))


class MarkdownReader(TextReader):
    """Markdown as it is shown; title, author and date from front matter or the first heading.

    A file of more than 20,000 lines is kept as it is written.
    """

    name = "markdown"
    version = "3"
    suffixes = (".md", ".markdown", ".mdown")

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Leave out the marks and read what the head states; see `TextReader.read`."""
        plain = super().read(data, source, name)
        matter = _FRONT_MATTER.match(plain.text)
        stated = _stated(matter.group(1)) if matter else {}
        heading = _HEADING.search(plain.text)
        page = _page(data, plain.text, source, matter.end() if stated and matter else 0)
        return Document(
            page.text if page else plain.text,
            tuple(page.parts) if page else plain.parts,
            publisher=stated.get("publisher"),
            author=stated.get("author"),
            title=stated.get("title") or (heading.group(1) if heading else None),
            published=stated_day(stated.get("date") or stated.get("published")),
            language=(stated.get("language") or stated.get("lang") or "")[:2].lower() or None,
            issues=plain.issues,
        )


def _page(data: bytes, text: str, source: str, head: int) -> Assembly | None:
    """What the lines behind the front matter show; nothing where they are too many or all marks."""
    lines = text.split("\n")
    if len(lines) > _MOST_PARTS:
        return None
    codec, mark = codec_and_mark(data, decoded(data)[1])
    starts = _byte_starts(data, lines, codec, mark)
    first = text.count("\n", 0, head)
    page = Assembly(source)
    for number, shown in enumerate(shown_lines(lines[first:]), start=first):
        line = lines[number]
        place = _bytes_of_line(line, starts[number] if starts else None, codec)
        for span in shown.spans:
            raw, faithful = place(span.start, span.end)
            words = line[span.start : span.end]
            page.add(f"line {number + 1}", words, raw=raw, codec=faithful)
            page.glue(span.gap)
        if page.length and shown.is_line and number + 1 < len(lines):
            page.glue("\n\n" if shown.is_heading and lines[number + 1].strip() else "\n")
    return page if page.parts else None


def _bytes_of_line(
    line: str, held: tuple[int, int] | None, codec: str
) -> Callable[[int, int], tuple[tuple[int, int] | None, str]]:
    """A function from characters of a line to their bytes and, where these agree, their codec."""
    if held is None or _encoded_length(line, codec) != held[1] - held[0]:
        return lambda start, end: (held, "")
    at = held[0]

    def place(start: int, end: int) -> tuple[tuple[int, int], str]:
        first = at + _encoded_length(line[:start], codec)
        return (first, first + _encoded_length(line[start:end], codec)), codec

    return place


def _stated(matter: str) -> dict[str, str]:
    return {m.group(1).lower(): m.group(2).strip("\"'") for m in _FIELD.finditer(matter)}


def codec_and_mark(data: bytes, encoding: str) -> tuple[str, int]:
    """The codec without its byte-order mark, and how long that mark is."""
    if encoding == "utf-8-sig":
        return "utf-8", 3
    if encoding in _WIDE:
        little, big, length = _WIDE[encoding]
        return (little if data[0] == 0xFF else big), length
    return encoding, 0


def _lines(data: bytes, text: str, codec: str, mark: int) -> Iterator[Part]:
    lines = text.split("\n")
    group = ceil(len(lines) / _MOST_PARTS)
    starts = _byte_starts(data, lines, codec, mark)
    at = 0
    for first in range(0, len(lines), group):
        stretch = "\n".join(lines[first : first + group])
        if stretch.strip():
            yield _part(stretch, at, (first, min(first + group, len(lines))), codec, starts)
        at += len(stretch) + 1


def _part(
    stretch: str, at: int, rows: tuple[int, int], codec: str, starts: list[tuple[int, int]] | None
) -> Part:
    first, last = rows
    label = f"line {first + 1}" if last == first + 1 else f"lines {first + 1}-{last}"
    if starts is None:
        return Part(label, at, at + len(stretch))
    raw = (starts[first][0], starts[last - 1][1])
    faithful = _encoded_length(stretch, codec) == raw[1] - raw[0]
    return Part(label, at, at + len(stretch), raw=raw, codec=codec if faithful else "")


def _encoded_length(text: str, codec: str) -> int:
    try:
        return len(text.encode(codec))
    except UnicodeEncodeError:
        return -1


def _byte_starts(
    data: bytes, lines: list[str], codec: str, mark: int
) -> list[tuple[int, int]] | None:
    """First and one-past-last byte of every line; None if bytes and lines do not pair."""
    if codec.startswith(_STATEFUL):
        return None
    width = 2 if codec.startswith("utf-16") else 4 if codec.startswith("utf-32") else 1
    newline = "\n".encode(codec)
    if width == 1:
        pieces = [len(piece) for piece in data[mark:].split(newline)]
    else:
        pieces = [_encoded_length(line, codec) for line in lines]
    if len(pieces) != len(lines) or (
        width > 1 and sum(pieces) + width * (len(pieces) - 1) != len(data) - mark
    ):
        return None
    spans, at = [], mark
    for length in pieces:
        spans.append((at, at + length))
        at += length + width
    return spans


def _faults(source: str, text: str) -> tuple[Issue, ...]:
    count = text.count("\ufffd")
    if not count:
        return ()
    at = text.index("\ufffd")
    where = Locator(source, at, at + 1, f"line {text.count(chr(10), 0, at) + 1}")
    return (
        Issue(where, f"{count} bytes have no meaning in the file's encoding; look here first."),
    )
