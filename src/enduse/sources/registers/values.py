"""Values of registers in the form FollowTheMoney wants them; what does not fit gives None."""

import re
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SPACES = re.compile(r"\s+")


def iso_date(text: str) -> str | None:
    """The day of an ISO date or time, as precise as it is written.

    Returns:
        "2024", "2024-03" or "2024-03-09"; None where it is no date of the calendar.

    Example:
        >>> iso_date("2024-03-09T11:02:00Z"), iso_date("1970-02-31")
        ('2024-03-09', None)
    """
    found = _DATE.match(text.strip())
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= _DAYS[month or 0]:
        return None
    if (month, day) == (2, 29) and (year is None or year % 4 or (not year % 100 and year % 400)):
        return None
    return found[0]


@lru_cache(maxsize=4096)
def country(text: str) -> str | None:
    """The FtM code of a country or territory, by code or by name in any usual form.

    Example:
        >>> country("GB"), country("Russian Federation"), country("Atlantis")
        ('gb', 'ru', None)
    """
    from followthemoney.types import registry

    bare = text.partition("(")[0].strip()
    return registry.country.clean(text) or (registry.country.clean(bare) if bare else None)


def one_line(text: str) -> str:
    """The text with runs of white space made one space."""
    return _SPACES.sub(" ", text).strip()


def address_line(text: str) -> str:
    """An address in one line, its parts separated as FtM separates them.

    Example:
        >>> address_line("1 Example Bay; Apia")
        '1 Example Bay, Apia'
    """
    from followthemoney.types import registry

    return registry.address.clean(text) or one_line(text)
