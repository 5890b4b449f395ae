"""Well-known firms, bodies and countries."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.mentions.keys import regions, spaced
from enduse.extract.chinese.words import words
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["known_firms", "known_places"]


def known_firms(text: str) -> Iterator[Found]:
    """Makers of parts that the reports of this field name without any form."""
    for match in _known_firms().finditer(text):
        schema = "Company" if match.group() in words("firms") else "PublicBody"
        yield Found(Span(*match.span()), match.group(), schema, spaced(match.group()), 2)


@lru_cache(maxsize=1)
def _known_firms() -> re.Pattern[str]:
    bodies = {b for b in words("bodies") if len(b) > 5}
    return re.compile("|".join(sorted(words("firms") | bodies, key=len, reverse=True)))


def known_places(text: str) -> Iterator[Found]:
    """Countries and well-known cities wherever no longer name holds them."""
    for match in _authorities().finditer(text):
        written = match.group()
        yield Found(Span(*match.span()), written, "PublicBody", spaced(written), 1)
    for match in regions().finditer(text):
        yield Found(Span(*match.span()), match.group(), "Address", spaced(match.group()), 1)


@lru_cache(maxsize=1)
def _authorities() -> re.Pattern[str]:
    every = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    return re.compile(rf"(?:{every})(?:警方|检方|当局|海关|军方)")
