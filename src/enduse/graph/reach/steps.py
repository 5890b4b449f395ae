"""The chain of an answer: from listed persons down to the party, sum by sum."""

from enduse.graph.reach.answer import (
    BLOCKED,
    CONTROL,
    INDETERMINATE,
    LISTED,
    SHARES,
    VOTES,
    Part,
    Step,
)
from enduse.graph.reach.spread import Reach
from enduse.graph.reach.standing import Group, Outcome, Standing
from enduse.graph.stakes.holdings import Holding
from enduse.graph.stakes.ranges import UNKNOWN, Threshold, in_words, percent


def chain(entity: str, standing: Standing, outcome: Outcome) -> tuple[Step, ...]:
    """Order the sums that lead to an answer, each company after those it rests on.

    Holders that are themselves reached only through the company asked about add to its sum
    and are marked `later`; they are no ground for it, so the chain ends in listed persons.
    """
    group = standing.group
    if group is None:
        return (_step(entity, standing, outcome, None),)
    wanted, pending = {entity}, [entity]
    while pending:
        current = pending.pop()
        for part in _parts(current, outcome, group):
            for holder in part.holders:
                if not part.later and holder not in wanted and _is_link(holder, outcome, group):
                    wanted.add(holder)
                    pending.append(holder)
    order = sorted(wanted - {entity}, key=lambda e: (group.possible.rank.get(e, 0), e))
    steps = [_step(e, outcome.standing(e), outcome, group) for e in order]
    return (*steps, _step(entity, standing, outcome, group))


def what_would_decide(steps: tuple[Step, ...], threshold: Threshold) -> tuple[str, ...]:
    """Name the facts that would close an open answer, nearest to the party first."""
    wanted: list[str] = []
    for step in reversed(steps):
        if step.outcome != INDETERMINATE:
            continue
        for part in step.parts:
            if part.kind == CONTROL or part.share is None or part.share.is_exact:
                continue
            who = " and ".join(part.holders)
            known = "not stated" if part.share == UNKNOWN else f"known: {in_words(part.share)}"
            need = _need(step, part, threshold)
            wanted.append(f"The exact {part.kind} of {who} in {step.asset} ({known}){need}.")
        vague = [p for p in step.parts if p.kind == CONTROL and not p.sure]
        wanted += [f"Whether {p.holders[0]} controlled {step.asset} on that day." for p in vague]
    return tuple(wanted)


def _need(step: Step, part: Part, threshold: Threshold) -> str:
    """How much this one part would have to be, where the other parts are exact."""
    rest = [p.share for p in step.parts if p is not part and p.kind == part.kind and p.share]
    if not all(share.is_exact for share in rest):
        return ""
    missing = threshold.share - sum(share.low for share in rest)
    if missing <= 0:
        return ""
    word = "from" if threshold.inclusive else "above"
    return f"; {word} {percent(missing)} % the threshold is met"


def _is_link(holder: str, outcome: Outcome, group: Group) -> bool:
    return holder in group.possible and holder not in group.possible.roots


def _step(entity: str, standing: Standing, outcome: Outcome, group: Group | None) -> Step:
    parts = _parts(entity, outcome, group) if group else ()
    held = outcome.sum_for(entity, group) if group else standing.aggregate
    votes = outcome.votes_for(entity, group) if group else None
    mark = str(outcome.terms.owned)
    return Step(entity, parts, held, votes, mark, standing.status, standing.basis)


def _parts(entity: str, outcome: Outcome, group: Group) -> tuple[Part, ...]:
    spread, terms, book = outcome.spread, outcome.terms, outcome.book
    found = [
        _part(h, SHARES, entity, outcome, group)
        for h in spread.counted(book.shares, entity, group.possible, terms)
    ]
    if terms.votes is not None and entity in book.votes:
        found += [
            _part(h, VOTES, entity, outcome, group)
            for h in spread.counted(book.votes, entity, group.possible, terms)
        ]
    if terms.control:
        for link in book.control.get(entity, ()):
            if any(c in group.possible for c in link.controllers):
                later = _later(link.controllers, entity, group.possible)
                why = _why(link.controllers, outcome, group)
                found.append(
                    Part(link.controllers, None, why, CONTROL, later, (link.stake,), link.sure)
                )
    return tuple(found)


def _part(holding: Holding, kind: str, entity: str, outcome: Outcome, group: Group) -> Part:
    later = _later(holding.holders, entity, group.possible)
    why = _why(holding.holders, outcome, group)
    return Part(holding.holders, holding.share, why, kind, later, holding.stakes)


def _later(holders: tuple[str, ...], entity: str, reach: Reach) -> bool:
    """Reached after the company itself, so it cannot be a ground for it."""
    ranks = [reach.rank[h] for h in holders if h in reach]
    return (
        entity in reach
        and entity not in reach.roots
        and bool(ranks)
        and (min(ranks) >= reach.rank[entity])
    )


def _why(holders: tuple[str, ...], outcome: Outcome, group: Group) -> str:
    counted = [h for h in holders if h in group.possible]
    if not counted:
        return "party to a joint arrangement"
    words = {LISTED: "listed", BLOCKED: "itself blocked", INDETERMINATE: "possibly blocked"}
    first = outcome.standing(counted[0])
    why = words[LISTED if first.basis == LISTED else first.status]
    return why if len(holders) == 1 else f"held jointly, {counted[0]} {why}"
