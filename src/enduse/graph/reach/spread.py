"""How far ownership reaches from listed persons: the least fixed point, round by round.

Listed persons are reached. A company is reached once those already reached hold enough of
it; then its own holdings count in full. Nothing is multiplied, and a ring of companies that
own each other is never reached from within itself, because only growth from the listed
persons counts.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from enduse.graph.stakes.holdings import Holding, Holdings
from enduse.graph.stakes.ranges import Threshold, total
from enduse.model import ShareRange


@dataclass(frozen=True, slots=True)
class Terms:
    """By what a rule lets ownership reach on.

    Attributes:
        owned: Share of ownership that reaches a company.
        votes: Share of votes that does; None where votes do not count.
        control: Control without shares reaches.
        joint_each: Each joint holder holds the whole (UK); otherwise a joint holding counts
            only where all its holders are reached.
        arrangements: Parties to a joint arrangement each hold what all of them hold (UK).
        votes_are_control: A majority of votes is a kind of control (EU), not of ownership (UK).
        links_by_votes: A company passes its own holdings on only where the majority of its
            votes, or control, is reached; shares alone own it and end the chain (UK).
        bound: Parties of whom control counts although it does not elsewhere.
    """

    owned: Threshold
    votes: Threshold | None = None
    control: bool = False
    joint_each: bool = False
    arrangements: bool = False
    votes_are_control: bool = False
    links_by_votes: bool = False
    bound: frozenset[str] = frozenset()

    def without_control(self, listed: frozenset[str]) -> "Terms":
        """The same, of which only ownership is asked.

        Control of somebody who is listed himself stays: his holdings are then added to
        those of the person who controls his rights, and that is ownership (OFSI para 4.14).
        """
        votes = None if self.votes_are_control else self.votes
        return replace(
            self, control=False, votes=votes, bound=listed if self.control else self.bound
        )


@dataclass(slots=True)
class Reach:
    """Everybody reached from some roots.

    Attributes:
        roots: Where it starts.
        rank: Round in which each id was reached; roots have 0.
        sure: True if it holds at the lower ends of all bands, False if at the upper ends.
        links: Those of them whose own holdings count further down the chain.
    """

    roots: frozenset[str]
    rank: dict[str, int]
    sure: bool
    links: set[str]

    def __contains__(self, entity: object) -> bool:
        return entity in self.rank


class Spread:
    """Holdings indexed by holder, so that reach can grow from any roots under any terms."""

    def __init__(self, book: Holdings) -> None:
        """Index the holdings of a day; they must not change afterwards."""
        self.book = book
        self.touches: dict[str, set[str]] = defaultdict(set)
        for table in (book.shares, book.votes):
            for asset, held in table.items():
                for holding in held:
                    for holder in holding.holders:
                        self.touches[holder].add(asset)
        for asset, links in book.control.items():
            for link in links:
                for controller in link.controllers:
                    self.touches[controller].add(asset)
        self.partners: dict[bool, dict[str, Reach]] = {True: {}, False: {}}
        for asset, agreed in book.arrangements.items():
            for arrangement, _ in agreed:
                for party in arrangement.parties:
                    self.touches[party].add(asset)

    def grow(self, roots: Iterable[str], terms: Terms, *, sure: bool) -> Reach:
        """Grow from the roots until nothing more is reached.

        Args:
            roots: Listed persons, counted together.
            terms: What reaches.
            sure: True counts the lower ends of bands, False the upper ends.

        Returns:
            Everybody reached, with the round.
        """
        start = frozenset(roots)
        reach = Reach(start, dict.fromkeys(start, 0), sure, set(start))
        frontier, step = set(start), 0
        while frontier:
            step += 1
            touched = {asset for one in frontier for asset in self.touches.get(one, ())}
            found = {a for a in touched if a not in reach and self._falls(a, reach, terms)}
            reach.rank.update(dict.fromkeys(found, step))
            waiting = {a for a in touched if a in reach and a not in reach.links}
            frontier = {a for a in waiting if self._passes_on(a, reach, terms)}
            reach.links |= frontier
        return reach

    def meet_partners(self, terms: Terms) -> None:
        """Find what every party to a joint arrangement holds, each through the others."""
        if not terms.arrangements:
            return
        agreed = [a for table in self.book.arrangements.values() for a, _ in table]
        parties = sorted({party for a in agreed for party in a.parties})
        for sure in (True, False):
            table = self.partners[sure] = {}
            while True:
                before = {p: len(r.links) for p, r in table.items()}
                for party in parties:
                    table[party] = self.grow([party], terms, sure=sure)
                if before == {p: len(r.links) for p, r in table.items()}:
                    break

    def counted(
        self, table: Mapping[str, list[Holding]], asset: str, reach: Reach, terms: Terms
    ) -> list[Holding]:
        """The holdings in one company that count for those reached."""
        held = table.get(asset)
        if not held:
            return []
        within: Collection[str] = reach.links
        if terms.arrangements and asset in self.book.arrangements:
            within = self._with_partners(asset, reach)
        return [h for h in held if _counts(h, within, terms)]

    def held(self, asset: str, reach: Reach, terms: Terms) -> ShareRange:
        """Add up the shares that count."""
        return total(h.share for h in self.counted(self.book.shares, asset, reach, terms))

    def voted(self, asset: str, reach: Reach, terms: Terms) -> ShareRange | None:
        """Add up the votes that count; None where votes follow shares."""
        if asset not in self.book.votes:
            return None
        return total(h.share for h in self.counted(self.book.votes, asset, reach, terms))

    def controlled(self, asset: str, reach: Reach) -> bool:
        """Somebody reached controls the company without regard to shares."""
        links = self.book.control.get(asset, ())
        return any(
            (link.sure or not reach.sure) and any(c in reach.links for c in link.controllers)
            for link in links
            if asset not in link.controllers
        )

    def _falls(self, asset: str, reach: Reach, terms: Terms) -> bool:
        meets = Threshold.always_met if reach.sure else Threshold.can_be_met
        if meets(terms.owned, self.held(asset, reach, terms)):
            return True
        if terms.votes is not None:
            votes = self.voted(asset, reach, terms)
            if votes is not None and meets(terms.votes, votes):
                return True
        return self._is_bound(asset, reach, terms)

    def _passes_on(self, asset: str, reach: Reach, terms: Terms) -> bool:
        """A company that was reached is a link to what it holds itself."""
        if not terms.links_by_votes or terms.votes is None:
            return True
        votes = self.voted(asset, reach, terms)
        if votes is None:
            return True
        meets = Threshold.always_met if reach.sure else Threshold.can_be_met
        return meets(terms.votes, votes) or self._is_bound(asset, reach, terms)

    def _is_bound(self, asset: str, reach: Reach, terms: Terms) -> bool:
        return (terms.control or asset in terms.bound) and self.controlled(asset, reach)

    def _with_partners(self, asset: str, reach: Reach) -> set[str]:
        within = set(reach.links)
        pending = [a for a, certain in self.book.arrangements[asset] if certain or not reach.sure]
        while True:
            joined = [a for a in pending if within.intersection(a.parties)]
            if not joined:
                return within
            pending = [a for a in pending if a not in joined]
            for arrangement in joined:
                for party in arrangement.parties:
                    within.add(party)
                    partner = self.partners[reach.sure].get(party)
                    within.update(partner.links if partner else ())


def _counts(holding: Holding, within: Collection[str], terms: Terms) -> bool:
    if terms.joint_each:
        return any(holder in within for holder in holding.holders)
    return all(holder in within for holder in holding.holders)
