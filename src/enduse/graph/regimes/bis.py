"""United States, BIS: the Affiliates rule of the Export Administration Regulations.

Basis: 15 CFR Part 744 Supp. No. 8, 744.11(a)(1), 744.21(a)(3) and 744.8 by 90 FR 47201
(effective 29 September 2025; secondary sources quoting it): a foreign entity owned 50 percent or
more, directly or indirectly, individually or in the aggregate, by parties of the Entity List,
the Military End-User List or certain specially designated nationals needs the licence that its
most restricted owner needs. 90 FR 50857: stayed from 10 November 2025 to 9 November 2026; by
that text in force again from 10 November 2026. Whether BIS acted since is not known, so where
it matters the answer is to verify.
"""

from enduse.graph.reach.answer import (
    BLOCKED,
    INDETERMINATE,
    LICENCE_OR_RESOLVE,
    NOT_RESTRICTED,
    RESTRICTED,
    VERIFY_RULE,
)
from enduse.graph.reach.rule import Rule
from enduse.graph.reach.spread import Terms
from enduse.graph.reach.view import View
from enduse.graph.regime import Regime
from enduse.graph.review import (
    accounting_parent,
    cross_holding,
    faulty_data,
    joint_with_listed,
    listed_votes,
    near_threshold,
    open_answer,
    own_shares,
    planned,
    sold_off,
)
from enduse.graph.stakes.ranges import in_words


def terms(rule: Rule) -> Terms:
    """Shares add up across the lists; votes and control are red flags and no more.

    Basis: 15 CFR Part 744 Supp. No. 8.
    """
    return Terms(rule.owned)


def status(view: View) -> str:
    """Whether a foreign company is restricted through its owners on that day.

    Basis: 90 FR 47201 and 90 FR 50857 for the periods; Supp. No. 3 to Part 732, Red Flag 29,
    for a listed owner whose percentage cannot be determined.
    """
    if view.is_listed:
        return RESTRICTED
    decided, force = view.standing.status, view.rule.force
    if decided not in (BLOCKED, INDETERMINATE) or _is_exempt(view, view.entity):
        return NOT_RESTRICTED
    if force == "unknown":
        return VERIFY_RULE
    if force != "in_force":
        return NOT_RESTRICTED
    return RESTRICTED if decided == BLOCKED else LICENCE_OR_RESOLVE


def red_flag(view: View) -> str | None:
    """Ownership by listed parties is a red flag even where it does not restrict.

    Basis: BIS interim final rule of 29 September 2025 and its stay (secondary sources).
    """
    if view.is_listed or view.standing.aggregate.high == 0 or status(view) == RESTRICTED:
        return None
    held = in_words(view.standing.aggregate)
    return f"Listed parties hold {held}: a red flag that must be resolved before an export."


def verify_rule(view: View) -> str | None:
    """Whether the rule is in force on that day could not be verified."""
    if status(view) != VERIFY_RULE:
        return None
    return (
        "The stay ended on 2026-11-09 unless BIS extended it; look up its documents in the "
        "Federal Register."
    )


def exempt_link(view: View) -> str | None:
    """A company of an exempt country stands in the chain: the text speaks of foreign ones."""
    for holding in view.holdings:
        for one in view.touched(holding):
            if _is_exempt(view, one) and one not in view.outcome.listed:
                return f"The chain runs through {one}, which is not a foreign entity."
    return None


def unknown_programme(view: View) -> str | None:
    """A specially designated national counts only under programmes of 744.8(a)(1)."""
    named = view.rule.programmes
    if status(view) == NOT_RESTRICTED:
        return None
    for holding in view.holdings:
        for one in holding.holders:
            if one in view.outcome.assumed and not named & view.context.programmes.get(
                one, frozenset()
            ):
                return f"{one} is counted although its programme is not known (744.8(a)(1))."
    return None


def unknown_percentage(view: View) -> str | None:
    """The percentage of a listed owner is not known, and would decide.

    Basis: Supp. No. 3 to Part 732, Red Flag 29 (secondary source).
    """
    if status(view) not in (LICENCE_OR_RESOLVE, VERIFY_RULE):
        return None
    return open_answer(view)


def _is_exempt(view: View, entity: str) -> bool:
    return view.context.countries.get(entity, "").upper() in view.rule.exempt_countries


REGIME = Regime(
    code="BIS",
    together=True,
    terms=terms,
    reasons=(
        unknown_percentage,
        faulty_data,
        own_shares,
        joint_with_listed,
        near_threshold,
        cross_holding,
        listed_votes,
        accounting_parent,
        verify_rule,
        exempt_link,
        unknown_programme,
        sold_off,
    ),
    cautions=(red_flag, planned, sold_off),
    status=status,
)
