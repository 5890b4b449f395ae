"""Text to paragraphs, sentences, clauses and tokens, all as code-point spans of the text itself.

Everything below this module may rely on one promise: no sentence is longer than
`MAX_SENTENCE`, however the text was written, so that work per sentence is bounded.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

__all__ = ["MAX_SENTENCE", "Span", "Token", "clauses", "paragraphs", "sentences", "tokens"]

MAX_SENTENCE = 2000
_CHUNK = 20_000


class Span(NamedTuple):
    """A stretch of the text; a tuple, because a report makes tens of thousands of them.

    Attributes:
        start: First character, in code points, counted from 0.
        end: One past the last.
    """

    start: int
    end: int

    def within(self, other: "Span") -> bool:
        """Tell whether this span lies inside the other, or equals it."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Token(NamedTuple):
    """A word, a number or a single mark, as written."""

    text: str
    start: int
    end: int


_BLANK_LINE = re.compile(r"[ \t\r]*\n")
_TERMINAL = frozenset('.!?…。！？:;"”’»)]」』）')
_BULLET = re.compile(r"[ \t]*(?:[-*•–—▪]|\d{1,2}[.)])[ \t]")
_END = re.compile(r"(?:[!?…]+|\.+)[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』）\"]*")
_CHINESE_END = re.compile(r"(?:[。！？!?]+|…{1,2})[”’」』）\"]*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"“'‘])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt|Adm|Brig|Sen|Rep|Gov|Pres|St|"
    r"Hon|Rev|vs|v|cf|approx|est|e\.g|i\.e|a\.k\.a|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Ave|Blvd|Rd|Bldg|[A-ZА-Я](?:\.[A-ZА-Я])*)\.$"
)
_NUMBERED = re.compile(r"\b(?:No|Nos|Art|Sec|Reg|Fig|para|pp?|Vol|Ch)\.$")
_MAYBE = re.compile(
    r"(?:\b(?:Co|Ltd|Inc|Corp|Bros|Jr|Sr|etc|LLC|plc|Pty|Pte|Pvt|Bhd|Sdn|"
    r"S\.A|z o\.o|d\.o\.o|s\.r\.o|St|Sp|a\.m|p\.m)|\b(?:[A-Z]\.)+[A-Z]|[a-z] [A-Z])\.$"
)
_OPENER = re.compile(
    r"[\"“'‘(]?(?:The|A|An|In|It|Its|He|She|They|We|This|That|These|Those|But|And|However|Meanwhile|"
    r"On|At|For|From|According|Both|Neither|When|While|As|After|Before|Since|If|There|Last|"
    r"Earlier|Later|Two|Three|One|Some|Many|Most|His|Her|Their|Also|Among|Another|By|Under)\b"
)
_WORD = re.compile(
    r"[A-Za-z]+n['’]t\b"
    r"|(?:[A-Za-z]\.){2,}(?:-[^\W_]+)*"
    r"|\d+(?:[.,]\d+)+"
    r"|['’]s\b"
    r"|[^\W_]+(?:[-‐‑/&][^\W_]+)*"
    r"|[^\w\s]|_"
)
_CLAUSE = re.compile(
    r";\s*|\s[—–]\s|,\s+(?=(?:and|but|while|whereas|although|though|which|who|where|when|after|"
    r"before|because|since|as|if|unless|saying|adding|noting|stating|warning|citing|according)\b)"
    r"|\s+(?=(?:while|whereas|although|though|because|unless)\b)"
    r"|[；，]|,\s+(?=(?:а|но|что|чтобы|которы[йемхя]\w*|которая|которое|когда|если|хотя|где)\b)"
)


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Return the paragraphs of a text, without the white space around them.

    A line end alone is no paragraph end where lines are wrapped: the next line must look
    like a beginning and the line before like an end.

    Example:
        >>> [s.start for s in paragraphs("One line\ngoes on here.\n\nTwo.")]
        [0, 24]
    """
    return tuple(_paragraphs(text))


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of a text in order, none longer than `MAX_SENTENCE`.

    Args:
        text: Canonical text.
        language: ISO 639-1; "ru" is cut by razdel, "zh" by its own punctuation, all
            others as English.

    Example:
        >>> text = "Kupol Co. Ltd. is in the U.S. It said so. No. 5 is not."
        >>> [text[s.start : s.end] for s in sentences(text, "en")]
        ['Kupol Co. Ltd. is in the U.S.', 'It said so.', 'No. 5 is not.']
    """
    cut = {"ru": _russian, "zh": _chinese}.get(language, _english)
    found: list[Span] = []
    for paragraph in _cells(text):
        for chunk in _bounded(text, paragraph, _CHUNK):
            for sentence in cut(text, chunk):
                found.extend(_bounded(text, sentence, MAX_SENTENCE))
    return tuple(found)


