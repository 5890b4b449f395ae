"""Ownership and control of every party, by regime and day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from enduse.errors import BadInput
from enduse.graph.reach.answer import (
    BLOCKED,
    INDETERMINATE,
    LICENCE_OR_RESOLVE,
    NONE,
    RESTRICTED,
    OwnershipAnswer,
    Step,
)
from enduse.graph.reach.rings import rings
from enduse.graph.reach.rule import Rule, rule_on
from enduse.graph.reach.standing import Outcome
from enduse.graph.reach.steps import chain, what_would_decide
from enduse.graph.reach.view import Context, View
from enduse.graph.regime import Regime, regime_called
from enduse.graph.stakes.days import day
from enduse.graph.stakes.holdings import holdings_on
from enduse.graph.stakes.ranges import in_words, total
from enduse.model import Share, ShareRange, Stake

NO_CONTEXT = Context()


def assess_ownership(
    stakes: Iterable[Stake],
    listed: Mapping[str, Iterable[str]],
    regime: str,
    as_of: str,
    context: Context = NO_CONTEXT,
) -> dict[str, OwnershipAnswer]:
    """Say of every party whether listed persons own or control it, under one regime.

    Args:
        stakes: Shares, votes and control of any date; those of the day are picked.
        listed: Ids by list ("US_SDN", "EU", "UK", "BIS_ENTITY_LIST", "BIS_MEU"...), as they
            stood on that day; a party that was delisted is simply not there.
        regime: "US", "EU", "UK", "BIS", "CA" or "CH".
        as_of: Full ISO day.
        context: Arrangements, countries, programmes, known faults.

    Returns:
        One answer for every id that is named anywhere.

    Raises:
        UnknownName: There is no such regime.
        BadInput: The day is not one.

    Example:
        >>> from enduse.model import HALF, ShareRange
        >>> half = ShareRange.exactly(HALF)
        >>> chained = [Stake("x", "a", half), Stake("a", "b", half)]
        >>> assess_ownership(chained, {"US_SDN": ["x"]}, "US", "2026-06-01")["b"].status
        'blocked'
    """
    answers = _Question(stakes, listed, regime, as_of, context)
    return {entity: answers.about(entity) for entity in sorted(answers.book.parties)}


def assess_party(
    party: str,
    stakes: Iterable[Stake],
    listed: Mapping[str, Iterable[str]],
    regime: str,
    as_of: str,
    context: Context = NO_CONTEXT,
) -> OwnershipAnswer:
    """Answer for one party from those who stand above it; the rest of the graph is left out.

    Raises:
        BadInput: No stake, agreement or list names the party.
    """
    above = upstream(party, stakes, context)
    question = _Question(above, listed, regime, as_of, context)
    if party not in question.book.parties:
        raise BadInput(
            f"Nothing is known about who owns {party!r}.",
            hint="Check the id, or add a register that names it.",
        )
    return question.about(party)


def upstream(party: str, stakes: Iterable[Stake], context: Context = NO_CONTEXT) -> list[Stake]:
    """All stakes that can bear on one party: in it, in its holders, in theirs, and so on."""
    by_asset: dict[str, list[Stake]] = defaultdict(list)
    for stake in stakes:
        by_asset[stake.asset].append(stake)
    partners: dict[str, set[str]] = defaultdict(set)
    for arrangement in context.arrangements:
        partners[arrangement.asset].update(arrangement.parties)
    seen, pending, found = {party}, [party], []
    while pending:
        current = pending.pop()
        found += by_asset.get(current, [])
        above = set(partners.get(current, ()))
        for stake in by_asset.get(current, ()):
            above.update(stake.joint or (stake.owner,))
        pending += sorted(above - seen)
        seen |= above
    return found


def listed_under(
    rule: Rule, listed: Mapping[str, Iterable[str]], context: Context
) -> tuple[frozenset[str], frozenset[str]]:
    """Who counts as listed under a rule.

    Returns:
        All who count; and among them those counted although it is not known whether they
        are listed under a programme the rule names. Programmes that are known and not
        named do not count.
    """
    plain = frozenset(one for name in rule.lists for one in listed.get(name, ()))
    if rule.programme_list is None:
        return plain, frozenset()
    tagged, assumed = set(), set()
    for one in listed.get(rule.programme_list, ()):
        programmes = context.programmes.get(one, frozenset())
        if not programmes:
            assumed.add(one)
        elif programmes & rule.programmes:
            tagged.add(one)
    return plain | tagged | assumed, frozenset(assumed - plain)


class _Question:
    """The graph of one regime and day, solved once, to be asked about any party."""

    def __init__(
        self,
        stakes: Iterable[Stake],
        listed: Mapping[str, Iterable[str]],
        regime: str,
        as_of: str,
        context: Context,
    ) -> None:
        self.ways, self.rule = regime_called(regime), rule_on(regime, day(as_of))
        self.context = context
        self.book = book = holdings_on(as_of, stakes, context.arrangements, context.faults)
        counted, assumed = listed_under(self.rule, listed, context)
        book.parties |= counted
        ways = self.ways
        together = ways.together if self.rule.together is None else self.rule.together
        self.outcome = Outcome(book, counted, ways.terms(self.rule), together=together)
        self.outcome.assumed = assumed
        self.outcome.aside = frozenset(
            one for name in self.rule.aside for one in listed.get(name, ())
        )
        owners = {
            asset: [holder for holding in held for holder in holding.holders]
            for asset, held in book.shares.items()
        }
        self.ring_of = {member: ring for ring in rings(owners) for member in ring}

    def about(self, entity: str) -> OwnershipAnswer:
        standing = self.outcome.standing(entity)
        ring = self.ring_of.get(entity, frozenset())
        view = View(entity, standing, self.outcome, self.rule, self.context, ring)
        return _answer(view, self.ways)


def _answer(view: View, ways: Regime) -> OwnershipAnswer:
    standing, rule = view.standing, view.rule
    status = ways.status(view) if ways.status else standing.status
    blocked = status in (BLOCKED, RESTRICTED)
    steps = chain(view.entity, standing, view.outcome)
    reasons = [text for reason in ways.reasons if (text := reason(view))]
    reasons += _weak_links(view, [step.asset for step in steps[:-1]])
    cautions = [text for caution in ways.cautions if (text := caution(view))]
    if rule.unread:
        cautions.append(rule.unread)
    undecided = status in (INDETERMINATE, LICENCE_OR_RESOLVE)
    return OwnershipAnswer(
        entity=view.entity,
        regime=ways.code,
        as_of=rule.as_of,
        status=status,
        basis=standing.basis if blocked else NONE,
        aggregate=standing.aggregate,
        review=bool(reasons),
        reasons=tuple(dict.fromkeys(reasons)),
        cautions=tuple(dict.fromkeys(cautions)),
        data_quality=tuple(view.outcome.book.faults.get(view.entity, ())),
        steps=steps,
        would_decide=_what_would_decide(view, steps) if undecided else (),
        licence_requirement=_licence(view) if ways.code == "BIS" else None,
        rule=rule,
    )


def _what_would_decide(view: View, steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The facts that would close an open answer, and what others leave room for."""
    wanted = what_would_decide(steps, view.rule.owned)
    counted = {holder for part in steps[-1].parts for holder in part.holders}
    others = [h.share for h in view.holdings if not counted.intersection(h.holders)]
    taken = total(others)
    if not others or not 0 < taken.low <= 1:
        return wanted
    left = ShareRange.exactly(Share(1 - taken.low))
    if view.rule.owned.can_be_met(left):
        return wanted
    return (
        *wanted,
        f"Others are stated to hold {in_words(taken)} of {view.entity}: if that is right, "
        f"no more than {in_words(left)} is left, which is less than {view.rule.owned}.",
    )


def _weak_links(view: View, links: list[str]) -> list[str]:
    """Faults in the data of companies that the answer rests on."""
    faults = view.outcome.book.faults
    return [f"It rests on {one}: {'; '.join(faults[one])}." for one in links if faults.get(one)]


def _licence(view: View) -> str | None:
    """Whose licence requirement governs: the most restrictive of the listed owners'."""
    group = view.standing.group
    if group is None or view.standing.aggregate.high == 0:
        return None
    roots = {view.entity} & view.outcome.listed
    seen, pending = {view.entity}, [view.entity]
    while pending:
        for holding in view.outcome.book.shares.get(pending.pop(), ()):
            for holder in holding.holders:
                if holder in group.possible and holder not in seen:
                    seen.add(holder)
                    pending.append(holder)
                    roots.update({holder} & view.outcome.listed)
    names = sorted(roots)
    if not names:
        return None
    return f"most restrictive of {' and '.join(names)}" if len(names) > 1 else f"that of {names[0]}"
