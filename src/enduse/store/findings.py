"""Findings, kept by the party they are about."""

from collections.abc import Iterable, Mapping

import orjson
from sqlalchemy import Connection, bindparam, delete, insert, select

from enduse.model import Cited, Evidence, Finding, Locator
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


def findings(connection: Connection) -> list[Finding]:
    """All findings, by kind and id."""
    rows = connection.execute(select(finding).order_by(finding.c.kind, finding.c.id))
    return [_finding(row.id, row.kind, row.body) for row in rows]


def _packed(one: Finding) -> str:
    body = {
        "parties": one.parties,
        "sentence": one.sentence,
        "supports": one.supports,
        "opposes": one.opposes,
        "basis": one.basis,
    }
    return orjson.dumps(body).decode("utf-8")


def _finding(ref: str, kind: str, packed: str) -> Finding:
    body = orjson.loads(packed)
    return Finding(
        id=ref,
        kind=kind,
        parties=tuple(body["parties"]),
        sentence=body["sentence"],
        supports=tuple(_cited(one) for one in body["supports"]),
        opposes=tuple(_cited(one) for one in body["opposes"]),
        basis=body["basis"],
    )


def _cited(row: dict[str, object]) -> Cited:
    evidence = row["evidence"]
    assert isinstance(evidence, dict)
    place = Evidence(Locator(**evidence["locator"]), evidence["quote"])
    return Cited(str(row["ref"]), place, str(row["note"]))
