"""Fingerprints of both sides of a hit: who was asked about, and what the list says.

A judgement names both. It holds for as long as neither changes, so a fingerprint takes in
everything that could make a reviewer think again, and nothing that could not: the order of
several values, and the width of blanks.
"""

from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from enduse.screening.content import hashed
from enduse.screening.party import Listed, Party

# Of an entity: which lists of ours it came through says nothing about who it is.
_NOT_CONTENT = frozenset({"id", "content", "datasets"})


def party_data(party: Party) -> dict[str, Any]:
    """What was asked, as JSON values; what was not given is left out, and so is the caller's key.

    Example:
        >>> from enduse.screening import Party
        >>> party_data(Party("Ann  Example", "Person", country=("by",), id="17"))
        {'name': 'Ann  Example', 'schema': 'Person', 'country': ['by']}
    """
    told: dict[str, Any] = {}
    for name in party.__slots__:
        value = getattr(party, name)
        if value and name != "id":
            told[name] = list(value) if isinstance(value, tuple) else value
    return told


def party_from_data(data: Mapping[str, Any]) -> Party:
    """The party that `party_data` told of, without the caller's key.

    Example:
        >>> party_from_data({"name": "Ann Example", "country": ["by"]}).country
        ('by',)
    """
    told: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
    return Party(**told)


def print_of_party(party: Party) -> str:
    """Fingerprint of a party as asked about, whatever key the caller gave it.

    Example:
        >>> from enduse.screening import Party
        >>> one = Party("Ann Example", country=("by", "ru"), id="17")
        >>> print_of_party(one) == print_of_party(Party(" Ann  Example", country=("ru", "by")))
        True
    """
    return hashed({key: _plain(value) for key, value in party_data(party).items()})


def print_of_listed(listed: Listed) -> str:
    """Fingerprint of a listed entity: of all the list says, or of what the index knows."""
    if listed.content:
        return listed.content
    known = {n: value for n, value in listed._asdict().items() if n not in _NOT_CONTENT}
    return hashed({key: _plain(value) for key, value in known.items() if value})


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(normalize("NFC", value).split())
    return sorted(_plain(one) for one in value)
