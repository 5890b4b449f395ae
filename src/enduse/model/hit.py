"""A pair worth comparing, and a listed entity proposed for a party."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two ids worth comparing, with the score that says so, 0 to 1."""

    left: str
    right: str
    score: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a hit has its score.

    Attributes:
        summary: One sentence for the reviewer.
        detail: The same as data: words paired and how, words left over, other evidence,
            what would change the score. JSON values only.
    """

    summary: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed entity proposed for a party, never decided.

    Attributes:
        id: Entity id in the list ("ofac-46441").
        score: 0 to 1.
        name: The listed name that agreed best.
        schema: FtM schema of the listed entity.
        datasets: Lists it stands on.
        explanation: Why.
        content: Fingerprint of the listed entity as it was when it was proposed.
    """

    id: str
    score: float
    name: str
    schema: str
    datasets: tuple[str, ...]
    explanation: Explanation
    content: str = ""
