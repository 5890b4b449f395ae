"""Addresses, telephones, directors, founders and registration days that parties may share."""

import re
from collections.abc import Iterable, Iterator

from enduse.case.nodes import Nodes
from enduse.graph import Trait
from enduse.model import Statement
from enduse.names import fold

_OF_PARTY = {
    "address": "address",
    "phone": "phone",
    "email": "email",
    "website": "website",
    "incorporationDate": "registered",
}
PROPS = (*_OF_PARTY, "addressEntity", "full")
_ROOM = re.compile(
    r"\b(?:room|rm|unit|apt|apartment|suite|ste|office|of|kv|floor|fl|pom)\b\.?\s*[\w/-]+", re.I
)
_SUB_NUMBER = re.compile(r"\b\d+[-/][\w-]+\b")
_LEAST_WORDS = 4


def traits(statements: Iterable[Statement], nodes: Nodes) -> Iterator[Trait]:
    """Read traits from statements of parties, addresses and offices.

    Two addresses are the same where they have the same words in any order; the same building
    where they are the same without room, flat and floor.
    """
    full: dict[str, Statement] = {}
    lives: list[tuple[str, str, Statement]] = []
    offices: dict[str, dict[str, list[Statement]]] = {}
    for one in statements:
        if one.schema == "Directorship":
            offices.setdefault(one.entity_id, {}).setdefault(one.prop, []).append(one)
        elif one.schema == "Address" and one.prop == "full":
            full[one.entity_id] = one
        elif one.prop == "addressEntity":
            lives.append((nodes[one.entity_id], one.value, one))
        elif one.prop == "address":
            yield from _addresses(nodes[one.entity_id], one)
        elif one.prop in _OF_PARTY and _tells(one):
            kind = _OF_PARTY[one.prop]
            value = _comparable(kind, one.value)
            yield Trait(nodes[one.entity_id], kind, value, one.evidence, one.value)
    for party, address, _ in lives:
        if address in full:
            yield from _addresses(party, full[address])
    for office in offices.values():
        for company in office.get("organization", ()):
            for director in office.get("director", ()):
                yield Trait(
                    nodes[company.value], "director", nodes[director.value], director.evidence
                )


def _addresses(party: str, told: Statement) -> Iterator[Trait]:
    words = fold(told.value).split()
    if len(set(words)) >= _LEAST_WORDS:
        yield Trait(party, "address", " ".join(sorted(set(words))), told.evidence, told.value)
    without = _SUB_NUMBER.sub(" ", _ROOM.sub(" ", told.value))
    building = set(fold(without).split())
    # Without a number an address is a street or a town, which many share.
    if len(building) >= _LEAST_WORDS and any(word.isdigit() for word in building):
        written = ", ".join(part.strip() for part in without.split(",") if part.strip())
        yield Trait(party, "building", " ".join(sorted(building)), told.evidence, written)


def _tells(one: Statement) -> bool:
    """A year alone is no registration day."""
    return one.prop != "incorporationDate" or len(one.value) >= 10


def _comparable(kind: str, value: str) -> str:
    if kind == "phone":
        return "+" + "".join(c for c in value if c.isdigit())
    return value.strip().casefold().removeprefix("https://").removeprefix("http://").rstrip("/")
