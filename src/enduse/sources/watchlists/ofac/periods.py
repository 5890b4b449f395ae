"""Dates of SDN_ADVANCED: a period whose ends are periods themselves, told as plain words."""

from enduse.sources.watchlists.dates import calendar_date
from enduse.sources.xml_records import Element


def _point(element: Element | None) -> tuple[int, int, int]:
    if element is None:
        return 0, 0, 0
    parts = []
    for tag in ("Year", "Month", "Day"):
        child = element.first(tag)
        parts.append(int(child.text) if child and child.text.isdigit() else 0)
    return parts[0], parts[1], parts[2]


def day_of(element: Element | None) -> str | None:
    """A single day given as Year, Month, Day."""
    return calendar_date(*_point(element))


def _end(period: Element, tag: str) -> tuple[Element | None, Element | None]:
    side = period.first(tag)
    return (side.first("From"), side.first("To")) if side else (None, None)


def words_of(period: Element) -> str:
    """A period in words that `dates.when` reads.

    The list writes "1970" as a start between 1 January and 31 December of 1970, and "between
    1962 and 1965" as a period from the first day of the one to the last of the other.

    Returns:
        "11 10 1979" never: ISO dates, "circa" and "to"; "" where the period holds no date.
    """
    (start_from, start_to), (end_from, end_to) = _end(period, "Start"), _end(period, "End")
    about = any(
        side.get("Approximate").lower() == "true" for side in period.children if side.tag != "x"
    )
    first, last = _point(start_from), _point(end_to or end_from or start_to or start_from)
    if not first[0]:
        return ""
    words = _stretch(first, last)
    return f"circa {words}" if about and words else words


def _stretch(first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
    whole_years = first[1:] in ((1, 1), (0, 0)) and last[1:] in ((12, 31), (0, 0))
    month_ends = last[2] >= 28 and calendar_date(last[0], last[1], last[2] + 1) is None
    whole_months = first[2] == 1 and month_ends
    if first == last:
        return calendar_date(*first) or "-".join(map(str, first))
    if whole_years:
        return str(first[0]) if first[0] == last[0] else f"{first[0]} to {last[0]}"
    if whole_months:
        left, right = f"{first[0]}-{first[1]:02}", f"{last[0]}-{last[1]:02}"
        return left if left == right else f"{left} to {right}"
    return f"{calendar_date(*first)} to {calendar_date(*last)}"
