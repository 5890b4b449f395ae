"""Figures and dates of a document, looked up by place, and what a claim prints of them."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import TypeVar

from enduse.extract.dates import DateMention
from enduse.extract.quantities import Quantity
from enduse.extract.segment import Span

__all__ = ["Places", "bound_of", "unit_of", "value_of"]

_Placed = TypeVar("_Placed", Quantity, DateMention)


def value_of(quantity: Quantity | None) -> float | None:
    """The number, in the unit that is printed beside it."""
    return quantity.value if quantity is not None else None


def bound_of(quantity: Quantity | None) -> str | None:
    """Whether it is reached at least, at most, about."""
    return quantity.bound if quantity is not None else None


def _is_stated(quantity: Quantity) -> bool:
    return quantity.kind != "ordinal" and (quantity.value, quantity.low) != (None, None)


def unit_of(quantity: Quantity | None) -> str | None:
    """The unit, with the time it is counted by: "drones/year"."""
    if quantity is None or quantity.unit is None:
        return None
    return f"{quantity.unit}/{quantity.per}" if quantity.per else quantity.unit


@dataclass(frozen=True, slots=True)
class Places:
    """Quantities and dates of a document, looked up by place."""

    counted: tuple[Quantity, ...]
    dated: tuple[DateMention, ...]

    def quantity(self, span: Span) -> Quantity | None:
        """The first number inside a span that is not an ordinal."""
        said = [q for q in self._inside(self.counted, span) if _is_stated(q)]
        if len(said) > 1 and said[0].value == 1 and said[1].kind == "count":
            return said[1]  # "in one case 14 cameras"
        return said[0] if said else None

    def date(self, span: Span) -> str | None:
        """The first date inside a span, with its bound kept apart."""
        return next((d.iso for d in self._inside(self.dated, span) if d.iso), None)

    @staticmethod
    def _inside(items: "tuple[_Placed, ...]", span: Span) -> "list[_Placed]":
        at = bisect_left(items, span.start, key=lambda x: x.span.end)
        found = []
        while at < len(items) and items[at].span.start < span.end:
            found.append(items[at])
            at += 1
        return found
