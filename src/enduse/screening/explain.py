"""Why a hit has its score, in words and as data."""

from collections.abc import Sequence
from typing import Any

from enduse.matching import Found, NameIndex, Question
from enduse.model import Explanation
from enduse.screening.evidence import Remark
from enduse.screening.party import Listed


def explained(
    names: NameIndex,
    question: Question,
    found: Found | None,
    listed: Listed,
    remarks: Sequence[Remark],
    score: float,
) -> Explanation:
    """Say why, for the reviewer and as data."""
    evidence = [{"about": r.about, "adds": round(r.adds, 3), "words": r.words} for r in remarks]
    detail: dict[str, Any] = {"score": round(score, 4), "evidence": evidence}
    summary = f"{score:.2f}: {names.written(found.name) if found else listed.id}"
    return Explanation(summary, detail)
