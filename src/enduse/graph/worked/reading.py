"""Worked cases as JSON: what is read of them, and what is said where it cannot be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from enduse.errors import BadInput
from enduse.graph.reach.rule import known_lists
from enduse.graph.reach.view import Context
from enduse.graph.stakes.days import day
from enduse.graph.stakes.ranges import in_words, overlap
from enduse.graph.stakes.stated import share_range
from enduse.model import (
    Evidence,
    JointArrangement,
    Locator,
    Right,
    ShareRange,
    Stake,
    share_from_percent,
)

Json = Mapping[str, Any]
_DATES = {"start", "end"}
_HOLDING = {"owner", "target", "pct", "pct_range", "source"} | _DATES
_KNOWN = {
    "holdings": _HOLDING,
    "votes": _HOLDING,
    "control": {"controller", "target", "basis", "source"} | _DATES,
    "joint_arrangements": {"parties", "target", "source"} | _DATES,
}
_BAND = {"min", "max", "min_inclusive", "max_inclusive"}
_CASE = {"id", "listed", "joint_holdings", "entity_country", "as_of", "series", *_KNOWN}
_TOLD_ONLY = {
    "title", "expected", "explanation", "source", "confidence", "confidence_by_regime", "tags",
    "look_through_pct_do_not_use", "expected_data_quality", "note", "notes", "comment",
}  # fmt: skip
_OTHER_LISTS = {"programs"}


@dataclass(slots=True)
class WorkedCase:
    """A case as the rules take it.

    Attributes:
        as_of: Full ISO day.
        stakes: Holdings, votes and control.
        listed: Ids by list.
        context: Arrangements, countries, programmes, and faults by company.
        unused: Fields and words that are not known and were not used, one sentence each.
    """

    as_of: str
    stakes: list[Stake]
    listed: dict[str, list[str]]
    context: Context
    unused: list[str] = field(default_factory=list)


def read_case(case: Json) -> WorkedCase:
    """Read one case.

    A percentage that is no number, or below nothing, becomes a stake of unknown share and a
    fault in the data of its company; it is never a guess.

    Raises:
        BadInput: Something without which there is no answer is missing or is of another kind.
    """
    as_of = _needed(case, "as_of", "the case")
    if not isinstance(as_of, str):
        raise BadInput(f"{as_of!r} is not a day.", hint="Write it as 2024-07-03.")
    stakes, faults = _stakes(case)
    listed = {
        name: _names(ids, f"listed.{name}")
        for name, ids in _table(case, "listed").items()
        if name not in _OTHER_LISTS
    }
    return WorkedCase(day(as_of), stakes, listed, _context(case, faults), _unused(case))


def read_stakes(case: Json) -> list[Stake]:
    """The holdings, votes and control of a case alone."""
    return _stakes(case)[0]


def _stakes(case: Json) -> tuple[list[Stake], dict[str, tuple[str, ...]]]:
    stakes: list[Stake] = []
    faults: dict[str, tuple[str, ...]] = {}
    for key, right in (("holdings", Right.SHARES), ("votes", Right.VOTES)):
        for entry in _entries(case, key):
            owner, target = _id(entry, "owner", key), _id(entry, "target", key)
            share, fault = _share(entry)
            if fault:
                said = f"{target}: what {owner} holds cannot be read: {fault}"
                faults[target] = (*faults.get(target, ()), said)
            told, joint = _told(entry), _joint(case, owner)
            stakes.append(Stake(owner, target, share, told, right, *_dates(entry), joint=joint))
    for entry in _entries(case, "control"):
        owner, target = _id(entry, "controller", "control"), _id(entry, "target", "control")
        basis, joint = entry.get("basis"), _joint(case, owner)
        words = str(basis) if basis else None
        stakes.append(
            Stake(owner, target, None, _told(entry), Right.CONTROL, *_dates(entry), words, joint)
        )
    return stakes, faults


def _context(case: Json, faults: Mapping[str, tuple[str, ...]]) -> Context:
    agreed = []
    for entry in _entries(case, "joint_arrangements"):
        parties = tuple(_names(_needed(entry, "parties", "joint_arrangements"), "parties"))
        target = _id(entry, "target", "joint_arrangements")
        agreed.append(JointArrangement(parties, target, None, *_dates(entry)))
    programmes = {
        party: frozenset(_names(named, f"programs.{party}"))
        for party, named in _table(_table(case, "listed"), "programs").items()
    }
    countries = {one: str(code) for one, code in _table(case, "entity_country").items()}
    return Context(tuple(agreed), countries, programmes, faults)


def _share(entry: Json) -> tuple[ShareRange | None, str]:
    """The share of an entry, or why it cannot be read."""
    try:
        band, exact = entry.get("pct_range"), entry.get("pct")
        told = None if exact is None else share_range(_written(exact))
        if band is None:
            return told, ""
        said = _band(band)
        if told is None:
            return said, ""
        common = overlap(said, told)
        if common is None:
            return None, f"{in_words(told)} and {in_words(said)}"
        return common, ""
    except BadInput as fault:
        return None, fault.what


def _band(band: Any) -> ShareRange:
    if not isinstance(band, Mapping):
        raise BadInput(f"{band!r} is no range.", hint="Give it min and max.")
    low = "0" if band.get("min") is None else band["min"]
    high = "100" if band.get("max") is None else band["max"]
    ends = share_from_percent(_written(low)), share_from_percent(_written(high))
    if ends[0] > ends[1]:
        raise BadInput(f"The range from {low} to {high} runs backwards.", hint="Correct it.")
    low_open = not band.get("min_inclusive", True)
    high_open = not band.get("max_inclusive", True)
    if ends[0] == ends[1] and (low_open or high_open):
        raise BadInput(f"The range from {low} to {high} is empty.", hint="Correct it.")
    return ShareRange(*ends, low_open, high_open)


def _written(amount: Any) -> str:
    if isinstance(amount, bool) or not isinstance(amount, (str, int, float)):
        raise BadInput(f"{amount!r} is not a percentage.", hint="Write it as 12.5")
    return str(amount)


def _dates(entry: Json) -> tuple[str | None, str | None]:
    start, end = entry.get("start"), entry.get("end")
    return (str(start) if start else None), (str(end) if end else None)


def _joint(case: Json, owner: str) -> tuple[str, ...]:
    """All holders of a joint holding; an owner such as "X+N" is one."""
    named = _table(case, "joint_holdings").get(owner)
    if named:
        return tuple(_names(named, f"joint_holdings.{owner}"))
    return tuple(part.strip() for part in owner.split("+")) if "+" in owner else ()


def _told(entry: Json) -> Evidence | None:
    """Where a case says who told it, so that two sources are not taken for two lots."""
    source = entry.get("source")
    return Evidence(Locator(str(source), 0, 0, part="worked case"), "") if source else None


def _unused(case: Json) -> list[str]:
    """What stands in a case and was not used, because nobody said what it means."""
    found = [f"the field {key!r}" for key in case if key not in _CASE | _TOLD_ONLY]
    for key, known in _KNOWN.items():
        for entry in _entries(case, key):
            found += [f"{one!r} in {key}" for one in entry if one not in known | _TOLD_ONLY]
            band = entry.get("pct_range")
            if isinstance(band, Mapping):
                found += [f"{one!r} in pct_range" for one in band if one not in _BAND]
    lists = known_lists() | _OTHER_LISTS
    found += [f"the list {name!r}" for name in _table(case, "listed") if name not in lists]
    return [f"{one} is not known and was not used" for one in dict.fromkeys(found)]


def _entries(case: Json, key: str) -> Iterable[Json]:
    entries = case.get(key) or ()
    if not isinstance(entries, list | tuple):
        raise BadInput(f"{key!r} is no list.", hint="Make it a list of entries.")
    for entry in entries:
        if not isinstance(entry, Mapping):
            raise BadInput(f"{entry!r} in {key!r} is no entry.", hint="Name its fields.")
    return entries


def _table(case: Json, key: str) -> Json:
    table = case.get(key) or {}
    if not isinstance(table, Mapping):
        raise BadInput(f"{key!r} is no table.", hint="Give names and values.")
    return table


def _names(value: Any, where: str) -> list[str]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list | tuple) or not all(isinstance(one, str) for one in values):
        raise BadInput(f"{where}: {value!r} is no list of names.", hint="Make it one.")
    return list(values)


def _id(entry: Json, key: str, where: str) -> str:
    value = _needed(entry, key, where)
    if not isinstance(value, str):
        raise BadInput(f"{where}: {value!r} is no {key}.", hint="Give its id as text.")
    return value


def _needed(entry: Json, key: str, where: str) -> Any:
    if not entry.get(key):
        known = ", ".join(sorted(map(str, entry))) or "nothing"
        raise BadInput(f"{where} lacks {key!r} (it has {known}).", hint="Add it to the file.")
    return entry[key]
