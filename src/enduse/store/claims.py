"""Mentions and claims, kept by source."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import orjson
from sqlalchemy import Connection, Row, delete, insert, select

from enduse.model import Claim, Conversion, Evidence, Hedge, Locator, Mention, Named, Voice
from enduse.store.tables import claim, mention

_Value = TypeVar("_Value")
_ROWS = 5000


def replace_extraction(
    connection: Connection, source: str, mentions: Iterable[Mention], claims: Iterable[Claim]
) -> None:
    """Store what was found in one document, instead of what was found before."""
    for table in (mention, claim):
        connection.execute(delete(table).where(table.c.source == source))
    for rows in _in_parts(map(_mention_row, mentions)):
        connection.execute(insert(mention), rows)
    for rows in _in_parts(map(_claim_row, claims)):
        connection.execute(insert(claim).prefix_with("OR IGNORE"), rows)


def _in_parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Rows of a book are not all held at once."""
    while part := list(islice(rows, _ROWS)):
        yield part


def mentions(connection: Connection) -> Iterator[Mention]:
    """All mentions, by source and place."""
    query = select(mention).order_by(mention.c.source, mention.c.start, mention.c.seq)
    for row in connection.execute(query):
        place = Evidence(Locator(row.source, row.start, row.end), row.text)
        yield Mention(row.id, row.text, row.schema, place, row.name)


def claims(connection: Connection, source: str | None = None) -> Iterator[Claim]:
    """All claims, or those of one source, in the order of the text."""
    query = select(claim).order_by(claim.c.source, claim.c.start, claim.c.end, claim.c.id)
    if source is not None:
        query = query.where(claim.c.source == source)
    shared = _Shared()
    for row in connection.execute(query.execution_options(yield_per=5000)):
        yield _claim(row, shared)


class _Shared(dict[Any, Any]):
    """One object for equal ones: half a million claims repeat a few thousand names and voices."""

    def one(self, value: _Value) -> _Value:
        """The first of those that equal this value."""
        first: _Value = self.setdefault(value, value)
        return first


def _mention_row(one: Mention) -> dict[str, Any]:
    where = one.evidence.locator
    place = {"source": where.source, "start": where.start, "end": where.end}
    return {"id": one.id, "text": one.text, "name": one.name, "schema": one.schema, **place}


def _claim_row(one: Claim) -> dict[str, Any]:
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
    return {
        "id": one.id,
        "source": where.source,
        "start": where.start,
        "end": where.end,
        "quote": one.evidence.quote,
        "predicate": one.predicate,
        "subject": one.subject.id,
        "object": one.object.id if one.object else None,
        "body": orjson.dumps(body).decode("utf-8"),
    }


def _claim(row: Row[Any], shared: _Shared) -> Claim:
    body = orjson.loads(row.body)
    one = shared.one
    place = Locator(one(row.source), row.start, row.end, one(body["part"]))
    chains = tuple(tuple(Voice(**voice) for voice in chain) for chain in body["attribution"])
    return Claim(
        id=row.id,
        evidence=Evidence(place, row.quote),
        subject=one(Named(**body["subject"])),
        predicate=one(row.predicate),
        object=one(Named(**body["object"])) if body["object"] else None,
        value=body["value"],
        unit=one(body["unit"]),
        bound=one(body["bound"]),
        attribution=one(chains),
        attribution_cue=one(body["attribution_cue"]),
        polarity=one(body["polarity"]),
        modality=one(body["modality"]),
        hedge=Hedge(**body["hedge"]) if body["hedge"] else None,
        date=one(body["date"]),
        conversions=tuple(Conversion(**each) for each in body["conversions"]),
    )
