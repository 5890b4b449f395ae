"""A date as a text gives it, and the arithmetic of dates known only in part."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from enduse.extract.segment import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that says when.

    Attributes:
        span: Its place, without the preposition before it.
        text: The words.
        iso: ISO prefix ("2024", "2024-09", "2024-09-25") or interval "a/b"; None where the
            words do not say it and nothing is guessed ("recently", or a relative date in a
            text whose day of publication is not known).
        precision: day, week, month, quarter, year, span (any other interval) or vague.
        relative: True where `iso` rests on the day of publication.
        bound: since, until, before, after, by; None where the date itself is meant.
    """

    span: Span
    text: str
    iso: str | None
    precision: str
    relative: bool = False
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """The day of publication, as far as it is known.

    Every method gives None where the part of the day it counts from is not known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, published: str | None) -> "Today":
        """Read an ISO prefix; what is no date at all is an unknown day.

        Example:
            >>> Today.of("2024-09")
            Today(year=2024, month=9, day=None)
        """
        found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", published or "")
        if not found or not valid(*(int(g) if g else None for g in found.groups())):
            return cls()
        return cls(*(int(g) if g else None for g in found.groups()))

    def year_at(self, shift: int) -> str | None:
        """The year `shift` years from now."""
        return None if self.year is None else f"{self.year + shift:04d}"

    def month_at(self, shift: int) -> str | None:
        """The month `shift` months from now."""
        if self.year is None or self.month is None:
            return None
        year, month = divmod(self.year * 12 + self.month - 1 + shift, 12)
        return f"{year:04d}-{month + 1:02d}"

    def day_at(self, shift: int) -> str | None:
        """The day `shift` days from now."""
        here = self._date()
        return None if here is None else (here + timedelta(days=shift)).isoformat()

    def week_at(self, shift: int) -> str | None:
        """Monday to Sunday of the week `shift` weeks from now, as an interval."""
        here = self._date()
        if here is None:
            return None
        monday = here + timedelta(days=7 * shift - here.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"

    def weekday(self, number: int, shift: int = 0) -> str | None:
        """The latest day with this weekday (0 is Monday), today included, or `shift` weeks on."""
        here = self._date()
        if here is None:
            return None
        back = (here.weekday() - number) % 7
        return (here + timedelta(days=7 * shift - back)).isoformat()

    def past_month(self, month: int) -> str | None:
        """The latest month of this number that has begun."""
        if self.year is None or self.month is None:
            return None
        return f"{self.year - (month > self.month):04d}-{month:02d}"

    def past_day(self, month: int, day: int) -> str | None:
        """The nearest such day: at most 60 days ahead, otherwise in the past."""
        if self.year is None or self.month is None:
            return None
        here = date(self.year, self.month, self.day or 15)
        for year in (self.year, self.year - 1, self.year + 1):
            if valid(year, month, day) and -305 <= (date(year, month, day) - here).days <= 60:
                return f"{year:04d}-{month:02d}-{day:02d}"
        return None

    def stretch(self, count: int, unit: str) -> str | None:
        """The interval of the last (below 0) or next `count` days, weeks, months or years."""
        here = self._date()
        if here is None:
            return None
        other = _shifted(here, count, unit)
        first, last = sorted((here, other))
        return f"{first.isoformat()}/{last.isoformat()}"

    def away(self, count: int, unit: str) -> tuple[str | None, str]:
        """The day, month or year `count` units from now, no finer than the unit says."""
        if unit == "day":
            return self.day_at(count), "day"
        if unit == "week":
            return self.week_at(count), "week"
        if unit == "month":
            return self.month_at(count), "month"
        return self.year_at(count * {"decade": 10}.get(unit, 1)), "year"

    def _date(self) -> date | None:
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


Resolved = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of writing a date.

    Attributes:
        pattern: Finds it; group "d" is the place, where it is not the whole match.
        resolve: Gives ISO form and precision, or None where it is no date after all.
        relative: Whether `resolve` counts from the day of publication.
        needs: Stands in every match, and is quick to look for: the pattern is only tried
            within `REACH` characters of it. None to try it everywhere.
    """

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Today], Resolved | None]
    relative: bool = False
    needs: re.Pattern[str] | None = None


REACH = 80
"""No date is longer, from what it needs to either end."""
DIGIT = re.compile(r"\d")


def valid(year: int | None, month: int | None = None, day: int | None = None) -> bool:
    """Tell whether such a year, month or day exists, from 1000 to 2999."""
    if year is None or not 1000 <= year <= 2999:
        return False
    if month is None:
        return day is None
    return 1 <= month <= 12 and (day is None or 1 <= day <= monthrange(year, month)[1])


def iso(year: int, month: int | None = None, day: int | None = None) -> Resolved | None:
    """Write a date as an ISO prefix with its precision; None where there is no such day."""
    if not valid(year, month, day):
        return None
    if month is None:
        return f"{year:04d}", "year"
    return (
        (f"{year:04d}-{month:02d}", "month")
        if day is None
        else (
            f"{year:04d}-{month:02d}-{day:02d}",
            "day",
        )
    )


def quarter(year: int, number: int) -> Resolved | None:
    """Write a quarter, 1 to 4, as an interval of months."""
    if not 1 <= number <= 4 or not valid(year):
        return None
    return f"{year:04d}-{3 * number - 2:02d}/{year:04d}-{3 * number:02d}", "quarter"


def half(year: int, number: int) -> Resolved | None:
    """Write a half of a year, 1 or 2, as an interval of months."""
    if number not in (1, 2) or not valid(year):
        return None
    return f"{year:04d}-{6 * number - 5:02d}/{year:04d}-{6 * number:02d}", "span"


def _shifted(here: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return here + timedelta(days=count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(here.year * 12 + here.month - 1 + months, 12)
    return date(year, month + 1, min(here.day, monthrange(year, month + 1)[1]))
