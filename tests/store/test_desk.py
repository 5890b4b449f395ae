"""The desk's file only grows: what is finished or judged cannot be changed."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from enduse.errors import NewerCase
from enduse.model import HitJudgement, Verdict
from enduse.store import broken_links
from enduse.store.desk.file import is_there, open_desk
from enduse.store.desk.judgements import add_judgement, judgements
from enduse.store.desk.rows import AskedRow, HitRow, QuestionRow, RunRow
from enduse.store.desk.runs import (
    add_rows,
    begin_run,
    drop_unfinished,
    hit_of,
    next_ids,
    runs,
    unfinished,
    update_run,
)

NEW = RunRow(0, "2026-01-01T00:00:00Z", "batch", "0.1.0", "e", 0.84, 5, None, "[]", "in.csv",
             "f" * 64, "out.jsonl", None, 0, "2026-01-01", "stamp")  # fmt: skip
MADE = HitJudgement(0, "a", ("17",), "x", "c", Verdict.NEGATIVE, "Ann", "2026-01-01", "Age", "2027")


def test_a_run_is_found_again_until_it_is_finished_and_then_never_changed(tmp_path: Path) -> None:
    assert not is_there(tmp_path)
    desk = open_desk(tmp_path)
    with desk.write() as connection:
        run = begin_run(connection, NEW)
        add_rows(connection, [QuestionRow(1, run.id, "a", "{}")], [AskedRow(1, 1, "17")],
                 [HitRow(1, 1, "x", "c", 0.9, "X", "Person", "one", "why")])  # fmt: skip
        assert unfinished(connection, "out.jsonl") == run and hit_of(connection, 1) is None
        update_run(connection, replace(run, finished=True, rows=1))
        assert unfinished(connection, "out.jsonl") is None and len(runs(connection)) == 1
        found = hit_of(connection, 1)
        assert found is not None and (found[0].entity, found[1].asked) == ("x", "a")
    for statement in ("UPDATE run SET rows = 2", "DELETE FROM run"):
        with pytest.raises(IntegrityError, match="never changed"), desk.write() as connection:
            connection.execute(text(statement))
    desk.close()


def test_what_was_broken_off_is_dropped_whole(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    with desk.write() as connection:
        run = begin_run(connection, NEW)
        add_rows(connection, [QuestionRow(1, run.id, "a", "{}")], [AskedRow(1, 1, "")],
                 [HitRow(1, 1, "x", "c", 0.9, "X", "Person", "one", "why")])  # fmt: skip
        drop_unfinished(connection, "out.jsonl")
        assert next_ids(connection) == (1, 1)
        assert connection.execute(text("SELECT count(*) FROM asked_row")).scalar_one() == 0
    desk.close()


def test_judgements_are_appended_and_logged_in_one_chain(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    with desk.write() as connection:
        one = add_judgement(connection, MADE)
        add_judgement(connection, MADE)
        assert [j.seq for j in judgements(connection)] == [1, 2]
        assert judgements(connection)[0] == one
        assert list(broken_links(connection, None)) == []
    for statement in ("UPDATE judgement SET reason = ''", "DELETE FROM judgement"):
        with pytest.raises(IntegrityError, match="append-only"), desk.write() as connection:
            connection.execute(text(statement))
    desk.close()


def test_a_file_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    with desk.write() as connection:
        connection.execute(text("PRAGMA user_version = 99"))
    desk.close()
    with pytest.raises(NewerCase):
        open_desk(tmp_path)
