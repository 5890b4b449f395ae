"""Lines of a PDF page, with their boxes, from the characters that PDFium finds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from enduse.sources.documents.assembly import Box

_HYPHEN = "\x02"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIVIDED = re.compile(r"[^\W\d_][-\u2010\u00ad]$|\x02$")
_SMALL = 0.78
_GAP_HEIGHTS = 1.35


@dataclass(frozen=True, slots=True)
class Line:
    """Characters on one baseline without a wide gap between them.

    Attributes:
        page: Counted from 1.
        text: Without spaces at its ends; raised digits as Unicode superscripts.
        box: In points of the page as it lies in the file.
        seen: The same as a reader sees the page, that is turned by its rotation.
        height: Of the letters, ascent to descent, in points.
        is_hyphenated: Ends with a hyphen, which is not in `text`: a word may go on in the next.
    """

    page: int
    text: str
    box: Box
    seen: Box
    height: float
    is_hyphenated: bool = False


@dataclass(frozen=True, slots=True)
class _Char:
    value: str
    box: Box

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


def lines_of(page: Any, text_page: Any, number: int) -> list[Line]:
    """Lines of one page in the order in which the file draws them.

    Args:
        page: The page, of pypdfium2.
        text_page: Its text, of pypdfium2.
        number: Counted from 1.
    """
    turn = int(page.get_rotation())
    size = page.get_mediabox()
    found = []
    for chars in _runs(text_page):
        line = _line(chars, number, turn, size)
        if line:
            found.append(line)
    return found


def _runs(text_page: Any) -> Iterator[list[_Char]]:
    run: list[_Char] = []
    for char in _chars(text_page):
        if run and (char.value == "\n" or _breaks(run, char)):
            yield run
            run = []
        if char.value != "\n":
            run.append(char)
        if char.value == _HYPHEN:
            yield run
            run = []
    if run:
        yield run


def _chars(text_page: Any) -> Iterator[_Char]:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in {0, 13, 0xFFFE, 0xFFFF}:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        yield _Char(chr(code), (box.left, box.bottom, box.right, box.top))


def _breaks(run: list[_Char], char: _Char) -> bool:
    """Whether the next character stands on another line or beyond a wide gap."""
    if char.value.isspace():
        return False
    last = next((one for one in reversed(run) if not one.value.isspace()), None)
    if last is None:
        return False
    height = max(last.height, char.height, 1.0)
    if _is_upright(last, char):
        return abs(char.box[1] - last.box[1]) > 0.7 * height or (
            char.box[0] - last.box[2] > _GAP_HEIGHTS * height
        )
    return False


def _is_upright(last: _Char, char: _Char) -> bool:
    """Text that runs along the page; of turned text the lines of PDFium are taken as they are."""
    return char.box[0] >= last.box[0] - 1 or abs(char.box[0] - last.box[0]) > 2 * last.height


def _line(chars: list[_Char], page: int, turn: int, size: Box) -> Line | None:
    inked = [char for char in chars if not char.value.isspace() and char.height > 0]
    if not inked:
        return None
    height = max(char.height for char in inked)
    base = min(char.box[1] for char in inked if char.height > _SMALL * height)
    text = "".join(_written(char, height, base) for char in chars).strip()
    hyphenated = bool(_DIVIDED.search(text))
    text = text[:-1].strip() if hyphenated else text
    if not text:
        return None
    box = (
        round(min(char.box[0] for char in inked), 1),
        round(min(char.box[1] for char in inked), 1),
        round(max(char.box[2] for char in inked), 1),
        round(max(char.box[3] for char in inked), 1),
    )
    return Line(page, text, box, _turned(box, turn, size), round(height, 1), hyphenated)


def _written(char: _Char, height: float, base: float) -> str:
    raised = char.height < _SMALL * height and char.box[1] > base + 0.15 * height
    return char.value.translate(_RAISED) if raised else char.value


def _turned(box: Box, turn: int, size: Box) -> Box:
    """The box as seen after the page is turned clockwise by its rotation."""
    left, bottom, right, top = box
    if turn == 90:
        return (bottom, size[2] - right, top, size[2] - left)
    if turn == 180:
        return (size[2] - right, size[3] - top, size[2] - left, size[3] - bottom)
    if turn == 270:
        return (size[3] - top, left, size[3] - bottom, right)
    return box
