"""Denials beside what they deny, and who was asked and did not answer."""

from collections.abc import Iterable

from enduse.assess.said import Said, finding
from enduse.model import Finding

_DENYING = {
    "denied": "denies this, or says it does not know of it",
    "negated": "is said not to have done this",
}
_SILENT = {"declined_to_comment": "declined to comment", "no_response": "did not respond"}
_MOST_ANSWERED = 12
# A denial is about deeds; who holds which post and what a thing is called it leaves alone.
_NOT_DEEDS = frozenset(
    {"alias", "calls", "jurisdiction", "position_at", "sourced_from", "reviewed"}
)


def denials(said: Iterable[Said]) -> list[Finding]:
    """Set each denial of one document beside the claims it speaks against.

    A denial that names a party of the document answers the claims about that party; one that
    names none ("such a project") answers the deeds asserted before it.

    Args:
        said: All claims of one document.

    Returns:
        One finding for each denial, and one for each sentence in which parties did not answer.
    """
    everything = list(said)
    found = [
        _denial(one, _answered(one, everything))
        for one in everything
        if one.claim.polarity in _DENYING
    ]
    return [*found, *_silence(everything)]


def _denial(one: Said, answered: list[Said]) -> Finding:
    who = one.claim.subject.text
    if one.claim.polarity == "denied" and one.claim.attribution:
        who = one.claim.attribution[-1][-1].name
    sentence = f"{who} {_DENYING[one.claim.polarity]} ({one.source.label})."
    parties = [p for s in (one, *answered) for p in (s.subject, s.object) if p]
    return finding("denial", parties, sentence, [one], answered)


def _answered(denial: Said, everything: list[Said]) -> list[Said]:
    before = [
        one
        for one in everything
        if one.source.sha256 == denial.source.sha256
        and one.claim.polarity == "asserted"
        and one.claim.predicate not in _NOT_DEEDS
        and one.claim.evidence.locator.start < denial.claim.evidence.locator.start
        and not _same_speaker(one, denial)
    ]
    mine = {p for p in (denial.subject, denial.object) if p}
    about_mine = [one for one in before if mine & {one.subject, one.object}]
    return (about_mine or before)[-_MOST_ANSWERED:]


def _same_speaker(one: Said, other: Said) -> bool:
    ends = [
        {chain[-1].name for chain in said.claim.attribution if len(chain) > 1}
        for said in (one, other)
    ]
    return bool(ends[0] & ends[1])


def _silence(everything: list[Said]) -> list[Finding]:
    groups: dict[tuple[int, str], list[Said]] = {}
    for one in everything:
        if one.claim.polarity in _SILENT:
            key = (one.claim.evidence.locator.start, one.claim.polarity)
            groups.setdefault(key, []).append(one)
    return [
        finding(
            "silence",
            [one.subject for one in group if one.subject],
            f"{', '.join(dict.fromkeys(one.claim.subject.text for one in group))} "
            f"{_SILENT[polarity]} ({group[0].source.label}).",
            group[:1],
        )
        for (_, polarity), group in groups.items()
    ]
