"""What a language must tell the quantity finder: its numbers and the words around them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Bounds = tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The quantity words of one language.

    Attributes:
        number: Matches a number, in digits or words, with its scale ("140 thousand").
        no_number: What `number` matches and yet is none ("the one", "one of").
        value: The number's value, or None for one that is not said ("dozens").
        scale: Factor of a scale word at the end of a number; 1 where there is none.
        before: Bound words, at the end of the text before a number.
        after: Bound words, right after number and unit.
        range_from: Opens a range, at the end of the text before.
        range_to: Stands between the two numbers of a range.
        unit_gap: Between number and unit.
        noun: The counted noun, group "noun", right after the number.
        per: Rates, group "year", "month", "week", "day" or "h", after noun or unit.
        per_before: The same before the number.
        including: Between a whole and its part.
        designation: What before a bare number makes it a name ("Fig.", "No.").
    """

    number: re.Pattern[str]
    no_number: re.Pattern[str]
    value: Callable[[str], float | None]
    scale: Callable[[str], float]
    before: Bounds
    after: Bounds
    range_from: re.Pattern[str]
    range_to: re.Pattern[str]
    unit_gap: re.Pattern[str]
    noun: re.Pattern[str]
    per: re.Pattern[str]
    per_before: re.Pattern[str]
    including: re.Pattern[str]
    designation: re.Pattern[str]


# Signs before a number mean the same in every language.
SIGNS: Bounds = (
    (re.compile(r"[≤⩽]\s?$"), "at_most"),
    (re.compile(r"[≥⩾]\s?$"), "at_least"),
    (re.compile(r"<\s?$"), "less_than"),
    (re.compile(r">\s?$"), "more_than"),
    (re.compile(r"[~∼≈≃]\s?$"), "about"),
)
NEVER = re.compile(r"(?!)")


def digits_value(text: str, decimal_comma: bool = False) -> float:
    """Read digits with their separators and power of ten.

    Example:
        >>> digits_value("140,000"), digits_value("2,4", decimal_comma=True)
        (140000.0, 2.4)
    """
    text = text.replace("−", "-").replace("–", "-").translate(_SPACES)
    base, _, power = text.partition("×") if "×" in text else text.partition("x")
    if decimal_comma:
        base = base.replace(",", ".")
    value = float(base.replace(",", ""))
    exponent = power.replace("^", "")[2:]
    return value * 10.0 ** int(exponent) if exponent and abs(int(exponent)) < 100 else value


def times(value: float, factor: float) -> float:
    """Multiply as decimals are, so that no binary rest is left.

    Example:
        >>> 4.1 * 1e6, times(4.1, 1e6)
        (4099999.9999999995, 4100000.0)
    """
    return float(f"{value * factor:.12g}")


_SPACES = {ord(c): None for c in " \u00a0\u202f\u2009'’"}
