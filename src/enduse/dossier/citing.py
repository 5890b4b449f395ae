"""A quotation as a reader cites it."""

from collections.abc import Mapping

from enduse.model import Evidence, Source


def where(evidence: Evidence, sources: Mapping[str, Source]) -> str:
    """The source of a quotation as a reader cites it."""
    source = sources.get(evidence.locator.source)
    label = source.label if source else evidence.locator.source[:12]
    return ", ".join(filter(None, (label, evidence.locator.part, evidence.locator.field)))
