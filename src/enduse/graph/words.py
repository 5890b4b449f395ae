"""An ownership answer in words and as data, each stake with its quotation."""

import re
from collections.abc import Callable
from typing import Any

from enduse.graph.reach.answer import CONTROL, LISTED, OwnershipAnswer, Part, Step
from enduse.graph.stakes.ranges import UNKNOWN, in_words, percent
from enduse.model import Evidence, ShareRange, Stake

Label = Callable[[str], str]
_BASIS = {
    "listed": "listed itself",
    "ownership": "by ownership",
    "votes": "by votes",
    "control": "by control",
    "via_controlled_holder": "through a holder that is itself controlled",
}


def place_of(evidence: Evidence) -> str:
    """A quotation's place by the hash of its source, where nobody knows the source's name."""
    place = evidence.locator
    return f"{place.source[:12]}, {place.part}"


def answer_text(
    answer: OwnershipAnswer, label: Label = str, cite: Callable[[Evidence], str] = place_of
) -> str:
    """Write an answer for a reader: outcome, chain, arithmetic, evidence, doubts, rule.

    Args:
        answer: What was found.
        label: Turns an id into a name.
        cite: Says where a quotation stands.

    Returns:
        Lines of text without a line break at the end.

    Example:
        >>> from enduse.graph.ownership import assess_ownership
        >>> from enduse.model import HALF, ShareRange, Stake
        >>> held = [Stake("X", "A", ShareRange.exactly(HALF))]
        >>> text = answer_text(assess_ownership(held, {"EU": ["X"]}, "EU", "2025-06-01")["A"])
        >>> print(text.splitlines()[1])
          1. A: X (listed) 50 % = 50 %, 50 % or more: blocked (ownership)
    """
    basis = f", {_BASIS[answer.basis]}" if answer.basis in _BASIS else ""
    status, held = answer.status.replace("_", " "), in_words(answer.aggregate)
    head = f"{label(answer.entity)}, {answer.regime}, {answer.as_of}: {status}{basis}"
    lines = [f"{head}; those who count hold {held}"]
    for number, step in enumerate(answer.steps, start=1):
        lines.append(f"  {number}. {step_text(step, label)}")
        for part in step.parts:
            proofs = (line for stake in part.stakes for line in _proof(stake, label, cite))
            lines += [f"       {line}" for line in proofs]
    told = [f"  review: {reason}" for reason in answer.reasons]
    told += [f"  caution: {caution}" for caution in answer.cautions]
    told += [f"  data: {fault}" for fault in answer.data_quality]
    told += [f"  would decide: {fact}" for fact in answer.would_decide]
    lines += [with_names(one, answer, label) for one in told]
    if answer.licence_requirement:
        lines.append(f"  licence requirement: {answer.licence_requirement}")
    return "\n".join([*lines, *(f"  rule: {cite}" for cite in answer.rule.cites)])


def with_names(sentence: str, answer: OwnershipAnswer, label: Label) -> str:
    """A sentence about an answer with names in place of the ids it knows."""
    parts = [part for step in answer.steps for part in step.parts]
    ids = {answer.entity, *(step.asset for step in answer.steps)}
    ids |= {holder for part in parts for holder in part.holders}
    known = sorted((one for one in ids if label(one) != one), key=len, reverse=True)
    if not known:
        return sentence
    pattern = "|".join(re.escape(one) for one in known)
    return re.sub(rf"(?<![\w-])(?:{pattern})(?![\w-])", lambda found: label(found[0]), sentence)


def step_text(step: Step, label: Label = str) -> str:
    """Write one sum of the chain: who counts with what, what it comes to, what follows."""
    name = label(step.asset)
    if step.basis == LISTED:
        return f"{name}: is listed itself"
    shares = [p for p in step.parts if p.kind == "shares"]
    said = [f"{_who(p, label)} {in_words(p.share)}" for p in shares]
    total = "" if len(said) == 1 and step.sum == UNKNOWN else f" = {in_words(step.sum)}"
    sums = f"{' + '.join(said)}{total}" if said else "nothing counts"
    votes = f", votes {in_words(step.votes)}" if step.votes is not None else ""
    control = [_control(p, label) for p in step.parts if p.kind == CONTROL]
    basis = "" if step.basis == "none" else f" ({step.basis.replace('_', ' ')})"
    verdict = f"{step.threshold}: {step.outcome.replace('_', ' ')}{basis}"
    return f"{name}: {sums}{votes}, {'; '.join([*control, verdict])}"


def answer_data(answer: OwnershipAnswer) -> dict[str, Any]:
    """Write the same answer as JSON values, with the place of every quotation."""
    return {
        "entity": answer.entity,
        "regime": answer.regime,
        "as_of": answer.as_of,
        "status": answer.status,
        "basis": answer.basis,
        "aggregate_pct": _band(answer.aggregate),
        "review": answer.review,
        "review_reasons": list(answer.reasons),
        "cautions": list(answer.cautions),
        "data_quality": list(answer.data_quality),
        "would_decide": list(answer.would_decide),
        "licence_requirement": answer.licence_requirement,
        "chain": [_step_data(step) for step in answer.steps],
        "rule": [
            {"text": cite.text, "date": cite.date, "certainty": cite.certainty}
            for cite in answer.rule.cites
        ],
    }


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "entity": step.asset,
        "outcome": step.outcome,
        "basis": step.basis,
        "threshold": step.threshold,
        "sum_pct": _band(step.sum),
        "votes_pct": _band(step.votes) if step.votes else None,
        "parts": [
            {
                "holders": list(part.holders),
                "kind": part.kind,
                "pct": _band(part.share) if part.share else None,
                "why": part.why,
                "later": part.later,
                "evidence": [_evidence_data(s.evidence) for s in part.stakes if s.evidence],
            }
            for part in step.parts
        ],
    }


def _evidence_data(evidence: Evidence) -> dict[str, Any]:
    place = evidence.locator
    return {
        "quote": evidence.quote,
        "source": place.source,
        "part": place.part,
        "start": place.start,
        "end": place.end,
    }


def _band(share: ShareRange) -> str | list[str]:
    return percent(share.low) if share.is_exact else [percent(share.low), percent(share.high)]


def _who(part: Part, label: Label) -> str:
    names = " and ".join(label(holder) for holder in part.holders)
    return f"{names} ({part.why}{', through this company' if part.later else ''})"


def _control(part: Part, label: Label) -> str:
    words = [s.basis.replace("_", " ") for s in part.stakes if s.basis]
    return f"controlled by {_who(part, label)}{': ' if words else ''}{', '.join(words)}"


def _proof(stake: Stake, label: Label, cite: Callable[[Evidence], str]) -> list[str]:
    dates = f" [{stake.start or '...'} to {stake.end or '...'}]" if stake.start or stake.end else ""
    held = "control" if stake.right == CONTROL else in_words(stake.share)
    line = f"{label(stake.owner)} in {label(stake.asset)}: {held}{dates}"
    if stake.evidence is None:
        return [f"{line} (no source given)"]
    return [f'{line}: "{stake.evidence.quote}" ({cite(stake.evidence)})']
