"""Sources that cannot all be right, side by side and unresolved."""

from collections.abc import Callable, Iterable
from itertools import combinations

from enduse.assess.said import Said, finding
from enduse.model import Finding, Locator, figure
from enduse.names import fold

# A thing has one of these at a time; two different values are a conflict, not two facts.
_ONE_VALUE = frozenset(
    {"has_range", "has_payload", "has_endurance", "has_speed", "has_mass", "has_capacity"}
)
_RESTRICTION = frozenset({"sanctioned_by", "listed_by"})
_ANSWERS = {"declined_to_comment": "declined to comment", "no_response": "did not respond"}
_MOST_QUOTED = 12
_MOST_VALUES = 8
"""Of more values than these only those that most sources give are set against each other."""

Values = dict[str, list[Said]]


def conflicts(said: Iterable[Said]) -> list[Finding]:
    """Find what sources say differently about one party.

    Returns:
        Findings for different days of one restriction, different figures of one product, and
        different accounts of how one party answered: one for each two values, with those who
        say the one for it and those who say the other against it.
    """
    by_party: dict[str, list[Said]] = {}
    for one in said:
        if one.subject:
            by_party.setdefault(one.subject, []).append(one)
    found: list[Finding] = []
    for members in by_party.values():
        found += _days(members)
        found += _figures(members)
        found += _answers(members)
    return found


def _days(members: list[Said]) -> list[Finding]:
    groups: dict[str, Values] = {}
    for one in members:
        claim = one.claim
        if claim.predicate in _RESTRICTION and claim.date and claim.polarity == "asserted":
            by = fold(claim.object.text if claim.object else "")
            groups.setdefault(by, {}).setdefault(claim.date, []).append(one)
    return [
        _finding("when it was restricted", pair, values)
        for values in groups.values()
        for pair in _different(values, _other_day)
    ]


def _figures(members: list[Said]) -> list[Finding]:
    groups: dict[tuple[str, str], Values] = {}
    stated: dict[str, _Span] = {}
    for ends in _at_one_place(members):
        claim = ends[0].claim
        figures = sorted({one.claim.value for one in ends if one.claim.value is not None})
        span = (figures[0], figures[-1])
        value = " to ".join(figure(end) for end in dict.fromkeys(span))
        value = f"{value} {claim.unit or ''}".strip()
        stated[value] = span
        values = groups.setdefault((claim.predicate, claim.unit or ""), {})
        values.setdefault(value, []).append(ends[0])
    return [
        _finding(predicate.replace("has_", "its "), pair, given)
        for (predicate, _), given in groups.items()
        for pair in _different(given, lambda one, other: _apart(stated[one], stated[other]))
    ]


_Span = tuple[float, float]


def _at_one_place(members: list[Said]) -> Iterable[list[Said]]:
    """Figures of one quotation together: a range is stated as its two ends."""
    places: dict[tuple[str, str | None, Locator], list[Said]] = {}
    for one in members:
        claim = one.claim
        if claim.predicate in _ONE_VALUE and claim.value is not None:
            place = (claim.predicate, claim.unit, claim.evidence.locator)
            places.setdefault(place, []).append(one)
    return places.values()


def _apart(one: _Span, other: _Span) -> bool:
    """Whether no figure satisfies both: 1,000 km lies within 900 to 1,200 km."""
    return one[1] < other[0] or other[1] < one[0]


def _answers(members: list[Said]) -> list[Finding]:
    values: Values = {}
    for one in members:
        if one.claim.polarity in _ANSWERS:
            values.setdefault(_ANSWERS[one.claim.polarity], []).append(one)
    different = _different(values, lambda one, other: one != other)
    return [_finding("how it answered", pair, values) for pair in different]


def _other_day(one: str, other: str) -> bool:
    # "2023" and "2023-12-12" agree as far as both go.
    return not (one.startswith(other) or other.startswith(one))


def _different(values: Values, differ: Callable[[str, str], bool]) -> list[tuple[str, str]]:
    """Pairs of values that differ and that two different sources give."""
    given = {value: len({one.source.sha256 for one in said}) for value, said in values.items()}
    kept = sorted(values, key=lambda value: (-given[value], value))[:_MOST_VALUES]
    return [
        (one, other)
        for one, other in combinations(sorted(kept), 2)
        if differ(one, other) and _of_two_sources(values[one], values[other])
    ]


def _of_two_sources(mine: list[Said], theirs: list[Said]) -> bool:
    return len({one.source.sha256 for one in (*mine, *theirs)}) > 1


def _finding(about: str, pair: tuple[str, str], values: Values) -> Finding:
    one, other = pair
    first = values[one][0]
    sentence = f"Sources differ on {about} ({first.claim.subject.text}): {one} or {other}."
    mine, theirs = values[one][:_MOST_QUOTED], values[other][:_MOST_QUOTED]
    return finding("conflict", [first.subject or ""], sentence, mine, theirs)
