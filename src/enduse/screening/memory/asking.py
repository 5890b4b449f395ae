"""Screen parties in the light of what was judged before."""

from collections.abc import Sequence
from typing import Any

from enduse.model import Hit
from enduse.screening.fingerprints import print_of_party
from enduse.screening.index import ScreeningIndex
from enduse.screening.memory.judged import Memory, Sifted, Standing
from enduse.screening.party import Party
from enduse.screening.screen import hit_data, screen_all


def hits_to_sift(
    parties: Sequence[Party],
    index: ScreeningIndex,
    memory: Memory,
    threshold: float,
    limit: int,
) -> list[list[Hit]]:
    """Screen many parties, each for so many hits that suppressed ones push no other out.

    Args:
        parties: Who is asked about.
        index: The lists.
        memory: What was judged.
        threshold: Least score, 0 to 1.
        limit: At most so many hits beside those that were judged.
    """
    answers = screen_all(parties, index, threshold, limit)
    if not memory:
        return answers
    for number, party in enumerate(parties):
        # Only a full answer can have pushed a hit out.
        if len(answers[number]) == limit and (spare := memory.spare(print_of_party(party))):
            answers[number] = screen_all([party], index, threshold, limit + spare)[0]
    return answers


def sifted_data(sifted: Sifted) -> dict[str, Any]:
    """Open and suppressed hits as JSON values; `suppressed` only where there are some."""
    told: dict[str, Any] = {"hits": [_with(hit, held) for hit, held in sifted.open]}
    if sifted.suppressed:
        told["suppressed"] = [_with(hit, held) for hit, held in sifted.suppressed]
    return told


def _with(hit: Hit, standing: Standing | None) -> dict[str, Any]:
    return hit_data(hit) | ({"judgement": judgement_data(standing)} if standing else {})


def judgement_data(standing: Standing) -> dict[str, Any]:
    """A judgement as JSON values, with whether it still holds."""
    made = standing.judgement
    return {
        "verdict": str(made.verdict),
        "by": made.by,
        "at": made.at,
        "reason": made.reason,
        "until": made.until,
        "holds": not standing.lapsed,
        "lapsed": standing.lapsed or None,
        "words": standing.words,
    }
