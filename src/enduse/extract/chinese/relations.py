"""Relations of a Chinese text, by the table `patterns.yml` beside this module."""

from enduse.extract.chinese.frames import relations_by_frame
from enduse.extract.reading import Reading
from enduse.extract.relations.by_pattern import relations_by_pattern
from enduse.extract.relations.merged import merged
from enduse.extract.relations.relation import Relation

__all__ = ["relations"]


def relations(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of a Chinese text, in order."""
    by_pattern = relations_by_pattern(reading, "enduse.extract.chinese")
    return merged(relations_by_frame(reading), by_pattern)
