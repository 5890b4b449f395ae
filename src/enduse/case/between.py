"""Who likely stands between parties of one country and a restricted party of another."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from enduse.case.network import CaseNetwork
from enduse.graph import Broker, Relation, brokers, ways_between

_NO_BROKER = frozenset({"Product", "PublicBody", "Address"})
# So many at most, the best connected first, so that a case of thousands is answered too.
_MOST_GIVERS, _MOST_TAKERS, _MOST_COUNTRIES, _STEPS = 30, 12, 4, 4
_MOST_TOLD = 5
_PARTY = "party-"


@dataclass(frozen=True, slots=True)
class Between:
    """One party that stands between others, and what each measure says of it.

    Attributes:
        party: Its id.
        givers: Parties of the one country.
        taker: The restricted party of another country.
        sentences: What the measures found.
        relations: Those of the shortest ways, as proof.
    """

    party: str
    givers: tuple[str, ...]
    taker: str
    sentences: tuple[str, ...]
    relations: tuple[Relation, ...]


def likely_intermediaries(network: CaseNetwork, taker: str | None = None) -> list[Between]:
    """Find parties through which ways from another country to a restricted party run.

    Only relations that somebody states count; an address in common does not. A party is told
    once, for the restricted party for which it says most, and only where it is on all or at
    least on two of the ways. It is a reason to ask, never a finding.

    Args:
        network: The network of the case.
        taker: Only ways to this party; all restricted ones that documents name where None.
    """
    degree = Counter(end for one in network.relations for end in (one.source, one.target))
    named = (one for one in network.restricted if one in degree and one.startswith(_PARTY))
    takers = [taker] if taker else sorted(named, key=lambda one: (-degree[one], one))[:_MOST_TAKERS]
    best: dict[str, tuple[Broker, tuple[str, ...], str, str]] = {}
    for goal in takers:
        for country, parties in _by_country(network, degree):
            givers = tuple(one for one in parties if one != goal)[:_MOST_GIVERS]
            if not givers or network.book.countries.get(goal) in (None, country):
                continue
            for found in brokers(network.relations, givers, [goal], _STEPS, 3):
                if _says_something(network, found) and _better(found, best.get(found.party)):
                    best[found.party] = (found, givers, goal, country)
    told = sorted(best.values(), key=lambda b: (-b[0].through, -b[0].cuts, b[0].party))
    # Behind whom the ways of another already end, nobody stands between anything new.
    ends = {goal for _, _, goal, _ in told}
    kept = [one for one in told if one[0].party not in ends or taker]
    return [_between(network, *one) for one in kept[:_MOST_TOLD]]


def _by_country(network: CaseNetwork, degree: Mapping[str, int]) -> list[tuple[str, list[str]]]:
    """Parties of each country, the best connected first; countries with most parties first."""
    found: dict[str, list[str]] = {}
    for one in sorted(degree, key=lambda one: (-degree[one], one)):
        country = network.book.countries.get(one)
        if country and network.schemata.get(one) not in _NO_BROKER:
            found.setdefault(country, []).append(one)
    return sorted(found.items(), key=lambda group: (-len(group[1]), group[0]))[:_MOST_COUNTRIES]


def _says_something(network: CaseNetwork, found: Broker) -> bool:
    if network.schemata.get(found.party) in _NO_BROKER:
        return False
    return bool(found.hands_over) or (found.pairs > 1 and found.through > 1)


def _better(found: Broker, held: tuple[Broker, tuple[str, ...], str, str] | None) -> bool:
    return held is None or (found.through, found.cuts) > (held[0].through, held[0].cuts)


def _between(
    network: CaseNetwork, found: Broker, givers: tuple[str, ...], taker: str, country: str
) -> Between:
    groups = f"the parties of {country_name(country)} and {network.label(taker)}"
    sentences = found.sentences(groups, network.label)
    near = network.near
    through = [
        relation
        for giver in givers
        for way in ways_between(giver, taker, near, _STEPS, 1)[:1]
        if found.party in way.parties
        for relation in way.relations
    ]
    return Between(found.party, givers, taker, sentences, tuple(dict.fromkeys(through)))


def country_name(code: str) -> str:
    """A country as a reader knows it.

    Example:
        >>> country_name("cn")
        'China'
    """
    from rigour.territories import get_territory

    found = get_territory(code)
    return found.name if found else code
