"""Parties of the case, and the listed entities proposed for them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection, bindparam, delete, insert, select

from enduse.model import Explanation, Hit
from enduse.store.tables import hit, party, party_mention


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One party as documents and registers name it.

    Attributes:
        id: "party-" and a hash of its key, or the id of a register entity.
        name: Fullest name.
        schema: FtM schema it is taken for.
        key: What made these mentions one party.
    """

    id: str
    name: str
    schema: str
    key: str


def replace_parties(
    connection: Connection, found: Iterable[PartyRow], members: Mapping[str, str]
) -> None:
    """Store the parties of the case; those that are still there keep their hits.

    Args:
        connection: An open transaction.
        found: All parties.
        members: Mention id to party id.
    """
    rows = {one.id: one for one in found}
    known = set(connection.execute(select(party.c.id)).scalars())
    connection.execute(delete(party_mention))
    for gone in known - rows.keys():
        connection.execute(delete(party).where(party.c.id == gone))
    for new in sorted(rows.keys() & known):
        values = {"name": rows[new].name, "schema": rows[new].schema, "key": rows[new].key}
        connection.execute(party.update().where(party.c.id == new).values(**values))
    fresh = [
        {"id": r.id, "name": r.name, "schema": r.schema, "key": r.key}
        for r in rows.values()
        if r.id not in known
    ]
    if fresh:
        connection.execute(insert(party), fresh)
    links = [{"mention": one, "party": owner} for one, owner in members.items()]
    if links:
        connection.execute(insert(party_mention), links)


def parties(connection: Connection) -> list[PartyRow]:
    """All parties by name."""
    rows = connection.execute(select(party).order_by(party.c.name, party.c.id))
    return [PartyRow(r.id, r.name, r.schema, r.key) for r in rows]


def party_of_mention(connection: Connection) -> dict[str, str]:
    """Mention id to party id."""
    rows = connection.execute(select(party_mention.c.mention, party_mention.c.party))
    return {r.mention: r.party for r in rows}


def replace_hits(
    connection: Connection,
    found: Mapping[str, Iterable[Hit]],
    proposed: Collection[tuple[str, str]],
) -> None:
    """Store what screening found for parties, instead of what it found before.

    Args:
        connection: An open transaction.
        found: Party to entries of a like name, the proposed ones among them.
        proposed: Party and entry of those that are proposed.
    """
    if not found:
        return
    gone = delete(hit).where(hit.c.party == bindparam("about"))
    connection.execute(gone, [{"about": party_id} for party_id in found])
    rows = [
        {
            "party": party_id,
            "id": one.id,
            "score": one.score,
            "proposed": (party_id, one.id) in proposed,
            "body": _packed(one),
        }
        for party_id, ones in found.items()
        for one in ones
    ]
    if rows:
        connection.execute(insert(hit), rows)


def hits(connection: Connection, *, proposed: bool) -> dict[str, list[Hit]]:
    """Party id to its hits, best first.

    Args:
        connection: An open case.
        proposed: Give the proposed ones; else those of a like name only.
    """
    found: dict[str, list[Hit]] = {}
    query = select(hit).where(hit.c.proposed == proposed)
    for row in connection.execute(query.order_by(hit.c.party, hit.c.score.desc(), hit.c.id)):
        body = orjson.loads(row.body)
        why = Explanation(**body.pop("explanation"))
        datasets = tuple(body.pop("datasets"))
        one = Hit(id=row.id, score=row.score, datasets=datasets, explanation=why, **body)
        found.setdefault(row.party, []).append(one)
    return found


def _packed(one: Hit) -> str:
    why = {"summary": one.explanation.summary, "detail": dict(one.explanation.detail)}
    body = {"name": one.name, "schema": one.schema, "datasets": one.datasets, "explanation": why}
    return orjson.dumps(body).decode("utf-8")
