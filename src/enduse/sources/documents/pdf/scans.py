"""Pages of a PDF that are pictures: find them and read the text in the picture."""

from dataclasses import dataclass, replace
from typing import Any

from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.limits import Limits
from enduse.sources.documents.ocr import MISSING, SeenLine, lines_seen
from enduse.sources.documents.pdf.lines import Line, turned_back

_DOTS_PER_POINT = 300 / 72
_FEW_CHARACTERS = 60
_MUCH_OF_THE_PAGE = 0.4
_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page as found.

    Attributes:
        number: Counted from 1.
        lines: Its text lines.
        height: In points, as seen.
        seen: Lines read from its picture instead; boxes in points.
    """

    number: int
    lines: tuple[Line, ...]
    height: float
    seen: tuple[SeenLine, ...] = ()


class Scans:
    """Reads pages that are pictures, as many as the limits allow.

    Args:
        limits: How many, and how large.
        page: Where to note what could not be read.
    """

    def __init__(self, limits: Limits, page: Assembly) -> None:
        self._limits = limits
        self._page = page
        self._count = 0

    def read(self, sheet: Any, lines: tuple[Line, ...], number: int) -> tuple[SeenLine, ...]:
        """Lines in the picture of a page; none where it is no picture or cannot be read.

        Args:
            sheet: The page, of pypdfium2.
            lines: The text that it holds as text.
            number: Counted from 1.
        """
        if sum(len(line.text) for line in lines) > _FEW_CHARACTERS or not _is_picture(sheet):
            return ()
        self._count += 1
        if self._count > self._limits.scanned_pages:
            note = "The page is a picture; more of them than the limit allows, it was not read."
            self._page.issue(f"page {number}", note)
            return ()
        seen = self._seen(sheet)
        if seen is None:
            self._page.issue(f"page {number}", MISSING)
        return tuple(seen or ())

    def _seen(self, sheet: Any) -> list[SeenLine] | None:
        width, height = sheet.get_size()
        most = (self._limits.picture_pixels / max(width * height, 1.0)) ** 0.5
        scale = min(_DOTS_PER_POINT, most)
        bitmap = sheet.render(scale=scale, grayscale=True)
        lines = lines_seen(bitmap.to_pil(), _SECONDS, scale * 72)
        bitmap.close()
        if lines is None:
            return None
        turn, size = int(sheet.get_rotation()), sheet.get_cropbox()
        return [_in_points(line, scale, turn, size) for line in lines]


def _in_points(
    line: SeenLine, scale: float, turn: int, size: tuple[float, float, float, float]
) -> SeenLine:
    left, bottom, right, top = (edge / scale for edge in line.box)
    box = turned_back((left, bottom, right, top), turn, size)
    return replace(
        line, box=(round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
    )


def _is_picture(sheet: Any) -> bool:
    """Whether pictures cover much of the page."""
    import pypdfium2.raw as pdfium

    width, height = sheet.get_size()
    area = 0.0
    for one in sheet.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = one.get_bounds()
        area += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(area > _MUCH_OF_THE_PAGE * width * height)
