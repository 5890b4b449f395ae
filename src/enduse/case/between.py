"""Who likely stands between parties of one country and a restricted party of another."""

from dataclasses import dataclass

from enduse.case.network import STEPS, CaseNetwork
from enduse.graph import Broker, Relation, brokers, ways_between

_NO_BROKER = frozenset({"Product", "PublicBody", "Address"})
_MOST_GIVERS, _FEW_WAYS = 200, 10
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
    tied = {end for one in network.relations for end in (one.source, one.target)}
    countries = network.book.countries
    takers = (
        [taker]
        if taker
        else sorted(one for one in network.restricted if one in tied and one.startswith(_PARTY))
    )
    by_country: dict[str, list[str]] = {}
    for one in sorted(tied):
        if one in countries and network.schemata.get(one) not in _NO_BROKER:
            by_country.setdefault(countries[one], []).append(one)
    best: dict[str, tuple[Broker, tuple[str, ...], str, str]] = {}
    for goal in takers:
        for country, parties in by_country.items():
            givers = tuple(one for one in parties if one != goal)
            if not givers or len(givers) > _MOST_GIVERS or countries.get(goal) in (None, country):
                continue
            for found in brokers(network.relations, givers, [goal], STEPS):
                if _says_something(network, found) and _better(found, best.get(found.party)):
                    best[found.party] = (found, givers, goal, country)
    told = sorted(best.values(), key=lambda b: (-b[0].through, -b[0].cuts, b[0].party))
    # Behind whom the ways of another already end, nobody stands between anything new.
    ends = {goal for _, _, goal, _ in told}
    return [_between(network, *one) for one in told if one[0].party not in ends or taker]


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
    through = [
        relation
        for giver in givers
        for way in ways_between(giver, taker, network.relations, STEPS, _FEW_WAYS)[:1]
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
