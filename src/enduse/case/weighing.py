"""Step five: findings, made again only for parties and documents about which something changed."""

import hashlib
from collections.abc import Iterable

import orjson

from enduse.assess import Said, conflicts, corroborated, credits_of, denials, gaps
from enduse.assess.origins import Credits
from enduse.case.progress import Progress
from enduse.model import Claim, Finding
from enduse.store import Store
from enduse.store.claims import claims
from enduse.store.findings import replace_findings
from enduse.store.parties import party_of_mention
from enduse.store.sources import sources
from enduse.store.steps import forget, keys, mark_done

VERSION = "2"


def said_in(store: Store) -> list[Said]:
    """All claims of the case with their sources and parties."""
    with store.read() as connection:
        known = {one.sha256: one for one in sources(connection)}
        party = party_of_mention(connection)
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
    said = said_in(store)
    credited = credits_of(said)
    about = dict(by_party(said)) | by_source(said)
    wanted = {subject: _key(group, credited) for subject, group in about.items()}
    with store.read() as connection:
        done = keys(connection, "assess")
    changed = [subject for subject in sorted(wanted) if done.get(subject) != wanted[subject]]
    gone = sorted(done.keys() - wanted.keys())
    if not changed and not gone:
        return 0
    with store.write() as connection:
        for number, subject in enumerate(changed):
            progress("assess", number, len(changed))
            found = findings_about(subject, about[subject], credited)
            replace_findings(connection, subject, found)
            mark_done(connection, "assess", subject, wanted[subject])
        for subject in gone:
            replace_findings(connection, subject, ())
            forget(connection, "assess", subject)
    return len(changed)


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


def _key(said: list[Said], credited: Credits) -> str:
    found = hashlib.sha256(VERSION.encode())
    for one in said:
        found.update(one.source.sha256.encode() + (one.source.publisher or "").encode())
        found.update(f"{one.subject} {one.object}".encode())
        found.update(" ".join(sorted(credited.get(one.source.sha256, ()))).encode())
        found.update(_content(one.claim))
    return found.hexdigest()


def _content(claim: Claim) -> bytes:
    return orjson.dumps(claim)
