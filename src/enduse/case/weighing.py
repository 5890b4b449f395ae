"""Step five: findings about each party, made again only where something about it changed."""

import hashlib
from collections.abc import Mapping

import orjson

from enduse.assess import Said, conflicts, corroborated, denials, gaps
from enduse.case.progress import Progress
from enduse.model import Claim, Finding
from enduse.store import Store
from enduse.store.claims import claims
from enduse.store.findings import replace_findings
from enduse.store.parties import party_of_mention
from enduse.store.sources import sources
from enduse.store.steps import forget, keys, mark_done

VERSION = "1"


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
    """Bring the findings up to date.

    Returns:
        For how many parties they were made again.
    """
    about = by_party(said_in(store))
    wanted = {party: _key(said) for party, said in about.items()}
    with store.read() as connection:
        done = keys(connection, "assess")
    changed = [party for party in sorted(wanted) if done.get(party) != wanted[party]]
    gone = sorted(done.keys() - wanted.keys())
    if not changed and not gone:
        return 0
    with store.write() as connection:
        for number, party in enumerate(changed):
            progress("assess", number, len(changed))
            replace_findings(connection, party, findings_about(party, about[party]))
            mark_done(connection, "assess", party, wanted[party])
        for party in gone:
            replace_findings(connection, party, ())
            forget(connection, "assess", party)
    return len(changed)


def by_party(said: list[Said]) -> Mapping[str, list[Said]]:
    """Claims under each party they are about; those about no party under the empty id."""
    groups: dict[str, list[Said]] = {}
    for one in said:
        for party in {one.subject or one.object or "", one.object or one.subject or ""}:
            groups.setdefault(party, []).append(one)
    return groups


def findings_about(party: str, said: list[Said]) -> list[Finding]:
    """Everything assessment says about one party."""
    mine = [one for one in said if one.subject == party]
    found = [*conflicts(mine), *denials(said), *corroborated(mine), *gaps(said)]
    return list({one.id: one for one in found}.values())


def _key(said: list[Said]) -> str:
    found = hashlib.sha256(VERSION.encode())
    for one in said:
        found.update(one.source.sha256.encode() + (one.source.publisher or "").encode())
        found.update(f"{one.subject} {one.object}".encode())
        found.update(_content(one.claim))
    return found.hexdigest()


def _content(claim: Claim) -> bytes:
    return orjson.dumps(claim)
