"""Relations that nouns make: "is a ...", plans, parts, export controls."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.english.bearers.appositions import (
    apposed,
    described,
    inverted,
    national,
    possessed,
)
from enduse.extract.english.bearers.premodifiers import premodified
from enduse.extract.english.bearers.restraints import restraints
from enduse.extract.english.facts.adjuncts import is_part_of
from enduse.extract.english.facts.places import located
from enduse.extract.english.holdings.offices import offices
from enduse.extract.english.holdings.people import people
from enduse.extract.english.scope.modality import firmness
from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.subjects import subject_of
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["noun_relations"]

_EXPORT_CONTROL = re.compile(
    r"\bcontrols?\s(?:over|on)\s(?:the\s)?(?:exports?\sof\s)?(?P<what>[^.,;]+)", re.IGNORECASE
)


_COPULAS = frozenset({"be", "remain", "become"})


def noun_relations(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield the relations that nouns and their neighbours state."""
    for i, chunk in enumerate(s.chunks):
        if chunk.kind != "N":
            continue
        following = s.kind(i + 1)
        if following == "K":
            yield from apposed(i, s)
        yield from possessed(i, s)
        yield from offices(i, s)
        yield from people(i, s)
        if chunk.last > chunk.first:
            yield from premodified(i, s)
        yield from located(i, s)
        if following == "E":
            yield from _planned(i, s)
            yield from _component(i, s)
            yield from restraints(i, s)
        yield from _controls(i, s)
    for p in preds:
        if s.chunks[p.chunk].lemma in _COPULAS and p.object and not s.chunks[p.chunk].passive:
            yield from _being(p, s, preds)


def _being(p: Predicate, s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """What "is" says with a describing noun on one of its sides."""
    if p.object is None or p.subject is None:
        return
    firm = firmness(p, s, preds)
    at, focus = p.object.first, s.chunk_span(p.chunk).start
    for found in described(at, s.span_of(p.subject), s):
        yield replace(
            found,
            focus=focus,
            polarity=firm.polarity,
            modality=firm.modality,
            hedge=firm.hedge,
            own_voice=False,
        )
    for found in national(at, s.span_of(p.subject), s):
        yield replace(found, focus=focus, polarity=firm.polarity, own_voice=False)
    yield from inverted(p.subject.first, at, s, firm)


def _component(i: int, s: Sentence) -> Iterator[Relation]:
    """Parts of things: "guidance units for cruise missiles", "a drone with Chinese engines"."""
    if s.kind(i + 1) != "E" or s.kind(i + 2) != "N":
        return
    link = s.words(i + 1).lower()
    first, second = s.chunk_span(i), s.chunk_span(i + 2)
    if link == "with":
        first, second = second, first
    elif link not in ("for", "of"):
        return
    if _BARE.match(s.words(i)):
        return
    if link == "of" and not s.tagged.tags[s.chunks[i + 2].last] == "P":
        return
    if is_part_of(first, second, s):
        whole = Span(s.chunk_span(i).start, s.chunk_span(i + 2).end)
        yield Relation(whole, "component_of", Argument(first), Argument(second), whole.start)


_BARE = re.compile(
    r"^(?:the |some |any |these |such )?(?:spare )?(?:parts?|components?|pieces)$", re.IGNORECASE
)
_SHOWS = frozenset({"suggest", "indicate", "show", "reveal", "describe", "mention", "disclose"})


def _planned(i: int, s: Sentence) -> Iterator[Relation]:
    """Plans as a noun: "plans for a joint factory", "Kupol's plan for a plant"."""
    if head_noun(i, s) not in ("plan", "plans", "proposal", "proposals"):
        return
    if s.kind(i + 1) != "E" or s.words(i + 1).lower() != "for" or s.kind(i + 2) != "N":
        return
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    whose = s.tagged.span(chunk.first, mark - 1) if mark > 0 else s.chunk_span(i)
    last = i + 2
    while s.kind(last + 1) in "EC" and s.kind(last + 2) == "N":
        last += 2
    span = Span(s.chunk_span(i).start, s.chunk_span(last).end)
    obj = Argument(Span(s.chunk_span(i + 2).start, span.end))
    shower = subject_of(i - 1, s) if s.kind(i - 1) == "V" else None
    speaker = s.span_of(shower) if shower and s.chunks[i - 1].lemma in _SHOWS else None
    focus = s.chunk_span(i).start
    plan = Relation(span, "plans", Argument(whose), obj, focus, modality="planned")
    yield replace(plan, speaker=speaker, cue=s.chunk_span(i - 1) if speaker else None)


def _controls(i: int, s: Sentence) -> Iterator[Relation]:
    """Words such as "Beijing's strict controls over the export of drones"."""
    chunk = s.chunks[i]
    if head_noun(i, s) not in ("control", "controls", "restrictions", "curbs"):
        return
    span = s.chunk_span(i)
    match = _EXPORT_CONTROL.search(s.text, span.start, s.span.end)
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    if match is None or mark < 0:
        return
    start = span.start
    if i and s.kind(i - 1) == "V":
        start = s.chunk_span(i - 1).start
    yield Relation(
        Span(start, match.end("what")),
        "controls_export_of",
        Argument(s.tagged.span(chunk.first, mark - 1)),
        Argument(Span(match.start("what"), match.end("what"))),
        span.start,
    )
