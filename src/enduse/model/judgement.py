"""What a person decided about two ids; appended, never changed."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Same, different, or looked at and left open; RETRACTED takes an earlier one back."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision: by whom, when, why.

    Attributes:
        left: The smaller of the two ids.
        right: The larger.
        verdict: What was decided.
        by: Who decided.
        at: When, UTC, ISO 8601 with seconds.
        reason: In the reviewer's words.
    """

    left: str
    right: str
    verdict: Verdict
    by: str
    at: str
    reason: str = ""
