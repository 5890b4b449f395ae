"""Origins: the root on which a claim rests. Ten copies of one report have one origin.

Method: the innermost voice of a chain that is named is the root (UNN, citing Reuters: Reuters);
unnamed sources and unseen papers rest on whoever saw them; all bodies of one government are
one origin. Method text: Admiralty credibility 1 asks for other *independent* sources.
"""

from collections.abc import Iterable
from functools import cache
from importlib import resources

import yaml

from enduse.assess.said import Said
from enduse.model import Voice
from enduse.names import fold

_UNSEEN = frozenset({"anonymous", "unspecified", "document"})


def origins_of(said: Iterable[Said]) -> dict[str, list[Said]]:
    """Group claims by the root they rest on.

    Returns:
        Name of the origin to its claims, in the order of the claims.
    """
    groups: dict[str, list[Said]] = {}
    for one in said:
        for root in roots(one):
            groups.setdefault(root, []).append(one)
    return groups


def roots(said: Said) -> list[str]:
    """The origins of one claim: one for each chain, or its publisher where it has none."""
    outlet = said.source.publisher or said.source.name
    found = [_root(chain, outlet) for chain in said.claim.attribution if chain]
    return list(dict.fromkeys(found)) or [outlet]


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


def _government(name: str) -> str | None:
    folded = fold(name)
    for state, bodies in _governments().items():
        if any(body in folded for body in bodies):
            return f"government of {state}"
    return None
