"""Attributions of a text as plain words, for tests."""

from enduse.extract.attribution import Attribution, attributions
from enduse.extract.segment import Span, sentences


def read(text: str, language: str = "en") -> tuple[Attribution, ...]:
    return attributions(text, sentences(text, language), language)


def words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def parts(text: str, language: str = "en") -> list[tuple[str, str | None, list[str]]]:
    return [
        (
            " ".join(text[c.start : c.end] for c in found.cue),
            words(text, found.source),
            [text[c.start : c.end] for c in found.content],
        )
        for found in read(text, language)
    ]
