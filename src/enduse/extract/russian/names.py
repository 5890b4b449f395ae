"""Russian names: what natasha tags, put right by class nouns, quotes and legal forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from enduse.extract.russian.tagger import name_spans
from enduse.extract.russian.words import (
    ADJECTIVE,
    COUNTRY_ADJECTIVE,
    LATIN_FORM,
    LEGAL_FORM,
    country_adjective,
    is_adjective,
    is_plural,
    stems,
)
from enduse.extract.segment import Span

_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name and its class: PER, LOC or ORG.

    Attributes:
        kind: PER, LOC or ORG.
        span: Its place.
        alone: True for a class noun without a name.
    """

    kind: str
    span: Span
    alone: bool = False


def names(text: str) -> tuple[Tagged, ...]:
    """Return the names of a text; a place may lie inside an organisation ("МИД России").

    Class nouns that stand alone ("компания") are given too, marked `alone`.

    Example:
        >>> text = "Компания «Купол» и МИД России"
        >>> [text[n.span.start : n.span.end] for n in names(text) if n.kind == "ORG"]
        ['Компания «Купол»', 'МИД России']
    """
    raw = [t for piece in _pieces(text) for t in _tagged(text, piece)]
    found: dict[Span, Tagged] = {}
    places = {t.span.start: t for t in raw if t.kind == "LOC"}
    for tag in (*_quoted(text), *_latin(text), *_put_right(text, raw, places)):
        found.setdefault(tag.span, tag)
    kept = _widest(found.values())
    kept.extend(_repeated(text, kept))
    kept.extend(_alone(text, kept))
    return tuple(sorted(kept, key=lambda t: t.span))


def _pieces(text: str) -> Iterator[Span]:
    """Stretches short enough for the tagger's memory, cut at line ends."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _MOST)
        if end < len(text):
            cut = max(text.rfind("\n", start, end), text.rfind(". ", start, end))
            end = cut + 1 if cut > start else end
        yield Span(start, end)
        start = end


def _tagged(text: str, piece: Span) -> Iterator[Tagged]:
    for kind, start, end in name_spans(text[piece.start : piece.end]):
        yield Tagged(kind, Span(piece.start + start, piece.start + end))


_BRACKETED = re.compile(r"^(.{4,}?) ?\(([^()]{2,12})\)?$")
_INSTITUTION = re.compile(
    r"(?:ЕС|Евросоюз\w{0,2}|Европейск\w+ союз\w?|ООН|НАТО|ОБСЕ|ЕАЭС|СНГ|Кремл\w{1,2}|Белы\w+"
    r" [Дд]ом\w?)$"
)
_NO_NAME = re.compile(r"(?:СМИ|МСУ|IT-индустри\w+|[Вв]ласть|[Ии]нтернет\w*)$")


def _put_right(text: str, raw: list[Tagged], places: dict[int, Tagged]) -> Iterator[Tagged]:
    for tag in raw:
        words = text[tag.span.start : tag.span.end]
        if tag.kind == "ORG":
            if _NO_NAME.match(words):
                continue
            yield from _organisation(text, tag.span, places)
        elif tag.kind == "LOC" and _INSTITUTION.match(words):
            yield Tagged("ORG", tag.span)
        else:
            yield Tagged(tag.kind, tag.span)
            if tag.kind == "LOC":
                yield from _body_of(text, tag.span)


def _organisation(text: str, span: Span, places: dict[int, Tagged]) -> Iterator[Tagged]:
    split = _BRACKETED.match(text[span.start : span.end])
    if split:
        short = Span(span.start + split.start(2), span.start + split.end(2))
        yield Tagged("ORG", _widened(text, Span(span.start, span.start + split.end(1)), places))
        yield Tagged("ORG", short)
        return
    yield Tagged("ORG", _widened(text, span, places))


_OPENING = frozenset('«"„“')
_CLOSING = frozenset('»"“”')
_OPENED = re.compile(r"[«\"„“]")


def _past_no_adjective(text: str, start: int, end: int) -> int:
    """The first word from `start` on that is an adjective, or else the class noun."""
    first, noun = start, re.compile(stems("company", "organisation", "public"))
    while (space := text.find(" ", first, end)) > 0:
        word = text[first:space]
        if noun.match(word) or word[:2].isupper() or is_adjective(word) and word[0].islower():
            break
        if is_adjective(word) and first == start:
            break
        first = space + 1
    return first if space > 0 else start if noun.match(text[start:end]) else first


def _itself(name: str) -> bool:
    """Whether a name begins with its own class noun, so that one before it is another's."""
    return re.match(stems("public"), name) is not None


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    nouns = stems("company", "organisation", "public")
    adjective = rf"(?:(?i:{ADJECTIVE}) )"
    country = rf"(?:(?i:{COUNTRY_ADJECTIVE}) )"
    return re.compile(
        rf"(?:(?<![\w-]){adjective}{{0,2}}(?:{nouns}|{LEGAL_FORM}) (?:{LEGAL_FORM} )?"
        rf"|(?<![\w-]){country})"
        r"[«\"„“]?$"
    )


