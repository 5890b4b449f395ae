"""Well-known firms, bodies and countries."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.mentions.keys import regions, spaced
from enduse.extract.chinese.words import letters, words
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
        port = _PORT.match(text, match.end())
        end = port.end() if port else match.end()
        written = text[match.start() : end]
        yield Found(Span(match.start(), end), written, "Address", spaced(written), 1)
    for match in _far_places().finditer(text):
        yield Found(Span(*match.span()), match.group(), "Address", spaced(match.group()), 1)


_PORT = re.compile(r"(?:港(?![口务币元股商资独警府区])|机场|口岸)")


@lru_cache(maxsize=1)
def _far_places() -> re.Pattern[str]:
    """哈尔克岛, 廖内群岛: transcribed, before what kind of place it is."""
    one = "".join(sorted(letters("translit") | {"廖", "丹", "群"}))
    return re.compile(
        rf"(?!于)[{one}]{{2,6}}(?:群岛|岛|海峡|半岛|(?<=...)州|自治共和国)(?![\u4e00-\u9fff]{{0,2}}公司)"
    )


@lru_cache(maxsize=1)
def _authorities() -> re.Pattern[str]:
    every = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    return re.compile(rf"(?:{every})(?:警方|检方|当局|海关|军方)")
