"""European Union: ownership by listed persons added up, and control.

Basis: EU Best Practices of 3 July 2024 (50 percent or more, before that more than 50 percent;
law-firm notes and recital 28 of Regulation 2024/1745), since 23 October 2025 in the Regulation
itself: Art. 1(i) and (j) of Regulation 269/2014 as inserted by Regulation 2025/2037 (official
text read in translation). Commission FAQ 8: 30 and 25 percent add up. Holding through owned
companies is practice; no text was seen. Control may be rebutted (C-84/24, press release).
"""

from enduse.graph.reach.answer import CONTROL, VIA_CONTROLLED
from enduse.graph.reach.rule import Rule
from enduse.graph.reach.spread import Terms
from enduse.graph.reach.view import View
from enduse.graph.regime import Regime
from enduse.graph.review import (
    accounting_parent,
    acts_together,
    cross_holding,
    faulty_data,
    joint_with_listed,
    largest_holder,
    near_threshold,
    open_answer,
    own_shares,
    planned,
    sold_off,
)


def terms(rule: Rule) -> Terms:
    """Shares of listed persons add up; control counts, and a majority of votes is control.

    Basis: Regulation 269/2014 Art. 1(i), (j); before 23 October 2025 the Best Practices.
    """
    return Terms(rule.owned, votes=rule.votes, control=True, votes_are_control=True)


def rebuttable(view: View) -> str | None:
    """A finding of control is a presumption that can be rebutted.

    Basis: Best Practices 2024; opinion of 3 July 2025 in C-84/24; Commission FAQ 1.
    """
    if view.standing.basis not in (CONTROL, VIA_CONTROLLED):
        return None
    return "Control is presumed and can be rebutted case by case."


REGIME = Regime(
    code="EU",
    together=True,
    terms=terms,
    reasons=(
        open_answer,
        faulty_data,
        own_shares,
        joint_with_listed,
        near_threshold,
        cross_holding,
        largest_holder,
        acts_together,
        accounting_parent,
        sold_off,
    ),
    cautions=(rebuttable, acts_together, planned, sold_off),
)
