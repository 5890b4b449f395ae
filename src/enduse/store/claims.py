"""Mentions and claims, kept by source."""

from collections.abc import Iterator
from typing import Any, TypeVar

import orjson
from sqlalchemy import Connection, Row, func, select

from enduse.model import Claim, Conversion, Evidence, Hedge, Locator, Mention, Named, Voice
from enduse.store.tables import claim, mention

_Value = TypeVar("_Value")


def mentions(connection: Connection) -> Iterator[Mention]:
    """All mentions, by source and place."""
    query = select(mention).order_by(mention.c.source, mention.c.start, mention.c.seq)
    for row in connection.execute(query):
        place = Evidence(Locator(row.source, row.start, row.end), row.text)
        yield Mention(row.id, row.text, row.schema, place, row.name)


def counted_names(connection: Connection) -> Iterator[tuple[str, str, str, int]]:
    """Id, fullest name and schema of each thing named, with how often it is mentioned so."""
    what = (mention.c.id, mention.c.name, mention.c.schema)
    for row in connection.execute(select(*what, func.count()).group_by(*what).order_by(*what)):
        yield tuple(row)


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
