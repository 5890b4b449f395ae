"""Russian voices without a verb of saying: papers, headings of statements, «Сосед: …»."""

import re
from collections.abc import Iterator

from enduse.extract.attribution.found import Found, trimmed
from enduse.extract.attribution.lexicon import grammar
from enduse.extract.attribution.russian.speakers import Words
from enduse.extract.russian.morphology import forms
from enduse.extract.segment import Span

__all__ = ["colon_speaker", "heading", "in_paper"]

_MARKS = frozenset(",;:—–.!?…(")
_FURTHEST = 16
_BULLET = re.compile(r"[^\w«\"„]")
_HEADING = re.compile(
    r"\s*(?:Официальное |Совместное )?(?:[Зз]аявление|[Кк]омментарий|[Сс]ообщение|[Пп]ресс-релиз"
    r"|[Рр]азъяснение|[Оо]бращение|[Пп]озиция|[Ии]нформация) "
    r"(?P<who>(?!о |об |для |по )[А-ЯЁа-яё][^\n.:,]{3,90}?)"
    r"(?= в связи| о | об | по поводу| по итогам| от \d| в отношении|[\n.:,])"
)


def heading(text: str) -> Iterator[Found]:
    """«Заявление Министерства … в связи с …» over a text: all of it is the ministry's."""
    match = _HEADING.match(text)
    line = text.find("\n")
    if match is None or line < 0 or match.end() > line:
        return
    who = Span(*match.span("who"))
    if forms(text[who.start : who.end].split()[0].lower())[:1] == ():
        return
    yield Found((Span(match.start(), who.start),), who, (Span(who.end, line),), "states", "heading")


def in_paper(w: Words, i: int, scope: int) -> tuple[Span, tuple[Span, ...]] | None:
    """«В накладных получателем значится X», «из отчётности видно»: the paper and what it says."""
    if w.low[i] not in ("в", "во", "из", "на") or not _opens(w, i):
        return None
    head = next((k for k in range(i + 1, min(i + 5, scope)) if _is_paper(w.low[k])), None)
    if head is None or not all(_tells(w.low[k]) for k in range(i + 1, head)):
        return None
    listing = grammar("ru")["listing"]
    for k in range(head + 1, min(head + _FURTHEST, scope)):
        if any(f.lemma in listing and f.pos != "NOUN" for f in forms(w.low[k])[:2]):
            begin = head + 1 + (w.low[head + 1 : head + 2] == [","])
            piece = trimmed(w.text, w.starts[begin], w.ends[scope - 1])
            return w.span(i + 1, head + 1), (piece,)
    return None


def _opens(w: Words, i: int) -> bool:
    return i == 0 or w.low[i - 1] in _MARKS or w.low[i - 1] in ("и", "а", "но", "однако", "что")


def _is_paper(word: str) -> bool:
    return any(f.lemma in grammar("ru")["paper"] and f.case != "nomn" for f in forms(word))


def _tells(word: str) -> bool:
    return any(f.pos in ("ADJF", "PRTF", "NUMR") for f in forms(word)[:2]) or word == "этих"


def colon_speaker(w: Words) -> tuple[Span, int] | None:
    """«Наш подписчик с таможни: …»: who speaks before the colon, and where the words begin."""
    first = 0
    while first < len(w.low) and _BULLET.match(w.text, w.starts[first]):
        first += 1
    colon = next((k for k in range(first, min(first + 9, len(w.low))) if w.low[k] == ":"), None)
    if colon is None or colon == first or colon + 2 >= len(w.low):
        return None
    before = w.low[first:colon]
    if not _MARKS.isdisjoint(before) or any(_is_verb(word) for word in before):
        return None
    if not any(f.human and f.case == "nomn" for word in before[:3] for f in forms(word)[:1]):
        return None
    return w.span(first, colon), colon + 1


def _is_verb(word: str) -> bool:
    return any(f.pos in ("VERB", "PRTS", "INFN") for f in forms(word)[:1])
