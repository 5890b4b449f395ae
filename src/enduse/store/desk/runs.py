"""Runs written down and read back."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, func, insert, select, update

from enduse.store.desk.rows import AskedRow, HitRow, QuestionRow, RunRow, values
from enduse.store.desk.tables import asked_row, hit, question, run

# SQLite takes so many values in one statement, and more.
_AT_ONCE = 500


def begin_run(connection: Connection, fresh: RunRow) -> RunRow:
    """Add a run; its number is given here."""
    row = {k: v for k, v in asdict(fresh).items() if k != "id"}
    made = connection.execute(insert(run).values(**row))
    key = made.inserted_primary_key
    assert key is not None
    return replace(fresh, id=int(key[0]))


def unfinished(connection: Connection, out: str) -> RunRow | None:
    """The broken-off run that was writing these answers."""
    query = select(run).where(run.c.out == out, run.c.finished.is_(False))
    row = connection.execute(query.order_by(run.c.id.desc())).first()
    return None if row is None else RunRow(*row)


def drop_unfinished(connection: Connection, out: str) -> None:
    """Forget what was broken off of these answers; they were never given as a whole."""
    mine = select(run.c.id).where(run.c.out == out, run.c.finished.is_(False))
    asked = select(question.c.id).where(question.c.run.in_(mine))
    for table in (hit, asked_row):
        connection.execute(delete(table).where(table.c.question.in_(asked)))
    connection.execute(delete(question).where(question.c.run.in_(mine)))
    connection.execute(delete(run).where(run.c.out == out, run.c.finished.is_(False)))


def update_run(connection: Connection, now: RunRow) -> None:
    """Store the counts of a run that is going on, or its end."""
    row = {k: v for k, v in asdict(now).items() if k != "id"}
    connection.execute(update(run).where(run.c.id == now.id).values(**row))


def next_ids(connection: Connection) -> tuple[int, int]:
    """The first free numbers of a question and of a hit."""
    found = [
        connection.execute(select(func.max(table.c.id))).scalar_one() for table in (question, hit)
    ]
    return (found[0] or 0) + 1, (found[1] or 0) + 1


def add_rows(
    connection: Connection, questions: Sequence[QuestionRow], rows: Sequence[AskedRow],
    hits: Sequence[HitRow],
) -> None:  # fmt: skip
    """Add what one chunk of a run found, a hundred thousand rows a second."""
    for table, some in ((question, questions), (asked_row, rows), (hit, hits)):
        if some:
            places = ", ".join("?" * len(table.c))
            names = ", ".join(f'"{column.name}"' for column in table.c)
            connection.exec_driver_sql(
                f"INSERT INTO {table.name} ({names}) VALUES ({places})",  # names are our own
                [values(one) for one in some],
            )


def runs(connection: Connection, since: str = "") -> list[RunRow]:
    """All finished runs, oldest first.

    Args:
        connection: An open desk.
        since: ISO day or moment; older runs are left out.
    """
    query = select(run).where(run.c.finished, run.c.at >= since).order_by(run.c.id)
    return [RunRow(*row) for row in connection.execute(query)]


def run_of(connection: Connection, number: int) -> RunRow | None:
    """One finished run."""
    row = connection.execute(select(run).where(run.c.finished, run.c.id == number)).first()
    return None if row is None else RunRow(*row)


def questions(connection: Connection, run_id: int) -> Iterator[QuestionRow]:
    """The questions of a run that were kept, in their order."""
    query = select(question).where(question.c.run == run_id).order_by(question.c.id)
    for row in connection.execute(query).yield_per(5_000):
        yield QuestionRow(*row)


def hits_of_run(connection: Connection, run_id: int) -> dict[int, list[HitRow]]:
    """Question to its hits, best first."""
    found: dict[int, list[HitRow]] = {}
    for row in connection.execute(_of_run(hit, run_id).order_by(hit.c.id)):
        found.setdefault(row.question, []).append(HitRow(*row))
    return found


def rows_of_run(connection: Connection, run_id: int) -> dict[int, list[AskedRow]]:
    """Question to the rows that asked it."""
    found: dict[int, list[AskedRow]] = {}
    for row in connection.execute(_of_run(asked_row, run_id).order_by(asked_row.c.number)):
        found.setdefault(row.question, []).append(AskedRow(*row))
    return found


def _of_run(table: Table, run_id: int) -> Select[Any]:
    return (
        select(table)
        .join(question, question.c.id == table.c.question)
        .where(question.c.run == run_id)
    )


def hit_of(connection: Connection, number: int) -> tuple[HitRow, QuestionRow, RunRow] | None:
    """A hit of a finished run by its number, with what was asked and in which run."""
    query = (
        select(hit, question, run)
        .join(question, question.c.id == hit.c.question)
        .join(run, run.c.id == question.c.run)
        .where(hit.c.id == number, run.c.finished)
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    cut, end = len(hit.c), len(hit.c) + len(question.c)
    return HitRow(*row[:cut]), QuestionRow(*row[cut:end]), RunRow(*row[end:])


def rows_asking(connection: Connection, question_id: int) -> list[AskedRow]:
    """The rows that asked a question."""
    query = select(asked_row).where(asked_row.c.question == question_id)
    return [AskedRow(*row) for row in connection.execute(query.order_by(asked_row.c.number))]


def latest_questions(connection: Connection) -> list[int]:
    """The newest question about each party against each choice of lists.

    A batch file that was run again, changed or not, stands for its runs before; of a party that
    has no hits there any more nothing is left to look at.
    """
    newest_batch = (
        select(func.max(run.c.id))
        .where(run.c.finished, run.c.source.is_not(None))
        .group_by(run.c.source, func.coalesce(run.c.given, ""))
    )
    counted = run.c.source.is_(None) | run.c.id.in_(newest_batch)
    query = (
        select(func.max(question.c.id))
        .join(run, run.c.id == question.c.run)
        .where(run.c.finished, counted)
        .group_by(question.c.asked, func.coalesce(run.c.given, ""))
    )
    return list(connection.execute(query).scalars())


def question_ids(connection: Connection, run_id: int) -> list[int]:
    """Numbers of the questions of a run that were kept."""
    return list(connection.execute(select(question.c.id).where(question.c.run == run_id)).scalars())


def desk_questions(connection: Connection) -> list[tuple[int, int, str]]:
    """The newest question of the desk about each party on the same terms.

    Returns:
        Its number, that of its run, and the caller's key of the party.
    """
    newest = (
        select(func.max(question.c.id).label("id"), asked_row.c.party_id)
        .join(run, run.c.id == question.c.run)
        .join(asked_row, asked_row.c.question == question.c.id)
        .where(run.c.finished, run.c.source.is_(None))
        .group_by(
            question.c.asked, asked_row.c.party_id, func.coalesce(run.c.given, ""),
            run.c.threshold, run.c.limit,
        )
        .subquery()
    )  # fmt: skip
    query = select(question.c.id, question.c.run, newest.c.party_id).join(
        newest, newest.c.id == question.c.id
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query.order_by(question.c.id))]


def questions_by_id(connection: Connection, wanted: Collection[int]) -> list[QuestionRow]:
    """Questions by their numbers."""
    return [QuestionRow(*row) for row in _among(connection, question, "id", wanted)]


def hits_of_questions(connection: Connection, wanted: Collection[int]) -> dict[int, list[HitRow]]:
    """Question to its hits, best first."""
    found: dict[int, list[HitRow]] = {}
    for row in _among(connection, hit, "question", wanted):
        found.setdefault(row.question, []).append(HitRow(*row))
    return found


def rows_of_questions(connection: Connection, wanted: Collection[int]) -> dict[int, list[AskedRow]]:
    """Question to the rows that asked it."""
    found: dict[int, list[AskedRow]] = {}
    for row in _among(connection, asked_row, "question", wanted):
        found.setdefault(row.question, []).append(AskedRow(*row))
    return found


def _among(
    connection: Connection, table: Table, column: str, wanted: Collection[int]
) -> Iterator[Any]:
    every, order = sorted(wanted), table.c["number" if table is asked_row else "id"]
    for start in range(0, len(every), _AT_ONCE):
        some = table.c[column].in_(every[start : start + _AT_ONCE])
        yield from connection.execute(select(table).where(some).order_by(order))
