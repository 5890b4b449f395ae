"""Quoted stretches of a text, and sentences joined where a quotation runs across them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from enduse.extract.segment import Span

__all__ = ["Unit", "quotations", "units"]

# A quotation left open ends where its paragraph ends: that is how several paragraphs are quoted.
_MARK = re.compile(r"[“”\"«»„「」『』]|'{2,3}|``|\n(?=[ \t]*\n)|\n(?=[“\"«„A-ZА-ЯЁ])")
_CLOSES = {"“": "”", "«": "»", "„": "“", "「": "」", "『": "』", "``": "''"}
_LONGEST_UNIT = 6000


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, or several that a quotation holds together.

    Attributes:
        span: Its place.
        quotes: Quotations that begin in it, in order.
        begins_paragraph: It stands first on its line.
    """

    span: Span
    quotes: tuple[Span, ...]
    begins_paragraph: bool


def quotations(text: str) -> tuple[Span, ...]:
    """Return the outermost quotations with their marks, in order.

    Example:
        >>> quotations('He said “yes, "now"” and «no».')
        (Span(start=8, end=20), Span(start=25, end=29))
    """
    found: list[Span] = []
    start, closes = -1, ""
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if sign == "\n":
            if start >= 0:
                found.append(Span(start, mark.start()))
            start = -1
        elif start < 0:
            if _opens(text, mark):
                start, closes = mark.start(), _CLOSES.get(sign, sign[:2])
        elif sign == closes or sign[:2] == closes or _closes_all_the_same(text, mark, closes):
            found.append(Span(start, mark.end()))
            start = -1
    return tuple(found)


def _closes_all_the_same(text: str, mark: "re.Match[str]", closes: str) -> bool:
    """Whether an opening mark stands where only a closing one can: 'so,“ he said'."""
    if closes != "”" or mark.group() not in ("“", '"', "''"):
        return False
    return text[mark.end() : mark.end() + 1].isspace() and not text[mark.start() - 1].isspace()


def _opens(text: str, mark: "re.Match[str]") -> bool:
    sign = mark.group()
    if sign in _CLOSES:
        return True
    if sign not in ('"', "''", "'''"):
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return not after.isspace() and after != "" and (not before or not before.isalnum())


def units(text: str, sentences: Sequence[Span]) -> tuple[Unit, ...]:
    """Join sentences that one quotation spans, and give each its quotations."""
    quotes = quotations(text)
    found: list[Unit] = []
    at = index = 0
    last_end = 0
    while index < len(sentences):
        start, end = sentences[index].start, sentences[index].end
        index += 1
        while at < len(quotes) and quotes[at].end <= start:
            at += 1
        inner = at
        while index <= len(sentences):
            while inner < len(quotes) and quotes[inner].start < end and quotes[inner].end <= end:
                inner += 1
            open_quote = inner < len(quotes) and quotes[inner].start < end
            following = sentences[index] if index < len(sentences) else None
            if following is None or following.end - start > _LONGEST_UNIT:
                break
            if not (open_quote or _speaks_on(text, end, following)):
                break
            end = following.end
            index += 1
        inside = tuple(
            Span(max(q.start, start), min(q.end, end))
            for q in quotes[at : inner + 1]
            if q.start < end
        )
        found.append(Unit(Span(start, end), inside, "\n" in text[last_end:start] or not last_end))
        last_end = end
    return tuple(found)


_ASKED = re.compile(r"[?!….—-][”\"’'»]+$")
_GOES_ON = re.compile(r"[ ]{1,2}(?:[a-z]|(?:He|She|They|I|It|We)\b|[—–-] )")
_NAMED = re.compile(r"[ ]{1,2}(?:[A-Z][\w.’'-]*[ ]){1,4}(?:said|wrote|told|\w+ed|\w+s)\b")


def _speaks_on(text: str, end: int, following: Span) -> bool:
    """Whether the words after a quoted question go on with it, as in '"Why?" she asked'."""
    if not _ASKED.search(text, max(0, end - 3), end):
        return False
    length = following.end - following.start
    if _GOES_ON.match(text, end) is not None:
        return length < 200
    return length < 60 and _NAMED.match(text, end) is not None
