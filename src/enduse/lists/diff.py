"""Two versions of a list side by side: who came, who went, what changed, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from enduse.lists.opened import OpenList, open_list
from enduse.lists.snapshot import STATEMENTS
from enduse.lists.version import PARTIES

CAME, WENT, CHANGED = "came", "went", "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one entity between two versions.

    Attributes:
        entity_id: The entity.
        schema: FtM schema.
        caption: What it is called; of one that went, what it was called.
        what: "came", "went" or "changed".
        added: Property and value pairs that are new; of one that came, all of them.
        removed: Property and value pairs that are gone.
    """

    entity_id: str
    schema: str
    caption: str
    what: str
    added: tuple[tuple[str, str], ...]
    removed: tuple[tuple[str, str], ...]


_CHANGES = """
WITH old AS (SELECT DISTINCT entity_id, prop, value FROM read_parquet(?)),
     new AS (SELECT DISTINCT entity_id, prop, value FROM read_parquet(?)),
     moved AS (
        SELECT entity_id, prop, value, 1 AS sign FROM (SELECT * FROM new EXCEPT SELECT * FROM old)
        UNION ALL
        SELECT entity_id, prop, value, -1 FROM (SELECT * FROM old EXCEPT SELECT * FROM new))
SELECT entity_id,
       list([prop, value] ORDER BY prop, value) FILTER (sign > 0),
       list([prop, value] ORDER BY prop, value) FILTER (sign < 0),
       entity_id IN (SELECT entity_id FROM old), entity_id IN (SELECT entity_id FROM new)
FROM moved GROUP BY entity_id ORDER BY entity_id
"""

# An address, a measure or a passport has no name of its own to be screened: what changes there
# changes the party that it belongs to, and that is named in one of its values, or names it.
_TOUCHED = """
WITH said AS (SELECT entity_id, prop, value FROM read_parquet($files)),
     changed AS (SELECT unnest($ids) AS id)
SELECT DISTINCT value AS id FROM said WHERE entity_id IN (SELECT id FROM changed) AND prop <> 'id'
UNION
SELECT DISTINCT entity_id FROM said WHERE value IN (SELECT id FROM changed) AND prop <> 'id'
"""


def _parquet(opened: OpenList) -> str:
    return str(opened.folder / STATEMENTS)


def _pairs(values: list[list[str]] | None) -> tuple[tuple[str, str], ...]:
    return tuple((prop, value) for prop, value in values or () if prop != "id")


def diff(home: Path, kind: str, old: str, new: str | None = None) -> Iterator[Change]:
    """Compare two versions of an installed list by what they say, not by where they say it.

    Args:
        home: Folder of installed lists.
        kind: Name of the list.
        old: Id of the earlier version, or its beginning.
        new: Id of the later one; None for the one in force.

    Yields:
        One change for every entity that is not the same in both, by id.

    Raises:
        NotReady: The list is not installed.
        UnknownName: It has no such version.
    """
    before, after = open_list(home, kind, old), open_list(home, kind, new)
    if before.version.id == after.version.id:
        return
    for entity_id, added, removed, was, now in _rows(_CHANGES, [_parquet(before), _parquet(after)]):
        what = CHANGED if was and now else CAME if now else WENT
        entity = (after if now else before).entity(entity_id)
        yield Change(
            entity_id, entity["schema"], entity["caption"], what, _pairs(added), _pairs(removed)
        )


def _rows(query: str, values: Any) -> list[tuple[Any, ...]]:
    import duckdb

    with duckdb.connect(config={"threads": 2}) as connection:
        # It would be drawn over what the command prints.
        connection.execute("SET enable_progress_bar = false")
        found: list[tuple[Any, ...]] = connection.execute(query, values).fetchall()
        return found


@dataclass(frozen=True, slots=True)
class ToScreen:
    """What an update asks to be looked at again.

    Attributes:
        old: Id of the version that was screened with.
        new: Id of the version in force.
        parties: Ids of parties that came or changed, or whose address, measure or document
            did: only a hit on one of these can be new or different.
        gone: Ids of parties that are no longer listed: hits on them rest on the old version.
    """

    old: str
    new: str
    parties: frozenset[str]
    gone: frozenset[str]


def to_screen_again(home: Path, kind: str, old: str, new: str | None = None) -> ToScreen:
    """Say which listed parties an update changed, so that only these are screened again.

    Args:
        home: Folder of installed lists.
        kind: Name of the list.
        old: Id of the version that was screened with.
        new: Id of the later version; None for the one in force.

    Returns:
        The parties; both sets empty where the versions say the same.

    Raises:
        NotReady: The list is not installed.
        UnknownName: It has no such version.

    Example:
        Show only hits that are new or changed since the version a decision names::

            again = to_screen_again(home, "us_ofac_sdn", decided_with)
            fresh = [hit for hit in hits if hit.id in again.parties]
    """
    before, after = open_list(home, kind, old), open_list(home, kind, new)
    changes = list(diff(home, kind, old, new))
    parties = {c.entity_id for c in changes if c.what != WENT and c.schema in PARTIES}
    gone = {c.entity_id for c in changes if c.what == WENT and c.schema in PARTIES}
    attached = [c.entity_id for c in changes if c.schema not in PARTIES]
    if attached:
        files = [_parquet(before), _parquet(after)]
        found = {row[0] for row in _rows(_TOUCHED, {"files": files, "ids": attached})}
        now = {entity["id"] for entity in after.parties()} if found else set()
        parties |= found & now
    return ToScreen(before.version.id, after.version.id, frozenset(parties), frozenset(gone))
