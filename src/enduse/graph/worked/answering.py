"""Worked cases as JSON: answer them in every regime, write the answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from enduse.errors import BadInput
from enduse.graph.look_through import look_through_interest
from enduse.graph.ownership import assess_ownership, listed_under
from enduse.graph.reach.answer import OwnershipAnswer
from enduse.graph.reach.rule import rule_on
from enduse.graph.regime import regimes
from enduse.graph.stakes.ranges import percent
from enduse.graph.worked.reading import WorkedCase, read_case, read_stakes
from enduse.model import Stake

Json = Mapping[str, Any]
Answers = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Answered:
    """A file of worked cases, answered.

    Attributes:
        answers: {case: {regime: {entity: answer}}}, percentages as exact strings.
        unanswered: Case to why it could not be read; it hides no other.
        unused: Case to what stands in it and was not used.
    """

    answers: dict[str, Answers]
    unanswered: dict[str, str]
    unused: dict[str, tuple[str, ...]]


def answer_cases(document: Json) -> Answered:
    """Answer every case of a file in every regime.

    Args:
        document: The parsed file; see its `conventions` for the words.

    Raises:
        BadInput: The file holds no list of cases.
    """
    cases = document.get("cases")
    if not isinstance(cases, list):
        raise BadInput("The file has no list called 'cases'.", hint="Give a file of worked cases.")
    done = Answered({}, {}, {})
    for number, case in enumerate(cases, start=1):
        name = _name(number, case, done)
        try:
            if not isinstance(case, dict):
                raise BadInput("It is no object.", hint="See the conventions.")
            read = read_case(case)
            done.answers[name] = _answered(read, _before(case, cases))
        except BadInput as fault:
            done.unanswered[name] = str(fault)
        else:
            if read.unused:
                done.unused[name] = tuple(read.unused)
    return done


def answer_case(case: Json, before: Iterable[Stake] = ()) -> Answers:
    """Answer one case in every regime.

    Args:
        case: The case.
        before: Stakes of an earlier day of the same story, ended.

    Raises:
        BadInput: The case cannot be read.
    """
    return _answered(read_case(case), before)


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


def _name(number: int, case: Any, done: Answered) -> str:
    """The case's id; its number where it has none, or where another case has the same."""
    given = case.get("id") if isinstance(case, dict) else None
    name = str(given) if given else f"case {number}"
    return f"{name} ({number})" if name in done.answers or name in done.unanswered else name


def _answered(read: WorkedCase, before: Iterable[Stake]) -> Answers:
    stakes = [*read.stakes, *before]
    answers: Answers = {}
    for code in regimes():
        found = assess_ownership(stakes, read.listed, code, read.as_of, read.context)
        counted, _ = listed_under(rule_on(code, read.as_of), read.listed, read.context)
        product = look_through_interest(stakes, counted, read.as_of)
        answers[code] = {
            entity: answer_as_json(one) | _for_information(product.get(entity))
            for entity, one in found.items()
        }
    return answers


def _for_information(product: Fraction | None) -> dict[str, str]:
    """The look-through product under its own name; it decides nothing."""
    return {} if product is None else {"look_through_pct_do_not_use": percent(product)}


def _before(case: Json, cases: Iterable[Any]) -> list[Stake]:
    """What holders had on the latest earlier day of the same series and have no more.

    It can only raise a note: a company that was blocked before a sale is asked about the sale.
    """
    series, as_of = case.get("series"), str(case.get("as_of") or "")
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
    held = {(s.owner, s.asset, s.right): s.share for s in read_stakes(case)}
    try:
        then = read_stakes(last)
    except BadInput:
        return []
    gone = [s for s in then if held.get((s.owner, s.asset, s.right)) != s.share]
    return [replace(stake, end=stake.end or str(last["as_of"])) for stake in gone]
