"""Lines of a PDF to running text: paragraphs, words divided at line ends, pages turned."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.pdf.blocks import IDEOGRAPH, is_beside
from enduse.sources.documents.pdf.layout import Column
from enduse.sources.documents.pdf.lines import Line

_WORD = re.compile(r"\w+(?:-\w+)*")
_ENDS = tuple('.!?:;。！？：；…”»")')
_NOTE_MARK = re.compile(r"([⁰¹²³⁴-⁹]+)\s*(?=\S)")
_MOST_DIGITS = 3
_NEVER_LAST = frozenset(
    "a an and as at by for from in of on or than that the their to which who whose with"
    " в во для и из к на о об от по при с со у что".split()
)
_BULLET = re.compile(r"(?:[•‣▪●○–—*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")


def vocabulary(lines: Iterable[Line]) -> Counter[str]:
    """How often each word, also with hyphens inside, stands undivided in the document."""
    words: Counter[str] = Counter()
    for line in lines:
        found = _WORD.findall(line.text.casefold())
        words.update(found[:-1] if line.is_hyphenated else found)
    return words


@dataclass(slots=True)
class Typesetter:
    """Writes columns into the canonical text.

    Attributes:
        page: Where to write.
        words: The document's vocabulary; decides whether a hyphen at a line end belongs there.
    """

    page: Assembly
    words: Counter[str]
    _last: Line | None = None
    _column: Column | None = None
    _waiting: list[Line] = field(default_factory=list)
    _cells: set[Line] = field(default_factory=set)

    def write(self, column: Column) -> None:
        """Append the lines of one column."""
        pairs = pairwise(column.lines)
        self._cells |= {one for pair in pairs if is_beside(*pair) for one in pair}
        for line in column.lines:
            self._join(line, column)
            self.page.add(f"page {line.page}", line.text, box=line.box)
            self._last, self._column = line, column

    def write_notes(self, notes: Sequence[Line]) -> None:
        """Keep footnotes until the sentence that runs over the page end is whole."""
        self._waiting += notes

    def finish(self) -> None:
        """Write what still waits."""
        self._put_hyphen()
        self._last = None
        self._flush_notes()

    def _flush_notes(self) -> None:
        last: Line | None = None
        label = "footnote"
        waiting, self._waiting = self._waiting, []
        for line, after in zip_longest(waiting, waiting[1:]):
            if after and _is_number(line) and is_beside(line, after):
                last, label = None, f"footnote {line.text}"
                continue
            mark, text = _parted_mark(line.text)
            if mark or last and (line.page != last.page or _begins_note(line)):
                last, label = None, f"footnote {mark}".rstrip()
            if last:
                self._glue(last, line)
            else:
                self.page.end_line()
            self.page.add(f"page {line.page}, {label}", text, box=line.box)
            last = line

    def _join(self, line: Line, column: Column) -> None:
        last, before = self._last, self._column
        if last is None or before is None:
            self.page.end_line()
            return
        if is_beside(last, line):
            self._put_hyphen()
            self.page.glue("\t")
        elif last.is_hyphenated or not self._begins(last, line, before, column):
            self._glue(last, line)
        else:
            self.page.end_line()
            if self._waiting:
                self._flush_notes()
                self.page.end_line()

    def _put_hyphen(self) -> None:
        """Give back the hyphen of a line whose word does not go on."""
        if self._last and self._last.is_hyphenated:
            self.page.add(f"page {self._last.page}", "-", box=self._last.box)

    def _glue(self, last: Line, line: Line) -> None:
        if last.is_hyphenated:
            if self._keeps_hyphen(last.text, line.text):
                self.page.add(f"page {last.page}", "-", box=last.box)
        elif not (IDEOGRAPH.match(last.text[-1]) and IDEOGRAPH.match(line.text[0])):
            self.page.glue(" ")

    def _begins(self, last: Line, line: Line, before: Column, column: Column) -> bool:
        """Whether the line begins a paragraph."""
        if _BULLET.match(line.text) or last in self._cells or line in self._cells:
            return True
        if abs(last.height - line.height) > 0.15 * last.height:
            return True
        if column is not before:
            return not _runs_on(last, line)
        pitch = last.seen[1] - line.seen[1]
        if not 0 < pitch < 1.75 * line.height:
            return True
        width = column.right - column.left
        short = last.seen[2] < column.right - 0.2 * width
        if short and (last.text.endswith(_ENDS) or not line.text[0].islower()):
            return True
        indent = line.seen[0] - last.seen[0]
        return 0.6 * line.height < indent < 0.5 * width and last.text.endswith(_ENDS)

    def _keeps_hyphen(self, first: str, second: str) -> bool:
        """Whether "long-" and "range" are "long-range": as the document writes it elsewhere."""
        head, tail = _WORD.findall(first.casefold()), _WORD.findall(second.casefold())
        if not head or not tail:
            return True
        joined, hyphened = head[-1] + tail[0], f"{head[-1]}-{tail[0]}"
        if self.words[joined] != self.words[hyphened]:
            return self.words[hyphened] > self.words[joined]
        if not second[:1].islower() or "-" in head[-1]:
            return True
        return bool(self.words[head[-1]] and self.words[tail[0]])


def _is_number(line: Line) -> bool:
    return line.text.isdecimal() and len(line.text) <= _MOST_DIGITS


def _begins_note(line: Line) -> bool:
    if _BULLET.match(line.text):
        return True
    return line.text[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹[*†‡§" or line.text[:1].isdigit()


def _parted_mark(text: str) -> tuple[str, str]:
    """The raised number of a footnote, and what it says."""
    found = _NOTE_MARK.match(text)
    if not found:
        return "", text
    return unicodedata.normalize("NFKC", found.group(1)), text[found.end() :]


def _runs_on(last: Line, line: Line) -> bool:
    """Whether a sentence goes on in the next column or on the next page."""
    if last.text.endswith(_ENDS):
        return False
    if IDEOGRAPH.match(line.text[0]):
        return bool(IDEOGRAPH.match(last.text[-1]) or last.text[-1] in "，、")
    if last.text.rpartition(" ")[2] in _NEVER_LAST:
        return True
    return line.text[0].islower() or last.text.endswith((",", "-", "–"))
