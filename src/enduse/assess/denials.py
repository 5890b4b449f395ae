"""Denials, declined comments and silence, each beside what it answers."""

from collections.abc import Iterable

from enduse.assess.said import Said, finding
from enduse.model import Finding

_WORDS = {
    "denied": "denies or says it does not know of this",
    "negated": "is said not to have done this",
    "declined_to_comment": "declined to comment",
    "no_response": "did not respond",
}


def denials(said: Iterable[Said]) -> list[Finding]:
    """Set each denial beside the claims it speaks against.

    A denial answers the claims of its own document that are about the same parties; one that
    names no party ("such a project") answers the asserted claims that stand before it.

    Returns:
        One finding for each denial.
    """
    everything = list(said)
    found = []
    for one in everything:
        if one.claim.polarity not in _WORDS:
            continue
        answered = [other for other in everything if _answers(one, other)]
        who = one.claim.subject.text
        speaker = one.claim.attribution[-1][-1].name if one.claim.attribution else who
        name = speaker if one.claim.polarity == "denied" else who
        sentence = f"{name} {_WORDS[one.claim.polarity]} ({one.source.label})."
        parties = [p for p in (one.subject, one.object) if p]
        found.append(finding("denial", parties, sentence, [one], answered[:12]))
    return found


def _answers(denial: Said, other: Said) -> bool:
    if other is denial or other.claim.polarity != "asserted":
        return False
    if other.source.sha256 != denial.source.sha256:
        return False
    if denial.claim.predicate in ("position_at", "alias"):
        return False
    mine = {p for p in (denial.subject, denial.object) if p}
    theirs = {p for p in (other.subject, other.object) if p}
    if denial.claim.polarity == "denied":
        return other.claim.evidence.locator.start < denial.claim.evidence.locator.start
    return bool(mine & theirs)
