"""Compiled loops over millions of stakes: the fixed point, and the way to somebody listed."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Ids = NDArray[np.int32]
Stakes = tuple[Ints, Ids, NDArray[np.int8], Ints]


@njit(cache=True)
def ordered(keys: Ids, most: int, skip: NDArray[np.bool_]) -> tuple[Ints, Ids]:
    """Sort positions by small whole numbers, keeping their order, some left out.

    Returns:
        Where each key starts, with one more entry at the end; the positions.
    """
    starts = np.zeros(most + 1, np.int64)
    for place in range(len(keys)):
        if not skip[place]:
            starts[keys[place] + 1] += 1
    for key in range(most):
        starts[key + 1] += starts[key]
    fill = starts[:-1].copy()
    order = np.empty(starts[most], np.int32)
    for place in range(len(keys)):
        if not skip[place]:
            order[fill[keys[place]]] = place
            fill[keys[place]] += 1
    return starts, order


@njit(cache=True)
def grown(
    stakes: Stakes,
    mark: Ints,
    votes_mark: int,
    roots: Ids,
) -> tuple[Ids, Ints, Ints]:
    """Grow from the roots; every stake of a reached holder is added once.

    Args:
        stakes: Ordered by holder: where each holder's stakes start, with one more entry than
            parties; company of each stake; 0 shares, 1 votes, 2 control; what is held, for
            control 1 where it counts.
        mark: Sum of shares that reaches each party.
        votes_mark: Sum of votes that does; 0 where votes and control do not count.
        roots: Listed parties.

    Returns:
        Round in which each party was reached, -1 if never; sums of shares; sums of votes.
    """
    starts, asset, kind, amount = stakes
    parties = len(starts) - 1
    rank = np.full(parties, -1, np.int32)
    shares = np.zeros(parties, np.int64)
    votes = np.zeros(parties, np.int64)
    queue = np.empty(parties, np.int32)
    tail = 0
    for root in roots:
        if rank[root] < 0:
            rank[root] = 0
            queue[tail] = root
            tail += 1
    head = 0
    while head < tail:
        holder = queue[head]
        head += 1
        for stake in range(starts[holder], starts[holder + 1]):
            company = asset[stake]
            what = kind[stake]
            if what == 0:
                shares[company] += amount[stake]
                falls = shares[company] >= mark[company]
            elif votes_mark == 0:
                continue
            elif what == 1:
                votes[company] += amount[stake]
                falls = votes[company] >= votes_mark
            else:
                falls = amount[stake] > 0
            if falls and rank[company] < 0:
                rank[company] = rank[holder] + 1
                queue[tail] = company
                tail += 1
    return rank, shares, votes


@njit(cache=True)
def _nobody(parties: int) -> Ids:
    return np.full(parties, -1, np.int32)


@njit(cache=True)
def grown_apart(
    stakes: Stakes,
    mark: Ints,
    votes_mark: int,
    roots: Ids,
    apart: NDArray[np.bool_],
) -> tuple[Ids, Ids, Ints]:
    """The same for each root alone; `apart` marks companies with votes stated apart from shares.

    Shares reach such a company, but only votes or control make it a link to what it holds.
    Returns the root that reaches each party, its round (-1 if none), the largest sum of shares.
    """
    starts, asset, kind, amount = stakes
    parties = len(starts) - 1
    by, rank, seen = _nobody(parties), _nobody(parties), _nobody(parties)
    reached, linked, depth = _nobody(parties), _nobody(parties), _nobody(parties)
    best, shares = np.zeros(parties, np.int64), np.zeros(parties, np.int64)
    votes, queue = np.zeros(parties, np.int64), np.empty(parties, np.int32)
    for number in range(len(roots)):
        root = roots[number]
        queue[0] = root
        reached[root], linked[root], depth[root] = number, number, 0
        head, tail = 0, 1
        while head < tail:
            holder = queue[head]
            head += 1
            for stake in range(starts[holder], starts[holder + 1]):
                company = asset[stake]
                if seen[company] != number:
                    seen[company] = number
                    shares[company] = 0
                    votes[company] = 0
                what = kind[stake]
                if what == 0:
                    shares[company] += amount[stake]
                    best[company] = max(best[company], shares[company])
                    falls = shares[company] >= mark[company]
                elif what == 1:
                    votes[company] += amount[stake]
                    falls = votes[company] >= votes_mark
                else:
                    falls = amount[stake] > 0
                if not falls:
                    continue
                if reached[company] != number:
                    reached[company] = number
                    depth[company] = depth[holder] + 1
                    if by[company] < 0:
                        by[company] = root
                        rank[company] = depth[company]
                if linked[company] != number and (what != 0 or not apart[company]):
                    linked[company] = number
                    queue[tail] = company
                    tail += 1
        if by[root] < 0:
            by[root] = root
            rank[root] = 0
    return by, rank, best


@njit(cache=True)
def nearest(
    links: tuple[Ints, Ids],
    goal: NDArray[np.bool_],
    start: int,
    most: int,
    turn: int,
    scratch: tuple[Ids, Ints, Ids],
) -> int:
    """Walk from a party over any relation until a goal; the shortest way, ties by order.

    Args:
        links: Where each party's links start; the party at the other end of each link.
        goal: Parties to look for; the start itself does not count.
        start: Where to begin.
        most: Longest way, in links.
        turn: A number not used before with this scratch.
        scratch: One entry per party each, kept between calls: the turn it was last reached
            in; the link by which it was reached; room for a queue.

    Returns:
        The goal found, or -1.
    """
    starts, other = links
    stamp, came, queue = scratch
    stamp[start] = turn
    came[start] = -1
    queue[0] = start
    head, tail = 0, 1
    for _ in range(most):
        stop = tail
        while head < stop:
            party = queue[head]
            head += 1
            for link in range(starts[party], starts[party + 1]):
                found = other[link]
                if stamp[found] == turn:
                    continue
                stamp[found] = turn
                came[found] = link
                if goal[found]:
                    return int(found)
                queue[tail] = found
                tail += 1
        if head == tail:
            break
    return -1


@njit(cache=True)
def both_ways(
    owner_starts: Ints, asset_starts: Ints, by_asset: Ids, asset: Ids, owner: Ids
) -> tuple[Ints, Ids, Ids]:
    """Put links to companies and to holders side by side, party by party.

    Returns:
        Where each party's links start; the party at their other end; the stake.
    """
    parties = len(owner_starts) - 1
    starts = owner_starts + asset_starts
    other = np.empty(starts[parties], np.int32)
    stake = np.empty(starts[parties], np.int32)
    for party in range(parties):
        fill = starts[party]
        for place in range(owner_starts[party], owner_starts[party + 1]):
            other[fill], stake[fill] = asset[place], place
            fill += 1
        for where in range(asset_starts[party], asset_starts[party + 1]):
            place = by_asset[where]
            other[fill], stake[fill] = owner[place], place
            fill += 1
    return starts, other, stake
