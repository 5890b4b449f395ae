"""Characters that nobody sees are taken out before a text is read, and its places put back."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from enduse.extract.protocol import Extraction
from enduse.model import Claim, Evidence, Hedge, Issue, Locator, Mention

__all__ = ["UNSEEN", "Legible"]

UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]+"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Legible:
    """A text as it is read, and the way back to the text as it is stored.

    Attributes:
        text: Without soft hyphens, zero-width characters and marks of direction.
        stored: With them.
        gaps: Places in `text` before which something was taken out, in order.
        sizes: How many characters were taken out up to and with each of them.
    """

    text: str
    stored: str
    gaps: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()

    @classmethod
    def of(cls, stored: str) -> "Legible":
        r"""Take out what nobody sees.

        Example:
            >>> Legible.of("Lag\u200bonia \u202eShipping\u202c").text
            'Lagonia Shipping'
        """
        if stored.isascii() or not UNSEEN.search(stored):
            return cls(stored, stored)
        gaps, sizes, taken = [], [], 0
        for found in UNSEEN.finditer(stored):
            gaps.append(found.start() - taken)
            taken += found.end() - found.start()
            sizes.append(taken)
        return cls(UNSEEN.sub("", stored), stored, tuple(gaps), tuple(sizes))

    def start(self, place: int) -> int:
        """Where in the stored text a character of the text stands."""
        at = bisect_right(self.gaps, place)
        return place + (self.sizes[at - 1] if at else 0)

    def end(self, place: int) -> int:
        """Where in the stored text a span that ends before `place` ends."""
        return self.start(place - 1) + 1 if place else 0

    def restored(self, found: Extraction, source: str) -> Extraction:
        """What was found, quoted as the stored text has it; marks of direction are told."""
        if not self.gaps:
            return found
        return Extraction(
            tuple(self._mention(one) for one in found.mentions),
            tuple(self._claim(one) for one in found.claims),
            (
                *(replace(one, where=self._where(one.where)) for one in found.issues),
                *self._turned(source),
            ),
            found.language,
        )

    def _where(self, where: Locator) -> Locator:
        start = self.start(where.start)
        return replace(where, start=start, end=max(start, self.end(where.end)))

    def _evidence(self, one: Claim | Mention) -> Evidence:
        where = self._where(one.evidence.locator)
        return Evidence(where, self.stored[where.start : where.end])

    def _mention(self, one: Mention) -> Mention:
        evidence = self._evidence(one)
        return replace(one, text=evidence.quote, evidence=evidence)

    def _claim(self, one: Claim) -> Claim:
        hedge = one.hedge
        if hedge:
            start, end = self.start(hedge.start), self.end(hedge.end)
            hedge = Hedge(self.stored[start:end], start, end)
        return replace(one, evidence=self._evidence(one), hedge=hedge)

    def _turned(self, source: str) -> tuple[Issue, ...]:
        """A note where characters change the direction of reading: a screen shows other words."""
        found = [mark.start() for mark in _TURNING.finditer(self.stored)]
        if not found:
            return ()
        at = found[0]
        note = (
            f"{len(found):,} hidden characters turn the direction of reading: what a screen shows "
            "here may not be what is stored. Compare the quotations with the original."
        )
        return (
            Issue(Locator(source, at, at + 1), note, self.text[max(0, self._seen(at) - 20) :][:60]),
        )

    def _seen(self, stored: int) -> int:
        """The place in the text of a character of the stored text, or of the next that is kept."""
        return len(UNSEEN.sub("", self.stored[:stored]))
