"""Relations that verbs make: frames filled, places and purposes beside them, helpers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.english.bearers.appositions import described
from enduse.extract.english.bearers.dealings import is_idle
from enduse.extract.english.facts.adjuncts import beside, weight
from enduse.extract.english.facts.intents import intents, timelines
from enduse.extract.english.goods.milestones import milestones
from enduse.extract.english.scope.denials import told_of
from enduse.extract.english.scope.endings import endings
from enduse.extract.english.scope.governed import is_hypothetical, is_wished
from enduse.extract.english.scope.heard import in_passing, nobodys, voice
from enduse.extract.english.scope.modality import Firmness, firmness
from enduse.extract.english.scope.proof import unproved
from enduse.extract.english.syntax.extents import counted, quotation
from enduse.extract.english.syntax.lists import members
from enduse.extract.english.syntax.nounphrases import noun_phrase
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.roles import Filled, fill, holds, possible
from enduse.extract.english.words.lexicon import Alternative, Frame, frames
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["verb_relations"]

_PROGRAMME = re.compile(
    r"\b(?:program(?:me)?s?|project|effort|initiative|venture|operation|plan)\b"
)
_PURPOSE_VERBS = frozenset(
    "develop manufacture produce build make create design mass-produce".split()
)
_NO_NUMBER = frozenset(
    {"founded", "has_purpose", "located_in", "intended_for", "assisted", "calls"}
)


def verb_relations(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield the relations that the verbs of a sentence state."""
    purposes: set[int | None] = {
        p.clause for p in preds if p.clause is not None and _is_purpose(p, s)
    }
    for p in preds:
        chunk = s.chunks[p.chunk]
        frame = frames().get(chunk.lemma)
        if frame is None and not chunk.helpers and p.clause is None:
            continue  # a plain verb that says nothing of its own
        firm = firmness(p, s, preds)
        if p.clause in purposes:
            yield _purpose(p, s, firm)
        yield from timelines(p, s, firm)
        yield from milestones(p, s, firm)
        yield from endings(p, s, firm)
        if is_wished(p, preds, s) or is_hypothetical(p, preds, firm, s):
            continue
        governed = p.chunk in purposes or _after_purpose(p, preds, purposes, s)
        told = [] if governed or frame is None else list(_framed(p, s, frame, firm))
        yield from told
        if not told and not governed:
            yield from intents(p, s, firm)
        if frame is None:
            continue
        yield from beside(p, s, frame, firm)
        yield from _including(p, s, frame, firm)


def _is_purpose(p: Predicate, s: Sentence) -> bool:
    """Whether an infinitive tells what the object is for: "a program to develop drones"."""
    if p.object is None or p.clause is None or s.chunks[p.clause].lemma not in _PURPOSE_VERBS:
        return False
    span = s.span_of(p.object)
    return bool(_PROGRAMME.search(s.text[span.start : span.end]))


def _after_purpose(
    p: Predicate, preds: tuple[Predicate, ...], purposes: set[int | None], s: Sentence
) -> bool:
    return s.kind(p.chunk - 1) == "C" and p.chunk - 2 in purposes


def _purpose(p: Predicate, s: Sentence, firm: Firmness) -> Relation:
    clause = p.clause or p.chunk
    last = clause
    while last + 1 < len(s.chunks) and s.kind(last + 1) in "NVC":
        last += 1
    span = Span(s.chunk_span(clause).start, s.chunk_span(last).end)
    subject = Argument(s.span_of(p.object)) if p.object else Argument(text="the programme")
    inner = Span(s.tagged.tokens[s.chunks[clause].last].start, span.end)
    return Relation(span, "has_purpose", subject, Argument(inner), span.start, **weight(firm))


