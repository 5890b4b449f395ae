"""What a Russian text names: organisations, people, places, products and unnamed sources."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from enduse.extract.gazetteer import listed
from enduse.extract.mentions.again import places
from enduse.extract.mentions.found import Found
from enduse.extract.russian.names import Tagged, names
from enduse.extract.russian.words import (
    ADJECTIVE,
    LEGAL_FORM,
    countries,
    country_adjective,
    is_adjective,
    lemma,
    nominative,
    stems,
)
from enduse.extract.segment import Span

__all__ = ["find"]

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[«\"„“]([^«»\"„“”]+)[»\"“”]?")
_SOURCE = re.compile(
    r"(?i)\b(?:(?:(?P<n>дв(?:а|ух|ое|оих)|тр(?:и|[её]х|ое)|несколько|четыре|пять) )?"
    r"(?:[а-яё]+(?:ый|ий|ого|ых|ие|ые|им|ым|их) ){0,2}"
    r"(?:источник(?:а|ов|и|у|ам|ом)?|собеседник(?:а|ов|и|у|ом)?|инсайдер(?:а|ы|ов)?|очевид(?:ец"
    r"|цы|цев))"
    r"|осведомл[её]нн\w+ лиц\w*|высокопоставленн\w+ чиновник\w*|быв(?:ший|шего|шие|ших|шим)"
    r" сотрудник\w*)\b"
    r"(?:,? (?:близк\w+ к|знаком\w+ с|осведомл[её]нн\w+ о) [а-яё]+(?: [а-яё]+)?)?"
)
_NUMBERS = {"дв": 2, "тр": 3, "че": 4, "пя": 5, "не": 0}
_CODE = re.compile(
    r"(?<![\w«-])[A-ZА-ЯЁ][\w]*-\d+\w*(?![\w-])|(?<![\w-])[A-ZА-ЯЁ][а-яёa-z]+-[A-ZА-ЯЁ]\d+(?!\w)"
)
_NAME_FOLLOWS = re.compile(r" (?:[«\"„]|[A-ZА-ЯЁ][\w-]*\d|[A-Z][a-z])")


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
    products = list(_products(text))
    named = [f for f in (_named(text, t) for t in tagged) if f is not None]
    candidates = [
        *((3, f) for f in listed(text, gazetteer)),
        *((2, f) for f in products),
        *((1, f) for f in named),
        *((2, f) for f in _repeated(text, [*named, *products])),
        *((2, f) for f in _in_place(text, named, tagged)),
        *((3, f) for f in _aliases(text, [*named, *products])),
        *((3, f) for f in _both(text)),
        *((2, f) for f in _sources(text)),
        *((0, f) for f in _things_meant(text)),
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


def _named(text: str, tag: Tagged) -> Found | None:
    words = text[tag.span.start : tag.span.end]
    country = _country(words) if tag.kind == "ORG" else None
    span = tag.span
    if words[-1] == ")" and "(" not in words:
        span, words = Span(span.start, span.end - 1), words[:-1]
    if tag.kind == "ORG":
        while " " in words and _leads(words):
            span = Span(span.start + words.index(" ") + 1, span.end)
            words = text[span.start : span.end]
    if tag.alone:
        noun = words.split()[-1]
        schema = "PublicBody" if _is("public", noun) else "Company"
        return Found(span, words, schema, lemma(noun), 0, "descriptor", 1, country)
    if tag.kind == "PER":
        return Found(tag.span, words, "Person", key_of(words), 1)
    if tag.kind == "LOC":
        return Found(tag.span, words, "Address", key_of(words), 1, name=nominative(words))
    schema, strength = _kind(words)
    return Found(span, words, schema, key_of(words), strength, country=country, name=_shown(words))


_OWN_NAME = re.compile(r"[«\"„“](?P<quoted>[^«»\"„“”]{3,})[»\"“”]?$|(?P<latin>[A-Z][^А-яЁё]*)$")


def _shown(words: str) -> str | None:
    """The name without the class nouns before it, which decline; None where there are none."""
    own = _OWN_NAME.search(words)
    if own is None or not own.start():
        return None
    for word in words[: own.start()].split():
        tells = word[0].islower() and is_adjective(word)
        if not (tells or _is("company", word) or _is("organisation", word)):
            return None
    return own["quoted"] or own["latin"]


def _leads(words: str) -> bool:
    """Whether the first word is an adjective that tells about the name and is no part of it."""
    first = words.split(" ", 1)[0]
    if country_adjective().fullmatch(first):
        return first[0].islower() or not _is("public", words.split(" ")[1])
    return first[0].islower() and is_adjective(first) and not _has("public", words)


def _kind(words: str) -> tuple[str, int]:
    if re.match(LEGAL_FORM, words) or _has("company", words):
        return "Company", 2
    if _has("public", words) or re.fullmatch(r"[А-ЯЁ]{2,5}(?: [А-ЯЁ]\w+)?", words):
        return "PublicBody", 1
    if _has("organisation", words):
        return "Organization", 2
    return (
        ("Company", 2)
        if re.search(r"\b(?:Ltd|Limited|LLC|Inc|FZE|Co)\b", words)
        else ("LegalEntity", 0)
    )


@lru_cache(maxsize=8)
def _list(name: str) -> re.Pattern[str]:
    return re.compile(stems(name))


def _has(name: str, words: str) -> bool:
    return any(_list(name).fullmatch(w) for w in _WORD.findall(words))


def _is(name: str, word: str) -> bool:
    return _list(name).fullmatch(word) is not None


def _country(words: str) -> str | None:
    found = country_adjective().search(words)
    return countries()[found["stem"].lower()] if found else None


def key_of(words: str) -> str:
    """The name by which two mentions are compared: lemmas, without class noun and quotes.

    Example:
        >>> key_of("концерна «Уралприбор»") == key_of("«Уралприбору»") == "уралприбор"
        True
    """
    quoted = _QUOTED.search(words)
    inner = quoted[1] if quoted and len(quoted[1]) > 2 else words
    parts = _WORD.findall(inner)
    generic = "company", "organisation"
    kept = [
        p
        for p in parts
        if not re.fullmatch(LEGAL_FORM, p)
        and not any(_is(g, p) and p[0].islower() for g in generic)
    ]
    latin = re.compile(r"(?:Ltd|Limited|LLC|Inc|Corp|Co|FZE|GmbH)")
    kept = [p for p in kept if not latin.fullmatch(p)] or kept or parts
    return " ".join(lemma(p) if p[0].isalpha() else p for p in kept) or words.casefold()


@lru_cache(maxsize=1)
def _product_noun() -> re.Pattern[str]:
    nouns = stems("product")
    adjective = rf"(?:(?i:{ADJECTIVE}) )"
    return re.compile(
        rf"(?<![\w-]){nouns} (?:{adjective}){{0,2}}(?:модели |типа |класса |под названием )?"
        r"(?:[«\"„](?P<quoted>[^«»\"„“”\n]{2,40})[»\"“”]|(?P<plain>[A-ZА-ЯЁ][\w]*(?:-[\w]+)+"
        r"|[A-Z][a-z]+(?: [A-Z]?\d+)?))"
    )


def _products(text: str) -> Iterator[Found]:
    for match in _product_noun().finditer(text):
        span = Span(*match.span("quoted" if match["quoted"] else "plain"))
        words = text[span.start : span.end]
        yield Found(span, words, "Product", key_of(words), 2)
    for match in _CODE.finditer(text):
        yield Found(Span(*match.span()), match.group(), "Product", key_of(match.group()), 1)


def _repeated(text: str, known: list[Found]) -> Iterator[Found]:
    """«Чайку-2» and «Северный контур» in places where nothing else gives them away."""
    by_key = {f.key: f for f in known}
    for match in re.finditer(r"[«\"„]([^«»\"„“”\n]{2,40})[»\"“”]", text):
        named = by_key.get(key_of(match[1]))
        if named is not None and named.kind == "name":
            span = Span(*match.span(1))
            yield Found(span, match[1], named.schema, named.key, named.strength)


_ALIAS = re.compile(r"[»\"”]? \((?:далее — )?[«\"]?(?P<a>[A-ZА-ЯЁ][\w-]{1,9})[»\"]?\)")


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


def _sources(text: str) -> Iterator[Found]:
    for match in _SOURCE.finditer(text):
        words = match.group()
        before = text[max(0, match.start() - 1) : match.start()]
        if before == "«":
            continue
        number = _NUMBERS.get((match["n"] or "")[:2].lower(), 1)
        yield Found(Span(*match.span()), words, "LegalEntity", words.lower(), 1, "source", number)


@lru_cache(maxsize=1)
def _meant() -> re.Pattern[str]:
    return re.compile(
        r"(?i)(?<![\w-])(?:(?:эт(?:от|ого|ому|им|а|у|ой)|так(?:ой|ого)|нов(?:ый|ого)) )?"
        r"(?P<product>беспилотник(?:а|у|ом)?|дрон(?:а|у|ом)?|аппарат(?:а|у|ом)?|ракет(?:а|ы|у|ой)"
        r"|бпла|бла|изделие|изделия|двигатель|двигателя|снаряд(?:а|у|ом)?)(?![\w-])"
    )


def _things_meant(text: str) -> Iterator[Found]:
    for match in _meant().finditer(text):
        words = match.group()
        if _NAME_FOLLOWS.match(text, match.end()):
            continue
        yield Found(Span(*match.span()), words, "Product", lemma(match["product"]), 0, "descriptor")
