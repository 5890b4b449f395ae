"""A long text in overlapping windows that begin and end with whole sentences."""

from collections.abc import Iterator, Sequence

from enduse.extract.segment import Span

__all__ = ["windows"]


def windows(sentences: Sequence[Span], size: int, overlap: int) -> Iterator[Span]:
    """Yield windows of at most `size` characters; each shares up to `overlap` with the last.

    A sentence longer than a window is a window of its own.

    Example:
        >>> cut = [Span(0, 40), Span(41, 80), Span(81, 120)]
        >>> [(w.start, w.end) for w in windows(cut, 90, 45)]
        [(0, 80), (41, 120)]
    """
    first = 0
    while first < len(sentences):
        last = first
        start = sentences[first].start
        while last + 1 < len(sentences) and sentences[last + 1].end - start <= size:
            last += 1
        end = sentences[last].end
        yield Span(start, end)
        if last + 1 >= len(sentences):
            return
        following = last + 1
        while following - 1 > first:
            back = sentences[following - 1].start
            # The window must still hold the next sentence, or it would bring nothing new.
            if end - back > overlap or sentences[last + 1].end - back > size:
                break
            following -= 1
        first = following
