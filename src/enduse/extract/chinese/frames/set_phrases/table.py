"""The table of set phrases beside this module."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from enduse.extract.chinese.words import words as listed
from enduse.extract.signs import Index

__all__ = ["SetPhrase", "phrases_for", "set_phrases"]


@dataclass(frozen=True, slots=True)
class SetPhrase:
    """One turn of words.

    Attributes:
        predicate: What it says.
        regex: Groups: s subject, o object, q quantity; without s it is what stands before.
        polarity: Where the words themselves decide it.
        modality: Likewise.
        object: Name of the object where no words stand for it; "topic", "before" as for
            the subject.
        subject: "clause" takes the subject of the clause and not the noun right before;
            "topic" what the text goes on about; "speaker" who says it; "report" the report itself.
        place: The object holds the name of a place.
        named: The object holds a name.
        own: The writer tells of it, whoever spoke before.
        free: The object keeps all its words.
        split: The object names several things where it is joined by 和.
        wide: It may go on over the commas of its sentence.
    """

    predicate: str
    regex: re.Pattern[str]
    polarity: str | None = None
    modality: str | None = None
    object: str | None = None
    subject: str = "before"
    place: bool = False
    named: bool = False
    own: bool = False
    free: bool = False
    wide: bool = False
    split: bool = False


@lru_cache(maxsize=1)
def set_phrases() -> tuple[SetPhrase, ...]:
    """Load and compile the table."""
    text = files("enduse.extract.chinese.frames.set_phrases").joinpath("phrases.yml")
    table: dict[str, Any] = yaml.load(text.read_text("utf-8"), Loader=yaml.CSafeLoader)
    words = {name: "|".join(value.split()) for name, value in table["words"].items()}
    words["COUNTRY"] = "|".join(sorted(listed("countries"), key=len, reverse=True))
    return tuple(_compiled(row, words) for row in table["phrases"])


@lru_cache(maxsize=1)
def _index() -> Index:
    return Index([phrase.regex for phrase in set_phrases()])


def phrases_for(text: str) -> Iterator[SetPhrase]:
    """Yield the phrases that may stand in a text, in the order of the table."""
    table = set_phrases()
    for place in _index().possible(text):
        yield table[place]


def _compiled(row: dict[str, Any], words: dict[str, str]) -> SetPhrase:
    regex = row["find"]
    for name, value in words.items():
        regex = regex.replace("{" + name + "}", f"(?:{value})")
    rest = {k: v for k, v in row.items() if k not in ("find", "predicate")}
    return SetPhrase(row["predicate"], re.compile(regex), **rest)
