"""Relations of a Russian text, by the table `patterns.yml` beside this module."""

from enduse.extract.reading import Reading
from enduse.extract.relations.by_pattern import relations_by_pattern
from enduse.extract.relations.relation import Relation

__all__ = ["relations"]


def relations(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of a Russian text, in order."""
    return relations_by_pattern(reading, "enduse.extract.russian")
