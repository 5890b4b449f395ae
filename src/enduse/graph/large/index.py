"""Millions of stakes in memory: who is reached, why, and the way to somebody listed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enduse.graph.large.columns import VOTES, Columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from enduse.graph.stakes.ranges import Threshold

    Ints = NDArray[np.int64]
    Ids = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a way: from a party to the next, over a stake read in either direction.

    Attributes:
        source: Number of the party left.
        target: Number of the party reached.
        stake: Row of the stake in the columns.
    """

    source: int
    target: int
    stake: int


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """Who is reached from the listed parties.

    Attributes:
        rank: Round in which each party was reached, 0 for listed ones, -1 if not.
        shares: What reached holders have in each company, in units of the columns; where
            listed parties stand alone, the largest sum of any of them.
    """

    rank: Ids
    shares: Ints


class OwnershipIndex:
    """Columns sorted both ways, with scratch space, so that questions take milliseconds.

    Example:
        >>> from enduse.graph.large.columns import columns_from_numbers
        >>> from enduse.graph.stakes.ranges import Threshold
        >>> from enduse.model import HALF
        >>> halves = columns_from_numbers([0, 1], [1, 2], [1, 1], [2, 2], parties=3)
        >>> index = OwnershipIndex(halves)
        >>> index.fixed_point([0], Threshold(HALF, True)).rank.tolist()
        [0, 1, 2]
    """

    def __init__(self, columns: Columns) -> None:
        """Sort the stakes by holder and by company; stakes in oneself are left out."""
        import numpy as np

        from enduse.graph.large.kernel import ordered

        self.columns = columns
        own = columns.owner == columns.asset
        self.owner_starts, self.rows = ordered(columns.owner, columns.parties, own)
        self.owner, self.asset = columns.owner[self.rows], columns.asset[self.rows]
        self.kind, self.low = columns.kind[self.rows], columns.low[self.rows]
        exact = columns.low is columns.high
        self.high = self.low if exact else columns.high[self.rows]
        none = np.zeros(len(self.rows), dtype=np.bool_)
        self.asset_starts, self.by_asset = ordered(self.asset, columns.parties, none)
        self._links: tuple[Ints, Ids, Ids] | None = None
        self._scratch: tuple[Ids, Ints, Ids] | None = None
        self._turn = 0

    def fixed_point(
        self,
        listed: Iterable[int],
        owned: Threshold,
        votes: Threshold | None = None,
        *,
        together: bool = True,
        sure: bool = True,
    ) -> FixedPoint:
        """Grow from the listed parties to the least fixed point.

        Args:
            listed: Numbers of listed parties.
            owned: Share that reaches a company.
            votes: Share of votes that does; where given, control counts too.
            together: Add up all listed parties (US, EU, BIS), or let each stand alone (UK),
                where a joint holder holds the whole.
            sure: Lower ends of bands, or upper ends.

        Returns:
            Rounds and sums.
        """
        import numpy as np

        from enduse.graph.large.kernel import grown, grown_apart

        columns = self.columns
        mark = np.full(columns.parties, columns.mark(owned), dtype=np.int64)
        for number, holders in columns.joint:
            mark[number] = len(holders) if together else 1
        least = 0 if votes is None else columns.mark(votes)
        roots = np.array(sorted(listed), dtype=np.int32)
        amount = self.low if sure else self.high
        stakes = self.owner_starts, self.asset, self.kind, amount
        if together:
            rank, shares, _ = grown(stakes, mark, least, roots)
        else:
            apart = np.zeros(columns.parties, dtype=np.bool_)
            apart[self.asset[self.kind == VOTES]] = True
            _, rank, shares = grown_apart(stakes, mark, least, roots, apart)
        return FixedPoint(rank, shares)

    def grounds(self, party: int, point: FixedPoint, most: int = 16) -> list[int]:
        """Rows of all stakes that an answer about one party rests on.

        These are the stakes in it and in every holder reached that is not listed itself; and,
        for the notes about rings and largest holders, those in some holders not reached.

        Args:
            party: Number of the party.
            point: The fixed point, at the upper ends of bands.
            most: How many holders not reached are followed.

        Returns:
            Rows of the columns, to be looked up with their evidence and given to
            `assess_party`.
        """
        rows: list[int] = []
        seen, pending, spare = {party}, [party], most
        while pending:
            current = pending.pop()
            start, stop = self.asset_starts[current], self.asset_starts[current + 1]
            for place in self.by_asset[start:stop].tolist():
                rows.append(int(self.rows[place]))
                holder = int(self.owner[place])
                if holder in seen or point.rank[holder] == 0:
                    continue
                if point.rank[holder] < 0:
                    if spare == 0:
                        continue
                    spare -= 1
                seen.add(holder)
                pending.append(holder)
        return rows

    def way_to(self, party: int, goals: NDArray[np.bool_], most: int = 6) -> list[Hop] | None:
        """Find a shortest way from a party to one of the goals, over stakes in any direction.

        Args:
            party: Number of the party.
            goals: For each party, whether it is looked for; the party itself does not count.
            most: Longest way, in stakes.

        Returns:
            Its hops in order; None where there is no way that short.
        """
        import numpy as np

        from enduse.graph.large.kernel import nearest

        if self._links is None:
            self._links = self._both_ways()
        if self._scratch is None:
            size = self.columns.parties
            self._scratch = (
                np.zeros(size, dtype=np.int32),
                np.empty(size, dtype=np.int64),
                np.empty(size, dtype=np.int32),
            )
        starts, other, stake = self._links
        came = self._scratch[1]
        self._turn += 1
        found = nearest((starts, other), goals, party, most, self._turn, self._scratch)
        if found < 0:
            return None
        hops: list[Hop] = []
        while found != party:
            link = int(came[found])
            before = int(np.searchsorted(starts, link, side="right")) - 1
            hops.append(Hop(before, found, int(self.rows[stake[link]])))
            found = before
        return hops[::-1]

    def _both_ways(self) -> tuple[Ints, Ids, Ids]:
        """Links of every party, first to those it holds, then to those who hold it."""
        from enduse.graph.large.kernel import both_ways

        starts, other, stake = both_ways(
            self.owner_starts, self.asset_starts, self.by_asset, self.asset, self.owner
        )
        return starts, other, stake
