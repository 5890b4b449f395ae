"""Finds the names of a gazetteer in a text of any language, without rules of that language."""

import re
from collections.abc import Mapping

from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["listed"]

_WORD = re.compile(r"\w+", re.UNICODE)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SHORTEST = 3


def listed(text: str, gazetteer: Mapping[str, str]) -> tuple[Found, ...]:
    """Return where the names of a gazetteer stand in a text, longest first at each place.

    Names in scripts with spaces must stand as whole words; case does not matter.

    Example:
        >>> [f.text for f in listed("Az IEMZ Kupol gyártja.", {"IEMZ Kupol": "Company"})]
        ['IEMZ Kupol']
    """
    spaced: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    unspaced: dict[str, list[tuple[str, str]]] = {}
    for name, schema in gazetteer.items():
        if _HAN.search(name):
            unspaced.setdefault(name[:2], []).append((name, schema))
        elif len(name) >= _SHORTEST:
            parts = tuple(_WORD.findall(name.casefold()))
            if parts:
                spaced.setdefault(parts[0], []).append((parts, name, schema))
    found = [*_spaced(text, spaced), *_unspaced(text, unspaced)]
    return tuple(sorted(found, key=lambda f: f.span))


def _spaced(text: str, index: Mapping[str, list[tuple[tuple[str, ...], str, str]]]) -> list[Found]:
    words = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
    found, i = [], 0
    while i < len(words):
        best = 0
        for parts, name, schema in index.get(words[i][0], ()):
            n = len(parts)
            if n > best and tuple(w for w, _, _ in words[i : i + n]) == parts:
                best, chosen = n, (name, schema)
        if best:
            span = Span(words[i][1], words[i + best - 1][2])
            found.append(_found(text, span, *chosen))
        i += best or 1
    return found


def _unspaced(text: str, index: Mapping[str, list[tuple[str, str]]]) -> list[Found]:
    found, i = [], 0
    while i < len(text) - 1:
        names = index.get(text[i : i + 2], ())
        hits = [(n, s) for n, s in names if text.startswith(n, i)]
        if hits:
            name, schema = max(hits, key=lambda h: len(h[0]))
            found.append(_found(text, Span(i, i + len(name)), name, schema))
            i += len(name)
        else:
            i += 1
    return found


def _found(text: str, span: Span, name: str, schema: str) -> Found:
    return Found(span, text[span.start : span.end], schema, name.casefold(), 3)
