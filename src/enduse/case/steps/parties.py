"""Step three: the parties of the case, from what its documents name.

Mentions come together under one party only where the fullest name of each, folded, is the
same; everything beyond that (another script, a short form, a new name) is a question for
`resolve`, not for us. Two Vectors stay two.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable

from enduse.names import fold
from enduse.store import Store
from enduse.store.claims import counted_names
from enduse.store.parties import PartyRow, replace_parties
from enduse.store.steps import is_done, key_of, keys, mark_done

VERSION = "1"
SCHEMATA = frozenset(
    {
        "Airplane",
        "Company",
        "LegalEntity",
        "Organization",
        "Person",
        "Product",
        "PublicBody",
        "Vessel",
    }
)


def derive_parties(store: Store) -> bool:
    """Bring the parties of the case up to date with its mentions.

    Returns:
        Whether anything had to be done.
    """
    with store.write() as connection:
        seen = keys(connection, "extract")
        key = key_of((VERSION, *(f"{source} {done}" for source, done in sorted(seen.items()))))
        if is_done(connection, "parties", "case", key):
            return False
        parties, members = parties_of(counted_names(connection))
        replace_parties(connection, parties, members)
        mark_done(connection, "parties", "case", key)
    return True


def parties_of(
    found: Iterable[tuple[str, str, str, int]],
) -> tuple[list[PartyRow], dict[str, str]]:
    """Group mentions into parties.

    Args:
        found: Mention id, fullest name, schema, and how often it is mentioned so.

    Returns:
        The parties, and for each mention id the party it belongs to.
    """
    schemata: dict[str, Counter[str]] = {}
    names: dict[str, Counter[str]] = {}
    members: dict[str, str] = {}
    for ref, name, schema, times in found:
        key = fold(name)
        if schema not in SCHEMATA or not key:
            continue
        party = party_id(key)
        members[ref] = party
        schemata.setdefault(party, Counter())[schema] += times
        names.setdefault(party, Counter())[name] += times
    rows = [
        PartyRow(party, _most(names[party]), _most(schemata[party]), fold(_most(names[party])))
        for party in sorted(names)
    ]
    return rows, members


def party_id(key: str) -> str:
    """The id of the party with this folded name."""
    return f"party-{hashlib.sha256(key.encode('utf-8')).hexdigest()[:16]}"


def _most(counted: Counter[str]) -> str:
    # Ties are broken by the name itself, so that the order of the documents does not matter.
    return min(counted, key=lambda one: (-counted[one], one))
