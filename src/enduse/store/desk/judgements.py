"""Judgements about hits: appended, never changed."""

from dataclasses import asdict, replace

import orjson
from sqlalchemy import Connection, func, insert, select

from enduse.model import HitJudgement, Verdict
from enduse.store import log
from enduse.store.desk.tables import judgement


def add_judgement(connection: Connection, made: HitJudgement) -> HitJudgement:
    """Append one judgement and log it; its number is given here."""
    last = connection.execute(select(func.max(judgement.c.seq))).scalar_one()
    made = replace(made, seq=(last or 0) + 1)
    row = asdict(made) | {"ids": orjson.dumps(made.ids).decode(), "verdict": str(made.verdict)}
    connection.execute(insert(judgement).values(**row))
    log.append(connection, "judged", judgement_body(made))
    return made


def judgement_body(made: HitJudgement) -> dict[str, object]:
    """A judgement as JSON values, as the log and an export hold it."""
    return asdict(made) | {"ids": list(made.ids), "verdict": str(made.verdict)}


def judgements(connection: Connection) -> list[HitJudgement]:
    """All judgements, oldest first."""
    found = []
    for row in connection.execute(select(judgement).order_by(judgement.c.seq)):
        seq, asked, ids, entity, listed, verdict, *rest = row
        found.append(
            HitJudgement(
                seq, asked, tuple(orjson.loads(ids)), entity, listed, Verdict(verdict), *rest
            )
        )
    return found