def _widened(text: str, span: Span, places: dict[int, Tagged]) -> Span:
    """With the class noun before it, the quotes around it and the country after it."""
    start, end = span.start, span.end
    quoted = text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING
    if not quoted and text[end : end + 1] in _CLOSING and _OPENED.search(text[start:end]):
        end += 1
    window = max(0, start - 60)
    before = _before().search(text[window:start])
    if before and "\n" not in before.group() and not _itself(text[start:end]):
        start, end = _past_no_adjective(text, window + before.start(), start), end + quoted
    following = places.get(end + 1)
    if following is not None and text[end : end + 1] == " ":
        end = following.span.end
    return Span(start, end)


@lru_cache(maxsize=1)
def _body() -> re.Pattern[str]:
    nouns = stems("public")
    return re.compile(
        rf"(?<!\w)(?:(?i:{COUNTRY_ADJECTIVE}) )?(?:[А-ЯЁа-яё-]+(?:ный|ного|ная|ной|ное|ному)"
        rf" )?{nouns} $"
    )


def _body_of(text: str, place: Span) -> Iterator[Tagged]:
    """Find "Правительство РФ", «власти Петербурга»."""
    window = max(0, place.start - 60)
    before = _body().search(text[window : place.start])
    if before and "\n" not in before.group():
        yield Tagged("ORG", Span(window + before.start(), place.end))


@lru_cache(maxsize=1)
def _named_in_quotes() -> re.Pattern[str]:
    nouns = stems("company", "organisation", "public")
    return re.compile(
        rf"(?<![\w-])(?:(?i:{ADJECTIVE}) ){{0,2}}(?:{nouns}|{LEGAL_FORM})(?: {LEGAL_FORM})? "
        r"(?:«[^«»\n]{2,60}(?:«[^«»\n]{2,40}»)?»|\"[^\"\n]{2,60}\"|„[^“”\n]{2,60}[“”])"
    )


def _quoted(text: str) -> Iterator[Tagged]:
    for found in _named_in_quotes().finditer(text):
        start = _past_no_adjective(text, found.start(), found.end())
        yield Tagged("ORG", Span(start, found.end()))


_LATIN = re.compile(
    rf"(?:[A-Z][\w&'-]*[ -]){{1,6}}(?:\([A-Z][a-z]+\) )?(?:{LATIN_FORM}\b\.?,? ?){{1,3}}(?<!"
    rf" )(?<!,)"
)


def _latin(text: str) -> Iterator[Tagged]:
    for found in _LATIN.finditer(text):
        end = found.end() - (found.group()[-1] == ".")
        yield Tagged("ORG", _widened(text, Span(found.start(), end), {}))


def _widest(tags: Any) -> list[Tagged]:
    """Of overlapping names of one class the widest; places may lie inside organisations."""
    kept: list[Tagged] = []
    last: dict[str, Tagged] = {}
    for tag in sorted(tags, key=lambda t: (t.span.start, -t.span.end)):
        before = last.get(tag.kind)
        if before is not None and tag.span.overlaps(before.span):
            continue
        last[tag.kind] = tag
        kept.append(tag)
    return kept


@lru_cache(maxsize=1)
def _class_noun() -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = stems("company", "organisation", "public")
    return (
        re.compile(rf"(?<![\w-])(?:(?i:{ADJECTIVE}) ){{0,2}}(?P<noun>{nouns})"),
        re.compile(stems("not_alone")),
    )


def _alone(text: str, kept: list[Tagged]) -> Iterator[Tagged]:
    """Class nouns that no name follows."""
    covered = bytearray(len(text))
    for tag in kept:
        covered[tag.span.start : tag.span.end] = b"\x01" * (tag.span.end - tag.span.start)
    noun, never = _class_noun()
    for found in noun.finditer(text):
        if covered[found.start()] or covered[found.end() - 1] or never.match(found["noun"]):
            continue
        if is_plural(found["noun"]) or found["noun"].lower() == "заводь":
            continue
        start = _past_no_adjective(text, found.start(), found.end())
        if start == found.start("noun") or country_adjective().match(text, start):
            yield Tagged("ORG", Span(start, found.end()), alone=True)


_PLAIN_NAME = re.compile(r"[A-ZА-ЯЁ][\w&.-]{2,}(?: [A-ZА-ЯЁ][\w&.-]+){0,3}")


def _repeated(text: str, kept: list[Tagged]) -> Iterator[Tagged]:
    """A name that the tagger saw in one place is a name in the others too."""
    kinds: dict[str, str] = {}
    for tag in kept:
        kinds.setdefault(text[tag.span.start : tag.span.end].strip('«»"„“”'), tag.kind)
    known = {word for word in kinds if _PLAIN_NAME.fullmatch(word)}
    covered = bytearray(len(text))
    for tag in kept:
        covered[tag.span.start : tag.span.end] = b"\x01" * (tag.span.end - tag.span.start)
    for found in _PLAIN_NAME.finditer(text):
        if found.group() in known and 1 not in covered[found.start() : found.end()]:
            yield Tagged(kinds[found.group()], Span(*found.span()))
