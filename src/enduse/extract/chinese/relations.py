"""Relations of a Chinese text, by the table `patterns.yml` beside this module."""

import re
from dataclasses import replace

from enduse.extract.chinese.frames import relations_by_frame
from enduse.extract.chinese.words import words
from enduse.extract.reading import Reading
from enduse.extract.relations.by_pattern import relations_by_pattern
from enduse.extract.relations.merged import merged
from enduse.extract.relations.relation import Relation

__all__ = ["relations"]

_SEVERAL = re.compile(r"(?:[两二三四五六七八九十数多几]|\d)|知情人士|消息人士")


def relations(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of a Chinese text, in order."""
    by_pattern = relations_by_pattern(reading, "enduse.extract.chinese")
    found = merged(relations_by_frame(reading), by_pattern)
    return tuple(_placed(r, reading.text) for r in found if not _one_source(r, reading.text))


def _placed(relation: Relation, text: str) -> Relation:
    """A company "of" a city has its seat there; of a country, it is under its law."""
    place = relation.object.span if relation.object is not None else None
    if relation.predicate != "jurisdiction" or place is None:
        return relation
    country = text[place.start : place.end] in words("countries")
    return relation if country else replace(relation, predicate="headquartered_in")


def _one_source(relation: Relation, text: str) -> bool:
    """Whether a report is said to rest on a single source, who is named where it speaks."""
    if relation.predicate != "sourced_from" or relation.object is None:
        return False
    span = relation.object.span
    return span is not None and _SEVERAL.match(text, span.start) is None
