"""Finds the names of a gazetteer in a text of any language, without rules of that language."""

import re
from collections.abc import Mapping
from functools import cached_property

from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["Gazetteer", "listed"]

_WORD = re.compile(r"\w+", re.UNICODE)
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SHORTEST = 3


class Gazetteer(dict[str, str]):
    """Case-folded names to FtM schemata, with an index that is made once for many texts."""

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "Gazetteer":
        """Fold names as lists write them; a gazetteer comes back as it is.

        Example:
            >>> Gazetteer.of({"IEMZ Kupol": "Company"})
            {'iemz kupol': 'Company'}
        """
        if isinstance(names, cls):
            return names
        return cls((name.casefold(), schema) for name, schema in names.items())

    @cached_property
    def spaced(self) -> "Mapping[str, list[_Entry]]":
        """Names in scripts with spaces, as words, by their first word."""
        found: dict[str, list[_Entry]] = {}
        for name, schema in self.items():
            if len(name) >= _SHORTEST and not _HAN.search(name):
                parts = tuple(_WORD.findall(name))
                if parts:
                    found.setdefault(parts[0], []).append((parts, name, schema))
        return found

    @cached_property
    def unspaced(self) -> Mapping[str, list[tuple[str, str]]]:
        """Names in scripts without spaces, by their first two characters."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name, schema in self.items():
            if _HAN.search(name):
                found.setdefault(name[:2], []).append((name, schema))
        return found


_Entry = tuple[tuple[str, ...], str, str]


def listed(text: str, gazetteer: Mapping[str, str]) -> tuple[Found, ...]:
    """Return where the names of a gazetteer stand in a text, longest first at each place.

    Names in scripts with spaces must stand as whole words; case does not matter.

    Example:
        >>> [f.text for f in listed("Az IEMZ Kupol gyártja.", {"IEMZ Kupol": "Company"})]
        ['IEMZ Kupol']
    """
    if not gazetteer:
        return ()
    known = Gazetteer.of(gazetteer)
    found = [*_spaced(text, known.spaced), *_unspaced(text, known.unspaced)]
    return tuple(sorted(found, key=lambda f: f.span))


def _spaced(text: str, index: Mapping[str, list[_Entry]]) -> list[Found]:
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
    found: list[Found] = []
    i = 0 if index else len(text)
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
