"""Pairs of records worth comparing: by name, number, address or owner; and their order."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from enduse.matching import FORMER, STRONG, WEAK, ListedName, NameIndex, Question
from enduse.matching.jit import compiled
from enduse.names import fold
from enduse.resolve.compare import NAMES_AGREE, Comparison, compare
from enduse.resolve.record import Record, united

FLOOR, NEAREST, ASKED, CROWD = 0.72, 12, 3, 20
WORTH_COMPILING, _BATCH = 3000, 2000


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records for a person to look at, or decisive enough to need none.

    Attributes:
        left: The record with the smaller id.
        right: The other.
        comparison: Score and grounds.
    """

    left: Record
    right: Record
    comparison: Comparison


@dataclass(slots=True)
class _Names:
    """How well the names of a pair agree."""

    score: float
    left: str
    right: str
    agreeing: int


def proposals(
    records: Iterable[Record],
    decided: Collection[tuple[str, str]] = frozenset(),
    floor: float = FLOOR,
) -> list[Proposal]:
    """Propose pairs of records that may be one party, best first.

    Args:
        records: All records; those of one id are taken together.
        decided: Pairs (smaller id, larger id) already judged; they are not proposed again.
        floor: Least score of names, 0 to 1; pairs with an equal number, address or owner
            are proposed below it too.

    Returns:
        The pairs with score and grounds. Nothing is merged.
    """
    known = sorted(united(records), key=lambda r: r.id)
    names = _by_name(known, floor)
    pairs = set(names) | _by_number(known) | _by_address(known) | _by_owner(known)
    doubtful = _doubtful(known, names)
    found = []
    for one, other in sorted(pairs):
        left, right = known[one], known[other]
        if (left.id, right.id) in decided:
            continue
        told = names.get((one, other))
        comparison = compare(
            left,
            right,
            told.score if told else 0.0,
            names=(told.left, told.right) if told else None,
            more_names=max(0, told.agreeing - 1) if told else 0,
            doubtful=doubtful,
        )
        found.append(Proposal(left, right, comparison))
    return sorted(found, key=lambda p: (-p.comparison.score, p.left.id, p.right.id))


def best_per_record(found: Iterable[Proposal], most: int = 2) -> dict[str, list[str]]:
    """For each record the ids of its best candidates, best first."""
    best: dict[str, list[str]] = defaultdict(list)
    for proposal in found:
        for one, other in (
            (proposal.left.id, proposal.right.id),
            (proposal.right.id, proposal.left.id),
        ):
            if len(best[one]) < most:
                best[one].append(other)
    return dict(best)


def _by_name(records: Sequence[Record], floor: float) -> dict[tuple[int, int], _Names]:
    """Pairs whose names reach the floor, by their places."""
    many = sum(len(record.every_name) for record in records) > WORTH_COMPILING
    index = NameIndex.build(
        (
            ListedName(number, record.sort, name, kind)
            for number, record in enumerate(records)
            for kind, group in (
                (STRONG, record.names),
                (FORMER, record.former),
                (WEAK, record.weak),
            )
            for name in group
        ),
        [int(record.sort) for record in records],
        compiled() if many else None,
    )
    asked = [
        (number, name)
        for number, record in enumerate(records)
        for name in record.every_name[:ASKED]
    ]
    found: dict[tuple[int, int], _Names] = {}
    for start in range(0, len(asked), _BATCH):
        part = asked[start : start + _BATCH]
        questions = [Question(name, records[number].sort, floor) for number, name in part]
        for (number, name), answers in zip(part, index.ask(questions, NEAREST + 1), strict=True):
            for answer in answers:
                if answer.entity != number:
                    pair = min(number, answer.entity), max(number, answer.entity)
                    there = index.written(answer.name)
                    ends = (name, there) if number == pair[0] else (there, name)
                    _told(found, pair, answer.score, ends)
    return found


def _told(
    found: dict[tuple[int, int], _Names],
    pair: tuple[int, int],
    score: float,
    ends: tuple[str, str],
) -> None:
    held = found.get(pair)
    if held is None:
        found[pair] = _Names(score, *ends, 1)
        return
    held.agreeing += score >= NAMES_AGREE
    if score > held.score:
        held.score, held.left, held.right = score, *ends


def _by_number(records: Sequence[Record]) -> set[tuple[int, int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for value in {identifier.value for identifier in record.identifiers}:
            groups[value].append(number)
    return _pairs(groups.values())


def _by_address(records: Sequence[Record]) -> set[tuple[int, int]]:
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        words = {tuple(sorted(set(fold(address).split()))) for address in record.addresses}
        for known in words:
            if len(known) >= 4:
                groups[known].append(number)
    return _pairs(groups.values())


def _by_owner(records: Sequence[Record]) -> set[tuple[int, int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for owner in set(record.owners):
            groups[owner].append(number)
    return _pairs(groups.values())


def _pairs(groups: Iterable[list[int]]) -> set[tuple[int, int]]:
    """All pairs of each group; what a crowd has in common proposes nothing."""
    return {
        (one, other)
        for group in groups
        if 1 < len(group) <= CROWD
        for place, one in enumerate(group)
        for other in group[place + 1 :]
    }


def _doubtful(records: Sequence[Record], names: dict[tuple[int, int], _Names]) -> frozenset[str]:
    """Numbers that stand on records whose names do not agree: at least one has it wrongly."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for value in {identifier.value for identifier in record.identifiers}:
            groups[value].append(number)
    doubtful = set()
    for value, group in groups.items():
        for one, other in _pairs([group]):
            told = names.get((one, other))
            if told is None or told.score < NAMES_AGREE:
                doubtful.add(value)
        if len(group) > CROWD:
            doubtful.add(value)
    return frozenset(doubtful)
