"""The log cannot be rewritten unnoticed."""

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from enduse.store import Store, append, broken_links


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(tmp_path / "case")
    for number in range(4):
        with made.write() as connection:
            append(connection, "noted", {"number": number, "who": "Ямщиков"})
    return made


def found(store: Store) -> list[str]:
    with store.read() as connection:
        return list(broken_links(connection, store.head()))


def tampered(store: Store, statement: str) -> list[str]:
    with store.write() as connection:
        connection.execute(text("DROP TRIGGER log_no_update"))
        connection.execute(text("DROP TRIGGER log_no_delete"))
    head = store.head()
    with store._engine.begin() as connection:
        connection.execute(text(statement))
    assert store.head() == head
    return found(store)


def test_an_untouched_log_holds(store: Store) -> None:
    assert found(store) == []


@pytest.mark.parametrize("verb", ["UPDATE log SET body = '{}'", "DELETE FROM log"])
def test_the_database_itself_refuses_to_rewrite_the_log(store: Store, verb: str) -> None:
    with pytest.raises(IntegrityError, match="append-only"), store.write() as connection:
        connection.execute(text(verb))
    assert found(store) == []


@pytest.mark.parametrize("column", ["at", "kind", "body", "previous", "hash"])
def test_a_changed_value_is_named_with_its_entry(store: Store, column: str) -> None:
    assert any("3" in one for one in tampered(store, f"UPDATE log SET {column}='x' WHERE seq=3"))


def test_a_removed_entry_is_named(store: Store) -> None:
    assert any(
        "Log entry 2 is missing" in s for s in tampered(store, "DELETE FROM log WHERE seq=2")
    )


def test_a_removed_last_entry_is_noticed_by_the_remembered_head(store: Store) -> None:
    assert tampered(store, "DELETE FROM log WHERE seq=5") == [
        "The newest log entry that was remembered outside the database is gone."
    ]


def test_an_older_head_is_no_fault_because_a_stop_may_fall_between(store: Store) -> None:
    head = store.head()
    with store.write() as connection:
        append(connection, "noted", {})
    assert head is not None
    (store.folder / "log.head").write_text(head, "ascii")
    assert found(store) == []
