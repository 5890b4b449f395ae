"""A quantity as a text states it, with its bound, its unit and its conversions."""

from dataclasses import dataclass

from enduse.extract.segment import Span


@dataclass(frozen=True, slots=True)
class Converted:
    """The same quantity stated again in another unit.

    Attributes:
        span: Place of number and unit, without the brackets.
        text: The words.
        value: The number stated.
        unit: Unit as a normalised symbol.
        agrees: Whether it equals the first figure to rounding; None where that cannot be
            computed (currencies).
        exact: What the first figure is in this unit; None likewise.
    """

    span: Span
    text: str
    value: float
    unit: str
    agrees: bool | None = None
    exact: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts or measures.

    Attributes:
        span: Bound words, number and unit; of a count without the thing counted.
        text: The words at `span`.
        value: The number; None for a range and for a number that is not said ("dozens").
        low: Lower end of a range or tolerance, in `unit`.
        high: Upper end.
        unit: "km", "kg", "%", "USD", "times"; for a count the noun counted, as written;
            None where nothing is said.
        unit_text: The unit or noun as written.
        unit_span: Its place; of a count it follows `span`.
        bound: at_most, at_least, more_than, less_than, about; None where exact.
        kind: measure, count, money, percent, multiple or ordinal.
        per: "year", "month", "week", "day", "h": the rate at which ("800 drones annually").
        part_of: Place of the count of which this is a part ("seven, including two").
        conversions: The same in other units.
    """

    span: Span
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    unit_text: str | None = None
    unit_span: Span | None = None
    bound: str | None = None
    kind: str = "count"
    per: str | None = None
    part_of: Span | None = None
    conversions: tuple[Converted, ...] = ()
