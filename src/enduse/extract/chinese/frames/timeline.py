"""When something is planned to be: 计划于2027年底前, 将从下月起, 最早可在明年上半年."""

import re

from enduse.extract.chinese.clauses.reading.clause import Clause
from enduse.extract.chinese.frames.said import Said
from enduse.extract.segment import Span

__all__ = ["timeline"]

_YEAR = r"(?:[今明后]年|\d{4}年|下个?月|下周|本月|月底|年底|年内|\d{1,2}月|本世纪)"
_PART = (
    r"(?:第?[一二三四1-4]季度|[上下]半年|年?[底初中末]|\d{1,2}月(?:\d{1,2}日)?"
    r"|[上中下]旬|\d{1,2}日)?[底初]?"
)
_WHEN = rf"(?P<t>{_YEAR}{_PART}(?:之?前|以前|起|内|以后|之后)?)"
_PLAN = (
    r"(?:计划|打算|预计|拟|将会?|有望|可望|准备|最快|最早|最迟|定于|力争|争取|预定|原定|须|必须"
    r"|要求|承诺|同意)(?:将|可|能|会|要)*"
)
_PATTERN = re.compile(
    rf"{_PLAN}(?:于|在|自|从|到)?(?:不晚于)?{_WHEN}(?!以来|间|至)"
    rf"|(?:于|在|自|从)?(?P<u>{_YEAR}{_PART}(?:之?前|起|内)?)(?:前)?(?=将(?=会|于|在)|可(?![能以])|或|有望|可望|会(?!议)|须|必须)"
)


def timeline(text: str, clause: Clause) -> Said | None:
    """Return when what a clause plans is to be, if it says so.

    Args:
        text: Canonical text.
        clause: The clause.
    """
    who = clause.subject or clause.topic
    if who is None or not clause.atoms:
        return None
    match = _PATTERN.search(text, clause.atoms[0].span.start, clause.atoms[-1].span.end)
    if match is None:
        return None
    when = match["t"] or match["u"]
    return Said("has_timeline", who, when, None, Span(*match.span()), "asserted", "planned")
