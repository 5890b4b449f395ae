"""A recorded run as lines of JSON: what an export holds, and what the log's digest is taken of."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

import orjson
from sqlalchemy import Connection

from enduse.store.desk.rows import AskedRow, HitRow, QuestionRow, RunRow
from enduse.store.desk.runs import hits_of_run, questions, rows_of_run

Line = dict[str, Any]


def lines_of_run(connection: Connection, run: RunRow) -> Iterator[Line]:
    """One line for the run, then one for each question that was kept."""
    yield run_line(run)
    hits, rows = hits_of_run(connection, run.id), rows_of_run(connection, run.id)
    for question in questions(connection, run.id):
        yield _question_line(question, rows.get(question.id, []), hits.get(question.id, []))


def run_line(run: RunRow) -> Line:
    """A run; of files only their names and hashes, for their places are nobody else's."""
    source = run.source and {"name": PurePath(run.source).name, "sha256": run.source_sha256}
    return {
        "kind": "run", "run": run.id, "at": run.at, "made": run.kind, "tool": run.tool,
        "engine": run.engine, "threshold": run.threshold, "limit": run.limit,
        "lists": orjson.loads(run.lists), "input": source, "again": run.again,
        "judged": run.judged, "day": run.day, "rows": run.rows, "with_hits": run.with_hits,
        "suppressed": run.suppressed, "issues": run.issues,
    }  # fmt: skip


def _question_line(question: QuestionRow, rows: list[AskedRow], hits: list[HitRow]) -> Line:
    return {
        "kind": "question", "run": question.run, "question": question.id,
        "asked": question.asked, "party": orjson.loads(question.party),
        "rows": [[one.number, one.party_id] for one in rows],
        "hits": [_hit(one) for one in hits],
    }  # fmt: skip


def _hit(one: HitRow) -> Line:
    return {
        "hit": one.id, "id": one.entity, "listed": one.listed, "score": one.score,
        "name": one.name, "schema": one.schema, "datasets": one.datasets.split("\n"),
        "why": one.why,
    }  # fmt: skip


def digest_of(lines: Iterable[Mapping[str, Any]]) -> str:
    """SHA-256 over the lines of one run, whatever the order of their keys."""
    found = hashlib.sha256()
    for line in lines:
        found.update(orjson.dumps(line, option=orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE))
    return found.hexdigest()
