"""HTML: the article of a page without its furniture, each stretch with its bytes."""

import re

from enduse.errors import UnreadableSource
from enduse.sources.decoding import decoded
from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.html.blocks import article_blocks
from enduse.sources.documents.html.head import stated_in
from enduse.sources.documents.html.retracing import FlatText, Run, flattened
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.recognition import format_of
from enduse.sources.documents.text.plain import codec_and_mark
from enduse.sources.protocols import Document

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_HEAD_BYTES = 4_096


class HtmlReader:
    """Web pages as saved by a browser."""

    name = "html"
    version = "3"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def recognises(self, data: bytes, name: str) -> bool:
        """Tell whether the bytes begin as a page does."""
        return format_of(data, name) == self.name

    def read(self, data: bytes, source: str, name: str) -> Document:
        """Extract the article; see `DocumentReader.read`.

        Raises:
            UnreadableSource: The page shows no text.
        """
        markup, codec, mark = decoded_page(data)
        blocks = article_blocks(markup)
        if not blocks:
            raise UnreadableSource(name, "the page", "it shows no text")
        page = Assembly(source)
        _lay_out(page, blocks, flattened(markup), _Bytes(markup, codec, mark))
        return Document(
            page.text, tuple(page.parts), **stated_in(markup), issues=tuple(page.issues)
        )


def decoded_page(data: bytes) -> tuple[str, str, int]:
    """The page as text, its codec, and the length of its byte-order mark.

    The charset that the page declares is believed if the bytes agree with it.
    """
    found = _CHARSET.search(data[:_HEAD_BYTES])
    text, encoding = decoded(data)
    if encoding.startswith(("utf-16", "utf-32", "utf-8-sig")):
        return text, *codec_and_mark(data, encoding)
    if found:
        declared = found.group(1).decode("ascii", "replace")
        try:
            return data.decode(declared), declared, 0
        except (UnicodeDecodeError, LookupError):
            pass
    return text, encoding, 0


class _Bytes:
    """From a character of the markup to its byte, counted once from left to right."""

    def __init__(self, markup: str, codec: str, mark: int) -> None:
        self._markup, self.codec = markup, codec
        self._at, self._byte = 0, mark
        self._faithful = bool(codec)
        self.body = max(markup.lower().find("<body"), 0)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        if not self._faithful:
            return None
        return self._to(start), self._to(end)

    def _to(self, at: int) -> int:
        step = self._markup[min(self._at, at) : max(self._at, at)]
        length = len(step.encode(self.codec, "replace"))
        self._byte += length if at >= self._at else -length
        self._at = at
        return self._byte


def _lay_out(page: Assembly, blocks: list[str], flat: FlatText, place: _Bytes) -> None:
    cursor = flat.flat_of(place.body)
    for number, block in enumerate(blocks, start=1):
        label = f"paragraph {number}"
        page.end_line()
        for piece, gap in _pieces(block):
            at = flat.find(piece, cursor)
            if at < 0:
                page.add(label, piece)
            else:
                cursor = at + len(piece)
                _add_runs(page, label, (piece, at), flat, place)
            page.glue(gap)


def _pieces(block: str) -> list[tuple[str, str]]:
    """The cells of a row, or the block as a whole, each with what follows it."""
    cells = block.split("\t")
    return [(cell, "\t" if number < len(cells) else "") for number, cell in enumerate(cells, 1)]


def _add_runs(
    page: Assembly, label: str, found: tuple[str, int], flat: FlatText, place: _Bytes
) -> None:
    piece, at = found
    for run in _joined(flat.runs_of(at, at + len(piece))):
        text = piece[max(run.flat - at, 0) : run.flat + run.length - at]
        raw = place.span(run.at, run.at + run.width)
        exact = run.length == run.width
        page.add(label, text, raw=raw, codec=place.codec if raw and exact else "")


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that go on without a gap on both sides, as one."""
    whole: list[Run] = []
    for run in runs:
        last = whole[-1] if whole else None
        alike = run.length == run.width
        if last and alike and last.length == last.width and last.at + last.width == run.at:
            whole[-1] = Run(last.flat, last.at, last.length + run.length, last.width + run.width)
        else:
            whole.append(run)
    return whole
