"""Where every party stands under one set of terms: reached surely, possibly, or not."""

from collections.abc import Iterable
from dataclasses import dataclass

from enduse.graph.reach.answer import (
    BLOCKED,
    CONTROL,
    INDETERMINATE,
    LISTED,
    NONE,
    NOT_BLOCKED,
    OWNERSHIP,
    VIA_CONTROLLED,
    VOTES,
)
from enduse.graph.reach.spread import Reach, Spread, Terms
from enduse.graph.stakes.holdings import Holdings
from enduse.graph.stakes.ranges import ZERO, between, largest
from enduse.model import ShareRange


@dataclass(slots=True)
class Group:
    """Listed persons whose holdings are counted together, and how far they reach.

    Attributes:
        sure: Reached at the lower ends of all bands.
        possible: Reached at the upper ends.
        owned: Reached surely by ownership alone, control left out.
    """

    sure: Reach
    possible: Reach
    owned: Reach


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one party stands.

    Attributes:
        status: blocked, not_blocked or indeterminate.
        basis: By what, if blocked.
        aggregate: Shares that count; where persons are not added up, the largest total.
        votes: The same for votes, where they are stated apart and count.
        group: The group that says most about this party; None where nobody holds anything.
    """

    status: str
    basis: str
    aggregate: ShareRange
    votes: ShareRange | None
    group: Group | None


class Outcome:
    """The whole graph solved for one regime and day.

    Groups decide the method: one group of all listed persons adds them up (US, EU, BIS);
    one group per listed person keeps them apart (UK).
    """

    def __init__(
        self, book: Holdings, listed: frozenset[str], terms: Terms, *, together: bool
    ) -> None:
        """Grow every group to its fixed point. Listed persons who hold nothing form none.

        Args:
            book: Holdings of the day.
            listed: Everybody listed under this regime.
            terms: What reaches.
            together: Count all listed persons together, or each alone.
        """
        self.book, self.listed, self.terms = book, listed, terms
        self.assumed: frozenset[str] = frozenset()
        self.aside: frozenset[str] = frozenset()
        self.together = together
        self.spread = Spread(book)
        holding = listed & self.spread.touches.keys()
        roots: Iterable[frozenset[str]] = (
            [holding] if together else [frozenset([one]) for one in sorted(holding)]
        )
        self._owned_only = Spread(book)
        self._owned_only.meet_partners(terms.without_control(self.listed))
        self.spread.meet_partners(terms)
        self.groups = [self._group(group) for group in roots]
        self._by_entity: dict[str, list[Group]] = {}
        for one in self.groups:
            for entity in self._near(one):
                self._by_entity.setdefault(entity, []).append(one)

    def _group(self, roots: frozenset[str]) -> Group:
        sure = self.spread.grow(roots, self.terms, sure=True)
        possible = self.spread.grow(roots, self.terms, sure=False)
        owned = self._owned_only.grow(roots, self.terms.without_control(self.listed), sure=True)
        return Group(sure, possible, owned)

    def _near(self, group: Group) -> set[str]:
        """Everybody in whom the group holds anything."""
        reached = set(group.possible.rank)
        for one in group.possible.rank:
            reached |= self.spread.touches.get(one, set())
        return reached

    def near(self, entity: str) -> list[Group]:
        """The groups that hold something in a party."""
        return self._by_entity.get(entity, [])

    def is_possible(self, entity: str) -> bool:
        """Listed, blocked, or not known not to be."""
        groups = self._by_entity.get(entity, ())
        return entity in self.listed or any(entity in group.possible for group in groups)

    def standing(self, entity: str) -> Standing:
        """Say where one party stands."""
        groups = self.near(entity)
        sums = [self.sum_for(entity, group) for group in groups]
        aggregate = largest(sums) if sums else ZERO
        ballots = [v for group in groups if (v := self.votes_for(entity, group)) is not None]
        votes = largest(ballots) if ballots else None
        reaching = [g for g in groups if entity in g.sure]
        best = max(groups, key=lambda g: self._weight(entity, g), default=None)
        if entity in self.listed:
            return Standing(BLOCKED, LISTED, aggregate, votes, best)
        if reaching:
            basis, group = self._basis(entity, reaching)
            return Standing(BLOCKED, basis, aggregate, votes, group)
        status = INDETERMINATE if self.is_possible(entity) else NOT_BLOCKED
        return Standing(status, NONE, aggregate, votes, best)

    def sum_for(self, entity: str, group: Group) -> ShareRange:
        """What a group holds in a company, from its lower to its upper end."""
        return between(
            self.spread.held(entity, group.sure, self.terms),
            self.spread.held(entity, group.possible, self.terms),
        )

    def votes_for(self, entity: str, group: Group) -> ShareRange | None:
        """The same for votes; None where they do not count or follow shares."""
        if self.terms.votes is None or entity not in self.book.votes:
            return None
        low = self.spread.voted(entity, group.sure, self.terms) or ZERO
        high = self.spread.voted(entity, group.possible, self.terms) or ZERO
        return between(low, high)

    def _weight(self, entity: str, group: Group) -> tuple[bool, bool, object, object, list[str]]:
        held = self.sum_for(entity, group)
        roots = sorted(group.sure.roots)
        return entity in group.sure, entity in group.possible, held.low, held.high, roots

    def _basis(self, entity: str, reaching: list[Group]) -> tuple[str, Group]:
        """The first ground that holds, in the order ownership, votes, control, via holder."""
        order = (OWNERSHIP, VOTES, CONTROL, VIA_CONTROLLED)
        grounds = [(self._ground(entity, group), group) for group in reaching]
        return min(grounds, key=lambda g: order.index(g[0]))

    def _ground(self, entity: str, group: Group) -> str:
        if entity in group.owned:
            terms = self.terms.without_control(self.listed)
            held = self._owned_only.held(entity, group.owned, terms)
            return OWNERSHIP if terms.owned.always_met(held) else VOTES
        if self.spread.controlled(entity, group.sure):
            return CONTROL
        held = self.spread.held(entity, group.sure, self.terms)
        by_votes = self.terms.votes_are_control and not self.terms.owned.always_met(held)
        return CONTROL if by_votes else VIA_CONTROLLED
