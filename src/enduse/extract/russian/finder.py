"""What a Russian text names: organisations, people, places, products and unnamed sources."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from enduse.extract.gazetteer import listed
from enduse.extract.mentions.again import places
from enduse.extract.mentions.found import Found
from enduse.extract.russian.called import (
    class_noun,
    country_of,
    is_in,
    key_of,
    kind_of,
    leads,
    shown_name,
)
from enduse.extract.russian.morphology import forms, lemma, nominative, person_nominative
from enduse.extract.russian.names import Tagged, names
from enduse.extract.russian.products import products, things_meant
from enduse.extract.russian.sources import sources, speakers
from enduse.extract.segment import Span

__all__ = ["find"]

_ALIAS = re.compile(r"[»\"”]? \((?:далее — )?[«\"]?(?P<a>[A-ZА-ЯЁ][\w-]{1,9})[»\"]?\)")
_FOREIGN = re.compile(
    r"(?<![\w-])[A-ZÀ-Þ][A-Za-zÀ-ɏ&'-]+"
    r"(?: (?:[A-ZÀ-Þ][A-Za-zÀ-ɏ\d&'-]*|of|and|de|B\.V\.|S\.A\.))+(?![\w-])"
)
_THE_SOCIETY = re.compile(r"(?<!\w)(?:[Оо]бществ(?:о|а|у|ом|е))(?!\w| с огранич)")


def find(text: str, sentences: tuple[Span, ...], gazetteer: Mapping[str, str]) -> tuple[Found, ...]:
    """Return the mentions of a Russian text in order, none overlapping.

    Args:
        text: Canonical text.
        sentences: Its sentences; not needed here, names are looked for in the whole.
        gazetteer: Known names, case-folded, to FtM schemata.

    Example:
        >>> found = find("ООО «Купол» и завод", (), {})
        >>> [(f.text, f.kind, f.key) for f in found]
        [('ООО «Купол»', 'name', 'купол'), ('завод', 'descriptor', 'завод')]
    """
    tagged = names(text)
    made = list(products(text))
    named = [f for f in (_named(text, t) for t in tagged) if f is not None]
    candidates = [
        *((3, f) for f in listed(text, gazetteer)),
        *((2, f) for f in made),
        *((1, f) for f in named),
        *((2, f) for f in _repeated(text, [*named, *made])),
        *((2, f) for f in _in_place(text, named, tagged)),
        *((3, f) for f in _aliases(text, [*named, *made])),
        *((3, f) for f in _both(text)),
        *((2, f) for f in sources(text)),
        *((1, f) for f in _foreign(text)),
        *((2, f) for f in speakers(text)),
        *((0, f) for f in things_meant(text) if _may_be_meant(f, made)),
        *((0, f) for f in _in_quotes(text)),
        *((0, f) for f in _societies(text, named)),
    ]
    return _without_overlaps(candidates)


def _without_overlaps(candidates: list[tuple[int, Found]]) -> tuple[Found, ...]:
    """The surer first, then the longer; a listed name inside a longer one yields to it."""
    kept: list[Found] = []
    taken = bytearray(max((found.span.end for _, found in candidates), default=0))
    order = sorted(candidates, key=lambda c: (c[0] == 0, -_length(c[1]), -c[0]))
    for _, found in order:
        start, end = found.span
        if taken[start] or taken[end - 1]:
            continue
        taken[start:end] = b"\x01" * (end - start)
        kept.append(found)
    return tuple(sorted(kept, key=lambda f: f.span))


def _length(found: Found) -> int:
    return found.span.end - found.span.start


# What somebody says of a firm, in quotes right behind it, is no name.
_SPOKEN = re.compile(r" [«\"„](?P<first>[а-яё]+)")


def _named(text: str, tag: Tagged) -> Found | None:
    words = text[tag.span.start : tag.span.end]
    if "\n" in words:  # the last name of a headline and the first of its dateline
        tag = replace(tag, span=Span(tag.span.start, tag.span.start + words.index("\n")))
        words = text[tag.span.start : tag.span.end]
    country = country_of(words) if tag.kind == "ORG" else None
    span = tag.span
    if words[-1] == ")" and "(" not in words:
        span, words = Span(span.start, span.end - 1), words[:-1]
    spoken = _SPOKEN.search(words) if tag.kind == "ORG" else None
    if spoken is not None and any(f.pos == "VERB" for f in forms(spoken["first"])[:1]):
        span = Span(span.start, span.start + spoken.start())  # «предприятие «расширяется»»
        words = words[: spoken.start()]
        noun = words.split()[-1]
        return Found(span, words, "Company", lemma(noun), 0, "descriptor", 1, country)
    if tag.kind == "ORG":
        while " " in words and leads(words):
            span = Span(span.start + words.index(" ") + 1, span.end)
            words = text[span.start : span.end]
    if tag.alone:
        noun = words.split()[-1]
        if lemma(noun) == "партия":  # rather a batch than a party where no name follows
            return None
        schema = "PublicBody" if is_in("public", noun) else "Company"
        return Found(span, words, schema, lemma(noun), 0, "descriptor", 1, country)
    if tag.kind == "PER":
        return Found(tag.span, words, "Person", key_of(words), 1, name=person_nominative(words))
    if tag.kind == "LOC":
        return Found(tag.span, words, "Address", key_of(words), 1, name=nominative(words))
    schema, strength = kind_of(words)
    return Found(
        span,
        words,
        schema,
        key_of(words),
        strength,
        country=country,
        name=shown_name(words),
        class_noun=class_noun(words),
    )


def _societies(text: str, named: list[Found]) -> Iterator[Found]:
    """«Общество» where the text speaks of an АО or ООО."""
    if any(f.class_noun == "общество" for f in named):
        for match in _THE_SOCIETY.finditer(text):
            yield Found(Span(*match.span()), match.group(), "Company", "общество", 0, "descriptor")


def _repeated(text: str, known: list[Found]) -> Iterator[Found]:
    """«Чайку-2» and «Северный контур» in places where nothing else gives them away."""
    by_key = {f.key: f for f in known}
    for match in re.finditer(r"[«\"„]([^«»\"„“”\n]{2,40})[»\"“”]", text):
        named = by_key.get(key_of(match[1]))
        if named is not None and named.kind == "name":
            span = Span(*match.span(1))
            yield Found(span, match[1], named.schema, named.key, named.strength)


_ENGINES = frozenset(("двигатель", "мотор"))


def _may_be_meant(thing: Found, made: list[Found]) -> bool:
    """Whether «двигатель» may stand for a product named before: for an engine only."""
    return thing.key not in _ENGINES or any(f.class_noun in _ENGINES for f in made)


_QUOTED_NAME = re.compile(
    r"(?<![:—–] )(?<![:—–])[«„](?P<name>[A-ZА-ЯЁ][\w&.-]*(?: [\wА-Яа-я&№.-]+){0,3})[»“]"
)
_CODED = re.compile(r"[\w-]*-[\dА-ЯЁA-Z]{1,4}[А-ЯЁA-Zа-я]?$|.* \d+$")


def _in_quotes(text: str) -> Iterator[Found]:
    """«Тёплый ангар», «Аист-4»: short words in quotes with a capital, where no verb is in them."""
    for match in _QUOTED_NAME.finditer(text):
        words = match["name"]
        if any(f.pos in _DOING for w in words.split() for f in forms(w)[:1]):
            continue
        schema = "Product" if _CODED.fullmatch(words) else "LegalEntity"
        yield Found(Span(*match.span("name")), words, schema, key_of(words), 0)


_DOING = frozenset(("VERB", "INFN", "GRND", "PRTS", "NPRO", "INTJ", "PRED"))


def _aliases(text: str, known: list[Found]) -> Iterator[Found]:
    """A short name in brackets after a longer one, there and wherever it stands again."""
    marked = [(name, match) for name in known if (match := _ALIAS.match(text, name.span.end))]
    again = places(text, (match["a"] for _, match in marked))
    for named, match in marked:
        if named.kind != "name" or named.schema in ("Person", "Address"):
            continue
        short, place = match["a"], Span(*match.span("a"))
        key = short.casefold()
        yield Found(place, short, named.schema, key, 1, "alias")
        for at in again.get(short, ()):
            end = at + len(short)
            joined = _JOINED.match(text[at - 1 : at]) or _JOINED.match(text, end)
            if at != place.start and not joined:
                yield Found(Span(at, end), short, named.schema, key, 1)


_JOINED = re.compile(r"[\w-]")


def _both(text: str) -> Iterator[Found]:
    for match in re.finditer(r"(?i)\b(?:обе|ни одна из(?: двух| этих)?) компани[ий]\b", text):
        yield Found(Span(*match.span()), match.group(), "Company", "компания", 0, "descriptor", 2)


def _in_place(text: str, found: list[Found], tagged: tuple[Tagged, ...]) -> Iterator[Found]:
    """Make "Завод в Ижевске" a plant of its own and not the one that was named before."""
    places = {t.span.start: t for t in tagged if t.kind == "LOC"}
    for thing in found:
        between = re.compile(r" (?:в|во|под|на) ").match(text, thing.span.end)
        place = places.get(between.end()) if between and thing.kind == "descriptor" else None
        if place is not None and thing.schema == "Company":
            key = f"{thing.key} {key_of(text[place.span.start : place.span.end])}"
            yield replace(thing, kind="name", key=key)


def _foreign(text: str) -> Iterator[Found]:
    """Names in Latin letters, of two words at least, that the tagger did not see."""
    for match in _FOREIGN.finditer(text):
        yield Found(Span(*match.span()), match.group(), "Company", key_of(match.group()), 1)
