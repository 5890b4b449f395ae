"""Chinese names: suffixes, surnames, transliterations and a list of countries over jieba."""

from enduse.extract.chinese.guessed.organisations import bodies, companies, embassies, institutions
from enduse.extract.chinese.guessed.people import dotted_people, people, titled_people
from enduse.extract.chinese.guessed.places import (
    datelines,
    foreign_names,
    listed_places,
    places,
    single_letters,
)
from enduse.extract.chinese.guessed.tag import Tagged
from enduse.extract.chinese.words import tagged

__all__ = ["Tagged", "names"]


def names(text: str) -> tuple[Tagged, ...]:
    """Return the names of a text in order, none overlapping.

    Example:
        >>> text = "深圳天际航空科技有限公司在莫斯科"
        >>> [(n.kind, text[n.span.start : n.span.end]) for n in names(text)]
        [('ORG', '深圳天际航空科技有限公司'), ('LOC', '莫斯科')]
    """
    tokens = tagged(text)
    taken = bytearray(len(text))
    found: list[Tagged] = []
    finders = (
        embassies, companies, institutions, bodies, dotted_people, titled_people, listed_places,
        datelines, single_letters, foreign_names, people, places,
    )  # fmt: skip
    for finder in finders:
        for tag in finder(text, tokens):
            if 1 not in taken[tag.span.start : tag.span.end]:
                taken[tag.span.start : tag.span.end] = b"\x01" * (tag.span.end - tag.span.start)
                found.append(tag)
    return tuple(sorted(found, key=lambda t: t.span))
