"""A sentence in which each name is one letter, so that patterns can speak of kinds of names.

Patterns are written in a table per language: `<org>`, `<body>`, `<person>`, `<place>`,
`<product>`, `<source>` stand for a mention; `<desc>` is an organisation without its name
("the plant"), `<who>` any that can act, `<any>` all.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["Pattern", "Skeleton", "patterns", "skeleton"]

_LETTERS = {
    "Company": "\ue000",
    "Organization": "\ue000",
    "LegalEntity": "\ue000",
    "PublicBody": "\ue001",
    "Person": "\ue002",
    "Address": "\ue003",
    "Product": "\ue004",
    "Document": "\ue006",
}
_OPENING, _CLOSING = '«"„“《「', '»"“”》」'
_SOURCE = "\ue005"
_DESCRIPTOR = "\ue007"
_CLASSES = {
    "<org>": "[\ue000\ue001\ue007]",
    "<desc>": "\ue007",
    "<body>": "\ue001",
    "<person>": "\ue002",
    "<place>": "\ue003",
    "<product>": "\ue004",
    "<source>": "\ue005",
    "<who>": "[\ue000\ue001\ue002\ue005\ue007]",
    "<actor>": "[\ue000-\ue003\ue005\ue007]",
    "<any>": "[\ue000-\ue007]",
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with letters for its mentions.

    Attributes:
        text: The letters and the words between them.
        places: Where each character of `text` stands in the document; one more for the end.
        mentions: The mentions by their place in `text`.
    """

    text: str
    places: tuple[int, ...]
    mentions: Mapping[int, Found]

    def span(self, start: int, end: int) -> Span:
        """Return the place in the document of a stretch of the skeleton."""
        last = self.mentions.get(end - 1)
        return Span(self.places[start], last.span.end if last else self.places[end - 1] + 1)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying one relation.

    Attributes:
        predicate: What it says.
        regex: Groups: s subject, o object, v verb, q quantity, quote; only v must be there.
        own: The writer says it in passing.
        subject: Name of the subject where no words stand for it.
        object: Likewise of the object.
        polarity: Where the pattern itself decides it.
        modality: Likewise.
        phrase: The object is a deed or a saying, named by its words and not by a name in it.
        needs: Stretches of which a sentence must hold one for it to be tried; none for any.
    """

    predicate: str
    regex: re.Pattern[str]
    own: bool = False
    subject: str | None = None
    object: str | None = None
    polarity: str | None = None
    modality: str | None = None
    phrase: bool = False
    needs: tuple[str, ...] = ()


def skeleton(text: str, sentence: Span, found: tuple[Found, ...], starts: list[int]) -> Skeleton:
    """Return the skeleton of a sentence.

    Args:
        text: Canonical text.
        sentence: Its place.
        found: All mentions of the document, in order.
        starts: Their starts.
    """
    out: list[str] = []
    places: list[int] = []
    mentions: dict[int, Found] = {}
    at = sentence.start
    for k in range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)):
        mention = found[k]
        if mention.span.start < at:
            continue
        start, end = _with_quotes(text, mention.span, at)
        out.extend(text[at:start])
        places.extend(range(at, start))
        mentions[len(out)] = mention
        out.append(_letter(mention))
        places.append(mention.span.start)
        at = end
    out.extend(text[at : sentence.end])
    places.extend(range(at, sentence.end))
    return Skeleton("".join(out), (*places, sentence.end), mentions)


def _letter(mention: Found) -> str:
    if mention.kind == "source":
        return _SOURCE
    if mention.schema == "Company" and (mention.kind == "descriptor" or mention.strength == 0):
        return _DESCRIPTOR
    return _LETTERS.get(mention.schema, "\ue000")


def _with_quotes(text: str, span: Span, floor: int) -> tuple[int, int]:
    """The quotation marks around a name belong to it: «Купол», 《时报》."""
    before, after = text[max(floor, span.start - 1) : span.start], text[span.end : span.end + 1]
    if before and before in _OPENING and after and after in _CLOSING:
        return span.start - 1, span.end + 1
    return span.start, span.end


@lru_cache(maxsize=4)
def patterns(package: str) -> tuple[Pattern, ...]:
    """Load and compile `patterns.yml` of a language's package."""
    text = files(package).joinpath("patterns.yml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple(_compiled(table["words"], row) for row in table["patterns"])


def _compiled(words: Mapping[str, str], row: Mapping[str, Any]) -> Pattern:
    regex = str(row["pattern"])
    for _ in range(3):
        for name, value in words.items():
            regex = regex.replace("{" + name + "}", f"(?:{value})")
    for name, letters in _CLASSES.items():
        regex = regex.replace(name, letters)
    rest = {k: v for k, v in row.items() if k not in ("pattern", "predicate", "needs")}
    rest["needs"] = tuple(str(row.get("needs", "")).split())
    return Pattern(row["predicate"], re.compile(regex), **rest)


def matches(bones: Skeleton, table: tuple[Pattern, ...]) -> Iterator[tuple[Pattern, re.Match[str]]]:
    """Yield where the patterns of a table fit a skeleton."""
    for pattern in table:
        if pattern.needs and not any(needed in bones.text for needed in pattern.needs):
            continue
        for match in pattern.regex.finditer(bones.text):
            yield pattern, match
