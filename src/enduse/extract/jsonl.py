"""A claim as the JSON object that `enduse claims --jsonl` prints, field by field."""

from typing import Any

from enduse.model import Claim, Named

__all__ = ["claim_json"]


def claim_json(claim: Claim) -> dict[str, Any]:
    """Return a claim with the fields that the command line promises, in their order.

    Example:
        >>> from enduse.model import Claim, Evidence, Locator, Named
        >>> place = Evidence(Locator("0" * 64, 0, 10), "Kupol said")
        >>> list(claim_json(Claim("c", place, Named("Kupol"), "aware_of")))[:5]
        ['id', 'quote', 'start', 'end', 'source']
    """
    place = claim.evidence.locator
    hedge = claim.hedge
    return {
        "id": claim.id,
        "quote": claim.evidence.quote,
        "start": place.start,
        "end": place.end,
        "source": place.source,
        "subject": _named(claim.subject),
        "predicate": claim.predicate,
        "object": _named(claim.object) if claim.object is not None else None,
        "value": claim.value,
        "unit": claim.unit,
        "bound": claim.bound,
        "attribution": [
            [{"name": v.name, "kind": v.kind, "explicit": v.explicit} for v in chain]
            for chain in claim.attribution
        ],
        "attribution_cue": claim.attribution_cue,
        "polarity": claim.polarity,
        "modality": claim.modality,
        "hedge": {"text": hedge.text, "start": hedge.start, "end": hedge.end} if hedge else None,
        "date": claim.date,
        "conversions": [{"value": c.value, "unit": c.unit} for c in claim.conversions],
    }


def _named(named: Named) -> dict[str, str | None]:
    return {"text": named.text, "schema": named.schema, "id": named.id}
