"""Worked cases as JSON: read them, answer them in every regime, write the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from enduse.errors import BadInput
from enduse.graph.answer import OwnershipAnswer
from enduse.graph.ownership import assess_ownership
from enduse.graph.ranges import percent
from enduse.graph.regime import regimes
from enduse.graph.view import Context
from enduse.model import (
    Evidence,
    JointArrangement,
    Locator,
    Right,
    ShareRange,
    Stake,
    share_from_percent,
)

Json = Mapping[str, Any]


def answer_cases(document: Json) -> dict[str, dict[str, Any]]:
    """Answer every case of a file in every regime.

    Args:
        document: The parsed file; see its `conventions` for the words.

    Returns:
        {case: {regime: {entity: answer}}}, percentages as exact strings; {"error": why} for a
        case that cannot be read, so that it hides no other.

    Raises:
        BadInput: The file holds no list of cases.
    """
    cases = document.get("cases")
    if not isinstance(cases, list):
        raise BadInput("The file has no list called 'cases'.", hint="Give a file of worked cases.")
    answers: dict[str, dict[str, Any]] = {}
    for number, case in enumerate(cases, start=1):
        name = str(case.get("id") or f"case {number}") if isinstance(case, dict) else f"{number}"
        try:
            if not isinstance(case, dict):
                raise BadInput(f"Case {number} is no object.", hint="See the conventions.")
            answers[name] = answer_case(case, _before(case, cases))
        except BadInput as fault:
            answers[name] = {"error": str(fault)}
    return answers


def answer_case(case: Json, before: Iterable[Stake] = ()) -> dict[str, dict[str, Any]]:
    """Answer one case in every regime.

    Args:
        case: The case.
        before: Stakes of an earlier day of the same story, ended.
    """
    stakes, faults = read_stakes(case)
    stakes += before
    listed = {k: v for k, v in (case.get("listed") or {}).items() if isinstance(v, list)}
    context = read_context(case, faults)
    as_of = _needed(case, "as_of")
    return {
        code: {
            entity: answer_as_json(answer)
            for entity, answer in assess_ownership(stakes, listed, code, as_of, context).items()
        }
        for code in regimes()
    }


def _before(case: Json, cases: Iterable[Any]) -> list[Stake]:
    """What holders had on the latest earlier day of the same series and have no more.

    It can only raise a note: a company that was blocked before a sale is asked about the sale.
    """
    series, as_of = case.get("series"), case.get("as_of") or ""
    earlier = [
        c
        for c in cases
        if isinstance(c, dict)
        and series
        and c.get("series") == series
        and str(c.get("as_of") or "") < as_of
    ]
    if not earlier:
        return []
    last = max(earlier, key=lambda c: str(c.get("as_of") or ""))
    held = {(s.owner, s.asset, s.right): s.share for s in read_stakes(case)[0]}
    gone = [
        stake
        for stake in read_stakes(last)[0]
        if held.get((stake.owner, stake.asset, stake.right)) != stake.share
    ]
    return [replace(stake, end=stake.end or last.get("as_of")) for stake in gone]


def read_stakes(case: Json) -> tuple[list[Stake], dict[str, tuple[str, ...]]]:
    """Read holdings, votes and control of a case.

    Returns:
        The stakes; and, by company, what could not be read. A percentage that is no number,
        or below nothing, becomes a stake of unknown share, never a guess.
    """
    stakes: list[Stake] = []
    faults: dict[str, tuple[str, ...]] = {}
    for key, right in (("holdings", Right.SHARES), ("votes", Right.VOTES)):
        for entry in case.get(key) or ():
            owner, target = _needed(entry, "owner"), _needed(entry, "target")
            share, fault = _share(entry)
            if fault:
                said = f"{target}: what {owner} holds cannot be read: {fault}"
                faults[target] = (*faults.get(target, ()), said)
            start, end = entry.get("start"), entry.get("end")
            told, joint = _told(entry), _joint(case, owner)
            stakes.append(Stake(owner, target, share, told, right, start, end, joint=joint))
    for entry in case.get("control") or ():
        start, end = entry.get("start"), entry.get("end")
        owner, target = _needed(entry, "controller"), _needed(entry, "target")
        basis, joint = entry.get("basis"), _joint(case, owner)
        stakes.append(
            Stake(owner, target, None, _told(entry), Right.CONTROL, start, end, basis, joint)
        )
    return stakes, faults


def read_context(case: Json, faults: Mapping[str, tuple[str, ...]]) -> Context:
    """Read what a case says beside stakes and lists."""
    agreed = tuple(
        JointArrangement(
            tuple(entry["parties"]), entry["target"], None, entry.get("start"), entry.get("end")
        )
        for entry in case.get("joint_arrangements") or ()
    )
    programmes: dict[str, frozenset[str]] = {}
    for party, named in ((case.get("listed") or {}).get("programs") or {}).items():
        programmes[party] = frozenset([named] if isinstance(named, str) else named)
    return Context(agreed, case.get("entity_country") or {}, programmes, faults)


def answer_as_json(answer: OwnershipAnswer) -> dict[str, Any]:
    """Write an answer for a program: exact percentages, notes, and nothing left out."""
    written: dict[str, Any] = {"status": answer.status, "basis": answer.basis}
    held = answer.aggregate
    if held.is_exact:
        written["aggregate_pct"] = percent(held.low)
    else:
        written["aggregate_pct_range"] = [percent(held.low), percent(held.high)]
    written["review"] = answer.review
    optional: dict[str, Any] = {
        "review_reasons": list(answer.reasons),
        "caution": " ".join(answer.cautions),
        "data_quality": list(answer.data_quality),
        "would_decide": list(answer.would_decide),
        "licence_requirement": answer.licence_requirement,
    }
    return written | {key: value for key, value in optional.items() if value}


def _share(entry: Json) -> tuple[ShareRange | None, str]:
    """The share of an entry, or why it cannot be read."""
    try:
        band = entry.get("pct_range")
        if band is not None:
            low, high = band.get("min") or "0", band.get("max") or "100"
            low_open = not band.get("min_inclusive", True)
            high_open = not band.get("max_inclusive", True)
            ends = share_from_percent(low), share_from_percent(high)
            if ends[0] > ends[1]:
                return None, f"from {low} to {high}"
            return ShareRange(*ends, low_open, high_open), ""
        if entry.get("pct") is None:
            return None, ""
        return ShareRange.exactly(share_from_percent(entry["pct"])), ""
    except BadInput as fault:
        return None, fault.what


def _joint(case: Json, owner: str) -> tuple[str, ...]:
    """All holders of a joint holding; an owner such as "X+N" is one."""
    named = (case.get("joint_holdings") or {}).get(owner)
    return tuple(named or (owner.split("+") if "+" in owner else ()))


def _told(entry: Json) -> Evidence | None:
    """Where a case says who told it, so that two sources are not taken for two lots."""
    source = entry.get("source")
    return Evidence(Locator(str(source), 0, 0, part="worked case"), "") if source else None


def _needed(entry: Json, key: str) -> Any:
    if not entry.get(key):
        known = ", ".join(sorted(entry)) or "nothing"
        raise BadInput(f"An entry lacks {key!r} (it has {known}).", hint="Add it to the file.")
    return entry[key]
