"""What people decided, as a record that only grows, and the clusters that follow from it.

A judgement stands until it is retracted; then the one before it about the same pair stands
again. Clusters are never stored: they are read off the judgements that stand, so whatever was
decided can be taken back and everything is byte for byte what it was.
"""

import json
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import asdict

from enduse.errors import BadInput
from enduse.model import Judgement, Verdict

Pair = tuple[str, str]


class Decisions:
    """The judgements of a case in their order, and what follows from them.

    Example:
        >>> decided = Decisions()
        >>> decided.add(Judgement("a", "b", Verdict.POSITIVE, "me", "2026-01-01T00:00:00Z"))
        >>> decided.add(Judgement("b", "c", Verdict.POSITIVE, "me", "2026-01-01T00:00:01Z"))
        >>> decided.cluster("c")
        ('a', 'b', 'c')
    """

    def __init__(self, journal: Iterable[Judgement] = ()) -> None:
        """Replay a record.

        Raises:
            BadInput: It contradicts itself, or retracts what was not decided.
        """
        self.journal: list[Judgement] = []
        self._standing: dict[Pair, list[Judgement]] = defaultdict(list)
        self._same: dict[str, set[str]] = defaultdict(set)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for judgement in journal:
            self.add(judgement)

    def add(self, judgement: Judgement) -> None:
        """Append a judgement, or refuse it with the chain of judgements that contradicts it.

        Raises:
            BadInput: It contradicts what stands, compares an id with itself, or retracts
                what was not decided.
        """
        judgement = _in_order(judgement)
        pair = judgement.left, judgement.right
        after = self._after(judgement)
        chain = self._contradiction(pair, after)
        if chain:
            raise BadInput(_refusal(judgement, chain), hint="Take one of these back first.")
        self.journal.append(judgement)
        if judgement.verdict is Verdict.RETRACTED:
            self._standing[pair].pop()
        else:
            self._standing[pair].append(judgement)
        self._link(pair, after)

    def retraction(self, left: str, right: str, by: str, at: str, reason: str = "") -> Judgement:
        """The judgement that takes back what stands about a pair; it is not yet added.

        Raises:
            BadInput: Nothing stands about the pair.
        """
        left, right = sorted((left, right))
        if self.verdict(left, right) is None:
            raise BadInput(f"Nothing is decided about {left} and {right}.", hint="See the history.")
        return Judgement(left, right, Verdict.RETRACTED, by, at, reason)

    def last_standing(self) -> Judgement | None:
        """The newest judgement that was not taken back: what `undo` takes back."""
        open_retractions: dict[Pair, int] = defaultdict(int)
        for judgement in reversed(self.journal):
            pair = judgement.left, judgement.right
            if judgement.verdict is Verdict.RETRACTED:
                open_retractions[pair] += 1
            elif open_retractions[pair]:
                open_retractions[pair] -= 1
            else:
                return judgement
        return None

    def verdict(self, left: str, right: str) -> Verdict | None:
        """What stands about a pair; None where nothing does."""
        left, right = sorted((left, right))
        standing = self._standing.get((left, right))
        return standing[-1].verdict if standing else None

    def decided(self) -> frozenset[Pair]:
        """Pairs about which something stands; they need not be asked again."""
        return frozenset(pair for pair, standing in self._standing.items() if standing)

    def standing(self) -> list[Judgement]:
        """What stands, in the order of the pairs."""
        return [self._standing[pair][-1] for pair in sorted(self.decided())]

    def cluster(self, entity: str) -> tuple[str, ...]:
        """All ids judged the same as this one, itself included, sorted."""
        seen, pending = {entity}, [entity]
        while pending:
            new = self._same.get(pending.pop(), set()) - seen
            seen |= new
            pending += new
        return tuple(sorted(seen))

    def canonical(self, entity: str) -> str:
        """The id that stands for the cluster: its smallest."""
        return self.cluster(entity)[0]

    def clusters(self) -> list[tuple[str, ...]]:
        """All clusters of two ids or more, in the order of their canonical ids."""
        left = {entity for entity, linked in self._same.items() if linked}
        found = []
        while left:
            cluster = self.cluster(min(left))
            found.append(cluster)
            left -= set(cluster)
        return found

    def export(self) -> str:
        """What stands, as JSON lines: clusters, then pairs judged different or left open."""
        lines = [
            json.dumps({"canonical_id": cluster[0], "ids": cluster}, ensure_ascii=False)
            for cluster in self.clusters()
        ]
        for standing in self.standing():
            if standing.verdict is not Verdict.POSITIVE:
                lines.append(json.dumps(asdict(standing), ensure_ascii=False))
        return "".join(f"{line}\n" for line in lines)

    def chain(self, left: str, right: str) -> list[Judgement]:
        """The fewest positive judgements that make two ids one party; empty if none do."""
        came: dict[str, str] = {left: left}
        pending = deque([left])
        while pending and right not in came:
            current = pending.popleft()
            for other in sorted(self._same.get(current, ())):
                if other not in came:
                    came[other] = current
                    pending.append(other)
        if right not in came or left == right:
            return []
        steps: list[Judgement] = []
        while right != left:
            first, second = sorted((came[right], right))
            steps.append(self._standing[first, second][-1])
            right = came[right]
        return steps[::-1]

    def _after(self, judgement: Judgement) -> Verdict | None:
        """What would stand about the pair once this is added."""
        if judgement.verdict is not Verdict.RETRACTED:
            return judgement.verdict
        standing = self._standing.get((judgement.left, judgement.right)) or []
        if not standing:
            raise BadInput(
                f"Nothing is decided about {judgement.left} and {judgement.right}.",
                hint="See the history.",
            )
        return standing[-2].verdict if len(standing) > 1 else None

    def _contradiction(self, pair: Pair, after: Verdict | None) -> list[Judgement]:
        """The judgements that a verdict on a pair would contradict."""
        left, right = pair
        if after is Verdict.NEGATIVE:
            now = self.verdict(left, right)
            self._link(pair, None)
            chain = self.chain(left, right)
            self._link(pair, now)
            return chain
        if after is not Verdict.POSITIVE:
            return []
        ours, theirs = set(self.cluster(left)), set(self.cluster(right))
        for one in sorted(ours):
            for other in sorted(self._apart.get(one, set()) & theirs):
                first, second = sorted((one, other))
                if (first, second) != pair:
                    apart = self._standing[first, second][-1]
                    return [*self.chain(left, one), apart, *self.chain(other, right)]
        return []

    def _link(self, pair: Pair, verdict: Verdict | None) -> None:
        """Make the links of a pair what a verdict says."""
        left, right = pair
        for table, wanted in ((self._same, Verdict.POSITIVE), (self._apart, Verdict.NEGATIVE)):
            if verdict is wanted:
                table[left].add(right)
                table[right].add(left)
            else:
                table[left].discard(right)
                table[right].discard(left)


def _in_order(judgement: Judgement) -> Judgement:
    """The smaller id on the left."""
    if judgement.left == judgement.right:
        raise BadInput(f"{judgement.left} is compared with itself.", hint="Name two ids.")
    if judgement.left < judgement.right:
        return judgement
    left, right = judgement.right, judgement.left
    return Judgement(left, right, judgement.verdict, judgement.by, judgement.at, judgement.reason)


def _refusal(judgement: Judgement, chain: list[Judgement]) -> str:
    words = {Verdict.POSITIVE: "is", Verdict.NEGATIVE: "is not"}
    told = ", ".join(f"{j.left} {words[j.verdict]} {j.right} ({j.by}, {j.at})" for j in chain)
    same = "be the same" if judgement.verdict is Verdict.POSITIVE else "be different"
    if judgement.verdict is Verdict.RETRACTED:
        same = "go back to what stood before"
    return f"{judgement.left} and {judgement.right} cannot {same}: {told}."
