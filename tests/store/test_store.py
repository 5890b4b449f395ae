"""Opening, migrating and failing."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from enduse.errors import BadInput, NewerCase, NotReady
from enduse.store import LAYOUT, Store, append
from enduse.store.tables import source as source_table
from enduse.store.texts import save_text, search, text_of


def test_a_new_case_has_todays_layout_and_can_be_opened_again(tmp_path: Path) -> None:
    Store.create(tmp_path / "c").close()
    with Store.open(tmp_path / "c").read() as connection:
        assert connection.execute(text("PRAGMA user_version")).scalar() == LAYOUT
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1


def test_there_is_no_case_where_none_was_made(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="enduse new"):
        Store.open(tmp_path / "nowhere")


def test_a_folder_in_use_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(BadInput, match="not empty"):
        Store.create(tmp_path)
    Store.create(tmp_path / "c").close()
    with pytest.raises(BadInput, match="is a case already"):
        Store.create(tmp_path / "c")


def test_a_case_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "c")
    with store.write() as connection:
        connection.execute(text("PRAGMA user_version = 999"))
    store.close()
    before = (tmp_path / "c" / "case.sqlite").read_bytes()
    with pytest.raises(NewerCase, match="layout 999"):
        Store.open(tmp_path / "c")
    assert (tmp_path / "c" / "case.sqlite").read_bytes() == before


def test_a_file_that_is_no_database_is_named_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "case.sqlite").write_bytes(b"this is not a database, " * 50)
    with pytest.raises(BadInput, match="damaged"):
        Store.open(tmp_path)


def test_a_failed_transaction_leaves_neither_deed_nor_record(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "c")
    head = store.head()
    with pytest.raises(RuntimeError), store.write() as connection:
        append(connection, "noted", {})
        raise RuntimeError
    with store.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM log")).scalar() == 1
    assert store.head() == head


def test_a_process_killed_in_the_middle_of_a_write_leaves_a_whole_case(tmp_path: Path) -> None:
    Store.create(tmp_path / "c").close()
    code = (
        "import os, sys; from pathlib import Path; from enduse.store import Store, append\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "with store.write() as connection:\n"
        "    append(connection, 'noted', {}); os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "c")], check=False)
    with Store.open(tmp_path / "c").read() as connection:
        assert connection.execute(text("SELECT count(*) FROM log")).scalar() == 1


def test_search_takes_words_as_words(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "c")
    row = {"sha256": "a" * 64, "name": "n", "kind": "document", "size": 1, "added": "2026"}
    with store.write() as connection:
        connection.execute(source_table.insert().values(**row))
        save_text(connection, "a" * 64, 'Завод «Купол» said "no" - AND OR NEAR(', [])
    with store.read() as connection:
        assert text_of(connection, "a" * 64) is not None
        assert search(connection, "купол")[0][0] == "a" * 64
        for words in ('"', "NEAR(", "a* OR b", "-", "x:y", ""):
            search(connection, words)
