"""United Kingdom: each designated person alone, by shares, votes, board or influence.

Basis: Regulation 7 of SI 2019/855 (wording read in the sister SI 2019/136, 2019, official):
more than 50 percent of shares or of votes, or the right to appoint or remove a majority of the
board, or affairs would follow the person's wishes. Sch. 1 paras 2 and 3 (official, as made):
joint holders each hold the share; parties to a joint arrangement each hold what all hold.
Not certain: the paragraph on indirect holdings was read in sister texts only (Companies Act
2006 Sch. 1A para 18, National Security Act 2023 Sch. 13 para 9): a chain of majority stakes,
the last holder's share counted in full; a majority stake is there a majority of votes, board
rights or dominant influence. OFSI para 4.14: no adding up of different designated persons.
"""

from enduse.graph.reach.rule import Rule
from enduse.graph.reach.spread import Terms
from enduse.graph.reach.view import View
from enduse.graph.regime import Regime
from enduse.graph.review import (
    accounting_parent,
    cross_holding,
    faulty_data,
    largest_holder,
    near_threshold,
    open_answer,
    own_shares,
    planned,
    several_listed,
    sold_off,
)
from enduse.graph.stakes.ranges import in_words, total


def terms(rule: Rule) -> Terms:
    """Shares or votes of one person, with joint holdings and arrangements; control counts.

    Basis: SI 2019/855 reg. 7 and Sch. 1 paras 2 to 5.
    """
    return Terms(
        rule.owned,
        votes=rule.votes,
        control=True,
        joint_each=True,
        arrangements=True,
        links_by_votes=True,
    )


def broken_link(view: View) -> str | None:
    """A holder is owned by shares without most votes, so that his own holding is not counted.

    Basis: Companies Act 2006 Sch. 1A para 18 and National Security Act 2023 Sch. 13 para 9: a
    majority stake is one of votes, board rights or dominant influence (sister texts; the
    paragraph of SI 2019/855 was not read).
    """
    if not view.is_open:
        return None
    for group in view.outcome.near(view.entity):
        for holding in view.holdings:
            for holder in holding.holders:
                if holder in group.possible and holder not in group.possible.links:
                    counted = total([view.standing.aggregate, holding.share])
                    votes = view.outcome.votes_for(holder, group)
                    if votes is None or not view.rule.owned.can_be_met(counted):
                        continue
                    return (
                        f"{holder} is owned by shares with {in_words(votes)} of the votes, so its "
                        f"{in_words(holding.share)} is not counted: the texts read test the links "
                        "of a chain on votes, board rights or influence; the paragraph of "
                        "SI 2019/855 itself was not read."
                    )
    return None


REGIME = Regime(
    code="UK",
    together=False,
    terms=terms,
    reasons=(
        open_answer,
        faulty_data,
        own_shares,
        near_threshold,
        cross_holding,
        largest_holder,
        several_listed,
        accounting_parent,
        broken_link,
        sold_off,
    ),
    cautions=(several_listed, broken_link, planned, sold_off),
)
