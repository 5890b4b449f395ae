"""What is not known, said as plainly as what is."""

from collections.abc import Iterable

from enduse.assess.origins import origins_of
from enduse.assess.said import Said, finding
from enduse.model import Finding

_OWNERSHIP = frozenset({"owned_by", "owns", "subsidiary_of", "owner_of", "holds_share_in"})
_DOUBT = frozenset({"conditional", "hearsay", "unconfirmed"})


def gaps(said: Iterable[Said]) -> list[Finding]:
    """Name what the sources leave open.

    Returns:
        Findings for ownership without a percentage, claims that only unnamed speakers make,
        and claims that wait for confirmation.
    """
    everything = list(said)
    return [*_shares(everything), *_one_origin(everything), *_doubts(everything)]


def _shares(said: list[Said]) -> list[Finding]:
    groups: dict[tuple[str, str], list[Said]] = {}
    for one in said:
        claim = one.claim
        if claim.predicate in _OWNERSHIP and claim.value is None and claim.object:
            pair = (claim.subject.text, claim.object.text)
            groups.setdefault(pair, []).append(one)
    return [
        finding(
            "gap",
            [p for one in group for p in (one.subject, one.object) if p],
            f"Ownership share unknown: sources tie {left} to {right} without a percentage.",
            group,
        )
        for (left, right), group in groups.items()
    ]


def _one_origin(said: list[Said]) -> list[Finding]:
    groups: dict[str, list[Said]] = {}
    for one in said:
        last = [chain[-1].kind for chain in one.claim.attribution if chain]
        if last and all(kind in ("anonymous", "unspecified") for kind in last):
            groups.setdefault(one.source.sha256, []).append(one)
    return [
        finding(
            "gap",
            [p for one in group for p in (one.subject, one.object) if p],
            f"{len(group)} claims of {group[0].source.label} rest on speakers who are not named"
            f" ({', '.join(origins_of(group))}).",
            group,
        )
        for group in groups.values()
    ]


def _doubts(said: list[Said]) -> list[Finding]:
    return [
        finding(
            "gap",
            [p for p in (one.subject, one.object) if p],
            f"Waits for confirmation: {one.claim.hedge.text if one.claim.hedge else 'hearsay'}"
            f" ({one.voices()}).",
            [one],
        )
        for one in said
        if one.claim.modality in _DOUBT
    ]
