"""What nouns say: their frames from the table, and what a country or place word names."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.words.lexicon import country_or_place

__all__ = ["NounFrame", "country_or_place", "frame_of", "head_noun", "noun_frames"]


@dataclass(frozen=True, slots=True)
class NounFrame:
    """What a noun says of whoever it describes.

    Attributes:
        predicate: The predicate that it makes.
        of: Prepositions that lead to its object.
        reverse: Whether its owner is the subject: "X, a customer of Y" says that Y supplies X.
    """

    predicate: str
    of: tuple[str, ...]
    reverse: bool = False


@cache
def noun_frames() -> dict[str, NounFrame]:
    """Return the frame of every noun of `nouns_en.yml`."""
    table = files("enduse.extract.data").joinpath("nouns_en.yml").read_text("utf-8")
    found: dict[str, NounFrame] = {}
    for row in yaml.safe_load(table):
        frame = NounFrame(
            row["predicate"], tuple(str(row["of"]).split()), row.get("reverse", False)
        )
        found.update(dict.fromkeys(row["nouns"].split(), frame))
    return found


def frame_of(i: int, s: Sentence) -> NounFrame | None:
    """Return the frame of the head of a chunk, in the singular or plural."""
    head = head_noun(i, s)
    found = noun_frames().get(head)
    if found is None and head.endswith("s"):
        found = noun_frames().get(head[:-3] + "y" if head.endswith("ies") else head[:-1])
    return found


def head_noun(i: int, s: Sentence) -> str:
    """Return the last word of a chunk in lower case."""
    return s.tagged.tokens[s.chunks[i].last].text.lower()
