"""Texts that stand side by side: cells of several lines, and boxes beside the running text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from enduse.sources.documents.pdf.lines import Line

IDEOGRAPH = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_NEXT_LINE_HEIGHTS = 1.9
_LINE_OF_PROSE = 20


def is_beside(first: Line, second: Line) -> bool:
    """Tell whether two lines stand on one baseline of one page."""
    near = abs(first.seen[1] - second.seen[1]) < 0.4 * min(first.height, second.height)
    return first.page == second.page and near


def side_by_side(lines: Sequence[Line]) -> list[list[Line]]:
    """Part the lines of a page into blocks, where blocks of several lines stand side by side.

    Read by rows, the second line of one cell would follow the first line of the next. The order
    in which the file draws them tells which lines belong together.

    Args:
        lines: Of one page, in the order in which the file draws them.

    Returns:
        Blocks in the order of reading; none where rows say it as well.
    """
    blocks: list[list[Line]] = []
    for block in _blocks(lines):
        blocks += [block] if _is_running(block) else [[line] for line in block]
    tall = [block for block in blocks if len(block) > 1]
    if not any(_overlap(one, other) for one in tall for other in blocks if other is not one):
        return []
    return sorted(_cells_together(blocks), key=lambda block: (-_top(block[0]), block[0].seen[0]))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if block and not _goes_on(block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line stands right under the one that was drawn before it, in the same letters."""
    if abs(last.height - line.height) > 0.15 * last.height:
        return False
    pitch = last.seen[1] - line.seen[1]
    shared = min(last.seen[2], line.seen[2]) - max(last.seen[0], line.seen[0])
    return 0 < pitch < _NEXT_LINE_HEIGHTS * line.height and shared > 0


def _is_running(block: Sequence[Line]) -> bool:
    """Whether a sentence runs on from line to line; in a column of a table each line is whole."""
    longest = max(len(line.text) for line in block)
    if block[0].text[0].islower() and longest < _LINE_OF_PROSE:
        return False
    wide = 0.9 * max(line.seen[2] - line.seen[0] for line in block)
    return any(
        line.text[0].islower()
        or (IDEOGRAPH.match(line.text) and last.seen[2] - last.seen[0] > wide)
        for last, line in pairwise(block)
    )


def _overlap(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Whether two blocks stand at the same height of the page."""
    return _top(one[0]) > other[-1].seen[1] and _top(other[0]) > one[-1].seen[1]


def _cells_together(blocks: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """Single lines that share a baseline, as one block: short cells are read as a row."""
    row: list[Line] = []
    for block in blocks:
        if row and (len(block) > 1 or not is_beside(row[0], block[0])):
            yield row
            row = []
        if len(block) > 1:
            yield block
        else:
            row += block
    if row:
        yield row


def _top(line: Line) -> float:
    """The top of a line, so rounded that lines which are level count as level."""
    return round(line.seen[3] / 3) * 3
