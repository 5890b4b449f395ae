"""The rules of a PDF page that stand upright: what is drawn between the cells of a table."""

from bisect import bisect_right
from collections.abc import Sequence
from math import inf
from typing import Any, NamedTuple

_WIDEST_POINTS = 2.5
_SHORTEST_POINTS = 6.0
_MOST_OBJECTS = 20_000


class Rule(NamedTuple):
    """A line drawn from bottom to top of the page as it lies in the file, in points."""

    x: float
    bottom: float
    top: float


def upright_rules(page: Any) -> list[Rule]:
    """Rules of a page; none of a page turned by its rotation or drawn of very many pieces.

    Args:
        page: The page, of pypdfium2.
    """
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfiumError

    if page.get_rotation() or pdfium.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
        return []
    left, bottom = page.get_cropbox()[:2]
    found = []
    for drawn in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=1):
        try:
            x0, y0, x1, y1 = drawn.get_bounds()
        except PdfiumError:
            continue
        if x1 - x0 <= _WIDEST_POINTS and y1 - y0 >= _SHORTEST_POINTS:
            found.append(Rule((x0 + x1) / 2 - left, y0 - bottom, y1 - bottom))
    return sorted(found)


def is_ruled_off(rules: Sequence[Rule], left: float, right: float, height: float) -> bool:
    """Tell whether a rule stands between two letters.

    Args:
        rules: Those of the page, from left to right.
        left: Where the first letter ends.
        right: Where the next one begins.
        height: Of the middle of the letters above the foot of the page.
    """
    for at in range(bisect_right(rules, (left, inf, inf)), len(rules)):
        one = rules[at]
        if one.x >= right:
            return False
        if one.bottom < height < one.top:
            return True
    return False
