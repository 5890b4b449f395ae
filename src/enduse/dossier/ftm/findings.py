"""Findings as FollowTheMoney entities: the parties, the entries proposed, what ties them.

Statement ids are FtM's own. The evidence of every value travels beside the entities, in a
file of the same name that ends in `.evidence.jsonl`: FtM has no place for a quotation.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from enduse.dossier.files import put
from enduse.dossier.ftm.links import links_of
from enduse.dossier.view import Dossier, PartyPage
from enduse.model import Evidence, Statement
from enduse.model.ftm import entities

DATASET = "enduse_case"
OUR_SCHEMATA = frozenset({"Product", "Shipment"})


def write_ftm(dossier: Dossier, path: Path, *, plain: bool) -> list[str]:
    """Write entities and, beside them, their evidence.

    Args:
        dossier: What to write.
        path: X.ftm.jsonl.
        plain: Leave out `Product` and `Shipment`, which FtM's stock model does not know.

    Returns:
        Lines that tell the analyst what was written, and what was left out.
    """
    once = {one.id: one for one in statements_of(dossier)}
    said = sorted(once.values(), key=lambda one: one.entity_id)
    kept = [one for one in said if not (plain and one.schema in OUR_SCHEMATA)]
    rows = list(entities(kept))
    put(path, _packed(rows))
    beside = path.with_name(path.name.removesuffix(".ftm.jsonl") + ".evidence.jsonl")
    put(beside, _packed(_evidence_row(one) for one in kept))
    lines = [f"Wrote {path}: {len(rows)} entities; their evidence is in {beside.name}."]
    left = {one.entity_id for one in said} - {one.entity_id for one in kept}
    if plain:
        lines.append(f"Left out {len(left)} entities that FtM's stock model has no schema for.")
    elif any(one.schema in OUR_SCHEMATA for one in kept):
        lines.append("To read Product in FtM's own tools: export $(enduse doctor --ftm-model).")
    return lines


def statements_of(dossier: Dossier) -> Iterator[Statement]:
    """Everything the dossier says as statements: parties, entries, links."""
    for page in dossier.parties:
        yield from _party(page)
        for entry in page.entries:
            yield from entry.facts
            yield from entry.related
    yield from links_of(dossier, DATASET)


def _party(page: PartyPage) -> Iterator[Statement]:
    # A party is quoted by the first claim that names it; without one it has no words of its own.
    if not page.claims:
        return
    evidence = page.claims[0].claim.evidence
    schema = page.schema
    yield Statement(page.id, schema, "id", page.id, DATASET, evidence, origin="extract")
    for number, name in enumerate(page.names):
        prop = "name" if number == 0 else "alias"
        yield Statement(page.id, schema, prop, name, DATASET, evidence, origin="extract")


def _evidence_row(one: Statement) -> dict[str, Any]:
    return {
        "statement": one.id,
        "entity": one.entity_id,
        "prop": one.prop,
        "value": one.value,
        "original_value": one.original_value,
        **_place(one.evidence),
    }


def _place(evidence: Evidence) -> dict[str, Any]:
    where = evidence.locator
    return {
        "source": where.source,
        "start": where.start,
        "end": where.end,
        "part": where.part,
        "field": where.field,
        "quote": evidence.quote,
    }


def _packed(rows: Iterable[dict[str, Any]]) -> bytes:
    return b"".join(orjson.dumps(row) + b"\n" for row in rows)