def _framed(p: Predicate, s: Sentence, frame: Frame, firm: Firmness) -> Iterator[Relation]:
    chunk = s.chunks[p.chunk]
    if chunk.lemma == "make" and p.object is not None and s.kind(p.object.last + 1) == "N":
        if s.tag_of(p.object.head) in "PI":
            return  # "make Iran the first country to ..."
    said: set[str] = set()  # of one deal one claim is enough
    for group in frame.passive if chunk.passive else frame.active:
        for alternative in group:
            if not possible(alternative, p, s):
                continue
            subject, obj = fill(alternative.subject, p, s), fill(alternative.object, p, s)
            if subject is None or obj is None or subject.span is None:
                continue
            if alternative.object.names == ("-",) and chunk.form == "part":
                continue  # "parts procured abroad" only describes the parts
            if not holds(alternative, p, s):
                continue
            if alternative.predicate == "plans" and _is_done(chunk.lemma, firm):
                continue
            kind = "deal" if alternative.predicate in _DEALS else alternative.predicate
            if kind not in said:
                yield from _relations(alternative, subject, obj, p, s, firm)
            said.add(kind)
            break


def _relations(
    alternative: Alternative,
    subject: Filled,
    obj: Filled,
    p: Predicate,
    s: Sentence,
    firm: Firmness,
) -> Iterator[Relation]:
    if subject.span is None or _is_pronoun(alternative, obj, s) or is_idle(alternative, p, s):
        return
    if s.text[subject.span.start : subject.span.end].lower() == "there":
        return
    span = quotation(p, s, subject, obj)
    if alternative.predicate == "ended" and p.prepositions and p.prepositions[0][0] in _DEALT:
        span = Span(span.start, max(span.end, s.span_of(p.prepositions[0][1]).end))
    if alternative.predicate == "position_at" and obj.phrase is not None:
        offices = list(described(obj.phrase.first, subject.span, s))
        for held in offices:
            whole = Span(min(span.start, held.span.start), max(span.end, held.span.end))
            yield replace(held, span=whole, focus=s.chunk_span(p.chunk).start, **weight(firm))
        if offices:
            return
    quantity = None if alternative.predicate in _NO_NUMBER else counted(subject, obj, p, s)
    if alternative.predicate in ("confirmed", "evidence_status"):
        alternative, firm = _checked(alternative, p, s, firm)
        unable = alternative.predicate == "evidence_status" and firm.polarity == "negated"
        if unable and obj.span is not None:
            yield _unproved(obj.span, p, s)
            return
    if alternative.predicate == "denied" and obj.span is not None:
        obj = obj._replace(span=told_of(obj.span, s))
        span = Span(span.start, max(span.end, obj.span.end if obj.span else span.end))
    polarity = _polarity(alternative.predicate, firm, s, p)
    for who in members(subject.span, subject.phrase, s):
        for whom in members(obj.span, obj.phrase, s) if obj.span else [None]:
            yield Relation(
                span,
                _capable(alternative.predicate, firm, s.chunks[p.chunk].lemma),
                _argument(who, alternative, p, s),
                Argument(whom) if whom else None,
                s.chunk_span(p.chunk).start,
                quantity=quantity,
                polarity=polarity,
                modality="planned" if alternative.predicate == "plans" else firm.modality,
                hedge=firm.hedge,
                own_voice=in_passing(alternative.predicate, p, s),
                impersonal=nobodys(alternative, p, s),
                **voice(alternative.predicate, p, s, firm),
            )


def _is_done(lemma: str, firm: Firmness) -> bool:
    """Whether output has been raised already, and is no plan: "has doubled its output"."""
    return lemma in _RAISING and firm.modality not in ("planned", "possible", "conditional")


_RAISING = frozenset(
    "raise increase double triple quadruple boost lift expand step_up ramp_up scale_up grow cut "
    "halve lower reduce".split()
)
# "Ended its contract with X": whom it was with belongs to what ended.
_DEALT = frozenset({"with", "to", "from", "of"})
_DEALS = frozenset(
    "supplied_to delivered_to received acquired exported_to shipped_to contracted_with".split()
)


def _argument(who: Span, alternative: Alternative, p: Predicate, s: Sentence) -> Argument:
    """The subject; "they" that are delivered are goods, not the company named before."""
    words = s.text[who.start : who.end]
    goods = alternative.predicate in _MOVED and s.chunks[p.chunk].passive
    return Argument(text=words) if goods and words.lower() in ("they", "them") else Argument(who)


