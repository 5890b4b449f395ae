"""The verbs and attribute nouns of Chinese reports, by what they say."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from enduse.extract.attribution.lexicon import load_table

__all__ = ["Attribute", "Verb", "attribute", "sayings", "table_words", "verb"]


@dataclass(frozen=True, slots=True)
class Verb:
    """What a verb says and how its clause names the parties."""

    predicate: str
    frame: str


@dataclass(frozen=True, slots=True)
class Attribute:
    """A noun that names what somebody or something has.

    Attributes:
        predicate: What it says.
        takes: place, person, name, figure, text: what its value is.
        turned: The value is the subject ("法定代表人是王五": he directs the company).
    """

    predicate: str
    takes: str
    turned: bool


@lru_cache(maxsize=1)
def _verbs() -> dict[str, Verb]:
    found: dict[str, Verb] = {}
    for predicate, row in _load("verbs.yml").items():
        for word in row["verbs"].split():
            found.setdefault(word, Verb(predicate, row["frame"]))
    return found


@lru_cache(maxsize=1)
def _attributes() -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for row in _load("nouns.yml")["attributes"]:
        made = Attribute(row["predicate"], row["takes"], row.get("turned", False))
        for word in row["nouns"].split():
            found.setdefault(word, made)
    return found


def _load(name: str) -> dict[str, Any]:
    text = files("enduse.extract.chinese.tables").joinpath(name).read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def verb(word: str) -> Verb | None:
    """Return what a verb says; None for one that says nothing we ask for.

    Example:
        >>> verb("出口")
        Verb(predicate='exported_to', frame='give')
    """
    return _verbs().get(word)


def attribute(word: str) -> Attribute | None:
    """Return what an attribute noun says.

    Example:
        >>> attribute("总部").predicate
        'headquartered_in'
    """
    return _attributes().get(word)


@lru_cache(maxsize=1)
def sayings() -> frozenset[str]:
    """All verbs of saying, which open what somebody else says."""
    return frozenset(
        word
        for implies, frames in load_table("verbs_zh.yml").items()
        if implies not in ("plans", "expects", "declines", "promises", "supports", "denies")
        for frame, words in frames.items()
        if frame == "said"
        for word in words.split()
        if verb(word) is None
    )


@lru_cache(maxsize=1)
def table_words() -> frozenset[str]:
    """Every word that one of the tables knows."""
    return frozenset(_verbs()) | frozenset(_attributes()) | sayings()
