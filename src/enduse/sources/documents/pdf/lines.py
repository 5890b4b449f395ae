"""Lines of a PDF page, with their boxes, from the characters that PDFium finds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_double
from dataclasses import dataclass
from typing import Any, NamedTuple

from enduse.sources.documents.assembly import Box
from enduse.sources.documents.pdf.rules import Rule, is_ruled_off, upright_rules

_HYPHEN = "\x02"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DIVIDED = re.compile(r"[^\W\d_][-\u2010\u00ad]$|\x02$")
_SMALL = 0.78
_GAP_HEIGHTS = 1.35
_TOUCHING_HEIGHTS = 0.3
_WORD_GAP_HEIGHTS = 0.15
_WIDEST_STRETCHED = 5.0
_FEWEST_STRETCHED = 2


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
    """A character, its box as seen, and its number on the page."""

    value: str
    box: Box
    index: int

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page: its number, its rotation, what is shown of it, and its text, of pypdfium2."""

    number: int
    turn: int
    size: Box
    text_page: Any

    def foot(self, char: _Char) -> float:
        """The height at which a character stands, as seen: where the line is, not its tail."""
        import pypdfium2.raw as pdfium

        x, y = c_double(), c_double()
        if not pdfium.FPDFText_GetCharOrigin(self.text_page, char.index, x, y):
            return char.box[1]
        return _turned((x.value, y.value, x.value, y.value), self.turn, self.size)[1]


def lines_of(page: Any, text_page: Any, number: int) -> list[Line]:
    """Lines of one page in the order in which the file draws them.

    Args:
        page: The page, of pypdfium2.
        text_page: Its text, of pypdfium2.
        number: Counted from 1.
    """
    leaf = _Leaf(number, int(page.get_rotation()), page.get_cropbox(), text_page)
    rules = upright_rules(page)
    lines = (_line(chars, leaf) for chars in _runs(_chars(leaf), rules))
    return [line for line in lines if line]


def is_on_page(line: Line, width: float, height: float) -> bool:
    """Tell whether any of a line is seen on a page of this size, in points."""
    left, bottom, right, top = line.seen
    return left < width and right > 0 and bottom < height and top > 0


def _chars(leaf: _Leaf) -> Iterator[_Char]:
    import pypdfium2.raw as pdfium

    box, text_page = pdfium.FS_RECTF(), leaf.text_page
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in {0, 13, 0xFFFE, 0xFFFF}:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        found = (box.left, box.bottom, box.right, box.top)
        yield _Char(chr(code), _turned(found, leaf.turn, leaf.size), index)


def _runs(chars: Iterable[_Char], rules: Sequence[Rule]) -> Iterator[list[_Char]]:
    for line in _on_one_baseline(chars):
        yield from _pieces(line, rules)


def _on_one_baseline(chars: Iterable[_Char]) -> Iterator[list[_Char]]:
    run: list[_Char] = []
    ended = False
    for char in chars:
        if char.value == "\n":
            ended = True
            continue
        if run and _is_elsewhere(run, char, ended):
            yield run
            run = []
        elif run and ended and _is_apart(run, char):
            run.append(_Char(" ", char.box, char.index))
        run.append(char)
        ended = char.value == _HYPHEN
    if run:
        yield run


def _is_apart(run: list[_Char], char: _Char) -> bool:
    """Whether a word ends between two letters where PDFium ended the line instead."""
    last = _last_inked(run)
    if last is None or char.value.isspace() or run[-1].value.isspace():
        return False
    height = max(last.height, char.height)
    is_raised = min(last.height, char.height) < _SMALL * height
    return not is_raised and char.box[0] - last.box[2] > _WORD_GAP_HEIGHTS * height


def _is_elsewhere(run: list[_Char], char: _Char, ended: bool) -> bool:
    """Whether the next character stands on another line.

    PDFium ends lines at raised digits and between letters that run to the right in a line that
    runs to the left; what goes on at once, or beside a smaller letter, is still the same line.
    """
    if char.value.isspace():
        return False
    last = _last_inked(run)
    if last is None or last.value == _HYPHEN:
        return ended
    if _runs_sideways(last, char):
        return ended
    height = max(last.height, char.height, 1.0)
    if abs(char.box[1] - last.box[1]) > 0.7 * height:
        return True
    gap = char.box[0] - last.box[2]
    smaller = min(last.height, char.height) < _SMALL * height
    near = -0.3 * height < gap < (_GAP_HEIGHTS if smaller else _TOUCHING_HEIGHTS) * height
    return ended and not near


def _last_inked(run: list[_Char]) -> _Char | None:
    return next((one for one in reversed(run) if not one.value.isspace()), None)


