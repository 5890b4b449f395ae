"""Why an analyst must look before relying on an answer; one function per reason.

Each returns the sentence to print, or None. Which of them apply is each regime's own choice.
"""

from collections.abc import Callable

from enduse.graph.reach.answer import INDETERMINATE
from enduse.graph.reach.view import View
from enduse.graph.stakes.holdings import Holding
from enduse.graph.stakes.ranges import UNKNOWN, ZERO, in_words, percent, total
from enduse.model import HALF

Reason = Callable[[View], str | None]


def open_answer(view: View) -> str | None:
    """The data leave the answer open."""
    if view.standing.status != INDETERMINATE:
        return None
    if view.standing.aggregate == UNKNOWN:
        return (
            f"What listed holders have is not known; {view.rule.owned} is possible and not certain."
        )
    return (
        f"The holdings known are {in_words(view.standing.aggregate)}; "
        f"{view.rule.owned} is possible and not certain."
    )


def own_shares(view: View) -> str | None:
    """The company holds its own shares: guidance on the denominator was not found."""
    own = view.outcome.book.treasury.get(view.entity)
    if own is None:
        return None
    text = f"{view.entity} holds {in_words(own.share)} of itself. That stake is ignored"
    held = view.standing.aggregate
    if own.share.is_exact and own.share.low < 1 and not held.low == held.high == 0:
        without = percent(held.high / (1 - own.share.low))
        return f"{text}; of the shares left, listed holders would have {without} %."
    return f"{text} and nothing is re-based."


def faulty_data(view: View) -> str | None:
    """The sources contradict each other or sum to more than everything."""
    faults = view.outcome.book.faults.get(view.entity)
    said = "; ".join(fault.rstrip(".") for fault in faults or ())
    return f"The data are at fault: {said}." if said else None


def near_threshold(view: View) -> str | None:
    """Little is missing to the threshold."""
    standing, rule = view.standing, view.rule
    if not view.is_open:
        return None
    if rule.owned.nearly_met(standing.aggregate, rule.margin):
        held = in_words(standing.aggregate)
        return f"{held} lies within half a point under the threshold of {rule.owned}."
    votes = standing.votes
    if rule.votes and votes and rule.votes.nearly_met(votes, rule.margin):
        return f"{in_words(votes)} of votes lies within half a point under {rule.votes}."
    return None


def cross_holding(view: View) -> str | None:
    """It is part of a ring in which somebody listed holds something."""
    if not view.ring or not view.is_open:
        return None
    book = view.outcome.book
    fed = [m for m in sorted(view.ring) for h in book.shares.get(m, ()) if view.touched(h)]
    if not fed:
        return None
    names = ", ".join(sorted(view.ring))
    return f"{names} own each other; a listed holder in {fed[0]} may control the ring."


def largest_holder(view: View) -> str | None:
    """Listed holders have the largest known part without a majority: a sign of control."""
    held = view.standing.aggregate
    if not view.is_open or held.high == 0 or held == UNKNOWN:
        return None
    group = view.standing.group
    counted = _counted(view) if group else []
    others = [h.share.low for h in view.holdings if h not in counted]
    beaten = max(others, default=ZERO.low)
    if held.high <= beaten:
        return None
    known = sum(others) + held.low
    proved = 1 - known < held.low and held.low > beaten
    if not proved and known <= HALF and held.high < view.rule.largest_from:
        return None
    word = "is" if proved else "is, as far as known,"
    return f"The listed side's {in_words(held)} {word} the largest holding; look for control."


def joint_with_listed(view: View) -> str | None:
    """A listed or blocked person holds jointly with somebody who is neither."""
    for holding in view.holdings:
        touched = view.touched(holding)
        if len(holding.holders) > 1 and touched:
            others = [h for h in holding.holders if h not in touched]
            with_whom = f" with {', '.join(others)}" if others else ""
            return (
                f"{' and '.join(touched)} holds {in_words(holding.share)} jointly{with_whom}; "
                "whose property interest it is must be determined."
            )
    return None


