"""Tells for whom "he" and "she" cannot stand, from given names and Slavic surnames."""

from functools import cache
from importlib.resources import files

__all__ = ["excluded"]

_SHE = frozenset({"she", "her", "hers", "herself"})
_HE = frozenset({"he", "his", "him", "himself"})
_FEMININE = ("ova", "eva", "ina", "aya", "skaia")
_MASCULINE = ("ov", "ev", "yov", "sky", "skiy", "skyi", "enko")


def excluded(pronoun: str, name: str) -> bool:
    """Tell whether a pronoun cannot stand for a person of this name.

    Example:
        >>> excluded("she", "Oleg Petrov"), excluded("she", "Anna Petrova")
        (True, False)
    """
    if pronoun in _SHE:
        return _gender(name) == "he"
    return pronoun in _HE and _gender(name) == "she"


@cache
def _names(file: str) -> frozenset[str]:
    text = files("enduse.extract.data").joinpath(file).read_text("utf-8")
    return frozenset(w for row in text.splitlines() if row[:1] != "#" for w in row.split())


def _gender(name: str) -> str | None:
    parts = name.split()
    first, last = parts[0], parts[-1].lower()
    if len(parts) > 1 and first in _names("given_names_female_en.txt"):
        return "she"
    if len(parts) > 1 and last.endswith(_FEMININE):
        return "she"
    if last.endswith(_MASCULINE) or (len(parts) > 1 and first in _names("given_names_en.txt")):
        return "he"
    return None
