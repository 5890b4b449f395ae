"""The dossier as one JSON document."""

from dataclasses import asdict, replace
from typing import Any

import orjson

from enduse.dossier.fitting import MOST_CITED
from enduse.dossier.jsonl import finding_json
from enduse.dossier.printed import Printed, printed
from enduse.dossier.view import Dossier, ListEntry, PartyPage
from enduse.extract.jsonl import claim_json
from enduse.model import Finding

_MOST_NAMED = 50


def dossier_json(dossier: Dossier) -> bytes:
    """Everything the HTML shows, as data; of long documents the same passages."""
    content = {
        "question": dossier.question,
        "made": dossier.made,
        "version": dossier.version,
        "threshold": dossier.threshold,
        "lists": [asdict(one) for one in dossier.lists],
        "parties": [_party(page, few=bool(dossier.left_out.claims)) for page in dossier.parties],
        "between": [asdict(one) for one in dossier.between],
        "shared": [asdict(one) for one in dossier.shared],
        "ways": [asdict(one) for one in dossier.ways],
        "other_claims": [claim_json(one.claim) for one in dossier.other_claims],
        "documents": [_document(one) for one in printed(dossier)],
        "records": [asdict(one) for one in dossier.records],
        "issues": [asdict(one) for one in dossier.issues],
        "left_out": asdict(dossier.left_out),
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _party(page: PartyPage, *, few: bool) -> dict[str, Any]:
    return {
        "id": page.id,
        "name": page.name,
        "schema": page.schema,
        "names": list(page.names),
        "entries": [_entry(one) for one in page.entries],
        "ownership": [asdict(one) for one in page.ownership],
        "findings": [_few(one) if few else finding_json(one) for one in page.findings],
        "claims": [claim_json(one.claim) for one in page.claims],
        "claims_left_out": page.left_out,
    }


def _few(one: Finding) -> dict[str, Any]:
    """A finding of a very large case, with the quotations that its page prints."""
    few = replace(
        one,
        parties=one.parties[:_MOST_NAMED],
        supports=one.supports[:MOST_CITED],
        opposes=one.opposes[:MOST_CITED],
    )
    return finding_json(few) | {
        "parties_left_out": len(one.parties) - len(few.parties),
        "supports_left_out": len(one.supports) - len(few.supports),
        "opposes_left_out": len(one.opposes) - len(few.opposes),
    }


def _document(one: Printed) -> dict[str, Any]:
    text = one.document.text
    return {
        "source": asdict(one.document.source),
        "characters": len(text),
        "text": text if one.is_whole else None,
        "passages": [
            asdict(passage) | {"text": text[passage.start : passage.end]}
            for passage in (() if one.is_whole else one.passages)
        ],
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
