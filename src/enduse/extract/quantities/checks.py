"""Quantities that a text states twice and not alike, as issues."""

from collections.abc import Iterable

from enduse.extract.quantities.quantity import Converted, Quantity
from enduse.model import Issue, Locator


def disagreements(quantities: Iterable[Quantity], source: str) -> tuple[Issue, ...]:
    """Return an issue for each conversion that does not agree with the figure it converts.

    Args:
        quantities: As `quantities` found them.
        source: SHA-256 of the document they stand in.

    Example:
        >>> from enduse.extract.quantities import quantities
        >>> found = quantities("a range of 2,000 km (1,600 miles)")
        >>> disagreements(found, "0" * 64)[0].message
        '2,000 km is 1,243 mi, not 1600 mi. See which of the two figures is meant.'
    """
    return tuple(
        _issue(quantity, stated, source)
        for quantity in quantities
        for stated in quantity.conversions
        if stated.agrees is False
    )


def _issue(quantity: Quantity, stated: Converted, source: str) -> Issue:
    place = Locator(source, quantity.span.start, stated.span.end)
    return Issue(
        place,
        f"{quantity.text} is {stated.exact:,.4g} {stated.unit}, not {stated.value:g} {stated.unit}."
        " See which of the two figures is meant.",
        f"{quantity.text} ({stated.text})"[:200],
    )
