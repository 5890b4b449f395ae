"""Step four: every party of the case against its lists, and only parties or lists that changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

import enduse
from enduse.case.groups import in_groups
from enduse.case.progress import Progress
from enduse.model import Hit
from enduse.store import Store, log
from enduse.store.claims import counted_names
from enduse.store.parties import PartyRow, parties, party_of_mention, replace_hits
from enduse.store.sources import bundles
from enduse.store.steps import (
    forget,
    is_done,
    key_of,
    keys,
    mark_all_done,
    mark_done,
    state_of,
)

if TYPE_CHECKING:
    from enduse.case.steps.comparing import Comparing
    from enduse.screening import Listed

VERSION = "1"
_SCREENED = frozenset(
    {"Airplane", "Company", "LegalEntity", "Organization", "Person", "PublicBody", "Vessel"}
)


@dataclass(frozen=True, slots=True)
class InstalledList:
    """A list on this machine, outside the case, opened by the command line.

    Attributes:
        name: Its dataset.
        version: Id of the version.
        label: Publisher and day, as a reader cites it.
        parties: How many it names.
        listed: Gives its parties; only called where something must be screened.
    """

    name: str
    version: str
    label: str
    parties: int
    listed: Callable[[], "Iterable[Listed]"]


def screen_parties(store: Store, installed: Sequence[InstalledList], progress: Progress) -> int:
    """Screen the parties that are new or renamed, or all of them where a list changed.

    Returns:
        How many parties were screened.
    """
    with store.read() as connection:
        versions = _versions(connection, installed)
        state = key_of((VERSION, versions, state_of(connection, "parties", "list")))
        if is_done(connection, "screened", "case", state):
            return 0
        names = _names(connection)
        rows = [one for one in parties(connection) if one.schema in _SCREENED]
        done = keys(connection, "screen")
    wanted = {one.id: key_of((VERSION, versions, one.schema, *names[one.id])) for one in rows}
    waiting = [one for one in rows if done.get(one.id) != wanted[one.id]]
    gone = sorted(done.keys() - wanted.keys())
    if not waiting and not gone:
        with store.write() as connection:
            mark_done(connection, "screened", "case", state)
        return 0
    from enduse.case.steps.comparing import Comparing  # compiles: only where there is work

    comparing = Comparing(store, (one for given in installed for one in given.listed()))
    asked = {"lists": versions, "tool": enduse.__version__, **comparing.terms}
    with store.write() as connection:
        if installed:
            log.append(connection, "lists", {"installed": [_described(one) for one in installed]})
        for group in in_groups(_one_by_one(waiting, names, comparing, progress)):
            _keep(connection, group, asked, names)
        mark_all_done(connection, "screen", {row.id: wanted[row.id] for row in waiting})
        for party in gone:
            forget(connection, "screen", party)
        mark_done(connection, "screened", "case", state)
    return len(waiting)


def _one_by_one(
    waiting: Sequence[PartyRow],
    names: Mapping[str, list[str]],
    comparing: "Comparing",
    progress: Progress,
) -> Iterator[tuple[PartyRow, Sequence[Hit]]]:
    for number, row in enumerate(waiting):
        progress("screen", number, len(waiting))
        yield row, comparing.hits(row, names[row.id])


def _keep(
    connection: Connection,
    group: Sequence[tuple[PartyRow, Sequence[Hit]]],
    asked: Mapping[str, object],
    names: Mapping[str, list[str]],
) -> None:
    from enduse.case.steps.comparing import proposed

    chosen = {(row.id, ref) for row, found in group for ref in proposed(found)}
    replace_hits(connection, {row.id: found for row, found in group}, chosen)
    records = (_record(row, names[row.id], found) for row, found in group)
    log.append_all(connection, "screened", [dict(asked) | one for one in records])


def _described(one: InstalledList) -> dict[str, object]:
    return {"name": one.name, "version": one.version, "label": one.label, "parties": one.parties}


def _record(row: PartyRow, names: Sequence[str], found: Iterable[Hit]) -> dict[str, object]:
    # With lists, tool and threshold: what a second person needs to come to the same answer.
    return {
        "party": row.id,
        "asked": [row.name, *names],
        "schema": row.schema,
        "hits": [
            {"id": one.id, "score": round(one.score, 4), "listed": one.content} for one in found
        ],
    }


def _versions(connection: Connection, installed: Sequence[InstalledList]) -> str:
    own = [f"{kind} {bundle[:16]}" for bundle, kind, _ in bundles(connection)]
    return "; ".join(sorted([*own, *(f"{one.name} {one.version}" for one in installed)]))


def _names(connection: Connection) -> Mapping[str, list[str]]:
    """Fullest names by party; short forms ("the plant") are for reading, not for screening."""
    owner = party_of_mention(connection)
    found: dict[str, dict[str, None]] = {}
    for ref, name, _, _ in counted_names(connection):
        if ref in owner:
            found.setdefault(owner[ref], {})[name] = None
    return {one.id: sorted(found.get(one.id, {one.name: None})) for one in parties(connection)}
