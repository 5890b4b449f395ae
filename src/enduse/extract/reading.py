"""A document while it is being read: what one step found, for the next."""

from dataclasses import dataclass

from enduse.extract.mentions.found import Found
from enduse.extract.quantities.quantity import Quantity
from enduse.extract.segment import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Text, language, sentences and mentions; what a relation finder needs.

    Attributes:
        text: Canonical text.
        language: ISO 639-1.
        sentences: In order, not overlapping.
        found: Mentions in order, not overlapping, before co-reference.
        counted: Quantities in order.
    """

    text: str
    language: str
    sentences: tuple[Span, ...]
    found: tuple[Found, ...]
    counted: tuple[Quantity, ...] = ()
