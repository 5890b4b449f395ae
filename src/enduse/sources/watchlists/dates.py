"""Dates as lists write them, turned into FtM's partial dates; nothing is guessed."""

import re
from dataclasses import dataclass
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ABOUT = re.compile(
    r"\b(?:circa|approximately|approx|about|around|probably|possibly|c)\b\.?\s*", re.IGNORECASE
)
_TIME = re.compile(r"(?<=\d)(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_DAY_FIRST = re.compile(r"(\d{1,2}|dd)[/.-](\d{1,2}|mm)[/.-](\d{4}|yyyy)\.?$", re.IGNORECASE)
_WORDED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ .-]+)?([A-Za-z]+)\.?[ ,-]+(\d{4})$")
_AMERICAN = re.compile(r"([A-Za-z]+)\.? (\d{1,2}),? (\d{4})$")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.](\d{4})$")
_MONTH = re.compile(r"(?:\d{1,2} )?[A-Za-z]{3,9}\.?$")
_PAIR = re.compile(
    r"(?:between\s+|from\s+)?(.+?)\s+(?:to|and|or|-|–)\s+(.+)$|^(\d{4})\s*[-–/]\s*(\d{4})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date or a stretch of time as a list writes it.

    Attributes:
        values: FtM dates: one, or the first and the last of a stretch.
        qualifier: "", "circa", "between" or "or"; "circa between" where two stand there.
    """

    values: tuple[str, ...]
    qualifier: str = ""


def calendar_date(year: int, month: int = 0, day: int = 0) -> str | None:
    """An FtM date of these parts; a part that is 0 is not known.

    Returns:
        "1970", "1970-02" or "1970-02-28"; None where the calendar has no such day.

    Example:
        >>> calendar_date(1970, 2, 28), calendar_date(1970, 2, 31), calendar_date(1970, 2)
        ('1970-02-28', None, '1970-02')
    """
    if not 1000 <= year <= 2999 or not 0 <= month <= 12 or day < 0 or (day and not month):
        return None
    if not month:
        return f"{year:04}"
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if day > _DAYS[month - 1] or (month == 2 and day == 29 and not leap):
        return None
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def _number(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0


@lru_cache(maxsize=20_000)
def one_date(text: str, *, month_first: bool = False) -> str | None:
    """One date in any usual form.

    Args:
        text: "11 Oct 1979", "Nov. 1973", "1965-12-12", "dd/mm/1945", "17.3.2014", "1970".
        month_first: Numbers with slashes are month/day/year, as American lists write them.

    Returns:
        An FtM date, as precise as the text; None where it is no date.

    Example:
        >>> one_date("11 Oct 1979"), one_date("00/00/1975"), one_date("31 Feb 1970")
        ('1979-10-11', '1975', None)
    """
    text = _TIME.sub("", text.strip().rstrip(".;,").strip())
    if found := _ISO.match(text):
        return calendar_date(int(found[1]), _number(found[2]), _number(found[3]))
    if found := _DAY_FIRST.match(text):
        day, month = _number(found[1]), _number(found[2])
        if month_first:
            day, month = month, day
        return calendar_date(_number(found[3]), month, day if month else 0)
    if found := _MONTH_YEAR.match(text):
        return calendar_date(int(found[2]), int(found[1]))
    if found := _WORDED.match(text):
        day_text, name, year = found[1], found[2], found[3]
    elif found := _AMERICAN.match(text):
        name, day_text, year = found[1], found[2], found[3]
    else:
        return None
    month = _MONTHS.get(name.lower(), 0)
    return calendar_date(int(year), month, _number(day_text)) if month else None


@lru_cache(maxsize=20_000)
def when(text: str) -> When | None:
    """A date, a date about which the list is not sure, or a stretch between two.

    Returns:
        The dates and their qualifier; None where it is no date at all.

    Example:
        >>> when("circa 1951")
        When(values=('1951',), qualifier='circa')
        >>> when("08 Nov 1985 to 07 Nov 1986")
        When(values=('1985-11-08', '1986-11-07'), qualifier='between')
        >>> when("31 Feb 1970") is None
        True
    """
    bare = _ABOUT.sub("", text).strip()
    about = "circa" if bare != text.strip() else ""
    if single := one_date(bare):
        return When((single,), about)
    found = _PAIR.match(bare)
    if not found:
        return None
    left, right = found[1] or found[3], found[2] or found[4]
    if _MONTH.match(left) and (year := re.search(r"\d{4}$", right)):
        left = f"{left} {year[0]}"  # "between Aug. and Sep. 1977"
    first, last = one_date(left), one_date(right)
    if not first or not last:
        return None
    joined = "or" if re.search(r"\sor\s", bare, re.IGNORECASE) else "between"
    qualifier = f"{about} {joined}".strip()
    return When((first, last) if first != last else (first,), qualifier)
