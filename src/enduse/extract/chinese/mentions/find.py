"""What a Chinese text names: organisations, people, places, products and unnamed sources."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from enduse.extract.chinese.called.finder import called
from enduse.extract.chinese.called.generic import nameless
from enduse.extract.chinese.called.name import Called
from enduse.extract.chinese.called.recurring import recurring
from enduse.extract.chinese.mentions.again import aliases, names_again, short_forms
from enduse.extract.chinese.mentions.descriptors import descriptors
from enduse.extract.chinese.mentions.keys import key_of, kind_of, spaced
from enduse.extract.chinese.mentions.places import known_firms, known_places
from enduse.extract.chinese.mentions.products import products
from enduse.extract.chinese.mentions.sources import media, sides, unnamed_sources
from enduse.extract.chinese.names import Tagged, names
from enduse.extract.chinese.tables.table import sayings
from enduse.extract.chinese.words import words
from enduse.extract.gazetteer import listed
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["find"]


def find(text: str, sentences: tuple[Span, ...], gazetteer: Mapping[str, str]) -> tuple[Found, ...]:
    """Return the mentions of a Chinese text in order, none overlapping.

    Args:
        text: Canonical text.
        sentences: Its sentences; names are looked for in each.
        gazetteer: Known names, case-folded, to FtM schemata.

    Example:
        >>> found = find("深圳天际航空科技有限公司说", (Span(0, 13),), {})
        >>> [(f.text, f.schema, f.key) for f in found]
        [('深圳天际航空科技有限公司', 'Company', '天 际 航 空 科 技')]
    """
    named = [
        _named(text, Tagged(t.kind, Span(s.start + t.span.start, s.start + t.span.end)))
        for s in sentences
        for t in names(text[s.start : s.end])
    ]
    named = [f for f in named if _is_name(text, f)]
    calls = [*(c for s in sentences for c in called(text, s)), *recurring(text, sentences)]
    introduced = [f for c in calls for f in _introduced(text, c) if not _no_name(f.text)]
    named = _beside(named, introduced)
    things = list(products(text))
    candidates = [
        *((3, f) for f in listed(text, gazetteer)),
        *((4, f) for f in things),
        *((4, f) for f in unnamed_sources(text)),
        *((3, f) for f in media(text)),
        *((2, f) for f in named),
        *((4, f) for f in introduced),
        *((4, f) for f in names_again(text, introduced)),
        *((4, f) for f in short_forms(text, [*introduced, *named])),
        *((3, f) for f in descriptors(text)),
        *((5, f) for f in aliases(text, [*things, *introduced, *named])),
        *((1, f) for f in sides(text)),
        *((0, f) for f in known_places(text)),
        *((4, f) for f in known_firms(text)),
    ]
    return _without_countries(text, _without_overlaps(candidates))


def _without_countries(text: str, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """马来西亚海川控股 is 海川控股 where the text names it without its country too."""
    known = {f.text for f in found}
    out: list[Found] = []
    for name in found:
        short = name.schema == "Company" and not name.text.endswith("有限公司")
        country = _country().match(name.text) if short else None
        rest = name.text[country.end() :] if country is not None else ""
        if country is None or len(rest) < 3 or rest not in known:
            out.append(name)
            continue
        middle = name.span.start + country.end()
        place = Span(name.span.start, middle)
        out.append(Found(place, country.group(), "Address", spaced(country.group()), 1))
        out.append(Found(Span(middle, name.span.end), rest, "Company", key_of(rest), name.strength))
    return tuple(out)


@lru_cache(maxsize=1)
def _country() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("countries"), key=len, reverse=True)))


def _is_name(text: str, found: Found) -> bool:
    """Character rules guess; where nothing beside a guess speaks for a name it is dropped."""
    if _no_name(found.text):
        return False
    if (
        found.span.end - found.span.start < 2
        or found.text in words("no_names")
        or found.text.endswith(tuple(words("no_name_ends")))
    ):
        return False
    if (
        found.text.endswith(("部", "局", "院"))
        and text[found.span.end : found.span.end + 1] == "长"
    ):
        return False
    if found.schema == "Person" and any(found.text[k : k + 2] in sayings() for k in (0, 1)):
        return False
    if found.schema == "Person":
        after = text[found.span.end : found.span.end + 3]
        before = text[max(0, found.span.start - 4) : found.span.start]
        if before.endswith("“") and after.startswith("”"):
            return False
        named = before.endswith(tuple(words("titles"))) or after.startswith(
            tuple(words("after_person"))
        )
        return "·" in found.text or named
    return found.schema != "Company" or not nameless(found.text)


_NO_NAME = re.compile(
    r"(?:周|星期)[一二三四五六日]$|(?:[将把向由被与和对从在据]|其中|至少|约)?[一二两三四五六七八九十百千多数几\d]+[台家名架枚套艘批件份种款项座条个位次]|上述|前述|该|这家|没有"
)


def _no_name(written: str) -> bool:
    """Whether words count or point: 两家企业, 荷兰一家法院判处该公司."""
    return _NO_NAME.match(written) is not None or _COUNTS_INSIDE.search(written) is not None


_COUNTS_INSIDE = re.compile(r".一[家名位]|.该[公企集]|.这家")


def _beside(named: list[Found], introduced: list[Found]) -> list[Found]:
    """What character rules found, but for what crosses a surer name."""
    taken = {k for f in introduced for k in range(f.span.start, f.span.end)}
    return [f for f in named if taken.isdisjoint(range(f.span.start, f.span.end))]


def _introduced(text: str, name: Called) -> Iterator[Found]:
    written = text[name.span.start : name.span.end]
    if name.schema == "Person":
        yield Found(name.span, written, "Person", spaced(written), 2)
        return
    schema, strength = (name.schema, 2) if name.schema else kind_of(written)
    key = key_of(written) if schema == "Company" else spaced(written)
    yield Found(name.span, written, schema, key, strength)


def _without_overlaps(candidates: list[tuple[int, Found]]) -> tuple[Found, ...]:
    """The surer first, then the longer."""
    kept: list[Found] = []
    taken: set[int] = set()
    order = sorted(candidates, key=lambda c: (c[0] < 4, c[1].span.start - c[1].span.end, -c[0]))
    for _, found in order:
        places = range(found.span.start, found.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(found)
    return tuple(sorted(kept, key=lambda f: f.span))


def _named(text: str, tag: Tagged) -> Found:
    written = text[tag.span.start : tag.span.end]
    if tag.kind == "PER":
        return Found(tag.span, written, "Person", spaced(written), 1)
    if tag.kind == "LOC":
        return Found(tag.span, written, "Address", spaced(written), 1)
    joint = _JOINT.match(written)
    start = tag.span.start + (joint.end() if joint else 0)
    if written[0] in "省市县区州" and not joint:
        head = _PLACE_HEAD.search(text, max(0, start - 3), start)
        start = head.start() if head else start
    written = text[start : tag.span.end]
    schema, strength = kind_of(written)
    key = key_of(written) if schema == "Company" else spaced(written)
    return Found(Span(start, tag.span.end), written, schema, key, strength)


_PLACE_HEAD = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}$|(?<=[的由为与和在向被将对从是经])[\u4e00-\u9fff]{1,2}$"
)
# Character rules run two names together: A与B科学院.
_JOINT = re.compile(r"[^“”]+(?:与|由|被|系|该)(?=[\u4e00-\u9fff]{4})")