def listed_votes(view: View) -> str | None:
    """Votes stated apart from shares would give the listed side the threshold."""
    votes = [h for h in view.outcome.book.votes.get(view.entity, ()) if _all_touched(view, h)]
    summed = total(h.share for h in votes)
    if not view.is_open or not votes or not view.rule.owned.can_be_met(summed):
        return None
    return f"The listed side has {in_words(summed)} of the votes; share classes need a look."


def listed_control(view: View) -> str | None:
    """Somebody listed or blocked controls it without owning enough."""
    if not view.is_open:
        return None
    for link in view.outcome.book.control.get(view.entity, ()):
        touched = [c for c in link.controllers if view.outcome.is_possible(c)]
        if touched:
            by = f" ({link.stake.basis.replace('_', ' ')})" if link.stake.basis else ""
            return f"{' and '.join(touched)} controls {view.entity}{by}."
    return None


def acts_together(view: View) -> str | None:
    """A listed holder exercises his rights together with others."""
    if not view.is_open:
        return None
    for arrangement, _ in view.outcome.book.arrangements.get(view.entity, ()):
        if any(view.outcome.is_possible(p) for p in arrangement.parties):
            names = ", ".join(arrangement.parties)
            return f"{names} exercise their rights in {view.entity} together."
    return None


def several_listed(view: View) -> str | None:
    """Listed persons together would meet the threshold that none meets alone."""
    if not view.is_open:
        return None
    touched = [h for h in view.holdings if view.touched(h)]
    summed = total(h.share for h in touched)
    if len(touched) < 2 or not view.rule.owned.can_be_met(summed):
        return None
    return (
        f"Designated persons together hold {in_words(summed)}; "
        "an arrangement between them would decide it."
    )


def accounting_parent(view: View) -> str | None:
    """A listed or blocked parent consolidates it: accounts, not shares."""
    parents = view.outcome.book.parents.get(view.entity, ())
    touched = [s.owner for s in parents if view.outcome.is_possible(s.owner)]
    if not touched or not view.is_open:
        return None
    return (
        f"{', '.join(touched)} consolidates {view.entity} in its accounts; the register states "
        "accounting consolidation and no share."
    )


def sold_off(view: View) -> str | None:
    """Holdings that ended would have met the threshold: the sale must be genuine."""
    if not view.is_open:
        return None
    book = view.outcome.book
    gone = [s for s in book.ended.get(view.entity, ()) if view.outcome.is_possible(s.owner)]
    for last in sorted({s.end for s in gone if s.end}, reverse=True):
        then = [s for s in gone if s.end and s.end >= last and (s.start or "") <= last]
        sellers = {s.owner for s in then}
        kept = [h for h in view.holdings if not sellers.intersection(h.holders)]
        current = [h.share for h in kept if view.touched(h)]
        summed = total([*current, *(s.share for s in then if s.share)])
        if view.rule.owned.can_be_met(summed):
            return (
                f"Up to {last} listed holders had {in_words(summed)}; make sure that the sale "
                "was genuine. What was blocked before stays blocked until licensed."
            )
    return None


def planned(view: View) -> str | None:
    """Holdings that are to begin later would meet the threshold."""
    if not view.is_open:
        return None
    to_come = [
        s
        for s in view.outcome.book.planned.get(view.entity, ())
        if view.outcome.is_possible(s.owner)
    ]
    if not to_come:
        return None
    first = min(s.start or "" for s in to_come)
    current = [h.share for h in view.holdings if view.touched(h)]
    summed = total([*current, *(s.share or UNKNOWN for s in to_come)])
    if not view.rule.owned.can_be_met(summed):
        return None
    return f"From {first} on listed holders are to have {in_words(summed)}; ask again on that day."


def _all_touched(view: View, holding: Holding) -> bool:
    return len(view.touched(holding)) == len(holding.holders)


def _counted(view: View) -> list[Holding]:
    outcome, group = view.outcome, view.standing.group
    if group is None:
        return []
    shares = outcome.book.shares
    return outcome.spread.counted(shares, view.entity, group.possible, outcome.terms)
