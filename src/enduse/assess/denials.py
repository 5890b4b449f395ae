"""Denials beside what they deny, and who was asked and did not answer."""

from collections.abc import Iterable

from enduse.assess.said import Said, finding
from enduse.extract.relations.predicates import predicates
from enduse.model import Finding

_DENYING = {
    "denied": "denies this, or says it does not know of it",
    "negated": "is said not to have done this",
}
_SILENT = {"declined_to_comment": "declined to comment", "no_response": "did not respond"}
_MOST_ANSWERED = 12
# What a denial speaks against: what was done, made, supplied and arranged. Who owns what, who
# holds which post and what a thing is called it leaves alone.
_DEEDS = frozenset({"programme", "purpose", "supply", "link"})


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
    found = [_denial(speaker, denying, everything) for speaker, denying in _by_speaker(everything)]
    return [*found, *_silence(everything)]


def _by_speaker(everything: list[Said]) -> list[tuple[tuple[str, str], list[Said]]]:
    """Denials of one document, those of one speaker together."""
    groups: dict[tuple[str, str], list[Said]] = {}
    for one in everything:
        if one.claim.polarity in _DENYING:
            groups.setdefault(_speaker(one), []).append(one)
    return list(groups.items())


def _speaker(one: Said) -> tuple[str, str]:
    """Who denies, and with which words; a claim "X denied it" speaks for its subject."""
    claim = one.claim
    chain = claim.attribution[-1] if claim.attribution else ()
    if claim.polarity == "denied" and claim.predicate != "denied" and len(chain) > 1:
        return chain[-1].name, "denied"
    return claim.subject.text, claim.polarity


def _denial(speaker: tuple[str, str], denying: list[Said], everything: list[Said]) -> Finding:
    who, polarity = speaker
    answered = {one.claim.id: one for denial in denying for one in _answered(denial, everything)}
    sentence = f"{who} {_DENYING[polarity]} ({denying[0].source.label})."
    everyone = (*denying, *answered.values())
    parties = [p for one in everyone for p in (one.subject, one.object) if p]
    return finding("denial", parties, sentence, denying, answered.values())


def _answered(denial: Said, everything: list[Said]) -> list[Said]:
    before = [
        one
        for one in everything
        if one.source.sha256 == denial.source.sha256
        and one.claim.polarity == "asserted"
        and _family(one) in _DEEDS
        and one.claim.evidence.locator.start < denial.claim.evidence.locator.start
        and not _same_speaker(one, denial)
    ]
    mine = {p for p in (denial.subject, denial.object) if p}
    about_mine = [one for one in before if mine & {one.subject, one.object}]
    return (about_mine or before)[-_MOST_ANSWERED:]


def _family(one: Said) -> str:
    found = predicates().get(one.claim.predicate)
    return found.family if found else ""


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
