"""Ownership shares: exact fractions from 0 to 1, never percent, never binary floats."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import NewType

from enduse.errors import BadInput

Share = NewType("Share", Fraction)
# No exponent of many digits: "1e999999999" is a short text and an endless number.
_NUMBER = re.compile(r"[+-]?[\d.]{1,60}(e-?\d{1,2})?(/\d{1,60})?", re.IGNORECASE)
NOTHING = Share(Fraction(0))
HALF = Share(Fraction(1, 2))
FULL = Share(Fraction(1))


def share_from_percent(percent: str | int) -> Share:
    """Read a percentage as printed in a register.

    Args:
        percent: Percent such as "50", "33.3", "25 %" or the exact "50/3"; usually 0 to 100.
            More than 100 is kept: sources do contradict each other, and whoever adds up
            reports it.

    Returns:
        The share as an exact fraction.

    Raises:
        BadInput: The text is not a number, or is negative.

    Example:
        >>> share_from_percent("12.5 %")
        Fraction(1, 8)
    """
    text = str(percent).strip().removesuffix("%").strip()
    if not _NUMBER.fullmatch(text):
        raise BadInput(f"{percent!r} is not a percentage.", hint="Write it as 12.5")
    try:
        value = Fraction(text) / 100
    except (ValueError, ZeroDivisionError):
        raise BadInput(f"{percent!r} is not a percentage.", hint="Write it as 12.5") from None
    if value < 0:
        raise BadInput(f"A share of {text} % is below nothing.", hint="Correct it in the source.")
    return Share(value)


@dataclass(frozen=True, slots=True)
class ShareRange:
    """A share known exactly or as a band.

    Attributes:
        low: Smallest possible share.
        high: Largest possible share.
        low_open: True where the share is more than `low` ("more than 25").
        high_open: True where the share is less than `high` ("less than 75").
    """

    low: Share
    high: Share
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, share: Share) -> "ShareRange":
        """A band of one value."""
        return cls(share, share)

    @property
    def is_exact(self) -> bool:
        """The band holds one value."""
        return self.low == self.high
