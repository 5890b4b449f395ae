"""Ways from a party to restricted ones, and who sits between two parties."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from enduse.graph.network.relations import Near, Relation, Relations, neighbours

Label = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Way:
    """A chain of relations from one party to another; no party comes twice.

    Attributes:
        parties: Ids in order, both ends included.
        relations: The relations between them, each with its quotations.
    """

    parties: tuple[str, ...]
    relations: tuple[Relation, ...]

    @property
    def weakest(self) -> int:
        """Strength of its weakest relation; see `Relation.strength`."""
        return min(relation.strength for relation in self.relations)

    @property
    def order(self) -> tuple[int, int, int, tuple[str, ...]]:
        """Sorts the shortest first, then the strongest."""
        summed = sum(relation.strength for relation in self.relations)
        return len(self.relations), -self.weakest, -summed, self.parties

    def text(self, label: Label = str) -> str:
        """Write the way as a sentence, each relation in the direction it was stated.

        Example:
            >>> way = Way(("a", "b"), (Relation("b", "a", "owns", contested=True),))
            >>> way.text(str.upper)
            'B owns A (contested)'
        """
        told = []
        for relation in self.relations:
            doubt = " (contested)" if relation.contested else ""
            told.append(f"{label(relation.source)} {relation.kind} {label(relation.target)}{doubt}")
        return "; ".join(told)


def ways_to_restricted(
    party: str,
    relations: Relations,
    restricted: Iterable[str],
    most: int = 4,
    enough: int | None = None,
) -> list[Way]:
    """Find the way to every restricted party within some steps.

    Args:
        party: Where to begin; that it is restricted itself does not matter.
        relations: All relations, of every kind; they are walked in both directions.
        restricted: Ids of restricted parties.
        most: Longest way, in relations.
        enough: Look no further once so many are found, nor at longer ways; None for all.

    Returns:
        One way to each that can be reached, of the shortest the strongest; the shortest
        first.
    """
    goals = frozenset(restricted) - {party}
    best = _best_ways(party, neighbours(relations), most, goals, enough)
    return sorted((way for end, way in best.items() if end in goals), key=lambda w: w.order)


def ways_between(
    one: str, other: str, relations: Relations, most: int = 4, limit: int = 100
) -> list[Way]:
    """Find ways between two parties, shortest and strongest first.

    Of several relations between the same two parties the strongest stands for them.

    Args:
        one: Id of the first party.
        other: Id of the second.
        relations: All relations.
        most: Longest way, in relations.
        limit: So many at most; where there are more, longer ones are left out.

    Returns:
        The ways, each party at most once in each.
    """
    near = neighbours(relations)
    found: list[Way] = []
    reach = _distances(other, near, most)
    for length in range(1, most + 1):
        found += _of_length(Way((one,), ()), other, length, near, reach)
        if len(found) >= limit:
            break
    return sorted(found, key=lambda way: way.order)[:limit]


def who_sits_between(ways: Iterable[Way]) -> list[tuple[str, int]]:
    """Count on how many of the ways each party stands between the ends, busiest first."""
    count: dict[str, int] = defaultdict(int)
    for way in ways:
        for party in way.parties[1:-1]:
            count[party] += 1
    return sorted(count.items(), key=lambda c: (-c[1], c[0]))


def _best_ways(
    start: str, near: Near, most: int, goals: frozenset[str], enough: int | None
) -> dict[str, Way]:
    """The strongest of the shortest ways to every party, layer by layer.

    A way is only as strong as its weakest relation, so extending the best way to each party
    of one layer gives the best way to each of the next.
    """
    best: dict[str, Way] = {}
    layer = {start: Way((start,), ())}
    seen = {start}
    for _ in range(most):
        after: dict[str, Way] = {}
        for party in sorted(layer):
            way = layer[party]
            for relation in near.get(party, ()):
                end = relation.other(party)
                if end in seen:
                    continue
                longer = Way((*way.parties, end), (*way.relations, relation))
                if end not in after or longer.order < after[end].order:
                    after[end] = longer
        seen.update(after)
        best.update(after)
        layer = after
        if enough is not None and len(goals & best.keys()) >= enough:
            break
    return best


def _distances(start: str, near: Near, most: int) -> dict[str, int]:
    distance, layer = {start: 0}, [start]
    for step in range(1, most + 1):
        layer = sorted({r.other(p) for p in layer for r in near.get(p, ())} - distance.keys())
        distance.update(dict.fromkeys(layer, step))
    return distance


def _of_length(way: Way, goal: str, left: int, near: Near, reach: Mapping[str, int]) -> list[Way]:
    """All ways of exactly so many more relations; dead ends are seen by their distance."""
    last = way.parties[-1]
    if left == 0:
        return [way] if last == goal else []
    found: list[Way] = []
    tried: set[str] = set()
    for relation in near.get(last, ()):
        end = relation.other(last)
        too_far = reach.get(end, left) > left - 1
        if end in tried or end in way.parties or too_far or (end == goal and left > 1):
            continue
        tried.add(end)
        longer = Way((*way.parties, end), (*way.relations, relation))
        found += _of_length(longer, goal, left - 1, near, reach)
    return found
