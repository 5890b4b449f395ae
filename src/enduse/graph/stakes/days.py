"""Whether something dated with partial dates is so on a given day: yes, no, or perhaps."""

import datetime
import re
from enum import StrEnum

from enduse.errors import BadInput

PREFIX = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")


class Holds(StrEnum):
    """Whether a dated fact is so on a day."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"


def day(text: str) -> str:
    """Read a full ISO day.

    Raises:
        BadInput: It is not one.

    Example:
        >>> day("2024-07-03")
        '2024-07-03'
    """
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadInput(f"{text!r} is not a day.", hint="Write it as 2024-07-03.") from None


def on(as_of: str, start: str | None, end: str | None) -> Holds:
    """Tell whether a fact that runs from `start` to `end`, both included, is so on a day.

    Args:
        as_of: Full ISO day.
        start: First day as an ISO prefix ("2024", "2024-03"); None where open.
        end: Last day as an ISO prefix; None where open.

    Returns:
        PERHAPS where the prefix is too short to tell, or is no date.

    Example:
        >>> on("2024-03-15", "2024-03", None)
        <Holds.PERHAPS: 'perhaps'>
    """
    first, last = (start or "")[:10], (end or "")[:10]
    if not (PREFIX.fullmatch(first) and PREFIX.fullmatch(last)):
        return Holds.PERHAPS
    if (first and as_of[: len(first)] < first) or (last and as_of[: len(last)] > last):
        return Holds.NO
    vague_start = 0 < len(first) < 10 and as_of.startswith(first)
    vague_end = 0 < len(last) < 10 and as_of.startswith(last)
    return Holds.PERHAPS if vague_start or vague_end else Holds.YES
