"""Ownership and control as registers state them, made into stakes the rules can reckon with."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from enduse.errors import BadInput
from enduse.model import FULL, NOTHING, Evidence, Issue, Right, ShareRange, Stake, Statement
from enduse.model.share import Share, share_from_percent

_NUMBER = r"\d+(?:[.,]\d+)?(?:/\d+)?"
_BAND = re.compile(rf"(>=?|≥)?\s*({_NUMBER})\s*%?\s*[-–—]\s*(<=?|≤)?\s*({_NUMBER})\s*%?")
_ONE = re.compile(rf"(>=?|<=?|≥|≤)?\s*({_NUMBER})\s*%?")
_CONSOLIDATED = ("IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY")
_RIGHTS = {right.value: right for right in Right}


@dataclass(slots=True)
class _Record:
    """All that one source says of one holding."""

    values: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))

    def texts(self, prop: str) -> list[str]:
        return [statement.value for statement in self.values.get(prop, ())]

    def first(self, *props: str) -> Evidence:
        """The evidence that says most of it: of the first of these properties that is there."""
        for prop in props:
            if self.values.get(prop):
                return self.values[prop][0].evidence
        return next(iter(self.values.values()))[0].evidence


def stakes(statements: Iterable[Statement]) -> Iterator[Stake | Issue]:
    """Turn statements of holdings into stakes, and say what cannot be turned into one.

    Shares, votes and control are told apart by `ownershipType`; an Ownership that says
    nothing of it is of shares. Several owners of one Ownership hold it together. A holding
    without a percentage gives a stake of unknown share. Parents in the accounts (GLEIF) give
    no share at all. An office is no stake: a director alone controls nothing.

    Args:
        statements: Statements of any entities, in any order; of each source by itself.

    Yields:
        Stakes in the order of their first statement; issues for percentages that cannot be
        read, for holdings with an end missing, and for the stated sum of an indirect chain
        whose links are records of their own, because adding both would count it twice.
    """
    records: dict[tuple[str, str], _Record] = defaultdict(_Record)
    for statement in statements:
        if statement.schema in ("Ownership", "UnknownLink"):
            key = (statement.evidence.locator.source, statement.entity_id)
            records[key].values[statement.prop].append(statement)
    for (_, entity_id), record in records.items():
        schemata = {s.schema for told in record.values.values() for s in told}
        if "Ownership" in schemata:
            yield from _owned(entity_id, record)
        elif any(role in _CONSOLIDATED for role in record.texts("role")):
            yield from _consolidated(record)


def _owned(entity_id: str, record: _Record) -> Iterator[Stake | Issue]:
    owners, assets = record.texts("owner"), record.texts("asset")
    if not owners or not assets:
        place = record.first("owner", "asset").locator
        yield Issue(place, f"The holding {entity_id} does not name both its ends.", entity_id)
        return
    kinds = record.texts("ownershipType")
    if "chain" in kinds:
        evidence = record.first("percentage", "ownershipType")
        amount = ", ".join(record.texts("percentage")) or "unknown"
        message = f"An indirect holding of {amount} % is not added: its links are given too."
        yield Issue(evidence.locator, message, evidence.quote[:200])
        return
    right = next((_RIGHTS[kind] for kind in kinds if kind in _RIGHTS), Right.SHARES)
    share, issues = _share(record)
    yield from issues
    joint = tuple(dict.fromkeys(owners)) if len(set(owners)) > 1 else ()
    for asset in assets:
        yield Stake(
            owner=owners[0],
            asset=asset,
            share=None if right is Right.CONTROL else share,
            evidence=record.first("percentage", "role", "ownershipType", "owner"),
            right=right,
            start=min(record.texts("startDate"), default=None),
            end=max(record.texts("endDate"), default=None),
            basis=_basis(record, right),
            joint=joint,
        )


def _basis(record: _Record, right: Right) -> str | None:
    """The criterion in the source's words; of a share only that it is indirect, if it is."""
    if right is Right.CONTROL:
        words = record.texts("role") + record.texts("description")
        return "; ".join(dict.fromkeys(words)) or None
    return "indirect" if "indirect" in record.texts("ownershipType") else None


def _consolidated(record: _Record) -> Iterator[Stake]:
    for child in record.texts("subject"):
        for parent in record.texts("object"):
            yield Stake(
                owner=parent,
                asset=child,
                share=None,
                evidence=record.first("role", "subject"),
                right=Right.CONSOLIDATION,
                start=min(record.texts("startDate"), default=None),
                end=max(record.texts("endDate"), default=None),
                basis=next(iter(record.texts("role")), None),
            )


def _share(record: _Record) -> tuple[ShareRange | None, list[Issue]]:
    """The share, and what is wrong with how it is written."""
    read: list[ShareRange] = []
    issues: list[Issue] = []
    for told in record.values.get("percentage", ()):
        try:
            read.append(share_range(told.value))
        except BadInput as error:
            issues.append(Issue(told.evidence.locator, str(error), told.value[:200]))
    if not read:
        return None, issues
    if len(set(read)) == 1:
        return read[0], issues
    place = record.first("percentage").locator
    written = " and ".join(record.texts("percentage"))
    message = f"One holding has two percentages, {written}; the band covers both."
    issues.append(Issue(place, message, written))
    return _hull(read), issues


def _hull(bands: list[ShareRange]) -> ShareRange:
    low = min(band.low for band in bands)
    high = max(band.high for band in bands)
    low_open = all(band.low_open for band in bands if band.low == low)
    high_open = all(band.high_open for band in bands if band.high == high)
    return ShareRange(low, high, low_open, high_open)


def share_range(written: str) -> ShareRange:
    """Read a percentage or a band of percentages as registers write them.

    Args:
        written: "25", "33,3 %", "50/3", "25-50", ">25-50" (more than 25), "50-<75" (less
            than 75), ">=75", ">50"; percent, usually 0 to 100.

    Returns:
        The share, exact or as a band.

    Raises:
        BadInput: It is neither, or the band runs backwards.

    Example:
        >>> share_range(">25-50")
        ShareRange(low=Fraction(1, 4), high=Fraction(1, 2), low_open=True, high_open=False)
    """
    text = written.strip()
    if found := _BAND.fullmatch(text):
        low, high = _percent(found[2]), _percent(found[4])
        if low > high:
            raise BadInput(f"The band {written!r} runs backwards.", hint="Correct it there.")
        return ShareRange(low, high, found[1] == ">", found[3] == "<")
    if found := _ONE.fullmatch(text):
        sign, share = found[1] or "", _percent(found[2])
        if sign.startswith((">", "≥")):
            return ShareRange(share, max(share, FULL), low_open=sign == ">")
        if sign.startswith(("<", "≤")):
            return ShareRange(NOTHING, share, high_open=sign == "<")
        return ShareRange.exactly(share)
    raise BadInput(f"{written!r} is not a percentage.", hint="The share counts as unknown.")


def _percent(number: str) -> Share:
    return share_from_percent(number.replace(",", "."))
