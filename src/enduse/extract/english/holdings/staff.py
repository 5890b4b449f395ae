"""Who works somewhere, told in passing: "a welder who spent nine years there", "a staff of 40"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.words.lexicon import pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["staff"]

_THERE = re.compile(r"\s(?:for )?(?:[\w-]+ ){0,4}?there\b")
_VERBS = frozenset({"work", "spend", "serve", "employ", "train"})
_HOUSE = pattern(r"{site}|{firm}|{house}|school")
_NUMBER = re.compile(
    r"\b(?:staff|workforce|payroll|headcount) of "
    r"(?:(?:about|some|around|nearly|almost|over|more than) )?\d[\d,.]*(?: \w+)?"
)


def staff(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield who worked "there", and how many work for the subject of "has a staff of 40"."""
    for p in preds:
        if p.subject is None:
            continue
        verb = s.chunk_span(p.chunk)
        there = _THERE.match(s.text, verb.end, s.span.end)
        if s.chunks[p.chunk].lemma in _VERBS and there is not None and s.kind(p.chunk - 1) == "W":
            who = s.span_of(p.subject)
            house = _house(p.subject.first, s)
            if house is not None:
                span = Span(who.start, there.end())
                yield Relation(span, "employed_by", Argument(who), Argument(house), verb.start)
    for match in _NUMBER.finditer(s.text, s.span.start, s.span.end):
        before = [p for p in preds if s.chunk_span(p.chunk).end <= match.start() and p.subject]
        if before and before[-1].subject is not None:
            span, whose = Span(*match.span()), s.span_of(before[-1].subject)
            yield Relation(
                span, "employed_by", Argument(span), Argument(whose), span.start, quantity=span
            )


def _house(before: int, s: Sentence) -> Span | None:
    """The plant, school or firm that stands last before a phrase."""
    for i in range(before - 1, -1, -1):
        if s.kind(i) == "N" and _HOUSE.search(s.words(i)):
            return s.chunk_span(i)
    return None
