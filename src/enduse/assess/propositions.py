"""The same thing said by several: which sources, and how many independent origins."""

from collections.abc import Iterable

from enduse.assess.origins import Credits, origins_of
from enduse.assess.said import Said, finding
from enduse.model import Finding, figure
from enduse.names import fold

_MOST_QUOTED = 24
DENYING = frozenset({"denied", "negated", "declined_to_comment", "no_response"})
# What a thing is called, and where it sits, is repeated everywhere and confirms nothing.
_IN_PASSING = frozenset({"alias", "calls", "jurisdiction", "position_at", "sourced_from"})


def corroborated(said: Iterable[Said], credited: Credits | None = None) -> list[Finding]:
    """Say of each thing that more than one source says how many origins stand behind it.

    Args:
        said: Claims about one party or many.
        credited: Whom each document credits, from `credits_of`.

    Returns:
        One finding for each proposition with two sources or more, most origins first.
    """
    groups: dict[tuple[str, ...], list[Said]] = {}
    for one in said:
        key = proposition(one)
        if key and one.claim.polarity not in DENYING:
            groups.setdefault(key, []).append(one)
    found = []
    for members in groups.values():
        sources = {one.source.sha256 for one in members}
        if len(sources) > 1:
            origins = list(origins_of(members, credited))
            found.append((len(origins), _finding(members, len(sources), origins)))
    return [one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].id))]


def proposition(said: Said) -> tuple[str, ...] | None:
    """What a claim says, without who says it; None where it is about no party, or in passing."""
    if said.subject is None or said.claim.predicate in _IN_PASSING:
        return None
    claim = said.claim
    what = said.object or (fold(claim.object.text) if claim.object else "")
    # A restriction of another day is another act, not the same one confirmed.
    day = claim.date or "" if claim.predicate in ("sanctioned_by", "listed_by") else ""
    number = "" if claim.value is None else f"{figure(claim.value)} {claim.unit or ''}"
    return (said.subject, claim.predicate, what, number, day)


def _finding(members: list[Said], sources: int, origins: list[str]) -> Finding:
    what = members[0].in_words()
    named = ", ".join(origins)
    if len(origins) == 1:
        sentence = f"{what}: said in {sources} sources that all rest on one origin ({named})."
    else:
        sentence = f"{what}: said in {sources} sources, {len(origins)} origins ({named})."
    parties = [p for one in members for p in (one.subject, one.object) if p]
    return finding("corroboration", parties, sentence, members[:_MOST_QUOTED])
