"""United States, OFAC: the 50 Percent Rule.

Basis: 31 CFR 587.406 (read in the text of 1 March 2022, 87 FR 11297): property of an entity
owned 50 percent or more, directly or indirectly, individually or in the aggregate, by blocked
persons is blocked. OFAC FAQ 401 (official page, undated): indirectly means through entities
that are themselves 50 percent or more owned in the aggregate, so nothing is multiplied.
FAQ 399: across programmes (two secondary sources). FAQ 398 (11 August 2020): ownership only,
control does not block. Examples 4 and 5 of FAQ 401 were not read on the official page.
"""

from enduse.graph.ranges import in_words
from enduse.graph.reach import Terms
from enduse.graph.regime import Regime
from enduse.graph.review import (
    accounting_parent,
    cross_holding,
    faulty_data,
    joint_with_listed,
    listed_control,
    listed_votes,
    near_threshold,
    open_answer,
    own_shares,
    sold_off,
)
from enduse.graph.rule import Rule
from enduse.graph.view import View


def terms(rule: Rule) -> Terms:
    """Shares of blocked persons add up; votes and control do not count.

    Basis: 31 CFR 587.406; OFAC FAQ 398 and 401.
    """
    return Terms(rule.owned)


def blocked_signatory(view: View) -> str | None:
    """Dealings signed by or through a blocked person are prohibited, whoever he acts for.

    Basis: OFAC FAQ 398 (11 August 2020) and FAQ 400 (13 August 2014), official pages.
    """
    found = listed_control(view)
    if found is None:
        return None
    return (
        f"{found} FAQ 398/400: dealings signed by or through the blocked person are prohibited; "
        f"{view.entity} may be designated."
    )


def significant_minority(view: View) -> str | None:
    """OFAC urges caution where blocked persons hold a significant minority.

    Basis: OFAC FAQ 398 (11 August 2020), official page; no number is stated.
    """
    held = view.standing.aggregate
    if not view.is_open or held.high == 0:
        return None
    return f"Blocked persons hold {in_words(held)}; FAQ 398 urges caution with such minorities."


REGIME = Regime(
    code="US",
    together=True,
    terms=terms,
    reasons=(
        open_answer,
        faulty_data,
        own_shares,
        joint_with_listed,
        near_threshold,
        cross_holding,
        listed_votes,
        listed_control,
        accounting_parent,
        sold_off,
    ),
    cautions=(blocked_signatory, significant_minority, sold_off),
)
