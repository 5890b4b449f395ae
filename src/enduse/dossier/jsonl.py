"""Findings as JSON, for programs."""

from typing import Any

from enduse.model import Cited, Finding


def finding_json(one: Finding) -> dict[str, Any]:
    """One finding with its evidence for and against."""
    return {
        "id": one.id,
        "kind": one.kind,
        "parties": list(one.parties),
        "sentence": one.sentence,
        "supports": [cited_json(c) for c in one.supports],
        "opposes": [cited_json(c) for c in one.opposes],
        "basis": one.basis,
    }


def cited_json(one: Cited) -> dict[str, Any]:
    """A quotation with its place."""
    place = one.evidence.locator
    return {
        "ref": one.ref,
        "quote": one.evidence.quote,
        "source": place.source,
        "start": place.start,
        "end": place.end,
        "part": place.part,
        "note": one.note,
    }
