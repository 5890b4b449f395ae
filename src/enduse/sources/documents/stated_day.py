"""The day of publication as files state it: one reader for all formats, and never a guess."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"(\d{4})(?:$|[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?=$|[T\s,;]))")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|[T\s]|\d{6})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?:[^\W\d_]+,\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d_]{3,9})\.?,?\s+(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(
    r"(?:[^\W\d_]+,\s+)?([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)"
)
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_ENGLISH_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_RUSSIAN_MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_EARLIEST, _LATEST = 1500, 2200


def stated_day(told: object) -> str | None:
    """Return the day that a file states, as an ISO prefix; None where that leaves a choice.

    Read are ISO 8601 with or without time, 20240925, the dates of mail headers, 25.09.2024, days
    with the month in words (English, Russian) and 2024年9月25日. Not read is 03/05/2024, which is
    in May for some and in March for others.

    Example:
        >>> stated_day("2024-09-25T23:30:00+03:00"), stated_day("Sept. 25, 2024")
        ('2024-09-25', '2024-09-25')
        >>> stated_day("03/05/2024"), stated_day("2024-13-45"), stated_day("2024-09")
        (None, None, '2024-09')
    """
    if not isinstance(told, str):
        return None
    text = told.strip()
    for pattern, order in _NUMBERS:
        found = pattern.match(text)
        if found:
            return _iso(*(found.group(place) for place in order))
    return _in_words(text) or _of_a_header(text)


_NUMBERS = (
    (_COMPACT, (1, 2, 3)),
    (_ISO, (1, 2, 3)),
    (_DOTTED, (3, 2, 1)),
    (_CHINESE, (1, 2, 3)),
)


def _in_words(text: str) -> str | None:
    found = _DAY_FIRST.match(text)
    if found:
        return _iso(found.group(3), _month(found.group(2)), found.group(1))
    found = _MONTH_FIRST.match(text)
    return _iso(found.group(3), _month(found.group(1)), found.group(2)) if found else None


def _month(word: str) -> str | None:
    """The number of a month that is written whole or cut after three letters or four."""
    written = word.casefold()
    for months in (_ENGLISH_MONTHS, _RUSSIAN_MONTHS):
        for number, name in enumerate(months, start=1):
            if written in (name, name[:3], name[:4]):
                return str(number)
    return None


def _of_a_header(text: str) -> str | None:
    try:
        found = parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return _iso(str(found.year), str(found.month), str(found.day))


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    """The parts as an ISO prefix, if there is such a day."""
    if not _EARLIEST <= int(year) <= _LATEST:
        return None
    if month is None:
        return year if day is None else None
    try:
        found = date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return found.isoformat() if day else found.isoformat()[:7]
