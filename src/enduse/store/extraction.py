"""What was found in one document, packed where it was found and stored as it comes.

Claims come by the million: a process that reads documents packs them into plain rows, which
travel and are stored several times as fast as the objects.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Table, delete

from enduse.model import Claim, Mention
from enduse.store.digest import combined, digest_of_rows, extraction_digest
from enduse.store.tables import claim, mention

_Rows = tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """Mentions and claims of one document.

    Attributes:
        mentions: Rows of the table `mention`, without number and source.
        claims: Rows of the table `claim`, without source; by id, no id twice.
        digest: Hash of both, as `digest.extraction_digest` computes it from what is stored.
    """

    mentions: _Rows
    claims: _Rows
    digest: str


def packed(mentions: Iterable[Mention], claims: Iterable[Claim]) -> Packed:
    """Pack what an extractor found; of claims with the same id the first is kept."""
    by_id: dict[str, tuple[Any, ...]] = {}
    for one in claims:
        by_id.setdefault(one.id, _claim_row(one))
    kept = tuple(by_id[ref] for ref in sorted(by_id))
    named = tuple(_mention_row(one) for one in mentions)
    return Packed(named, kept, combined((digest_of_rows(named), digest_of_rows(kept))))


def replace_extraction(connection: Connection, source: str, found: Packed) -> tuple[str, int]:
    """Store what was found in one document, instead of what was found before.

    Returns:
        Hash of what is stored now, and how many claims another document had taken the ids of:
        those are not stored.
    """
    for table in (mention, claim):
        connection.execute(delete(table).where(table.c.source == source))
    if found.mentions:
        rows = [(source, *row) for row in found.mentions]
        connection.exec_driver_sql(_INSERT_MENTION, rows)
    if not found.claims:
        return found.digest, 0
    rows = [(source, *row) for row in found.claims]
    lost = len(rows) - connection.exec_driver_sql(_INSERT_CLAIM, rows).rowcount
    return (extraction_digest(connection, source) if lost else found.digest), lost


def _insert(table: Table, columns: Iterable[str]) -> str:
    names = ("source", *columns)
    written = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" * len(names))
    return f"INSERT OR IGNORE INTO {table.name} ({written}) VALUES ({places})"


def _content(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in ("seq", "source")]


_INSERT_MENTION = _insert(mention, _content(mention))
_INSERT_CLAIM = _insert(claim, _content(claim))


def _mention_row(one: Mention) -> tuple[Any, ...]:
    where = one.evidence.locator
    return one.id, one.text, one.name, one.schema, where.start, where.end


def _claim_row(one: Claim) -> tuple[Any, ...]:
    where = one.evidence.locator
    body = {
        "part": where.part,
        "subject": one.subject,
        "object": one.object,
        "value": one.value,
        "unit": one.unit,
        "bound": one.bound,
        "attribution": one.attribution,
        "attribution_cue": one.attribution_cue,
        "polarity": one.polarity,
        "modality": one.modality,
        "hedge": one.hedge,
        "date": one.date,
        "conversions": one.conversions,
    }
    return (
        one.id,
        where.start,
        where.end,
        one.evidence.quote,
        one.predicate,
        one.subject.id,
        one.object.id if one.object else None,
        orjson.dumps(body).decode("utf-8"),
    )
