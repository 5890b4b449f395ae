"""Gather what a dossier shows: parties with their entries, claims, findings and rows."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

import enduse
from enduse.assess import Said
from enduse.case.entries import entries_of
from enduse.case.intake import DOCUMENT
from enduse.case.ownership import Book, book_of, lines
from enduse.case.picture import picture_of
from enduse.case.rows import rows_of
from enduse.case.weighing import by_party, said_in
from enduse.dossier import Dossier, ListEntry, ListRead, PartyPage, SourceText
from enduse.dossier.network import network_svg
from enduse.model import Evidence, Finding, Source
from enduse.screening import DEFAULT_THRESHOLD
from enduse.store import Store, log
from enduse.store.findings import findings
from enduse.store.issues import issues
from enduse.store.parties import PartyRow, hits, parties
from enduse.store.sources import bundles, sources
from enduse.store.tables import mention, party_mention, statement
from enduse.store.texts import text_of

REGIMES = ("US", "EU", "UK", "BIS")


@dataclass(frozen=True, slots=True)
class Shown:
    """What several parts of the dossier are made from."""

    known: Mapping[str, Source]
    said: Mapping[str, list[Said]]
    findings: Mapping[str, list[Finding]]
    entries: Mapping[str, tuple[ListEntry, ...]]
    names: Mapping[str, tuple[str, ...]]


def dossier_of(store: Store, question: str) -> Dossier:
    """Everything about the case, ready to be laid out.

    Args:
        store: The open case.
        question: What it is to answer.
    """
    with store.read() as connection:
        shown = _shown(store, connection)
        book, day = book_of(store), datetime.now(UTC).date().isoformat()
        pages = [_page(one, shown, book, day) for one in parties(connection)]
        pages = sorted((one for one in pages if one.claims or one.entries), key=_weight)
        nodes, edges = picture_of(pages)
        cited = [e for page in pages for entry in page.entries for e in _cited(entry)]
        return Dossier(
            question=question,
            made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            version=enduse.__version__,
            parties=tuple(pages),
            documents=_documents(connection, shown.known.values()),
            records=rows_of(store, shown.known, cited),
            lists=_lists(connection, shown.known),
            issues=tuple(issues(connection)),
            network_svg=network_svg(nodes, edges),
            threshold=DEFAULT_THRESHOLD,
            sources=dict(shown.known),
        )


def _cited(entry: ListEntry) -> Iterator[Evidence]:
    for fact in entry.facts:
        yield fact.evidence
    for told in (*entry.listings, *entry.links):
        yield told.evidence


def _shown(store: Store, connection: Connection) -> Shown:
    found: dict[str, list[Finding]] = {}
    for one in findings(connection):
        for party in one.parties:
            found.setdefault(party, []).append(one)
    return Shown(
        known={one.sha256: one for one in sources(connection)},
        said=by_party(said_in(store)),
        findings=found,
        entries=entries_of(connection, hits(connection), DEFAULT_THRESHOLD),
        names=_names(connection),
    )


def _weight(page: PartyPage) -> tuple[bool, int, str]:
    return (not page.entries, -len(page.claims), page.name)


def _page(party: PartyRow, shown: Shown, book: Book, day: str) -> PartyPage:
    return PartyPage(
        id=party.id,
        name=party.name,
        schema=party.schema,
        names=shown.names.get(party.id, (party.name,)),
        claims=tuple(shown.said.get(party.id, ())),
        findings=tuple(shown.findings.get(party.id, ())),
        entries=shown.entries.get(party.id, ()),
        ownership=lines(book, party.id, REGIMES, day),
    )


def _names(connection: Connection) -> dict[str, tuple[str, ...]]:
    query = (
        select(party_mention.c.party, mention.c.name, func.count())
        .join(mention, mention.c.id == party_mention.c.mention)
        .group_by(party_mention.c.party, mention.c.text)
        .order_by(func.count().desc(), mention.c.text)
    )
    found: dict[str, dict[str, None]] = {}
    for party, name, _ in connection.execute(query):
        found.setdefault(party, {})[name] = None
    return {party: tuple(names) for party, names in found.items()}


def _documents(connection: Connection, known: Iterable[Source]) -> tuple[SourceText, ...]:
    return tuple(
        SourceText(one, text_of(connection, one.sha256) or "")
        for one in sorted(known, key=lambda s: (s.published or "", s.name))
        if one.kind == DOCUMENT
    )


def _lists(connection: Connection, known: Mapping[str, Source]) -> tuple[ListRead, ...]:
    found = []
    for bundle, kind, files in bundles(connection):
        query = select(func.count(statement.c.entity_id.distinct())).where(
            statement.c.bundle == bundle, statement.c.prop == "name"
        )
        first = known[files[0]]
        found.append(
            ListRead(
                dataset=kind,
                label=first.label,
                files=tuple(known[one].name for one in files),
                entities=int(connection.execute(query).scalar_one()),
                version=hashlib.sha256(bundle.encode()).hexdigest()[:12],
            )
        )
    return (*found, *_installed(connection))


def _installed(connection: Connection) -> Iterator[ListRead]:
    """The lists of the machine with which the parties were last screened."""
    last = [one for one in log.entries(connection) if one.kind == "lists"][-1:]
    for one in json.loads(last[0].body)["installed"] if last else ():
        yield ListRead(one["name"], one["label"], (), one["parties"], one["version"])
