"""The documents as a dossier prints them: short ones whole, long ones in passages."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from enduse.assess import Said
from enduse.dossier.passages import Passage, passages
from enduse.dossier.view import Dossier, SourceText

__all__ = ["MOST_IN_ALL", "MOST_WHOLE", "Printed", "printed"]

MOST_WHOLE = 200_000
"""Characters of the longest document that is printed whole: a book of a hundred pages."""
MOST_IN_ALL = 2_000_000
"""Characters of all documents that are printed whole; the shortest come first."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a dossier prints of one document.

    Attributes:
        document: The document.
        passages: What is printed of it, in order.
        said: The claims whose quotations stand in it, in the order of the text.
    """

    document: SourceText
    passages: tuple[Passage, ...]
    said: tuple[Said, ...]

    @property
    def is_whole(self) -> bool:
        """Nothing of it is left out."""
        return self.shown == len(self.document.text)

    @property
    def shown(self) -> int:
        """Characters that are printed."""
        return sum(one.end - one.start for one in self.passages)

    @property
    def left_at_end(self) -> int:
        """Characters after the last passage."""
        return len(self.document.text) - (self.passages[-1].end if self.passages else 0)

    def inside(self, passage: Passage) -> tuple[Said, ...]:
        """The claims whose quotations begin in a passage; they end in it too."""
        low = bisect_left(self.said, passage.start, key=_start)
        return self.said[low : bisect_right(self.said, passage.end, key=_start)]

    def original(self) -> str:
        """Where the case keeps the file as received."""
        sha256 = self.document.source.sha256
        return f"originals/{sha256[:2]}/{sha256}"


def printed(dossier: Dossier) -> list[Printed]:
    """Return what is printed of each document: around every quotation of the dossier."""
    said: dict[str, list[Said]] = {}
    for one in dossier.claims().values():
        said.setdefault(one.source.sha256, []).append(one)
    whole = _whole(dossier.documents)
    return [_printed(one, said.get(one.source.sha256, ()), whole) for one in dossier.documents]


def _start(one: Said) -> int:
    return one.claim.evidence.locator.start


def _printed(document: SourceText, told: Iterable[Said], whole: set[str]) -> Printed:
    said = tuple(sorted(told, key=_start))
    if document.source.sha256 in whole:
        return Printed(document, (Passage(0, len(document.text)),), said)
    places = (one.claim.evidence.locator for one in said)
    found = passages(document, ((place.start, place.end) for place in places))
    return Printed(document, found, said)


def _whole(documents: Iterable[SourceText]) -> set[str]:
    found, room = set[str](), MOST_IN_ALL
    for one in sorted(documents, key=lambda document: len(document.text)):
        room -= len(one.text)
        if len(one.text) > MOST_WHOLE or room < 0:
            break
        found.add(one.source.sha256)
    return found
