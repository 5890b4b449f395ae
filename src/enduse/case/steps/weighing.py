"""Step five: findings, made again only for parties and documents about which something changed."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import orjson
from sqlalchemy import Connection

from enduse.assess import Held, Said, alike, conflicts, corroborated, credits_of, denials, gaps
from enduse.assess.origins import Credits
from enduse.case.groups import in_groups
from enduse.case.progress import Progress
from enduse.model import Claim, Finding
from enduse.store import Store
from enduse.store.claims import claims
from enduse.store.findings import replace_findings
from enduse.store.judgements import judgements
from enduse.store.parties import party_of_mention
from enduse.store.sources import sources
from enduse.store.steps import (
    forget,
    is_done,
    key_of,
    keys,
    mark_all_done,
    mark_done,
    state_of,
)

VERSION = "9"
ALIKE = "alike"


def said_in(store: Store) -> list[Said]:
    """All claims of the case with their sources and parties; judged the same, they are one."""
    from enduse.case.resolving import canonical_parties  # compiles: only where there is work

    with store.read() as connection:
        known = {one.sha256: one for one in sources(connection)}
        stands_for = canonical_parties(connection)
        party = {
            mention: stands_for.get(one, one)
            for mention, one in party_of_mention(connection).items()
        }
        return [
            Said(
                one,
                known[one.evidence.locator.source],
                party.get(one.subject.id or ""),
                party.get(one.object.id or "") if one.object else None,
            )
            for one in claims(connection)
        ]


def weigh(store: Store, progress: Progress) -> int:
    """Bring the findings up to date: denials by document, everything else by party.

    Returns:
        For how many documents and parties they were made again.
    """
    with store.read() as connection:
        made = state_of(connection, "extract", "parties", "screen")
        state = key_of((VERSION, made, _labels(connection), _decided(connection)))
        if is_done(connection, "assessed", "case", state):
            return 0
    said = said_in(store)
    credited = credits_of(said)
    about = dict(by_party(said)) | by_source(said)
    contents = {one.claim.id: _content(one.claim) for one in said}
    wanted = {subject: _key(group, credited, contents) for subject, group in about.items()}
    with store.read() as connection:
        done = keys(connection, "assess")
    changed = [subject for subject in sorted(wanted) if done.get(subject) != wanted[subject]]
    gone = sorted(done.keys() - wanted.keys())
    with store.write() as connection:
        replace_findings(connection, dict.fromkeys(gone, ()))
        for subject in gone:
            forget(connection, "assess", subject)
        made_now = _one_by_one(changed, about, credited, progress)
        for group in in_groups(made_now):
            replace_findings(connection, dict(group))
        mark_all_done(connection, "assess", {one: wanted[one] for one in changed})
        replace_findings(connection, {ALIKE: alike(_held(connection), said)})
        mark_done(connection, "assessed", "case", state)
    return len(changed)


def _one_by_one(
    changed: Sequence[str], about: Mapping[str, list[Said]], credited: Credits, progress: Progress
) -> Iterator[tuple[str, list[Finding]]]:
    for number, subject in enumerate(changed):
        progress("assess", number, len(changed))
        yield subject, findings_about(subject, about[subject], credited)


def _held(connection: Connection) -> list[Held]:
    """Parties with the entries that are proposed for them."""
    from enduse.case.resolving import hits_of_clusters, names_of_clusters

    names = names_of_clusters(connection)
    found = hits_of_clusters(connection, proposed=True)
    return [
        Held(party, names[party][0], frozenset((",".join(h.datasets), h.id) for h in entries))
        for party, entries in found.items()
    ]


def _decided(connection: Connection) -> str:
    return key_of(f"{one.left} {one.right} {one.verdict}" for one in judgements(connection))


def _labels(connection: Connection) -> str:
    return key_of(f"{one.sha256} {one.publisher}" for one in sources(connection))


def by_party(said: Iterable[Said]) -> dict[str, list[Said]]:
    """Claims under each party they are about; those about none are left out."""
    groups: dict[str, list[Said]] = {}
    for one in said:
        for party in dict.fromkeys((one.subject, one.object)):
            if party:
                groups.setdefault(party, []).append(one)
    return groups


def by_source(said: Iterable[Said]) -> dict[str, list[Said]]:
    """Claims under the document they stand in."""
    groups: dict[str, list[Said]] = {}
    for one in said:
        groups.setdefault(one.source.sha256, []).append(one)
    return groups


def findings_about(subject: str, said: list[Said], credited: Credits) -> list[Finding]:
    """Everything assessment says about one party or one document."""
    if said[0].source.sha256 == subject:
        found = denials(said)
    else:
        mine = [one for one in said if one.subject == subject]
        found = [*conflicts(mine), *corroborated(mine, credited), *gaps(mine)]
    return list({one.id: one for one in found}.values())


def _key(said: list[Said], credited: Credits, contents: Mapping[str, bytes]) -> str:
    found = hashlib.sha256(VERSION.encode())
    for one in said:
        found.update(one.source.sha256.encode() + (one.source.publisher or "").encode())
        found.update(f"{one.subject} {one.object}".encode())
        found.update(" ".join(sorted(credited.get(one.source.sha256, ()))).encode())
        found.update(contents[one.claim.id])
    return found.hexdigest()


def _content(claim: Claim) -> bytes:
    # A claim stands under its document and its parties: its own hash is shorter than its words.
    return hashlib.sha256(orjson.dumps(claim)).digest()
