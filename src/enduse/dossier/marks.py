"""Cut a text at the ends of its quotations, so that each can be shown on its own."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same quotations cover.

    Attributes:
        text: The characters.
        covers: Ids of the quotations that cover it.
        opens: Ids of the quotations that begin with it.
    """

    text: str
    covers: tuple[str, ...]
    opens: tuple[str, ...]


def segments(text: str, quotations: Iterable[tuple[str, int, int]]) -> list[Segment]:
    """Cut a text so that quotations may overlap and still be told apart.

    Args:
        text: The canonical text.
        quotations: Id, start and end of each, in code points.

    Returns:
        Segments that together are the text, to the letter.

    Example:
        >>> [(s.text, s.covers) for s in segments("abcd", [("x", 0, 3), ("y", 2, 4)])]
        [('ab', ('x',)), ('c', ('x', 'y')), ('d', ('y',))]
    """
    spans = sorted(set(quotations), key=lambda q: (q[1], q[2], q[0]))
    cuts = sorted({0, len(text), *(q[1] for q in spans), *(q[2] for q in spans)})
    found, begun, active = [], 0, list[tuple[str, int, int]]()
    for start, end in zip(cuts, cuts[1:], strict=False):
        while begun < len(spans) and spans[begun][1] <= start:
            active.append(spans[begun])
            begun += 1
        active = [q for q in active if q[2] > start]
        covers = tuple(q[0] for q in active)
        opens = tuple(q[0] for q in active if q[1] == start)
        found.append(Segment(text[start:end], covers, opens))
    return found