def tokens(text: str, span: Span, language: str) -> tuple[Token, ...]:
    """Return the words, numbers and marks inside a span.

    Hyphenated words and designations ("Garpiya-3") stay whole; an English possessive
    ("'s") is a token of its own.

    Example:
        >>> [t.text for t in tokens("Kupol's G3 costs $2,000.", Span(0, 24), "en")]
        ['Kupol', "'s", 'G3', 'costs', '$', '2,000', '.']
    """
    if language == "zh":
        return tuple(
            Token(word, span.start + start, span.start + end)
            for word, start, end in _jieba().tokenize(text[span.start : span.end])
            if not word.isspace()
        )
    if language == "ru":
        from razdel import tokenize

        return tuple(
            Token(t.text, span.start + t.start, span.start + t.stop)
            for t in tokenize(text[span.start : span.end])
        )
    found = _WORD.finditer(text, span.start, span.end)
    return tuple(Token(m.group(), m.start(), m.end()) for m in found)


def clauses(text: str, sentence: Span) -> tuple[Span, ...]:
    """Return the clauses of a sentence: the scope of a negation, a hedge or a date.

    Example:
        >>> text = "Kupol denied it, while the ministry did not answer."
        >>> [text[c.start : c.end] for c in clauses(text, Span(0, len(text)))]
        ['Kupol denied it', 'while the ministry did not answer.']
    """
    found, start = [], sentence.start
    for mark in _CLAUSE.finditer(text, sentence.start, sentence.end):
        found.append(_trim(text, start, mark.start()))
        start = mark.end()
    found.append(_trim(text, start, sentence.end))
    return tuple(c for c in found if c.start < c.end)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _paragraphs(text: str) -> Iterator[Span]:
    width = _line_width(text)
    start = place = 0
    while place < len(text):
        line_end = text.find("\n", place)
        if line_end < 0:
            break
        if _breaks(text, place, line_end, width):
            span = _trim(text, start, line_end)
            if span.start < span.end:
                yield span
            start = line_end + 1
        place = line_end + 1
    span = _trim(text, start, len(text))
    if span.start < span.end:
        yield span


def _cells(text: str) -> Iterator[Span]:
    """Paragraphs, and the cells of a table row, which are parted by tabs, each by itself."""
    for paragraph in _paragraphs(text):
        start = paragraph.start
        for written in text[paragraph.start : paragraph.end].split("\t"):
            cell = _trim(text, start, start + len(written))
            if cell.start < cell.end:
                yield cell
            start += len(written) + 1


def _line_width(text: str) -> int:
    """The width to which lines seem to be wrapped; 0 where they are not."""
    lengths = sorted(len(line) for line in text[:_CHUNK].split("\n") if line.strip())
    widest = lengths[-1] if lengths else 0
    return widest if widest <= 120 else 0


def _breaks(text: str, start: int, end: int, width: int) -> bool:
    """Whether the line end at `end` ends a paragraph."""
    if _BLANK_LINE.match(text, end + 1):
        return True
    line = text[max(start, end - 200) : end].rstrip()
    if not line or line[-1] in _TERMINAL or not width:
        return True
    if _BULLET.match(text, end + 1):
        return True
    following = text[end + 1 : end + 40].lstrip()
    begins = bool(following) and (following[0].isupper() or not following[0].isalnum())
    return begins and end - start < width * 0.7


def _bounded(text: str, span: Span, limit: int) -> Iterator[Span]:
    """Cut what is longer than `limit` at the last clause mark or space before it."""
    start, end = span.start, span.end
    while end - start > limit:
        window = text[start : start + limit]
        at = max(window.rfind(mark) for mark in (". ", "; ", ", ", "。", "；", "，", "\n"))
        at = at if at > limit // 2 else window.rfind(" ")
        step = at + 1 if at > limit // 2 else limit
        piece = _trim(text, start, start + step)
        if piece.start < piece.end:
            yield piece
        start += step
    rest = _trim(text, start, end)
    if rest.start < rest.end:
        yield rest


def _english(text: str, chunk: Span) -> Iterator[Span]:
    start = chunk.start
    for mark in _END.finditer(text, chunk.start, chunk.end):
        if not _is_end(text, mark, chunk.end):
            continue
        yield _trim(text, start, mark.end())
        start = mark.end()
    rest = _trim(text, start, chunk.end)
    if rest.start < rest.end:
        yield rest


def _is_end(text: str, mark: "re.Match[str]", limit: int) -> bool:
    following = text[mark.end() : min(mark.end() + 24, limit)].lstrip()
    if not following or text[mark.start()] != ".":
        return True
    before = text[max(0, mark.start() - 12) : mark.start() + 1]
    if _MAYBE.search(before):
        return _OPENER.match(following) is not None
    if _NUMBERED.search(before):
        return not following[0].isdigit()
    if _ABBREVIATION.search(before):
        return False
    return not following[0].islower()


def _russian(text: str, chunk: Span) -> Iterator[Span]:
    from razdel import sentenize

    for piece in sentenize(text[chunk.start : chunk.end]):
        yield _trim(text, chunk.start + piece.start, chunk.start + piece.stop)


def _chinese(text: str, chunk: Span) -> Iterator[Span]:
    start = chunk.start
    for mark in _CHINESE_END.finditer(text, chunk.start, chunk.end):
        yield _trim(text, start, mark.end())
        start = mark.end()
    rest = _trim(text, start, chunk.end)
    if rest.start < rest.end:
        yield rest


@lru_cache(maxsize=1)
def _jieba() -> Any:
    """Jieba, with its banner and its build warnings kept quiet."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(60)
    return jieba
