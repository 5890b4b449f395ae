"""Gather what a dossier shows: parties with their entries, claims, findings and rows."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

import enduse
from enduse.assess import Said
from enduse.case.entries import entries_of
from enduse.case.intake import DOCUMENT
from enduse.case.network.picture import MOST_ON_A_PAGE, picture_of
from enduse.case.network.relations import network_of
from enduse.case.network.told import (
    proofs_of,
    standing_between,
    things_shared,
    ways_of_the_unlisted,
)
from enduse.case.ownership.book import Book, book_of, lines
from enduse.case.resolving import canonical_parties, hits_of_clusters, names_of_clusters
from enduse.case.shown.rows import rows_of
from enduse.case.steps.weighing import by_party, said_in
from enduse.dossier import Dossier, ListEntry, ListRead, PartyPage, SourceText
from enduse.dossier.anchors import quotation_anchor, record_anchor
from enduse.dossier.fitting import fitted
from enduse.dossier.network.drawing import network_svg
from enduse.model import Evidence, Explanation, Finding, Hit, Source
from enduse.screening import DEFAULT_THRESHOLD
from enduse.store import Store, log
from enduse.store.findings import findings
from enduse.store.issues import issues
from enduse.store.parties import PartyRow, parties
from enduse.store.sources import bundles, sources
from enduse.store.tables import statement
from enduse.store.texts import parts_of, text_of

REGIMES = ("US", "EU", "UK", "BIS")
_MOST_RECORDS = 200
_ITSELF = Explanation("the record itself", {})


@dataclass(frozen=True, slots=True)
class Shown:
    """What several parts of the dossier are made from."""

    known: Mapping[str, Source]
    all_said: list[Said]
    said: Mapping[str, list[Said]]
    every_finding: list[Finding]
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
        book, day = book_of(store, shown.all_said), datetime.now(UTC).date().isoformat()
        stands_for = canonical_parties(connection)
        rows = [one for one in parties(connection) if stands_for.get(one.id, one.id) == one.id]
        pages = [_page(one, shown, book, day) for one in rows]
        pages = sorted((one for one in pages if one.claims or one.entries), key=_weight)
        if not pages:
            pages = _pages_of_records(connection, book, day)
        network = network_of(connection, book, shown.all_said, shown.every_finding)
        anchor = _anchors(shown.all_said)
        between = standing_between(network, anchor)
        shared = things_shared(network, anchor)
        ways = ways_of_the_unlisted(network, pages, anchor)
        ids = [page.id for page in pages]
        drawn = picture_of(network, ids, anchor, MOST_ON_A_PAGE)
        told = {one.claim.id for page in pages for one in page.claims}
        cited = [e for page in pages for entry in page.entries for e in _cited(entry)]
        cited += [e for e in proofs_of((*between, *shared, *ways)) if anchor(e).startswith("r-")]
        cited += [e for one in network.relations for e in one.evidence if anchor(e)[:2] == "r-"]
        whole = Dossier(
            question=question,
            made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            version=enduse.__version__,
            parties=tuple(pages),
            documents=_documents(connection, shown.known.values()),
            records=rows_of(store, shown.known, cited),
            lists=_lists(connection, shown.known),
            issues=tuple(issues(connection)),
            other_claims=tuple(one for one in shown.all_said if one.claim.id not in told),
            network_svg=network_svg(drawn.nodes, drawn.edges) if drawn.edges else "",
            network=picture_of(network, ids, anchor),
            threshold=DEFAULT_THRESHOLD,
            sources=dict(shown.known),
            between=between,
            shared=shared,
            ways=ways,
        )
    return fitted(whole)


def _anchors(said: Iterable[Said]) -> Callable[[Evidence], str]:
    """Where the words of a claim, or of a row, stand in the dossier."""
    claims = {one.claim.evidence.locator: quotation_anchor(one) for one in said}
    return lambda told: claims.get(told.locator) or record_anchor(told)


def _cited(entry: ListEntry) -> Iterator[Evidence]:
    for fact in entry.facts:
        yield fact.evidence
    for told in (*entry.listings, *entry.links):
        yield told.evidence


def _shown(store: Store, connection: Connection) -> Shown:
    everything = said_in(store)
    every = findings(connection, {one.claim.id: one.claim for one in everything})
    found: dict[str, list[Finding]] = {}
    for one in every:
        for party in one.parties:
            found.setdefault(party, []).append(one)
    return Shown(
        all_said=everything,
        every_finding=every,
        known={one.sha256: one for one in sources(connection)},
        said=by_party(everything),
        findings=found,
        entries=_entries(connection),
        names=names_of_clusters(connection),
    )


def _entries(connection: Connection) -> dict[str, tuple[ListEntry, ...]]:
    best = hits_of_clusters(connection, proposed=True)
    # An entry that is proposed for some party of the case is no stranger of a like name.
    taken = {hit.id for found in best.values() for hit in found}
    others = {
        party: [hit for hit in found if hit.id not in taken]
        for party, found in hits_of_clusters(connection, proposed=False).items()
    }
    sure = entries_of(connection, best, proposed=True)
    like = entries_of(connection, others, proposed=False)
    return {one: (*sure.get(one, ()), *like.get(one, ())) for one in {*sure, *like}}


def _weight(page: PartyPage) -> tuple[bool, int, str]:
    return (not page.entries, -len(page.claims), page.name)


def _page(party: PartyRow, shown: Shown, book: Book, day: str) -> PartyPage:
    names = shown.names.get(party.id, (party.name,))
    return PartyPage(
        id=party.id,
        name=names[0],
        schema=party.schema,
        names=names,
        claims=tuple(shown.said.get(party.id, ())),
        findings=tuple(shown.findings.get(party.id, ())),
        entries=shown.entries.get(party.id, ()),
        ownership=lines(book, party.id, REGIMES, day),
    )


def _pages_of_records(connection: Connection, book: Book, day: str) -> list[PartyPage]:
    """A case of lists and registers alone: a page for each party of whom a holding is known.

    Its own record stands there as the entry; nobody need say that it is the same.
    """
    held = sorted({end for one in book.stakes for end in (one.asset, one.owner)})
    own = {one: Hit(one, 1.0, book.label(one), "", (), _ITSELF) for one in held[:_MOST_RECORDS]}
    entries = entries_of(connection, {one: [hit] for one, hit in own.items()}, proposed=True)
    pages = []
    for one, found in entries.items():
        if not found[0].facts:
            continue
        schema, dataset = found[0].facts[0].schema, found[0].facts[0].dataset
        hit = replace(own[one], schema=schema, datasets=(dataset,))
        mine = (replace(found[0], hit=hit, judged="The record itself."),)
        told = lines(book, one, REGIMES, day)
        pages.append(PartyPage(one, book.label(one), schema, (), (), (), mine, told))
    return sorted(pages, key=lambda page: page.name)


def _documents(connection: Connection, known: Iterable[Source]) -> tuple[SourceText, ...]:
    return tuple(
        SourceText(
            one,
            text_of(connection, one.sha256) or "",
            tuple((part[1], part[0]) for part in parts_of(connection, one.sha256)),
        )
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
