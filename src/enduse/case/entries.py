"""List entries proposed for a party, with what the list says of them, each value quoted."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from enduse.case.resolving import judged_same
from enduse.dossier import ListEntry, Told
from enduse.model import Hit, Judgement, Statement
from enduse.store.statements import pointing_at, statements

RESTRICTED = frozenset({"sanction", "export.control"})
_NOT_SHOWN = frozenset({"id", "topics", "addressEntity", "proof"})
_LINKS = frozenset({"Ownership", "UnknownLink", "Directorship", "Family", "Associate"})
_LISTING = ("program", "authorityId", "provisions", "startDate", "endDate")


def entries_of(
    connection: Connection, found: Mapping[str, list[Hit]], *, proposed: bool
) -> dict[str, tuple[ListEntry, ...]]:
    """The entries of every party, best first.

    Args:
        connection: An open case.
        found: Party id to hits.
        proposed: They are proposed; else they are of a like name only.
    """
    ids = {hit.id for hits in found.values() for hit in hits}
    own, around = _about(connection, ids)
    judged = judged_same(connection)
    tags = _tags(connection, ids)
    names = {one.entity_id: one.value for group in own.values() for one in group if _is_name(one)}
    return {
        party: tuple(
            ListEntry(
                hit=hit,
                number=hit.id.partition("-")[2] or hit.id,
                facts=tuple(own.get(hit.id, ())),
                listings=tuple(_listings(around.get(hit.id, ()))) or tags.get(hit.id, ()),
                links=tuple(_links(hit.id, around.get(hit.id, ()), names)),
                related=tuple(around.get(hit.id, ())),
                judged=_judged(judged.get((party, hit.id))),
                proposed=proposed,
            )
            for hit in hits
        )
        for party, hits in found.items()
    }


def _tags(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Told, ...]]:
    """Entries whose source tags them as restricted and may name no measure."""
    found: dict[str, tuple[Told, ...]] = {}
    for one in statements(connection, sorted(ids), prop="topics"):
        if one.value in RESTRICTED:
            told = Told(f"tagged as {one.value}; no measure is named", one.evidence)
            found[one.entity_id] = (*found.get(one.entity_id, ()), told)
    return found


def _judged(made: Judgement | None) -> str:
    if made is None:
        return ""
    return f"Judged the same by {made.by} on {made.at[:10]}: {made.reason}".rstrip(": ")


def _is_name(one: Statement) -> bool:
    return one.prop == "name"


def _about(
    connection: Connection, ids: Iterable[str]
) -> tuple[dict[str, list[Statement]], dict[str, list[Statement]]]:
    """Statements about each entity, and about the sanctions and links that name it."""
    wanted = sorted(ids)
    own: dict[str, list[Statement]] = {}
    around: dict[str, list[Statement]] = {}
    if not wanted:
        return own, around
    seen = set()
    for one in statements(connection, wanted):
        if one.prop not in _NOT_SHOWN and (one.entity_id, one.prop, one.value) not in seen:
            seen.add((one.entity_id, one.prop, one.value))
            own.setdefault(one.entity_id, []).append(one)
    told: dict[str, list[Statement]] = {}
    for one in statements(connection, pointing_at(connection, wanted)):
        told.setdefault(one.entity_id, []).append(one)
    for group in told.values():
        for entity in {one.value for one in group} & set(wanted):
            around.setdefault(entity, []).extend(group)
    return own, around


def _listings(around: Iterable[Statement]) -> Iterable[Told]:
    for group in _grouped(around, frozenset({"Sanction"})):
        values = {one.prop: one for one in group}
        said = [values[prop].value for prop in _LISTING if prop in values]
        authority = values.get("authority")
        who = f"{authority.value}: " if authority else ""
        yield Told(who + ", ".join(said), group[0].evidence)


def _links(entity: str, around: Iterable[Statement], names: Mapping[str, str]) -> Iterable[Told]:
    for group in _grouped(around, _LINKS):
        role = next((one.value for one in group if one.prop == "role"), "tied")
        for one in group:
            if one.prop in ("object", "owner", "asset", "subject") and one.value != entity:
                name = names.get(one.value, one.value)
                number = one.value.partition("-")[2]
                yield Told(f"{role}: {name} ({number})", one.evidence)


def _grouped(around: Iterable[Statement], schemata: frozenset[str]) -> Iterable[list[Statement]]:
    groups: dict[str, list[Statement]] = {}
    for one in around:
        if one.schema in schemata:
            groups.setdefault(one.entity_id, []).append(one)
    return groups.values()
