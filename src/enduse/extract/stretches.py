"""Texts in several languages: each language reads its own sentences, the rest blanked out."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from enduse.extract.language import READ, detect
from enduse.extract.segment import Span

__all__ = ["Stretch", "foreign", "only"]

_SEGMENT = re.compile(r"[^\n.!?。！？…]*(?:[\n.!?。！？…]+\s*|$)")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u2c00-\uffef]")
_INK = re.compile(r"\S")
_LETTERS = {"en": _LATIN, "ru": _CYRILLIC, "zh": _HAN}
_FEWEST = {"en": 40, "ru": 30, "zh": 8, "": 40}


class Stretch(NamedTuple):
    """Sentences in another language than the text around them.

    Attributes:
        span: Their place.
        language: "en", "ru" or "zh", or "" where the letters are those of none of them.
    """

    span: Span
    language: str


def foreign(text: str, language: str | None) -> tuple[Stretch, ...]:
    """Return the stretches of a text that are not in its language, in order.

    Names and single words in other letters are none: a stretch is a sentence or more of it.

    Args:
        text: Canonical text.
        language: Its language as a whole.

    Example:
        >>> text = "He left. Компания «Норда» поставила десять беспилотников. It was May."
        >>> [(text[s.start : s.end], code) for (s, code) in foreign(text, "en")]
        [('Компания «Норда» поставила десять беспилотников. ', 'ru')]
    """
    if language == "en" and not _BEYOND_LATIN.search(text):
        return ()
    own = (language,) if language in READ else (language, "")
    return tuple(
        one for one in _runs(text, language) if one.language not in own and _is_one(text, one)
    )


def only(text: str, stretches: tuple[Stretch, ...], language: str | None) -> str:
    """Return the text with everything blanked out that is not in this language.

    Line ends stay, so that every place is the same as before.

    Args:
        text: Canonical text.
        stretches: As `foreign` gave them.
        language: One of theirs, or None for the text around them.
    """
    pieces, last = [], 0
    for span, code in stretches:
        pieces += [_kept(text[last : span.start], language is None)]
        pieces += [_kept(text[span.start : span.end], language == code)]
        last = span.end
    return "".join((*pieces, _kept(text[last:], language is None)))


def _kept(piece: str, is_kept: bool) -> str:
    return piece if is_kept else _INK.sub(" ", piece)


def _runs(text: str, language: str | None) -> Iterator[Stretch]:
    """Neighbouring sentences in the same letters, as one; those without letters join the rest."""
    spans = (Span(*m.span()) for m in _SEGMENT.finditer(text) if m.group())
    lettered = ((_letters_of(text[s.start : s.end]), s) for s in spans)
    last = language or ""
    told = []
    for code, span in lettered:
        last = last if code is None else code
        told.append(Stretch(span, last))
    for code, run in groupby(told, key=lambda one: one.language):
        whole = list(run)
        yield Stretch(Span(whole[0].span.start, whole[-1].span.end), code)


def _letters_of(segment: str) -> str | None:
    """The language whose letters two thirds of a sentence are; None where there are few."""
    letters = sum(map(str.isalpha, segment))
    if not letters:
        return None
    for code, pattern in _LETTERS.items():
        if 3 * len(pattern.findall(segment)) >= 2 * letters:
            return code
    return "" if 3 * len(_BEYOND_LATIN.findall(segment)) >= 2 * letters else None


def _is_one(text: str, run: Stretch) -> bool:
    """Whether a run is long enough, and in the language that its letters suggest."""
    words = text[run.span.start : run.span.end]
    if sum(map(str.isalpha, words)) < _FEWEST[run.language]:
        return False
    return run.language not in READ or detect(words) == run.language
