"""Who is likely an intermediary, by measures that each say in words what they found."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from enduse.graph.network.relations import Relation, neighbours

_WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
Label = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Broker:
    """What speaks for one party being an intermediary between two groups.

    Attributes:
        party: Its id.
        through: Shortest ways between the groups that run through it.
        ways: All shortest ways between the groups.
        cuts: Pairs of the groups that nothing known would connect without it.
        pairs: Pairs that are connected.
        hands_over: Pairs (giver, taker) in which goods or money come from one and go to the
            other through it, while nothing is known to go between them directly.
    """

    party: str
    through: int
    ways: int
    cuts: int
    pairs: int
    hands_over: tuple[tuple[str, str], ...]

    def sentences(self, between: str, label: Label = str) -> tuple[str, ...]:
        """Say what each measure found.

        Args:
            between: The two groups in words: "Chinese suppliers and the plant".
            label: Turns an id into a name.
        """
        name = label(self.party)
        run = "runs" if self.through == 1 else "run"
        said = [
            f"{_word(self.through)} of {_word(self.ways)} shortest ways between {between} "
            f"{run} through {name}."
        ]
        if self.cuts:
            said.append(
                f"Without {name}, {_word(self.cuts)} of {_word(self.pairs)} connected pairs would "
                "have no known connection."
            )
        for giver, taker in self.hands_over:
            said.append(
                f"{name} receives from {label(giver)} and passes on to {label(taker)}; nothing "
                "is known to go between them directly."
            )
        return tuple(text[0].upper() + text[1:] for text in said)


def brokers(
    relations: Iterable[Relation],
    givers: Collection[str],
    takers: Collection[str],
    most: int = 4,
    limit: int = 20,
) -> list[Broker]:
    """Rank those who stand between two groups of parties.

    Being on many ways is a reason to ask, never a finding: a forwarder or a bank stands on
    many ways too.

    Args:
        relations: All relations; shortest ways run over them in both directions, handing over
            only in the direction stated.
        givers: One group, such as suppliers.
        takers: The other, such as a plant.
        most: Longest way looked at, in relations.
        limit: So many at most, those on most ways.

    Returns:
        Parties of neither group that are on a shortest way, the most telling first.
    """
    known = tuple(relations)
    near = {
        party: sorted({r.other(party) for r in found}) for party, found in neighbours(known).items()
    }
    ends = set(givers) | set(takers)
    pairs = sorted((g, t) for g in set(givers) for t in set(takers) if g != t)
    from_end = {end: _counted(end, near, most) for end in sorted(ends)}
    through: dict[str, int] = defaultdict(int)
    on_all: dict[str, list[tuple[str, str]]] = defaultdict(list)
    ways = connected = 0
    for giver, taker in pairs:
        there, back = from_end[giver], from_end[taker]
        if taker not in there:
            continue
        length, number = there[taker]
        ways, connected = ways + number, connected + 1
        for party, (steps, routes) in there.items():
            if party in ends or party not in back or steps + back[party][0] != length:
                continue
            through[party] += routes * back[party][1]
            if routes * back[party][1] == number:
                on_all[party].append((giver, taker))
    handed = _handed_over(known, set(givers), set(takers))
    busiest = sorted(through, key=lambda party: (-through[party], party))[:limit]
    found = [
        Broker(
            party,
            through[party],
            ways,
            sum(_is_cut(*pair, party, near, most) for pair in on_all[party]),
            connected,
            tuple(handed.get(party, ())),
        )
        for party in busiest
    ]
    return sorted(found, key=lambda b: (-b.through, -b.cuts, -len(b.hands_over), b.party))


def _counted(start: str, near: Mapping[str, list[str]], most: int) -> dict[str, tuple[int, int]]:
    """For each party within reach: steps of the shortest way, and how many such ways."""
    found, layer = {start: (0, 1)}, {start: 1}
    for step in range(1, most + 1):
        after: dict[str, int] = defaultdict(int)
        for party, routes in layer.items():
            for other in near.get(party, ()):
                if other not in found:
                    after[other] += routes
        found.update({party: (step, routes) for party, routes in after.items()})
        layer = after
    return found


def _is_cut(giver: str, taker: str, without: str, near: Mapping[str, list[str]], most: int) -> bool:
    """Nothing within reach connects the two once a party is taken out."""
    seen, layer = {giver, without}, {giver}
    for _ in range(most):
        layer = {other for party in layer for other in near.get(party, ())} - seen
        seen |= layer
    return taker not in seen


def _handed_over(
    relations: Iterable[Relation], givers: set[str], takers: set[str]
) -> dict[str, list[tuple[str, str]]]:
    """Who receives from a giver and passes on to a taker, in the directions stated."""
    out: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.passes_on:
            out[relation.source].add(relation.target)
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for giver in sorted(givers):
        for middle in sorted(out.get(giver, ())):
            for taker in sorted(out.get(middle, set()) & takers):
                direct = taker in out.get(giver, ()) or giver in out.get(taker, ())
                if middle not in givers | takers and giver != taker and not direct:
                    found[middle].append((giver, taker))
    return found


def _word(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)
