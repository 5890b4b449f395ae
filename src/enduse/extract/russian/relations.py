"""Relations of a Russian text, by the table `patterns.yml` beside this module."""

from dataclasses import replace

from enduse.extract.reading import Reading
from enduse.extract.relations.by_pattern import relations_by_pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.russian.words import countries, country_adjective

__all__ = ["relations"]

_COUNTRIES = {
    "RU": "Россия",
    "CN": "Китай",
    "US": "США",
    "UA": "Украина",
    "GB": "Великобритания",
    "TR": "Турция",
    "IR": "Иран",
    "IN": "Индия",
    "JP": "Япония",
    "DE": "Германия",
}


def relations(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of a Russian text, in order."""
    found = relations_by_pattern(reading, "enduse.extract.russian")
    return tuple(_with_country(r, reading.text) for r in found)


def _with_country(relation: Relation, text: str) -> Relation:
    """The country instead of its adjective: «китайской компании» is of Китай."""
    place = relation.object.span if relation.object is not None else None
    if relation.predicate != "jurisdiction" or place is None:
        return relation
    adjective = country_adjective().fullmatch(text, place.start, place.end)
    code = countries()[adjective["stem"].lower()] if adjective else ""
    name = _COUNTRIES.get(code)
    return replace(relation, object=Argument(text=name)) if name else relation
