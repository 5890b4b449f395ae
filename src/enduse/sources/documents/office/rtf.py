"""RTF: text, footnotes and the information group."""

import re
from typing import Any

from enduse.errors import UnreadableSource
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import Document

_FIRST_WORDS = re.compile(r"\{(?:\\[a-z]+-?\d*[ \r\n]*)+")
_FONTS = "{\\fonttbl"
_NOTE = re.compile(r"\{\s*(?:\\\*\s*)?\\footnote(?![a-z])")
_CELL_END = re.compile(r"(\\\\)|\\(?:nest)?cell(?![a-z])")


class RtfReader:
    """Rich text files."""

    name = "rtf"
    version = "3"
    suffixes: tuple[str, ...] = (".rtf",)

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes begin as RTF does."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract the text, then the footnotes; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The file holds no text.
        """
        written = data.decode("latin-1")
        body, notes = _without_notes(written)
        head = _head(written)
        page = Assembly(source)
        for number, line in enumerate(_lines(body, name), start=1):
            page.block(f"paragraph {number}", line)
        for number, note in enumerate(notes, start=1):
            for line in _lines(f"{head}{note}}}", name):
                page.block(f"footnote {number}", line)
        if not page.parts:
            raise UnreadableSource(name, "the file", "it holds no text")
        return Document(
            page.text,
            tuple(page.parts),
            publisher=_stated(written, head, "company"),
            author=_stated(written, head, "author"),
            title=_stated(written, head, "title"),
        )


def _lines(written: str, name: str) -> list[str]:
    try:
        text = _plain(written)
    except (ValueError, LookupError) as fault:
        raise UnreadableSource(name, "the file", "its RTF is damaged") from fault
    return [line for line in text.replace("\r", "\n").split("\n") if line.strip()]


def _plain(written: str) -> str:
    from striprtf import striprtf

    convert: Any = striprtf.rtf_to_text
    parted = _CELL_END.sub(lambda found: found.group(1) or r"\tab", written)
    return str(convert(parted, errors="replace"))


def _head(written: str) -> str:
    """All up to the end of the font table, on which the meaning of bytes depends."""
    start = written.find(_FONTS)
    if start >= 0:
        return written[: _group_end(written, start)]
    first = _FIRST_WORDS.match(written)
    return first.group() if first else ""


def _without_notes(written: str) -> tuple[str, list[str]]:
    """The file without its footnotes, and these."""
    kept, notes, at = [], [], 0
    for found in _NOTE.finditer(written):
        if found.start() < at:
            continue
        end = _group_end(written, found.start())
        kept.append(written[at : found.start()])
        notes.append(written[found.end() : end - 1])
        at = end
    kept.append(written[at:])
    return "".join(kept), notes


_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)


def _group_end(written: str, start: int) -> int:
    """One past the brace that closes the group which opens at `start`."""
    depth = 0
    for token in _BRACE.finditer(written, start):
        depth += {"{": 1, "}": -1}.get(token.group(), 0)
        if depth == 0:
            return token.end()
    return len(written)


def _stated(written: str, head: str, field: str) -> str | None:
    start = written.find(f"{{\\{field} ")
    if start < 0:
        return None
    end = _group_end(written, start)
    text = _plain(f"{head}{written[start + len(field) + 3 : end - 1]}}}")
    return " ".join(text.split()) or None
