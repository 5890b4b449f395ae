"""United States, OFAC: the 50 Percent Rule.

Basis: 31 CFR 587.406 (read in the text of 1 March 2022, 87 FR 11297): property of an entity
owned 50 percent or more, directly or indirectly, individually or in the aggregate, by blocked
persons is blocked. OFAC FAQ 401 (official page, undated): indirectly means through entities
that are themselves 50 percent or more owned in the aggregate, so nothing is multiplied.
FAQ 399: across programmes (two secondary sources). FAQ 398 (11 August 2020): ownership only,
control does not block. Before the guidance of 13 August 2014 (six law-firm notes) OFAC asked of
each blocked person alone. Examples 4 and 5 of FAQ 401 were not read on the official page.
"""

from enduse.graph.reach.rule import Rule
from enduse.graph.reach.spread import Terms
from enduse.graph.reach.view import View
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
    planned,
    sold_off,
)
from enduse.graph.stakes.ranges import in_words, total


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


def not_yet_added_up(view: View) -> str | None:
    """Before 13 August 2014 blocked persons were not added up.

    Basis: OFAC guidance of 14 February 2008 and its revision of 13 August 2014 (secondary).
    """
    touched = [h.share for h in view.holdings if view.touched(h)]
    if view.outcome.together or not view.is_open or len(touched) < 2:
        return None
    if not view.rule.owned.can_be_met(total(touched)):
        return None
    return (
        f"Blocked persons together hold {in_words(total(touched))}; OFAC has added them up since "
        "13 August 2014, and the guidance of 2008 left it open."
    )


def sectoral_holders(view: View) -> str | None:
    """Sectoral identifications freeze nothing; whether they add to blocked holders is open.

    Basis: OFAC gave no clear answer (law-firm note of 2019).
    """
    aside = view.outcome.aside
    found = [h for h in view.holdings if aside.intersection(h.holders) and not view.touched(h)]
    if not found or not view.is_open:
        return None
    names = ", ".join(dict.fromkeys(one for h in found for one in h.holders if one in aside))
    held = in_words(total(h.share for h in found))
    return (
        f"{names}, on the sectoral list, holds {held}: that freezes nothing and is not added to "
        "what blocked persons hold; OFAC gave no clear answer on adding it."
    )


def other_criteria(view: View) -> str | None:
    """Some programmes block by country or government, without a listing of the party.

    Basis: OFAC FAQ 398 (11 August 2020) names Cuba, Iran, North Korea, Syria, Venezuela, Crimea.
    """
    country = view.context.countries.get(view.entity, "").upper()
    if not view.is_open or country not in _BY_OTHER_CRITERIA:
        return None
    return (
        f"{view.entity} is of {country}: FAQ 398 (2020) names its programme among those that "
        "block by other criteria than listing; check it."
    )


_BY_OTHER_CRITERIA = frozenset(
    {"CU", "IR", "KP", "SY", "VE", "CUBA", "IRAN", "NORTH KOREA", "SYRIA", "VENEZUELA", "CRIMEA"}
)

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
        not_yet_added_up,
        sectoral_holders,
        accounting_parent,
        sold_off,
    ),
    cautions=(blocked_signatory, significant_minority, other_criteria, planned, sold_off),
)
