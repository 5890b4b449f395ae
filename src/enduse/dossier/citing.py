"""A quotation as a reader cites it."""

from bisect import bisect_right
from collections.abc import Mapping

from enduse.dossier.view import Dossier
from enduse.model import Evidence, Source


def where(evidence: Evidence, sources: Mapping[str, Source], part: str = "") -> str:
    """The source of a quotation as a reader cites it, with its page or part."""
    source = sources.get(evidence.locator.source)
    label = source.label if source else evidence.locator.source[:12]
    return ", ".join(filter(None, (label, evidence.locator.part or part, evidence.locator.field)))


class Citing:
    """Cites the quotations of one dossier; those of documents with the page they begin on."""

    def __init__(self, dossier: Dossier) -> None:
        self._sources = dossier.sources
        self._parts = {one.source.sha256: one.parts for one in dossier.documents}

    def __call__(self, evidence: Evidence) -> str:
        """Publisher, day and place of a quotation."""
        return where(evidence, self._sources, self.part(evidence))

    def part(self, evidence: Evidence) -> str:
        """Page, slide, paragraph or lines of a document; empty for lists and plain pages."""
        parts = self._parts.get(evidence.locator.source, ())
        at = bisect_right(parts, evidence.locator.start, key=lambda part: part[0])
        return parts[at - 1][1] if at else ""
