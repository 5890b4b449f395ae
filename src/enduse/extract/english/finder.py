"""All mentions of an English text: names, bodies, descriptors and unnamed sources, kept apart."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from enduse.extract.english.called.descriptors import bodies, descriptors, sources
from enduse.extract.english.called.names import names
from enduse.extract.english.syntax.phrases import Sentence, chunk
from enduse.extract.english.words.tagging import tag
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["find", "parsed"]


@lru_cache(maxsize=2)
def parsed(text: str, sentences: tuple[Span, ...]) -> tuple[Sentence, ...]:
    """Return the sentences as chunks, in order; mentions and relations both need them."""
    return tuple(chunk(text, s, tag(text, s)) for s in sentences)


def find(text: str, sentences: tuple[Span, ...], gazetteer: Mapping[str, str]) -> tuple[Found, ...]:
    """Return what an English text names, in order, without overlaps.

    Example:
        >>> text = "Kupol said the company is not for sale."
        >>> [f.text for f in find(text, (Span(0, len(text)),), {})]
        ['Kupol', 'the company']
    """
    found: list[Found] = []
    for sentence in parsed(text, sentences):
        tagged = sentence.tagged
        candidates = [*bodies(text, tagged), *names(text, tagged, gazetteer)]
        candidates += [*descriptors(text, tagged), *sources(text, tagged)]
        found += _apart(candidates)
    return tuple(_with_place(f, text) for f in found)


_PREPOSITION = re.compile(
    r"\b(?:in|to|by|of|for|from|with|at|on|via|through|between|against|near|into|than|about|over)"
    r"\s(?:the\s|its\s|a\s|an\s)?$",
    re.IGNORECASE,
)


def _with_place(found: Found, text: str) -> Found:
    start = found.span.start
    if found.kind == "name" and _PREPOSITION.search(text[max(0, start - 16) : start]):
        return replace(found, oblique=True)
    return found


def _apart(candidates: list[Found]) -> list[Found]:
    """Drop what overlaps an earlier, hence surer, kind of mention; then put in order.

    An unnamed source may hold a name: "two former Kupol employees".
    """
    kept: list[Found] = []
    taken: set[int] = set()
    for found in candidates:
        places = range(found.span.start, found.span.end)
        if found.kind == "source" and not _cuts(found, kept):
            kept.append(found)
        elif taken.isdisjoint(places):
            taken.update(places)
            kept.append(found)
    return sorted(kept, key=lambda f: f.span)


def _cuts(source: Found, kept: list[Found]) -> bool:
    """Whether a name ends the source, or lies across its edge."""
    over = [f for f in kept if f.span.overlaps(source.span)]
    return any(
        f.kind != "name" or not f.span.within(source.span) or f.span.end == source.span.end
        for f in over
    )
