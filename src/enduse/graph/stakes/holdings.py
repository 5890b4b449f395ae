"""Who holds what on one day: stakes of all sources brought to one entry per holder."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from enduse.graph.stakes.days import Holds, on
from enduse.graph.stakes.ranges import UNKNOWN, hull, in_words, overlap, percent, total
from enduse.model import FULL, NOTHING, JointArrangement, Right, ShareRange, Stake


@dataclass(frozen=True, slots=True)
class Holding:
    """What one holder, or several jointly, have in one company on that day.

    Attributes:
        holders: One id, or all joint holders.
        asset: The company.
        share: What they hold; a band where sources give one, differ, or the day is vague.
        stakes: The records it rests on.
    """

    holders: tuple[str, ...]
    asset: str
    share: ShareRange
    stakes: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """Control of a company without regard to shares; not sure where the day is vague."""

    controllers: tuple[str, ...]
    asset: str
    sure: bool
    stake: Stake


@dataclass(slots=True)
class Holdings:
    """Everything held on one day, by company.

    Attributes:
        as_of: The day.
        shares: Shares; a company's stake in itself is left out.
        votes: Votes of every holder, for companies where votes are stated apart from shares.
        control: Control without regard to shares.
        parents: Parents in the accounts, for information only.
        treasury: Stakes of companies in themselves.
        arrangements: Joint arrangements, with whether they are surely in force.
        ended: Shares that ended before the day.
        planned: Shares that are to begin after it.
        faults: What is wrong or contradictory in the data.
        parties: Everybody named.
    """

    as_of: str
    shares: dict[str, list[Holding]] = field(default_factory=lambda: defaultdict(list))
    votes: dict[str, list[Holding]] = field(default_factory=dict)
    control: dict[str, list[Control]] = field(default_factory=lambda: defaultdict(list))
    parents: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    treasury: dict[str, Holding] = field(default_factory=dict)
    arrangements: dict[str, list[tuple[JointArrangement, bool]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    ended: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    planned: dict[str, list[Stake]] = field(default_factory=lambda: defaultdict(list))
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    parties: set[str] = field(default_factory=set)


def holdings_on(
    as_of: str,
    stakes: Iterable[Stake],
    arrangements: Iterable[JointArrangement] = (),
    faults: Mapping[str, tuple[str, ...]] | None = None,
) -> Holdings:
    """Bring stakes of all sources to what is held on one day.

    Two lots in one source add up. Two sources that speak of the same holder and company
    are one stake told twice: they narrow each other where they agree, and where they
    contradict each other the band covers both and a fault says so.

    Args:
        as_of: Full ISO day.
        stakes: Every known stake, in any order, of any date.
        arrangements: Agreements to exercise rights together.
        faults: Faults already known, by company, kept beside the new ones.

    Returns:
        The holdings, by company.
    """
    book = Holdings(as_of)
    for asset, known in (faults or {}).items():
        book.faults[asset].extend(known)
    for arrangement in arrangements:
        holds = on(as_of, arrangement.start, arrangement.end)
        book.parties.update(arrangement.parties, [arrangement.asset])
        if holds is not Holds.NO:
            book.arrangements[arrangement.asset].append((arrangement, holds is Holds.YES))
    lots: dict[tuple[Right, tuple[str, ...], str], list[tuple[Stake, bool]]] = defaultdict(list)
    for stake in stakes:
        _sort_in(book, stake, lots)
    votes: dict[str, list[Holding]] = defaultdict(list)
    for (right, holders, asset), told in lots.items():
        holding = Holding(holders, asset, _agreed(book, told), tuple(s for s, _ in told))
        if holders == (asset,):
            book.treasury[asset] = holding
        elif right is Right.VOTES:
            votes[asset].append(holding)
        else:
            book.shares[asset].append(holding)
    for asset, stated in votes.items():
        apart = {h.holders for h in stated}
        following = [h for h in book.shares.get(asset, ()) if h.holders not in apart]
        book.votes[asset] = stated + following
    _over_all(book, votes)
    return book


def _sort_in(
    book: Holdings,
    stake: Stake,
    lots: dict[tuple[Right, tuple[str, ...], str], list[tuple[Stake, bool]]],
) -> None:
    """Put one stake where it belongs, or leave it out because it is not of that day."""
    holders = tuple(sorted(set(stake.joint))) or (stake.owner,)
    book.parties.update(holders, [stake.asset])
    if stake.start and stake.end and stake.end < stake.start[: len(stake.end)]:
        dates = f"from {stake.start} to {stake.end}"
        book.faults[stake.asset].append(f"{stake.asset}: {stake.owner} is said to hold {dates}")
    holds = on(book.as_of, stake.start, stake.end)
    if holds is Holds.NO:
        ended = stake.end is not None and on(book.as_of, None, stake.end) is Holds.NO
        if stake.right is Right.SHARES:
            (book.ended if ended else book.planned)[stake.asset].append(stake)
        return
    if stake.right is Right.CONTROL:
        sure = holds is Holds.YES
        book.control[stake.asset].append(Control(holders, stake.asset, sure, stake))
    elif stake.right is Right.CONSOLIDATION:
        book.parents[stake.asset].append(stake)
    else:
        lots[stake.right, holders, stake.asset].append((stake, holds is Holds.YES))


def _agreed(book: Holdings, told: list[tuple[Stake, bool]]) -> ShareRange:
    """One band from all that sources say of one holder in one company."""
    if len(told) == 1:
        return _on_the_day(book, *told[0])
    places = [s.evidence.locator.source if s.evidence else "" for s, _ in told]
    if len(set(places)) < len(places):
        owner, asset = told[0][0].owner, told[0][0].asset
        amounts = " and ".join(in_words(stake.share) for stake, _ in told)
        book.faults[asset].append(
            f"{asset}: {owner} is named {len(told)} times: {amounts}, added up"
        )
    by_source: dict[str, list[tuple[Stake, bool]]] = defaultdict(list)
    for stake, sure in told:
        source = stake.evidence.locator.source if stake.evidence else ""
        if (stake, sure) not in by_source[source] or not source:
            by_source[source].append((stake, sure))
    owner, asset = told[0][0].owner, told[0][0].asset
    agreed: ShareRange | None = None
    for lots in by_source.values():
        said = total(_on_the_day(book, stake, sure) for stake, sure in lots)
        common = said if agreed is None else overlap(agreed, said)
        if agreed is not None and common is None:
            book.faults[asset].append(
                f"{asset}: sources differ on what {owner} holds: "
                f"{in_words(agreed)} and {in_words(said)}"
            )
            common = hull(agreed, said)
        agreed = common
    assert agreed is not None
    return agreed


def _on_the_day(book: Holdings, stake: Stake, sure: bool) -> ShareRange:
    """The share of one record; down to nothing where its dates are too vague for the day."""
    share = UNKNOWN if stake.share is None else stake.share
    if share.low > share.high or share.low < 0:
        book.faults[stake.asset].append(
            f"{stake.asset}: what {stake.owner} holds cannot be read: {in_words(share)}"
        )
        share = UNKNOWN
    if share.high > FULL:
        upto = "" if share.is_exact else "up to "
        book.faults[stake.asset].append(
            f"{stake.asset}: {stake.owner} is said to hold {upto}{percent(share.high)}%, "
            "more than the whole"
        )
    if sure:
        return share
    return ShareRange(NOTHING, share.high, False, share.high_open)


def _over_all(book: Holdings, stated: Mapping[str, list[Holding]]) -> None:
    """Report companies whose holders have more than everything; nothing is rescaled."""
    for word, table in (("holdings", book.shares), ("votes", stated)):
        for asset, held in sorted(table.items()):
            own = [book.treasury[asset]] if table is book.shares and asset in book.treasury else []
            summed = total(h.share for h in [*held, *own])
            if summed.low > 1:
                least = "" if summed.is_exact else "at least "
                amount = percent(Fraction(summed.low))
                book.faults[asset].append(f"{asset}: {word} sum to {least}{amount}%")
