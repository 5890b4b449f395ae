"""What Markdown shows: its words without the marks that set them, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MOST_IN_A_MARK = 400
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_UNSHOWN = re.compile(
    r"[ \t]*(?:=+|(?:[-*_][ \t]*){3,})$"  # an underline or a rule
    r"|[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$"  # below the head of a table
    r"|[ \t]{0,3}\[[^\]\n^][^\]\n]*\]:[ \t]*\S+"  # where a link leads
)
_LEAD = re.compile(
    r"(?:[ \t]{0,3}>[ \t]?)*"
    r"(?:[ \t]{0,3}(?P<heading>#{1,6})[ \t]+|\[\^[^\]\s]+\]:[ \t]*)?"
)
_CLOSING = re.compile(r"[ \t]+#+$")
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_INLINE = re.compile(
    rf"""
    \\(?P<escaped>[!-/:-@\[-`{{-~])
    | (?P<tick>`{{1,3}})(?P<code>[^`\n]{{1,{_MOST_IN_A_MARK}}})(?P=tick)
    | !?\[(?P<link>(?!\^)[^\[\]\n]{{0,{_MOST_IN_A_MARK}}})\]
      (?:\([^()\n]{{0,2000}}\)|\[[^\]\n]{{0,200}}\])
    | \[\^[^\]\s]{{1,80}}\]
    | <(?P<address>https?://[^\s<>]{{1,2000}})>
    | <!--.{{0,{_MOST_IN_A_MARK}}}?-->
    | </?[a-zA-Z][^<>\n]{{0,200}}>
    | (?P<star>\*{{2,3}}|~~)(?=[^\s*])(?P<starred>.{{1,{_MOST_IN_A_MARK}}}?)(?<=\S)(?P=star)(?!\*)
    | \*(?=[^\s*])(?P<slanted>.{{1,{_MOST_IN_A_MARK}}}?)(?<=[^\s*])\*(?!\*)
    | (?<!\w)(?P<line>_{{1,3}})(?=[^\s_])(?P<lined>.{{1,{_MOST_IN_A_MARK}}}?)(?<=\S)(?P=line)(?!\w)
    """,
    re.VERBOSE,
)
_LITERAL = ("escaped", "code", "address")
_NESTED = ("link", "starred", "slanted", "lined")


class Span(NamedTuple):
    """Characters of a line that are shown, first and one past the last, and what follows them."""

    start: int
    end: int
    gap: str = ""


class ShownLine(NamedTuple):
    """What a line shows.

    Attributes:
        spans: In order; none for an empty line.
        is_heading: It is a paragraph of its own.
        is_line: Whether it is a line, if an empty one, to those who read the page.
    """

    spans: list[Span]
    is_heading: bool = False
    is_line: bool = True


def shown_lines(lines: list[str]) -> Iterator[ShownLine]:
    """Read line by line; what no mark takes part in stays as it is, code too.

    Bullets and numbers of lists stay: they tell where one item ends and the next begins. Cells of
    a table are parted by tabs. A mark that is opened and not closed in its line stays.

    Example:
        >>> line = "## **Orbis Ltd** and [Kupol](https://example.org)"
        >>> (shown,) = shown_lines([line])
        >>> "".join(line[one.start : one.end] for one in shown.spans)
        'Orbis Ltd and Kupol'
    """
    fenced = False
    for line in lines:
        length = len(line.rstrip())
        if _FENCE.match(line):
            fenced = not fenced
            yield ShownLine([], is_line=False)
        elif fenced:
            yield ShownLine([Span(0, length)] if length else [])
        elif _UNSHOWN.match(line[:length]):
            yield ShownLine([], is_line=False)
        else:
            yield _shown(line, length)


def _shown(line: str, length: int) -> ShownLine:
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    is_heading = bool(lead and lead.group("heading"))
    if is_heading:
        closing = _CLOSING.search(line, start, length)
        length = closing.start() if closing else length
    if line.startswith("|", start):
        return ShownLine(list(_cells(line, start, length)))
    return ShownLine(list(_inline(line, start, length)), is_heading)


def _cells(line: str, start: int, length: int) -> Iterator[Span]:
    borders = [found.start() for found in _CELL_BORDER.finditer(line, start, length)]
    if borders[-1] + 1 < length:
        borders.append(length)
    for left, right in zip(borders, borders[1:], strict=False):
        cell = line[left + 1 : right]
        first = left + 1 + len(cell) - len(cell.lstrip())
        yield from _inline(line, first, first + len(cell.strip()))
        if right != borders[-1]:
            yield Span(right, right, "\t")


def _inline(line: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for found in _INLINE.finditer(line, start, end):
        if found.start() > at:
            yield Span(at, found.start())
        for name in _LITERAL:
            if found.group(name):
                yield Span(*found.span(name))
        for name in _NESTED:
            if found.group(name):
                yield from _inline(line, *found.span(name))
        at = found.end()
    if end > at:
        yield Span(at, end)
