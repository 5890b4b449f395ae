"""How much: numbers, measures, money and counts of a text, with bounds and conversions."""

from enduse.extract.quantities.checks import disagreements
from enduse.extract.quantities.finder import quantities
from enduse.extract.quantities.quantity import Converted, Quantity

__all__ = ["Converted", "Quantity", "disagreements", "quantities"]
