"""Findings, kept by the party they are about."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, delete, insert, select

from enduse.model import Cited, Claim, Evidence, Finding, Locator
from enduse.store.tables import finding


def replace_findings(connection: Connection, found: Mapping[str, Iterable[Finding]]) -> None:
    """Store the findings about each party or document, instead of its earlier ones."""
    if not found:
        return
    gone = delete(finding).where(finding.c.subject == bindparam("about"))
    connection.execute(gone, [{"about": subject} for subject in found])
    rows = [
        {"id": one.id, "subject": subject, "kind": one.kind, "body": _packed(one)}
        for subject, ones in found.items()
        for one in ones
    ]
    if rows:
        connection.execute(insert(finding).prefix_with("OR IGNORE"), rows)


def findings(connection: Connection, known: Mapping[str, Claim] | None = None) -> list[Finding]:
    """All findings, by kind and id.

    Args:
        connection: An open case.
        known: Claims that are held already, by their ids; their evidence is used again, since
            the findings of a large case quote most of its claims.
    """
    rows = connection.execute(select(finding).order_by(finding.c.kind, finding.c.id))
    shared = _Shared(known or {})
    return [_finding(row.id, row.kind, row.body, shared) for row in rows]


def _packed(one: Finding) -> str:
    body = {
        "parties": one.parties,
        "sentence": one.sentence,
        "supports": one.supports,
        "opposes": one.opposes,
        "basis": one.basis,
    }
    return orjson.dumps(body).decode("utf-8")


class _Shared:
    """One object for equal ones, as far as they are held already."""

    def __init__(self, known: Mapping[str, Claim]) -> None:
        self._known = known
        self._notes: dict[str, str] = {}

    def cited(self, row: dict[str, Any]) -> Cited:
        """The citation, with the evidence of its claim where that is the same."""
        place = Evidence(Locator(**row["evidence"]["locator"]), row["evidence"]["quote"])
        note = self._notes.setdefault(row["note"], row["note"])
        claim = self._known.get(row["ref"])
        if claim is None or claim.evidence != place:
            return Cited(row["ref"], place, note)
        return Cited(claim.id, claim.evidence, note)


def _finding(ref: str, kind: str, packed: str, shared: _Shared) -> Finding:
    body = orjson.loads(packed)
    return Finding(
        id=ref,
        kind=kind,
        parties=tuple(body["parties"]),
        sentence=body["sentence"],
        supports=tuple(shared.cited(one) for one in body["supports"]),
        opposes=tuple(shared.cited(one) for one in body["opposes"]),
        basis=body["basis"],
    )