def _pieces(line: list[_Char], rules: Sequence[Rule]) -> Iterator[list[_Char]]:
    """The cells of a line: it is cut where a rule is drawn upright between two words.

    It is cut at wide gaps too, unless these only stretch it to its margin.
    """
    gaps = list(_gaps(line))
    stretched = _is_stretched([one.width / one.height for one in gaps])
    start = 0
    for one in gaps:
        is_wide = not stretched and one.width > _GAP_HEIGHTS * one.height
        if is_wide or is_ruled_off(rules, one.right - one.width, one.right, one.middle):
            yield line[start : one.at]
            start = one.at
    yield line[start:]


class _Gap(NamedTuple):
    """What stands empty before the letter `at`, which begins at `right`."""

    at: int
    width: float
    height: float
    right: float
    middle: float


def _gaps(line: list[_Char]) -> Iterator[_Gap]:
    """Where words end: at a space, or where the next letter stands far away."""
    last: _Char | None = None
    spaced = False
    for at, char in enumerate(line):
        if char.value.isspace():
            spaced = True
            continue
        if last and not _runs_sideways(last, char):
            height = max(last.height, char.height, 1.0)
            width = char.box[0] - last.box[2]
            if spaced or width > _GAP_HEIGHTS * height:
                middle = (char.box[1] + char.box[3]) / 2
                yield _Gap(at, width, height, char.box[0], middle)
        last, spaced = char, False


def _is_stretched(gaps: list[float]) -> bool:
    """Whether all words of a line stand equally far apart, as in a narrow justified column."""
    if len(gaps) < _FEWEST_STRETCHED:
        return False
    return max(gaps) < _WIDEST_STRETCHED and max(gaps) - min(gaps) < 0.1


def _runs_sideways(last: _Char, char: _Char) -> bool:
    """Turned text goes up or down in place; there the lines of PDFium are taken as they are."""
    overlap = min(last.box[2], char.box[2]) - max(last.box[0], char.box[0])
    near = min(abs(char.box[1] - last.box[3]), abs(last.box[1] - char.box[3]))
    width = min(last.box[2] - last.box[0], char.box[2] - char.box[0])
    return overlap > 0.7 * width > 0 and near < width


def _line(chars: list[_Char], leaf: _Leaf) -> Line | None:
    inked = [char for char in chars if not char.value.isspace() and char.height > 0]
    if not inked:
        return None
    height = max(char.height for char in inked)
    raised = _raised(inked, height, leaf)
    text = "".join(
        char.value.translate(_RAISED) if char.index in raised else char.value for char in chars
    ).strip()
    hyphenated = bool(_DIVIDED.search(text))
    text = text[:-1].strip() if hyphenated else text
    if not text:
        return None
    seen = (
        min(char.box[0] for char in inked),
        min(char.box[1] for char in inked),
        max(char.box[2] for char in inked),
        max(char.box[3] for char in inked),
    )
    box = turned_back(seen, leaf.turn, leaf.size)
    tidy = (round(box[0], 1), round(box[1], 1), round(box[2], 1), round(box[3], 1))
    return Line(leaf.number, text, tidy, seen, round(height, 1), hyphenated)


def _raised(inked: list[_Char], height: float, leaf: _Leaf) -> frozenset[int]:
    """The digits that are small and stand above the line.

    Of some fonts only the ink is known, and digits have no tails: where they seem to be raised,
    it is asked where they stand.
    """
    tall = [char for char in inked if char.height > _SMALL * height]
    base = min(char.box[1] for char in tall) + 0.15 * height
    seem = [
        char
        for char in inked
        if char.height < _SMALL * height and char.box[1] > base and char.value.isdecimal()
    ]
    if not seem:
        return frozenset()
    foot = min(map(leaf.foot, tall)) + 0.15 * height
    return frozenset(char.index for char in seem if leaf.foot(char) > foot)


def _turned(box: Box, turn: int, size: Box) -> Box:
    """The box as seen: from the corner of what is shown, turned clockwise by the rotation."""
    left, bottom, right, top = (
        box[0] - size[0],
        box[1] - size[1],
        box[2] - size[0],
        box[3] - size[1],
    )
    width, height = size[2] - size[0], size[3] - size[1]
    if turn == 90:
        return (bottom, width - right, top, width - left)
    if turn == 180:
        return (width - right, height - top, width - left, height - bottom)
    if turn == 270:
        return (height - top, left, height - bottom, right)
    return (left, bottom, right, top)


def turned_back(seen: Box, turn: int, size: Box) -> Box:
    """The box as it lies in the file, from the box as seen."""
    width, height = size[2] - size[0], size[3] - size[1]
    shown = (0.0, 0.0, width, height) if turn in {0, 180} else (0.0, 0.0, height, width)
    left, bottom, right, top = _turned(seen, -turn % 360, shown)
    return (left + size[0], bottom + size[1], right + size[0], top + size[1])
