"""Arithmetic of shares known exactly or as a band, kept exact to the last fraction."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from enduse.model import FULL, NOTHING, Share, ShareRange

ZERO = ShareRange(NOTHING, NOTHING)
UNKNOWN = ShareRange(NOTHING, FULL, low_open=True)


def total(ranges: Iterable[ShareRange]) -> ShareRange:
    """Add bands end by end; an end is open where one of its parts is.

    Example:
        >>> quarter = ShareRange(Share(Fraction(1, 4)), Share(Fraction(1, 2)), low_open=True)
        >>> total([quarter, quarter]).low, total([quarter, quarter]).low_open
        (Fraction(1, 2), True)
    """
    summed: ShareRange | None = None
    for part in ranges:
        if summed is None:
            summed = part
            continue
        low = summed.low + part.low
        high = low if summed.is_exact and part.is_exact else summed.high + part.high
        low_open, high_open = summed.low_open or part.low_open, summed.high_open or part.high_open
        summed = ShareRange(Share(low), Share(high), low_open, high_open)
    return ZERO if summed is None else summed


def largest(ranges: Iterable[ShareRange]) -> ShareRange:
    """The band of the largest of several amounts, each of which is only known as a band."""
    known = tuple(ranges) or (ZERO,)
    low, low_open = max((r.low, r.low_open) for r in known)
    high, closed = max((r.high, not r.high_open) for r in known)
    return ShareRange(low, high, low_open, not closed)


def between(sure: ShareRange, possible: ShareRange) -> ShareRange:
    """The band from the lower end of one sum to the upper end of another.

    Nobody can hold more than everything: where only upper ends of bands add up to more, the
    band stops there. Amounts that are themselves stated as more are left as stated.
    """
    high, high_open = possible.high, possible.high_open
    if sure.low <= FULL < high:
        high, high_open = FULL, False
    return ShareRange(sure.low, high, sure.low_open, high_open)


def overlap(one: ShareRange, other: ShareRange) -> ShareRange | None:
    """What two statements about the same share have in common; None where they contradict."""
    low, low_open = max((one.low, one.low_open), (other.low, other.low_open))
    high, closed = min((one.high, not one.high_open), (other.high, not other.high_open))
    if low > high or (low == high and (low_open or not closed)):
        return None
    return ShareRange(low, high, low_open, not closed)


def hull(one: ShareRange, other: ShareRange) -> ShareRange:
    """The smallest band that holds both."""
    low, low_open = min((one.low, one.low_open), (other.low, other.low_open))
    high, closed = max((one.high, not one.high_open), (other.high, not other.high_open))
    return ShareRange(low, high, low_open, not closed)


def percent(share: Fraction) -> str:
    """Write a share as an exact percentage: "50", "49.99", or "50/3" where no decimal ends.

    Example:
        >>> percent(Fraction(1, 6)), percent(Fraction(4999, 10000))
        ('50/3', '49.99')
    """
    value = share * 100
    twos_and_fives = value.denominator
    for prime in (2, 5):
        while twos_and_fives % prime == 0:
            twos_and_fives //= prime
    if twos_and_fives != 1:
        return str(value)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    whole = str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{whole[:-digits]}.{whole[-digits:]}" if digits else sign + whole


def in_words(share: ShareRange | None) -> str:
    """Say a share as an analyst would: "50 %", "more than 25 % up to 50 %", "unknown".

    Example:
        >>> in_words(ShareRange(Share(Fraction(1, 4)), Share(Fraction(1, 2)), low_open=True))
        'more than 25 % up to 50 %'
    """
    if share is None or share == UNKNOWN:
        return "an unknown share"
    if share.is_exact:
        return f"{percent(share.low)} %"
    start = "more than" if share.low_open else "from"
    stop = "to less than" if share.high_open else "up to"
    return f"{start} {percent(share.low)} % {stop} {percent(share.high)} %"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A share from which, or above which, a rule bites.

    Attributes:
        share: The mark, 0 to 1.
        inclusive: True for "50 % or more", False for "more than 50 %".
    """

    share: Share
    inclusive: bool

    def always_met(self, held: ShareRange) -> bool:
        """Every value of the band meets the threshold."""
        if held.low > self.share:
            return True
        return held.low == self.share and (self.inclusive or held.low_open)

    def can_be_met(self, held: ShareRange) -> bool:
        """Some value of the band meets the threshold."""
        if held.high > self.share:
            return True
        return held.high == self.share and self.inclusive and not held.high_open

    def nearly_met(self, held: ShareRange, margin: Fraction) -> bool:
        """The band ends below the threshold, by no more than the margin."""
        return not self.can_be_met(held) and self.share - held.high <= margin

    def __str__(self) -> str:
        mark = percent(self.share)
        return f"{mark} % or more" if self.inclusive else f"more than {mark} %"
