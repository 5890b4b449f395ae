"""Parties of a like name that lists hold apart, and that sources take for each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from enduse.assess.said import Said, finding
from enduse.model import Finding
from enduse.names import Kind, analyse, key

_RESTRICTION = frozenset({"sanctioned_by", "listed_by"})
# A word that more parties than this share ("aviation") confuses nobody.
_SHARED_BY_MOST = 4
_SHORTEST = 4
# One word of three stands for a name in the press ("Vector"); one word of five does not.
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A party and the entries that the lists propose for it.

    Attributes:
        id: Party id.
        name: As printed.
        entries: List entries proposed, by list: ("us_ofac_sdn", "ofac-46441").
    """

    id: str
    name: str
    entries: frozenset[tuple[str, str]]


def alike(parties: Iterable[Held], said: Sequence[Said]) -> list[Finding]:
    """Name the pairs that readers take for one: a rare word in common, two entries on one list.

    Args:
        parties: Parties with a proposed entry.
        said: All claims of the case.

    Returns:
        One finding for each pair; where sources give both the same day of restriction, it
        says so, with the claims about one for and about the other against.
    """
    groups: dict[str, list[Held]] = {}
    for one in parties:
        for word in _words(one.name):
            groups.setdefault(word, []).append(one)
    pairs = {
        (one.id, other.id): (one, other, word)
        for word, members in sorted(groups.items())
        if len(members) <= _SHARED_BY_MOST
        for one, other in combinations(sorted(members, key=lambda h: h.id), 2)
        if _held_apart(one, other)
    }
    return [_finding(one, other, word, said) for one, other, word in pairs.values()]


def _words(name: str) -> set[str]:
    """Words long enough to stick, of names short enough for one word to stand for them."""
    words = [t.text for t in analyse(name).tokens if t.kind is Kind.WORD]
    if len(words) > _MOST_WORDS:
        return set()
    return {key(word) for word in words if len(word) >= _SHORTEST}


def _held_apart(one: Held, other: Held) -> bool:
    lists = {name for name, _ in one.entries} & {name for name, _ in other.entries}
    return bool(lists) and not one.entries & other.entries


def _finding(one: Held, other: Held, word: str, said: Sequence[Said]) -> Finding:
    mine, theirs = _restricted(one, said), _restricted(other, said)
    days = sorted(_days(mine) & _days(theirs))
    numbers = [", ".join(sorted(entry for _, entry in h.entries)) for h in (one, other)]
    sentence = (
        f"{one.name} ({numbers[0]}) and {other.name} ({numbers[1]}) share the word “{word}” "
        "and are two entries on the lists; nothing is merged."
    )
    if days:
        sentence += f" Sources name now one, now the other as restricted on {', '.join(days)}."
    return finding("alike", [one.id, other.id], sentence, mine, theirs)


def _restricted(party: Held, said: Sequence[Said]) -> list[Said]:
    return [one for one in said if one.subject == party.id and one.claim.predicate in _RESTRICTION]


def _days(said: Iterable[Said]) -> set[str]:
    return {one.claim.date for one in said if one.claim.date}
