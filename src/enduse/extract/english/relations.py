"""All relations of an English text, sentence by sentence, each place and predicate once."""

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from enduse.extract.english.bearers.formulae import formulae, in_formulae
from enduse.extract.english.bearers.nouns import noun_relations
from enduse.extract.english.bearers.signs import responses, sign_relations
from enduse.extract.english.bearers.verbs import verb_relations
from enduse.extract.english.facts.addresses import addresses
from enduse.extract.english.facts.aliases import aliases
from enduse.extract.english.facts.intents import due
from enduse.extract.english.facts.papers import papers_behind
from enduse.extract.english.figures.numbers import numbered
from enduse.extract.english.figures.stated import figures
from enduse.extract.english.finder import parsed
from enduse.extract.english.goods.agents import agents
from enduse.extract.english.goods.makers import makers
from enduse.extract.english.goods.nominals import nominals
from enduse.extract.english.goods.origins import origins
from enduse.extract.english.goods.purposes import purposes
from enduse.extract.english.holdings.shares import shares
from enduse.extract.english.holdings.staff import staff
from enduse.extract.english.holdings.states import state_owned
from enduse.extract.english.scope.proof import (
    forbidden,
    is_forbidden,
    no_proof,
    open_questions,
    unproven,
)
from enduse.extract.english.stances.ellipsis import elided
from enduse.extract.english.stances.readings import read
from enduse.extract.english.stances.sanctioned import under_sanctions
from enduse.extract.english.stances.silences import silences
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import predicates
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["relations"]


def relations(reading: Reading) -> tuple[Relation, ...]:
    """Return the relations of an English text, in order."""
    found: list[Relation] = []
    before: list[Relation] = []
    starts = [f.span.start for f in reading.found]
    for sentence in parsed(reading.text, reading.sentences):
        low = bisect_left(starts, sentence.span.start)
        high = bisect_left(starts, sentence.span.end)
        preds = predicates(sentence)
        silent = responses(sentence, preds)
        open_ = (*unproven(sentence), *in_formulae(sentence))
        spoken = tuple(
            p
            for p in preds
            if p.chunk not in silent
            and not is_forbidden(p, sentence)
            and not any(w.start <= sentence.chunk_span(p.chunk).start < w.end for w in open_)
        )
        here = [r for rs in silent.values() for r in rs]
        here += sign_relations(sentence, reading.found[low:high])
        here += noun_relations(sentence, preds)
        here += aliases(sentence, reading.found[low:high])
        here += origins(sentence)
        here += due(sentence)
        here += addresses(sentence, preds)
        here += agents(sentence, preds)
        here += figures(sentence, preds, reading.counted)
        here += nominals(sentence)
        here += formulae(sentence)
        here += staff(sentence, preds)
        here += open_questions(sentence)
        here += forbidden(sentence, preds)
        if not _asks(sentence):
            here += verb_relations(sentence, spoken)
        here += read(sentence, spoken, here)
        here += no_proof(sentence, here)
        here += papers_behind(sentence, here)
        here += shares(sentence, here)
        here += silences(sentence, here)
        here += makers(sentence, here)
        here += purposes(sentence, here)
        here += under_sanctions(sentence, here)
        here += state_owned(sentence, here)
        here += elided(sentence, [*before, *sorted(here, key=_focus)])
        here = list(numbered(sentence, here, reading.counted))
        before = sorted(here, key=_focus)
        found += sorted(_once(here, sentence.text), key=_place)
    return tuple(found)


_focus = attrgetter("focus")
_place = attrgetter("span", "predicate")


def _asks(s: Sentence) -> bool:
    """Whether a sentence only asks: "Who makes it?"."""
    return s.text[s.span.start : s.span.end].rstrip(' "”’)').endswith("?")


def _once(found: list[Relation], text: str) -> Iterator[Relation]:
    """Drop a claim where another says it more exactly: a figure, or a part of the thing."""
    figures_ = [r for r in found if r.predicate.startswith("has_") and r.quantity]
    # What is made, sold or awaited has its own claim.
    beside = ("has_price", "has_capacity", "has_timeline", "has_purpose")
    taken = [r.quantity for r in figures_ if r.predicate not in beside and r.quantity]
    parts = {r.object for r in found if r.predicate == "component_of" and _is_one(r.object, text)}
    seen = set()
    stated: list[tuple[str, Span]] = []
    for relation in found:
        exact = relation.predicate.startswith("has_")
        key = (relation.predicate, relation.subject, relation.object, relation.focus)
        if key in seen or (relation.predicate == "intended_for" and relation.object in parts):
            continue
        seen.add(key)
        number = relation.quantity
        if exact and number:
            if any(p == relation.predicate and number.overlaps(q) for p, q in stated):
                continue
            stated.append((relation.predicate, number))
        if not exact and number and relation.object and relation.object.span:
            if any(relation.object.span.overlaps(q) for q in taken):
                continue
        yield relation


def _is_one(whole: Argument | None, text: str) -> bool:
    """Whether it is one thing that a part goes into, not a use: "for unmanned systems"."""
    return whole is not None and whole.span is not None and text[whole.span.end - 1] != "s"
