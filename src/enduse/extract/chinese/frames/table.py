"""The table of Chinese verbs beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["Frame", "Measure", "Preposition", "Table", "table"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What one verb says.

    Attributes:
        predicate: The predicate of the claim.
        subject: Roles for its subject, the first that is filled.
        object: Roles for its object.
        value: Role whose number is the value; "" for none.
        ends: The object must end in one of these words; empty for any.
        text: The object where no role is filled.
        words: The object is told by its words.
        only: Other frames of the verb are not tried after this one.
        bare: It is said even where nothing fills the object.
        passive: Holds only with 由 or 被.
        need: "q" where there must be a number.
        lead: The object is the name with which its words begin.
        strip: An ending that is no part of the object's name.
        polarity: Where the frame decides it.
    """

    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    value: str
    ends: tuple[str, ...] = ()
    text: str | None = None
    words: bool = False
    only: bool = False
    bare: bool = False
    passive: bool = False
    need: str = ""
    lead: bool = False
    strip: str = ""
    polarity: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A noun that measures.

    Attributes:
        predicate: What it says.
        units: The units it takes.
    """

    predicate: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preposition:
    """A preposition.

    Attributes:
        role: What it brings.
        not_after: Letters after which it is a part of another word: 对 in 反对.
        not_before: Letters before which it is.
    """

    role: str
    not_after: str = ""
    not_before: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """All of it, by word."""

    verbs: Mapping[str, tuple[Frame, ...]]
    relational: Mapping[str, str]
    measures: Mapping[str, Measure]
    adverbs: tuple[str, ...]
    prepositions: Mapping[str, Preposition]
    no_verb_before: str


@lru_cache(maxsize=1)
def table() -> Table:
    """Load the table.

    Example:
        >>> [f.predicate for f in table().verbs["出口"]]
        ['exported_to']
    """
    text = files("enduse.extract.chinese.frames").joinpath("frames.yml").read_text("utf-8")
    raw: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    verbs: dict[str, list[Frame]] = {}
    for row in raw["frames"]:
        frame = _frame(row)
        for verb in str(row["v"]).split():
            verbs.setdefault(verb, []).append(frame)
    return Table(
        {verb: tuple(frames) for verb, frames in verbs.items()},
        {noun: p for p, nouns in raw["relational"].items() for noun in nouns.split()},
        {
            noun: Measure(p, tuple(row["u"].split()))
            for p, row in raw["measures"].items()
            for noun in row["n"].split()
        },
        tuple(sorted(raw["adverbs"].split(), key=len, reverse=True)),
        {word: Preposition(**row) for word, row in raw["prepositions"].items()},
        "|".join(raw["no_verb_before"].split()),
    )


def _frame(row: Mapping[str, Any]) -> Frame:
    plain = ("text", "words", "only", "bare", "passive", "need", "lead", "strip", "polarity")
    kept = {k: row[k] for k in plain if k in row}
    return Frame(
        row["p"],
        tuple(row["s"].split()),
        tuple(row.get("o", "").split()),
        str(row.get("q", "theme")),
        tuple(str(row.get("if", "")).split()),
        **kept,
    )
