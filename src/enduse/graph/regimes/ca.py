"""Canada: property of an entity that a listed person controls is deemed owned.

Basis: Special Economic Measures Act s. 2.1, in force 22 June 2023 (two secondary sources quoting
the statute): 50 percent or more of shares or of votes, or power over the board, or reasonable to
conclude that the person can direct the activities. No wording on adding up was seen, so each
listed person stands alone and a review note says where several together would meet the mark.
"""

from enduse.graph.reach.answer import NOT_BLOCKED
from enduse.graph.reach.rule import Rule
from enduse.graph.reach.spread import Terms
from enduse.graph.reach.view import View
from enduse.graph.regime import Regime
from enduse.graph.regimes.uk import REGIME as UK
from enduse.graph.review import acts_together, joint_with_listed


def terms(rule: Rule) -> Terms:
    """Shares or votes of one person, directly or through what he controls.

    Basis: Special Economic Measures Act s. 2.1 (22 June 2023).
    """
    return Terms(rule.owned, votes=rule.votes, control=True)


def status(view: View) -> str:
    """Nobody was deemed an owner before 22 June 2023; listed parties were listed then too."""
    if view.rule.force != "in_force" and not view.is_listed:
        return NOT_BLOCKED
    return view.standing.status


REGIME = Regime(
    code="CA",
    together=False,
    terms=terms,
    reasons=(*UK.reasons, joint_with_listed, acts_together),
    cautions=UK.cautions,
    status=status,
)
