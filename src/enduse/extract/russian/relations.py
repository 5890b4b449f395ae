"""Relations of a Russian text: by frames, and by the few patterns that no verb governs."""

import re
from dataclasses import replace

from enduse.extract.reading import Reading
from enduse.extract.relations.by_pattern import relations_by_pattern
from enduse.extract.relations.merged import merged
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.russian.frames import relations_by_frame
from enduse.extract.russian.words import place_of, stems
from enduse.extract.segment import Span

__all__ = ["relations"]

_SEVERAL = re.compile(
    r"(?i)дв(?:а|ух|ое|оих)|тр(?:и|[её]х|ое)|нескольк|четыр|четвер|пят|шест|сем|источник(?:и|ов|ам)"
)
_NAMED = re.compile(r"[A-ZА-ЯЁ]")
# Whom somebody told: «сообщил агентству X», «рассказали «Ведомостям»».
_TOLD = re.compile(r"^(?:агентству|изданию|газете|порталу|журналу|телеканалу)|[ая]м$")
_GAP = re.compile(r" ?[«\"„“]| ")


def relations(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of a Russian text, in order."""
    by_pattern = relations_by_pattern(reading, "enduse.extract.russian")
    found = merged(relations_by_frame(reading), by_pattern)
    named = {(r.predicate, r.subject.span, start) for r in found for start in _starts(r)}
    kept = (
        r
        for r in found
        if not _named_next(r, reading.text, named)
        and not _one_source(r, reading.text)
        and not _no_outlet(r, reading.text)
    )
    return tuple(placed for r in kept if (placed := _placed(r, reading.text)) is not None)


def _one_source(relation: Relation, text: str) -> bool:
    """Whether a report is said to rest on one source, who is named where it speaks."""
    if relation.predicate != "sourced_from" or relation.quantity is None:
        return False
    return _SEVERAL.match(text, relation.quantity.start) is None


def _no_outlet(relation: Relation, text: str) -> bool:
    """Whether a report is said to come from somebody who is no agency and no paper."""
    where = relation.object.span if relation.object is not None else None
    if relation.predicate != "reported_by" or where is None:
        return False
    words = text[where.start : where.end]
    if not _NAMED.search(words) or _TOLD.search(words):
        return True
    return re.search(stems("outlet"), words) is None


def _starts(relation: Relation) -> list[int]:
    thing = relation.object.span if relation.object is not None else None
    return [thing.start] if thing is not None else []


def _named_next(relation: Relation, text: str, named: set[tuple[str, Span | None, int]]) -> bool:
    """Whether the same is said of the name that follows: «беспилотник «Гарпия-3»» is one thing."""
    thing = relation.object.span if relation.object is not None else None
    gap = _GAP.match(text, thing.end) if thing is not None else None
    return gap is not None and (relation.predicate, relation.subject.span, gap.end()) in named


def _placed(relation: Relation, text: str) -> Relation | None:
    """The place instead of its adjective: «китайской компании» is of Китай."""
    place = relation.object.span if relation.object is not None else None
    if relation.predicate != "jurisdiction" or place is None:
        return relation
    found = place_of(text[place.start : place.end])
    if found is None:
        return None
    name, predicate = found
    return replace(relation, predicate=predicate, object=Argument(text=name))
