"""Sources that cannot all be right, side by side and unresolved."""

from collections.abc import Iterable
from itertools import combinations

from enduse.assess.said import Said, finding
from enduse.model import Finding
from enduse.names import fold

# A thing has one of these at a time; two different values are a conflict, not two facts.
_ONE_VALUE = frozenset(
    {"has_range", "has_payload", "has_endurance", "has_speed", "has_mass", "has_capacity"}
)
_ANSWERS = {"declined_to_comment": "declined to comment", "no_response": "did not respond"}


def conflicts(said: Iterable[Said]) -> list[Finding]:
    """Find what sources say differently about one party.

    Returns:
        Findings for different days of one restriction, different figures of one product,
        and different accounts of how one party answered.
    """
    everything = [one for one in said if one.subject]
    found: list[Finding] = []
    by_party: dict[str, list[Said]] = {}
    for one in everything:
        by_party.setdefault(one.subject or "", []).append(one)
    for members in by_party.values():
        found += _days(members)
        found += _figures(members)
        found += _answers(members)
    return found


def _days(members: list[Said]) -> list[Finding]:
    groups: dict[str, list[Said]] = {}
    for one in members:
        claim = one.claim
        if claim.predicate in ("sanctioned_by", "listed_by") and claim.date:
            if claim.polarity == "asserted":
                groups.setdefault(fold(claim.object.text if claim.object else ""), []).append(one)
    return [
        _between(pair, f"{pair[0].claim.date} or {pair[1].claim.date}", "when it was restricted")
        for group in groups.values()
        for pair in _pairs_that(group, _different_days)
    ]


def _figures(members: list[Said]) -> list[Finding]:
    groups: dict[tuple[str, str], list[Said]] = {}
    for one in members:
        claim = one.claim
        if claim.predicate in _ONE_VALUE and claim.value is not None:
            groups.setdefault((claim.predicate, claim.unit or ""), []).append(one)
    return [
        _between(
            pair,
            f"{pair[0].claim.value:g} or {pair[1].claim.value:g} {unit}",
            predicate.replace("has_", "its "),
        )
        for (predicate, unit), group in groups.items()
        for pair in _pairs_that(group, lambda a, b: a.claim.value != b.claim.value)
    ]


def _answers(members: list[Said]) -> list[Finding]:
    answers = [one for one in members if one.claim.polarity in _ANSWERS]
    return [
        _between(
            pair,
            f"{_ANSWERS[pair[0].claim.polarity]}, or {_ANSWERS[pair[1].claim.polarity]}",
            "how it answered",
        )
        for pair in _pairs_that(answers, lambda a, b: a.claim.polarity != b.claim.polarity)
    ]


def _different_days(one: Said, other: Said) -> bool:
    left, right = one.claim.date or "", other.claim.date or ""
    # "2023" and "2023-12-12" agree as far as both go.
    return not (left.startswith(right) or right.startswith(left))


def _pairs_that(group: list[Said], differ: object) -> list[tuple[Said, Said]]:
    assert callable(differ)
    return [
        (one, other)
        for one, other in combinations(group, 2)
        if one.source.sha256 != other.source.sha256 and differ(one, other)
    ]


def _between(pair: tuple[Said, Said], values: str, about: str) -> Finding:
    one, other = pair
    sentence = f"Sources differ on {about} ({one.claim.subject.text}): {values}."
    parties = [one.subject or "", other.subject or ""]
    return finding("conflict", parties, sentence, [one], [other])
