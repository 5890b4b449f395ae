"""Denials beside what they deny, and who was asked and did not answer."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

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
    deeds = _Deeds(everything)
    found = [_denial(speaker, denying, deeds) for speaker, denying in _by_speaker(everything)]
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


def _denial(speaker: tuple[str, str], denying: list[Said], deeds: "_Deeds") -> Finding:
    who, polarity = speaker
    answered = {one.claim.id: one for denial in denying for one in deeds.answered(denial)}
    sentence = f"{who} {_DENYING[polarity]} ({denying[0].source.label})."
    everyone = (*denying, *answered.values())
    parties = [p for one in everyone for p in (one.subject, one.object) if p]
    return finding("denial", parties, sentence, denying, answered.values())


class _Deeds:
    """The deeds that one document asserts, in its order; all of them, and those of each party."""

    def __init__(self, everything: Iterable[Said]) -> None:
        self._all: list[Said] = []
        self._of: dict[str, list[Said]] = {}
        for one in sorted(everything, key=_start):
            if one.claim.polarity == "asserted" and _family(one) in _DEEDS:
                self._all.append(one)
                for party in {one.subject, one.object} - {None}:
                    self._of.setdefault(str(party), []).append(one)

    def answered(self, denial: Said) -> list[Said]:
        """The nearest deeds before a denial: those of its parties, or any where it names none."""
        near: list[Said] = []
        for party in dict.fromkeys((denial.subject, denial.object)):
            near += self._before(self._of.get(party or "", []), denial)
        if not near:
            return self._before(self._all, denial)
        once = {one.claim.id: one for one in sorted(near, key=_start)}
        return list(once.values())[-_MOST_ANSWERED:]

    @staticmethod
    def _before(deeds: list[Said], denial: Said) -> list[Said]:
        at = bisect_left(deeds, _start(denial), key=_start)
        others = (
            deeds[k]
            for k in range(at - 1, -1, -1)
            if deeds[k].source.sha256 == denial.source.sha256
            and not _same_speaker(deeds[k], denial)
        )
        return list(islice(others, _MOST_ANSWERED))[::-1]


def _start(one: Said) -> int:
    return one.claim.evidence.locator.start


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