def _is_pronoun(alternative: Alternative, obj: Filled, s: Sentence) -> bool:
    """Whether a pronoun stands for goods, of which it is not known which: "sent them north"."""
    if alternative.object.names != ("O",) or alternative.predicate not in _MOVED or not obj.span:
        return False
    return s.text[obj.span.start : obj.span.end].lower() in ("it", "them")


_MOVED = frozenset("supplied_to shipped_to exported_to delivered_to received acquired".split())


def _checked(
    alternative: Alternative, p: Predicate, s: Sentence, firm: Firmness
) -> tuple[Alternative, Firmness]:
    """What cannot be confirmed is of unknown standing: "could not independently confirm"."""
    unable = firm.polarity == "negated" and (
        "could" in s.chunks[p.chunk].helpers or s.chunks[p.chunk].form == "inf"
    )
    if unable:
        return replace(alternative, predicate="evidence_status"), Firmness("fact", None, "negated")
    return alternative, firm


def _unproved(what: Span, p: Predicate, s: Sentence) -> Relation:
    """What somebody was unable to verify is unproved, whoever it was that tried."""
    verb = s.chunk_span(p.chunk)
    unable = _UNABLE.search(s.text, max(s.span.start, verb.start - 60), verb.start)
    words = Span(unable.start() if unable else verb.start, verb.end)
    start = s.span_of(p.subject).start if p.subject is not None else words.start
    start = min(start, words.start) if 0 <= words.start - start < 60 else words.start
    whole = Span(start, max(verb.end, what.end))
    said = Argument(text=s.text[words.start : words.end])
    return Relation(whole, "evidence_status", Argument(what), said, verb.start, polarity="negated")


_UNABLE = re.compile(r"\b(?:unable|not able|failed|not been able) $")


def _capable(predicate: str, firm: Firmness, lemma: str) -> str:
    able = predicate == "produces" and firm.modality == "capability"
    return "can_produce" if able and lemma not in _BEARING else predicate


# "41 can be attributed to X": X made them, and is not merely able to.
_BEARING = frozenset({"attribute", "trace", "mark", "label", "brand", "bear", "carry", "stamp"})


def _polarity(predicate: str, firm: Firmness, s: Sentence, p: Predicate) -> str:
    if predicate == "denied":
        return "negated" if s.chunks[p.chunk].negated else "denied"
    if predicate == "aware_of":
        focus = s.chunk_span(p.chunk).start
        if any(w.start <= focus < w.end for w in unproved(s)):
            return "negated"
        unaware = s.chunks[p.chunk].lemma == "unaware"
        return "denied" if unaware or firm.polarity == "negated" else firm.polarity
    if s.chunks[p.chunk].lemma in ("deny", "reject"):
        return "denied"
    return firm.polarity


def _including(p: Predicate, s: Sentence, frame: Frame, firm: Firmness) -> Iterator[Relation]:
    """The part of a number: "seven drones, including two G3 models, have been received"."""
    thing = p.subject if s.chunks[p.chunk].passive else p.object
    part = _part(thing, s, p.chunk)
    passive = s.chunks[p.chunk].passive
    if part is not None:
        subject, obj = (part, p.object) if passive else (p.subject, part)
        yield from _framed(replace(p, subject=subject, object=obj), s, frame, firm)
    agent = next((q for name, q in p.prepositions if name == "by"), None) if passive else None
    named = _part(agent, s, p.chunk)
    if named is not None:
        others = tuple(("by", named) if name == "by" else (name, q) for name, q in p.prepositions)
        yield from _framed(replace(p, prepositions=others), s, frame, firm)


def _part(whole: Phrase | None, s: Sentence, verb: int) -> Phrase | None:
    """What follows ", including" or ", among them", on the same side of the verb."""
    if whole is None:
        return None
    end = verb if whole.last < verb else len(s.chunks) - 1
    for j in range(whole.last + 1, min(whole.last + 20, end)):
        if s.kind(j) != "E" or s.kind(j - 1) != "K":
            continue
        word = s.words(j).lower()
        if word == "including" and s.kind(j + 1) == "N":
            return noun_phrase(j + 1, s)
        if word == "among" and s.words(j + 1).lower() == "them" and s.kind(j + 2) == "N":
            return noun_phrase(j + 2, s)
    return None
