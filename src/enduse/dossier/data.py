"""The dossier as one JSON document."""

from dataclasses import asdict
from typing import Any

import orjson

from enduse.dossier.jsonl import finding_json
from enduse.dossier.view import Dossier, ListEntry, PartyPage
from enduse.extract.jsonl import claim_json


def dossier_json(dossier: Dossier) -> bytes:
    """Everything the HTML shows, as data."""
    content = {
        "question": dossier.question,
        "made": dossier.made,
        "version": dossier.version,
        "threshold": dossier.threshold,
        "lists": [asdict(one) for one in dossier.lists],
        "parties": [_party(page) for page in dossier.parties],
        "between": [asdict(one) for one in dossier.between],
        "shared": [asdict(one) for one in dossier.shared],
        "ways": [asdict(one) for one in dossier.ways],
        "other_claims": [claim_json(one.claim) for one in dossier.other_claims],
        "documents": [asdict(one) for one in dossier.documents],
        "records": [asdict(one) for one in dossier.records],
        "issues": [asdict(one) for one in dossier.issues],
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _party(page: PartyPage) -> dict[str, Any]:
    return {
        "id": page.id,
        "name": page.name,
        "schema": page.schema,
        "names": list(page.names),
        "entries": [_entry(one) for one in page.entries],
        "ownership": [asdict(one) for one in page.ownership],
        "findings": [finding_json(one) for one in page.findings],
        "claims": [claim_json(one.claim) for one in page.claims],
    }


def _entry(entry: ListEntry) -> dict[str, Any]:
    hit = entry.hit
    return {
        "id": hit.id,
        "number": entry.number,
        "score": hit.score,
        "name": hit.name,
        "schema": hit.schema,
        "datasets": list(hit.datasets),
        "proposed": entry.proposed,
        "explanation": {"summary": hit.explanation.summary, **dict(hit.explanation.detail)},
        "facts": [asdict(one) for one in entry.facts],
    }
