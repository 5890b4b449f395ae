"""From a quotation in the canonical text back to page, box and bytes of the original."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from enduse.sources.protocols import Document, Part


def place(document: Document, start: int, end: int) -> list[Part]:
    """Find where a span of the canonical text stands in the original.

    Args:
        document: The document as read.
        start: First character of the span, in code points.
        end: One past the last.

    Returns:
        The parts that the span touches, in order, each cut to the span. Where a part names its
        codec, its bytes are cut too; otherwise bytes and box are those of the whole part.
        Characters that stand nowhere in the original (a line end that a reader put between two
        cells) belong to no part. An empty span has no place.

    Example:
        >>> whole = Document("по данным", (Part("line 1", 0, 9, raw=(0, 17), codec="utf-8"),))
        >>> place(whole, 3, 9)
        [Part(label='line 1', start=3, end=9, box=None, raw=(5, 17), codec='utf-8')]
    """
    if start >= end:
        return []
    first = bisect_right(document.parts, start, key=lambda part: part.end)
    last = bisect_left(document.parts, end, key=lambda part: part.start)
    return [
        _cut(document.text, part, max(start, part.start), min(end, part.end))
        for part in document.parts[first:last]
    ]


def _cut(text: str, part: Part, start: int, end: int) -> Part:
    raw = part.raw
    if raw and part.codec:
        before = len(text[part.start : start].encode(part.codec))
        length = len(text[start:end].encode(part.codec))
        raw = (raw[0] + before, raw[0] + before + length)
    return replace(part, start=start, end=end, raw=raw)
