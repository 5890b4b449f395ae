"""The word lists beside this module, by which phrases and clauses are cut."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["compounds", "units", "words"]


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, Any]:
    text = files("enduse.extract.russian.clauses").joinpath("words.yml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=16)
def words(name: str) -> frozenset[str]:
    """A list as a set of words.

    Example:
        >>> "завод" in words("actors")
        True
    """
    return frozenset(_lists()[name].split())


@lru_cache(maxsize=1)
def compounds() -> Mapping[tuple[str, str], str]:
    """Two words that are one preposition, to the preposition they are taken for."""
    found = {}
    for meant, written in _lists()["compound"].items():
        for pair in written:
            first, second = pair.split()
            found[first, second] = meant
    return found


@lru_cache(maxsize=1)
def units() -> Mapping[str, str]:
    """Nouns for units to what they measure: distance, time, mass, money, speed."""
    return {word: kind for kind, some in _lists()["units"].items() for word in some.split()}
