"""The order in which a person reads the lines of a page: columns, notes, heads and feet."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from enduse.sources.documents.pdf.blocks import is_beside, side_by_side
from enduse.sources.documents.pdf.lines import Line

_FEWEST_IN_COLUMN = 4
_PROSE_CHARACTERS = 15
_GUTTER_POINTS = 8
_WIDEST_PAGE_POINTS = 14_400
_NOTE = re.compile(r"(?:[⁰¹²³⁴-⁹]+|\d{1,3}[\s.)]|\[\d{1,3}\]|[*†‡§])\s*\S|\d{1,3}$")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that a reader reads one after the other, top to bottom.

    Attributes:
        lines: In order; lines side by side (cells of a table) follow each other.
        left: Left edge in points, as seen.
        right: Right edge.
    """

    lines: tuple[Line, ...]
    left: float
    right: float


def columns_of(lines: Sequence[Line]) -> list[Column]:
    """Order the lines of one page.

    Columns of prose are read one after the other; a line across them ends all of them. What
    stands side by side in short pieces is a table and is read row by row.
    """
    borders = _borders(lines)
    if not borders:
        return [_column(group) for group in side_by_side(lines) or [_by_rows(lines)] if group]
    found: list[Column] = []
    band: list[list[Line]] = [[] for _ in range(len(borders) + 1)]
    for line in _by_rows(lines):
        if any(line.seen[0] < border < line.seen[2] for border in borders):
            found += _flushed(band)
            found.append(_column([line]))
        else:
            band[sum(1 for border in borders if line.seen[0] >= border)].append(line)
    return found + _flushed(band)


def _flushed(band: list[list[Line]]) -> list[Column]:
    found = [_column(lines) for lines in band if lines]
    for lines in band:
        lines.clear()
    return found


def _column(lines: Sequence[Line]) -> Column:
    left = min(line.seen[0] for line in lines)
    right = max(line.seen[2] for line in lines)
    return Column(tuple(lines), left, right)


def _by_rows(lines: Sequence[Line]) -> list[Line]:
    """Top to bottom, and left to right among lines that share a baseline."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: -one.seen[1]):
        if rows and is_beside(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda one: one.seen[0])]


def _borders(lines: Sequence[Line]) -> list[float]:
    """Middles of the gutters between columns of prose, left to right."""
    if len(lines) < 2 * _FEWEST_IN_COLUMN:
        return []
    left = min(line.seen[0] for line in lines)
    right = max(line.seen[2] for line in lines)
    narrow = [line for line in lines if line.seen[2] - line.seen[0] < 0.6 * (right - left)]
    borders = _gutters(narrow, left, right)
    groups: list[list[Line]] = [[] for _ in range(len(borders) + 1)]
    for line in narrow:
        groups[sum(1 for border in borders if line.seen[0] >= border)].append(line)
    if all(_is_prose(group) for group in groups) and borders:
        return borders
    return []


def _is_prose(lines: Sequence[Line]) -> bool:
    if len(lines) < _FEWEST_IN_COLUMN:
        return False
    return median(len(line.text) for line in lines) >= _PROSE_CHARACTERS


def _gutters(lines: Sequence[Line], left: float, right: float) -> list[float]:
    start = int(left)
    width = min(int(right) - start, _WIDEST_PAGE_POINTS) + 1
    covered = [0] * (width + 1)
    for line in lines:
        for x in range(max(0, int(line.seen[0]) - start), min(width, int(line.seen[2]) - start)):
            covered[x] += 1
    allowed = len(lines) // 30
    found, run = [], 0
    for x in range(int(0.15 * width), int(0.85 * width)):
        if covered[x] <= allowed:
            run += 1
            continue
        if run >= _GUTTER_POINTS:
            found.append(start + x - run / 2)
        run = 0
    return found


def running_heads(pages: Sequence[tuple[Sequence[Line], float]]) -> frozenset[Line]:
    """Lines that stand at the same height of many pages and differ in numbers at most.

    Args:
        pages: Lines of each page and its height in points, as seen.

    Returns:
        The lines to leave out.
    """
    places: dict[tuple[str, int], list[Line]] = {}
    for lines, height in pages:
        for line in lines:
            if not 0.12 * height < line.seen[1] < 0.88 * height:
                key = (_DIGITS.sub("#", line.text).casefold(), round(line.seen[1] / 4))
                places.setdefault(key, []).append(line)
    least = max(2, 0.4 * len(pages))
    often = (found for found in places.values() if len({line.page for line in found}) >= least)
    return frozenset(line for found in often for line in found)


def body_height(lines: Sequence[Line]) -> float:
    """The height of letters in which most of the text is set."""
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.height] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def split_notes(lines: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Part the lines of a page into its text and the footnotes under it.

    A footnote is set smaller than the text, stands in the lower part of the page, and its
    first line begins with a mark.
    """
    ordered = _by_rows(lines)
    at = len(ordered)
    while at and ordered[at - 1].height < 0.93 * body:
        at -= 1
    while at < len(ordered) and not _NOTE.match(ordered[at].text):
        at += 1
    notes = set(ordered[at:])
    return [line for line in lines if line not in notes], ordered[at:]
