"""Records that mix two companies: found by numbers that lead elsewhere, split by a person."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from enduse.errors import BadInput
from enduse.model import Judgement, Verdict
from enduse.names import fold
from enduse.resolve.record import Identifier, Record, united

MARK = "~"


@dataclass(frozen=True, slots=True)
class Mixture:
    """A record whose values seem to belong to two parties.

    Attributes:
        record: Id of the record.
        other: Id of the party its numbers lead to; empty where the record contradicts itself.
        values: Values that seem to be the other party's.
        why: What was seen, one sentence each.
    """

    record: str
    other: str
    values: tuple[str, ...]
    why: tuple[str, ...]


def mixtures(records: Iterable[Record]) -> list[Mixture]:
    """Find records that carry one party's name and another's number.

    A record is proposed for splitting where a checked number on it also stands on a record of
    another name, while a third record of its own name has another number of that kind; or
    where a record has two checked numbers of a kind of which a company has one; or where a
    number was given years before the founding date it stands beside.
    """
    known = sorted(united(records), key=lambda r: r.id)
    found = [m for record in known for m in _in_itself(record)]
    by_number: dict[Identifier, list[Record]] = defaultdict(list)
    by_name: dict[str, list[Record]] = defaultdict(list)
    for record in known:
        for identifier in record.identifiers:
            if identifier.checked:
                by_number[identifier].append(record)
        for name in {fold(name) for name in record.every_name}:
            by_name[name].append(record)
    for record in known:
        found += _between(record, by_number, by_name)
    return found


def split(record: Record, second: Sequence[str]) -> tuple[Record, Record]:
    """Split a record in two; every value goes to exactly one of them.

    Args:
        record: The record that mixes two parties.
        second: Values, as they stand in it, that belong to the other party.

    Returns:
        The two parts, with ids made of the record's: "id~1" and "id~2".

    Raises:
        BadInput: A value does not stand in the record, or a part would have no name.
    """
    chosen = set(second)
    has = {i.value for i in record.identifiers} | set(record.every_name)
    has |= {*record.dates, *record.addresses, *record.countries, *record.owners}
    if missing := sorted(chosen - has):
        raise BadInput(
            f"{record.id} has no {', '.join(missing)}.", hint="Name values as they stand in it."
        )
    first = _part(record, "1", chosen, keep=False)
    other = _part(record, "2", chosen, keep=True)
    if not other.every_name:
        other = replace(other, names=record.names)
    if not first.every_name:
        raise BadInput(f"Nothing would be left of {record.id}.", hint="Leave it a name.")
    return first, other


def split_judgement(record: str, second: Sequence[str], by: str, at: str) -> Judgement:
    """Record a split as a judgement, so that it can be taken back like any other."""
    reason = json.dumps({"split": sorted(second)}, ensure_ascii=False)
    return Judgement(f"{record}{MARK}1", f"{record}{MARK}2", Verdict.NEGATIVE, by, at, reason)


def apply_splits(records: Iterable[Record], standing: Iterable[Judgement]) -> list[Record]:
    """Put the parts of split records in their place.

    Args:
        records: Records as read.
        standing: Judgements that stand; those that are no splits are passed over.
    """
    wanted: dict[str, list[str]] = {}
    for judgement in standing:
        whole = judgement.left.removesuffix(f"{MARK}1")
        if judgement.right == f"{whole}{MARK}2" and judgement.reason.startswith("{"):
            wanted[whole] = json.loads(judgement.reason)["split"]
    parts: list[Record] = []
    for record in records:
        parts += split(record, wanted[record.id]) if record.id in wanted else (record,)
    return parts


def _part(record: Record, number: str, chosen: set[str], *, keep: bool) -> Record:
    def mine(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(value for value in values if (value in chosen) is keep)

    return replace(
        record,
        id=f"{record.id}{MARK}{number}",
        names=mine(record.names),
        former=mine(record.former),
        weak=mine(record.weak),
        dates=mine(record.dates),
        countries=record.countries if not keep else mine(record.countries) or record.countries,
        identifiers=tuple(i for i in record.identifiers if (i.value in chosen) is keep),
        addresses=mine(record.addresses),
        owners=mine(record.owners),
    )


def _in_itself(record: Record) -> list[Mixture]:
    found = []
    kinds: dict[str, list[str]] = defaultdict(list)
    for identifier in record.identifiers:
        if identifier.checked:
            kinds[identifier.kind].append(identifier.value)
    for kind, values in sorted(kinds.items()):
        if len(values) > 1:
            why = f"{record.id} has {len(values)} {kind} numbers: {', '.join(values)}"
            found.append(Mixture(record.id, "", tuple(values[1:]), (why,)))
    for value in kinds.get("ogrn", ()):
        given = 2000 + int(value[1:3])
        years = [int(day[:4]) for day in record.dates if day[:4].isdigit()]
        if years and all(year > given for year in years):
            why = (
                f"OGRN {value} was given in {given}, before the founding date "
                f"{', '.join(record.dates)} that stands beside it"
            )
            found.append(Mixture(record.id, "", (value,), (why,)))
    return found


def _between(
    record: Record,
    by_number: dict[Identifier, list[Record]],
    by_name: dict[str, list[Record]],
) -> list[Mixture]:
    names = {fold(name) for name in record.every_name}
    namesakes = [r for name in sorted(names) for r in by_name[name] if r.id != record.id]
    found: dict[str, Mixture] = {}
    for identifier in record.identifiers:
        for other in by_number.get(identifier, ()):
            if other.id == record.id or names & {fold(n) for n in other.every_name}:
                continue
            against = [
                (mate, theirs)
                for mate in namesakes
                for theirs in mate.identifiers
                if theirs.kind == identifier.kind and theirs.checked and theirs != identifier
            ]
            if against:
                mate, theirs = against[0]
                why = (
                    f"{record.id} is called {record.names[0]!r} and has {identifier.kind} "
                    f"{identifier.value}, which {other.id} ({other.names[0]!r}) has; "
                    f"{mate.id}, of its own name, has {theirs.kind} {theirs.value}"
                )
                held = found.get(other.id)
                values = (*(held.values if held else ()), identifier.value)
                reasons = (*(held.why if held else ()), why)
                found[other.id] = Mixture(record.id, other.id, values, reasons)
    return [found[other] for other in sorted(found)]
