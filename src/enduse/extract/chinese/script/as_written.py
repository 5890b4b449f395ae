"""Gives back what was read in folded characters in the words of the document."""

from dataclasses import replace

from enduse.extract.protocol import Extraction
from enduse.model import Claim, Evidence, Hedge, Mention, Named, Voice

__all__ = ["as_written"]


def as_written(found: Extraction, folded: str, text: str) -> Extraction:
    """Return an extraction in the characters of the text that was folded to read it.

    Args:
        found: What was read in the folded text; its places are those of the text itself.
        folded: The folded text.
        text: The text as written, of the same length.
    """
    back = _Back(folded, text)
    return replace(
        found,
        claims=tuple(back.claim(c) for c in found.claims),
        mentions=tuple(back.mention(m) for m in found.mentions),
    )


class _Back:
    def __init__(self, folded: str, text: str) -> None:
        self._folded, self._text = folded, text
        self._letters = dict(zip(folded, text, strict=True))

    def claim(self, claim: Claim) -> Claim:
        hedge = claim.hedge
        return replace(
            claim,
            evidence=self._evidence(claim.evidence),
            subject=self._named(claim.subject),
            object=self._named(claim.object) if claim.object is not None else None,
            attribution=tuple(tuple(self._voice(v) for v in c) for c in claim.attribution),
            attribution_cue=self._words(claim.attribution_cue) if claim.attribution_cue else None,
            hedge=Hedge(self._text[hedge.start : hedge.end], hedge.start, hedge.end)
            if hedge
            else None,
        )

    def mention(self, mention: Mention) -> Mention:
        return replace(
            mention,
            text=self._words(mention.text),
            evidence=self._evidence(mention.evidence),
            name=self._words(mention.name),
        )

    def _evidence(self, evidence: Evidence) -> Evidence:
        place = evidence.locator
        return replace(evidence, quote=self._text[place.start : place.end])

    def _named(self, named: Named) -> Named:
        return replace(named, text=self._words(named.text))

    def _voice(self, voice: Voice) -> Voice:
        stands = voice.name in self._folded
        return replace(voice, name=self._words(voice.name)) if stands else voice

    def _words(self, words: str) -> str:
        """The words where they stand in the text; what stands nowhere, character by character."""
        at = self._folded.find(words)
        if at >= 0:
            return self._text[at : at + len(words)]
        return "".join(self._letters.get(c, c) for c in words)
