"""Origins: the root on which a claim rests. Ten copies of one report have one origin.

Method: the innermost voice of a chain that is named is the root (UNN, citing Reuters: Reuters);
unnamed sources and unseen papers rest on whoever saw them; all bodies of one government are
one origin; what an outlet repeats in its own voice rests on the outlet it credits elsewhere in
the same report, where that one says the same; and what stands in nearly the same words rests on
the text that had them first. Basis: credibility 1 of the Admiralty scale asks
for confirmation by other *independent* sources.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources

import yaml

from enduse.assess.said import Said
from enduse.model import Voice
from enduse.names import fold

_TELLING_WORDS, _SAME_WORDS = 7, 0.75
_UNSEEN = frozenset({"anonymous", "unspecified", "document"})

Credits = Mapping[str, frozenset[str]]
"""For each source, the origins that it credits anywhere in its text."""


def credits_of(said: Iterable[Said]) -> dict[str, frozenset[str]]:
    """Whom each document credits, other than itself."""
    found: dict[str, set[str]] = {}
    for one in said:
        outlet = _outlet(one)
        found.setdefault(one.source.sha256, set()).update(set(roots(one)) - {outlet})
    return {source: frozenset(credited) for source, credited in found.items()}


def origins_of(said: Iterable[Said], credited: Credits | None = None) -> dict[str, list[Said]]:
    """Group claims that say the same by the root they rest on.

    Args:
        said: Claims of one proposition.
        credited: Whom each document credits; without it, own words count as own origin.

    Returns:
        Name of the origin to its claims, in the order of the claims.
    """
    members = list(said)
    spoken = {root for one in members for root in roots(one)}
    groups: dict[str, list[Said]] = {}
    copied = _copied(members)
    for one in members:
        own = _behind(one, spoken, credited or {})
        for root in [copied[one.claim.id]] if one.claim.id in copied and len(own) == 1 else own:
            groups.setdefault(root, []).append(one)
    return groups


def roots(said: Said) -> list[str]:
    """The origins of one claim by itself: one for each chain, or its publisher without one."""
    outlet = _outlet(said)
    found = [_root(chain, outlet) for chain in said.claim.attribution if chain]
    return list(dict.fromkeys(found)) or [outlet]


def _copied(members: list[Said]) -> dict[str, str]:
    """Claims in nearly the same words as one published before, to the origin of that one.

    Two newsrooms do not find the same eight words by themselves; the earlier text is the root.
    """
    found: dict[str, str] = {}
    first: list[tuple[frozenset[str], tuple[str, str]]] = []
    holding: dict[str, list[int]] = {}
    for one in sorted(members, key=lambda m: (m.source.published or "9", m.source.added)):
        mine = _words(one.claim.evidence.quote)
        if len(mine) < _TELLING_WORDS:
            continue
        alike = (first[place] for place in _places(mine, holding))
        earlier = next((told for words, told in alike if _same(mine, words)), None)
        if earlier is None:
            for word in mine:
                holding.setdefault(word, []).append(len(first))
            first.append((mine, (one.source.sha256, roots(one)[0])))
        elif earlier[0] != one.source.sha256:
            found[one.claim.id] = earlier[1]
    return found


def _places(mine: frozenset[str], holding: Mapping[str, list[int]]) -> list[int]:
    """Where earlier quotations that may be nearly the same stand, earliest first.

    The other holds three quarters of these words at least, so it holds one of any quarter and
    one more: of the rarest, which few others hold.
    """
    rarest = sorted(mine, key=lambda word: (len(holding.get(word, ())), word))
    missing = int((1 - _SAME_WORDS) * len(mine))
    return sorted({place for word in rarest[: missing + 1] for place in holding.get(word, ())})


def _same(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    return len(mine & theirs) >= _SAME_WORDS * len(mine | theirs)


@lru_cache(maxsize=50_000)
def _words(quote: str) -> frozenset[str]:
    return frozenset(fold(quote).split())


def _behind(said: Said, spoken: set[str], credited: Credits) -> list[str]:
    own = roots(said)
    if own != [_outlet(said)]:
        return own
    repeated = sorted(credited.get(said.source.sha256, frozenset()) & spoken)
    return repeated or own


def _outlet(said: Said) -> str:
    return said.source.publisher or said.source.name


def _root(chain: tuple[Voice, ...], outlet: str) -> str:
    for voice in reversed(chain):
        government = _government(voice.name)
        if government:
            return government
        if voice.kind not in _UNSEEN:
            return voice.name
    return outlet


@cache
def _governments() -> dict[str, tuple[str, ...]]:
    text = resources.files("enduse.assess").joinpath("data/governments.yml").read_text("utf-8")
    return {state: tuple(map(fold, bodies)) for state, bodies in yaml.safe_load(text).items()}


@lru_cache(maxsize=10_000)
def _government(name: str) -> str | None:
    folded = f" {fold(name)} "
    for state, bodies in _governments().items():
        # Whole words, but Chinese has none: there the body's name itself is enough.
        if any(f" {body} " in folded or (not body.isascii() and body in folded) for body in bodies):
            return f"government of {state}"
    return None
