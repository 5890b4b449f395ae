"""A claim as assessment sees it: with its source and the parties it is about."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from enduse.model import Cited, Claim, Finding, Source, figure, voice_in_words


@dataclass(frozen=True, slots=True)
class Said:
    """One claim, who published it, and whom it is about.

    Attributes:
        claim: The claim.
        source: The document it stands in.
        subject: Party id of the subject; None where it is no party of the case.
        object: Party id of the object.
    """

    claim: Claim
    source: Source
    subject: str | None
    object: str | None

    def cited(self) -> Cited:
        """The claim as evidence under a finding."""
        return Cited(self.claim.id, self.claim.evidence, self.voices())

    def in_words(self) -> str:
        """What the claim says, in a few words.

        Example: "IEMZ Kupol: subsidiary of Almaz-Antey".
        """
        claim = self.claim
        what = claim.object.text if claim.object else ""
        number = "" if claim.value is None else f"{figure(claim.value)} {claim.unit or ''}"
        said = " ".join(one for one in (claim.predicate.replace("_", " "), what, number) if one)
        return f"{claim.subject.text}: {said}"

    def voices(self) -> str:
        """Who says so, outermost first, each chain once.

        Example: "UNN, citing Reuters".
        """
        chains = [
            ", citing ".join(voice_in_words(v.name) for v in chain)
            for chain in self.claim.attribution
        ]
        spoken = [one for one in dict.fromkeys(chains) if one]
        return "; ".join(spoken) or self.source.label


def finding(
    kind: str,
    parties: Iterable[str],
    sentence: str,
    supports: Iterable[Said] = (),
    opposes: Iterable[Said] = (),
) -> Finding:
    """Build a finding on claims; its id follows from what it says and rests on."""
    for_it, against = tuple(s.cited() for s in supports), tuple(s.cited() for s in opposes)
    named = tuple(dict.fromkeys(parties))
    content = "\x1f".join((kind, *named, sentence, *(c.ref for c in (*for_it, *against))))
    ref = f"{kind}-{hashlib.sha256(content.encode()).hexdigest()[:16]}"
    return Finding(ref, kind, named, sentence, for_it, against)
