"""Judgements: appended, never changed."""

from dataclasses import asdict

from sqlalchemy import Connection, insert, select

from enduse.model import Judgement, Verdict
from enduse.store.tables import judgement


def add_judgement(connection: Connection, made: Judgement) -> None:
    """Append one judgement."""
    connection.execute(insert(judgement).values(**asdict(made)))


def judgements(connection: Connection) -> list[Judgement]:
    """All judgements, oldest first."""
    rows = connection.execute(select(judgement).order_by(judgement.c.seq))
    return [Judgement(r.left, r.right, Verdict(r.verdict), r.by, r.at, r.reason) for r in rows]
