"""Relations that verbs make: frames filled, places and purposes beside them, helpers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.english.adjuncts import beside, weight
from enduse.extract.english.appositions import described
from enduse.extract.english.endings import WISHES, endings
from enduse.extract.english.lexicon import Alternative, Frame, frames
from enduse.extract.english.lists import members
from enduse.extract.english.modality import Firmness, firmness
from enduse.extract.english.nounphrases import noun_phrase
from enduse.extract.english.phrases import Phrase, Sentence
from enduse.extract.english.predicates import Predicate
from enduse.extract.english.roles import Filled, fill, holds
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["verb_relations"]

_PROGRAMME = re.compile(
    r"\b(?:program(?:me)?s?|project|effort|initiative|venture|operation|plan)\b"
)
_PURPOSE_VERBS = frozenset(
    "develop manufacture produce build make create design mass-produce".split()
)
_NO_NUMBER = frozenset({"has_purpose", "located_in", "intended_for", "assisted", "calls"})


def verb_relations(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield the relations that the verbs of a sentence state."""
    purposes: set[int | None] = {
        p.clause for p in preds if p.clause is not None and _is_purpose(p, s)
    }
    for p in preds:
        chunk = s.chunks[p.chunk]
        firm = firmness(p, s, preds)
        if p.clause in purposes:
            yield _purpose(p, s, firm)
        frame = frames().get(chunk.lemma)
        yield from endings(p, s, firm)
        if frame is None or _is_wished(p, preds, s) or _hypothetical(p, preds, firm, s):
            continue
        governed = p.chunk in purposes or _after_purpose(p, preds, purposes, s)
        if not governed:
            yield from _framed(p, s, frame, firm)
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


_PLANS = frozenset({"plan", "intend", "aim", "hope", "want", "seek", "propose", "promise"})
_MOVES = frozenset(
    "supply provide sell deliver ship send transfer export buy purchase acquire receive order "
    "import pay sanction ban prohibit".split()
)


_BANS = frozenset({"ban", "prohibit", "bar", "forbid", "block", "prevent", "stop_from"})
_DENIES = frozenset({"deny", "reject", "dismiss", "refute", "dispute"})
_GOVERNING = _DENIES | WISHES | _PLANS | _BANS | {"charge", "indict"}


def _is_wished(p: Predicate, preds: tuple[Predicate, ...], s: Sentence) -> bool:
    """Whether the verb only says what somebody is asked, allowed or not known to do."""
    for other in preds:
        if other.chunk >= p.chunk or s.chunks[other.chunk].lemma not in _GOVERNING:
            continue
        form = s.chunks[p.chunk].form
        lemma = s.chunks[other.chunk].lemma
        if lemma in _DENIES and other.object is not None and other.clause is not None:
            # "Rejected the claim that it had evaded sanctions": the claim is what is denied.
            if other.clause <= p.chunk:
                return True
        if lemma in _DENIES:
            continue
        if lemma in _PLANS and (s.chunks[p.chunk].lemma in _MOVES or other.object is not None):
            continue
        near = all(s.kind(j) not in "KSZ" for j in range(other.chunk, p.chunk))
        if lemma in ("charge", "indict") and form == "inf":
            return True
        if near and form in ("inf", "ing") and s.chunks[other.chunk].lemma != "need":
            return True
        if near and form == "inf":
            return True
    return False


def _hypothetical(p: Predicate, preds: tuple[Predicate, ...], firm: Firmness, s: Sentence) -> bool:
    """Whether a gerund after "by" only spells out what another gerund under a modal might be."""
    if s.chunks[p.chunk].form != "ing" or firm.modality in ("fact", "planned"):
        return False
    before = [q for q in preds if q.chunk < p.chunk]
    return bool(before) and s.chunks[before[-1].chunk].form == "ing" and s.kind(p.chunk - 1) == "E"


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
    for alternative in frame.passive if chunk.passive else frame.active:
        subject, obj = fill(alternative.subject, p, s), fill(alternative.object, p, s)
        if subject is None or obj is None or subject.span is None:
            continue
        if not holds(alternative, p, s):
            continue
        yield from _relations(alternative, subject, obj, p, s, firm)
        return


def _relations(
    alternative: Alternative,
    subject: Filled,
    obj: Filled,
    p: Predicate,
    s: Sentence,
    firm: Firmness,
) -> Iterator[Relation]:
    if subject.span is None or _is_pronoun(alternative, obj, s):
        return
    span = _quotation(p, s, subject, obj)
    if alternative.predicate == "position_at" and obj.phrase is not None:
        offices = list(described(obj.phrase.first, subject.span, s))
        for held in offices:
            whole = Span(min(span.start, held.span.start), max(span.end, held.span.end))
            yield replace(held, span=whole, focus=s.chunk_span(p.chunk).start, **weight(firm))
        if offices:
            return
    quantity = (
        None if alternative.predicate in _NO_NUMBER else _counted(alternative, subject, obj, p, s)
    )
    if alternative.predicate in ("confirmed", "evidence_status"):
        alternative, firm = _checked(alternative, p, s, firm)
    polarity = _polarity(alternative.predicate, firm, s, p)
    for who in members(subject.span, subject.phrase, s):
        for whom in members(obj.span, obj.phrase, s) if obj.span else [None]:
            yield Relation(
                span,
                _capable(alternative.predicate, firm),
                Argument(who),
                Argument(whom) if whom else None,
                s.chunk_span(p.chunk).start,
                quantity=quantity,
                polarity=polarity,
                modality="planned" if alternative.predicate == "plans" else firm.modality,
                hedge=firm.hedge,
                own_voice=_in_passing(alternative.predicate, p, s, firm),
                impersonal=_nobodys(alternative, p, s),
                speaker=_speaker(p, s),
            )


def _nobodys(alternative: Alternative, p: Predicate, s: Sentence) -> Span | None:
    """The words of "is considered", where nobody is named who considers."""
    chunk = s.chunks[p.chunk]
    by_somebody = any(name == "by" for name, _ in p.prepositions)
    impersonal = alternative.predicate == "assessed_as" and chunk.passive and not by_somebody
    return s.chunk_span(p.chunk) if impersonal and chunk.form == "fin" else None


_LIKENS = frozenset({"liken", "compare", "describe", "regard", "view", "deem", "consider"})


def _speaker(p: Predicate, s: Sentence) -> Span | None:
    chunk = s.chunks[p.chunk]
    if chunk.lemma not in _LIKENS or chunk.passive or p.subject is None:
        return None
    return s.span_of(p.subject)


_PASSING = frozenset({"reviewed", "reported_to", "registered_in", "headquartered_in", "alias"})
_STANDING = frozenset(
    "produces owned_by owns controlled_by controls subsidiary_of holds_share_in director_of "
    "position_at headquartered_in registered_in sanctioned_by listed_by charged_with".split()
)


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


_CHECKS = frozenset(
    {"verify", "corroborate", "authenticate", "substantiate", "confirm", "determine", "ascertain"}
)


def _in_passing(predicate: str, p: Predicate, s: Sentence, firm: Firmness) -> bool:
    """Whether the writer describes somebody in passing: "X, which makes tanks"."""
    if s.chunks[p.chunk].form == "part" and predicate in _PASSING | _STANDING:
        return True
    if predicate == "evidence_status" and s.chunks[p.chunk].lemma in _CHECKS and p.subject:
        return True
    return predicate in _STANDING and firm.modality == "fact" and _in_relative(p.chunk, s)


def _in_relative(i: int, s: Sentence) -> bool:
    """Whether the verb belongs to a relative clause, as its first or a further one."""
    for j in range(i - 1, -1, -1):
        if s.kind(j) in "KSZ":
            return False
        if s.kind(j) == "W":
            return True
    return False


def _capable(predicate: str, firm: Firmness) -> str:
    return "can_produce" if predicate == "produces" and firm.modality == "capability" else predicate


def _polarity(predicate: str, firm: Firmness, s: Sentence, p: Predicate) -> str:
    if predicate == "denied":
        return "denied"
    if predicate == "aware_of":
        unaware = s.chunks[p.chunk].lemma == "unaware"
        return "denied" if unaware or firm.polarity == "negated" else firm.polarity
    if s.chunks[p.chunk].lemma in ("deny", "reject"):
        return "denied"
    return firm.polarity


def _counted(
    alternative: Alternative, subject: Filled, obj: Filled, p: Predicate, s: Sentence
) -> Span | None:
    """Where the number of a delivery, payment or share stands: in what is moved, else beside."""
    moved = p.subject if s.chunks[p.chunk].passive else p.object
    if s.chunks[p.chunk].lemma in ("supply", "provide", "equip"):
        moved = next((q for name, q in p.prepositions if name == "with"), moved)
    beside_it = (moved, _amount(p, s), p.object, obj.phrase, subject.phrase)
    worth: Span | None = None
    for phrase in beside_it:
        if phrase is None or "#" not in _letters(phrase, s):
            continue
        span = s.span_of(phrase)
        value = _WORTH.search(s.text, span.start, span.end)
        if value is None or "#" in _letters_in(Span(span.start, value.start()), s):
            return span
        worth = worth or span
    return worth or (s.span_of(moved) if moved is not None else None)


_WORTH = re.compile(r"\bworth\b")


def _letters_in(span: Span, s: Sentence) -> str:
    pairs = zip(s.tagged.tokens, s.tagged.tags, strict=True)
    return "".join(x for t, x in pairs if span.start <= t.start < span.end)


def _letters(phrase: Phrase, s: Sentence) -> str:
    return s.tagged.tags[s.chunks[phrase.first].first : s.chunks[phrase.last].last + 1]


def _amount(p: Predicate, s: Sentence) -> Phrase | None:
    """The second object: "paid the broker a total of $4 million"."""
    if p.object is None or s.kind(p.object.last + 1) != "N":
        return None
    return noun_phrase(p.object.last + 1, s)


def _quotation(p: Predicate, s: Sentence, *roles: Filled) -> Span:
    verb = s.chunk_span(p.chunk)
    spans = [r.span for r in roles if r.span is not None] + [verb]
    if p.object is not None:
        spans.append(s.span_of(p.object))
    start = verb.start
    relative = p.chunk - 1
    if s.kind(relative) == "W":
        start = s.chunk_span(relative).start
    elif p.subject is not None and (_adjoins(p, s) or _patient_near(p, s)):
        start = min(start, s.span_of(p.subject).start)
    whole = [s.span_of(q) for _, q in p.prepositions]
    spans += [w for w in whole if any(r.span and r.span.within(w) for r in roles)]
    last = max(x.end for x in spans)
    bracket = _BRACKET.match(s.text, last, s.span.end)
    last = bracket.end() if bracket else last
    return Span(min([start, *(x.start for x in spans if x.start > verb.start)]), last)


_BRACKET = re.compile(r"\s?\([^()]{1,40}\)")


def _patient_near(p: Predicate, s: Sentence) -> bool:
    """Whether a passive's subject, without which it says nothing, stands not too far off."""
    if p.subject is None or not s.chunks[p.chunk].passive or p.subject.first > p.chunk:
        return False
    if any(s.chunks[j].finite for j in range(p.subject.last + 1, p.chunk)):
        return False
    return s.chunk_span(p.chunk).start - s.span_of(p.subject).start < 160


def _adjoins(p: Predicate, s: Sentence) -> bool:
    """Whether nothing but words of its own phrase stands between subject and verb."""
    if p.subject is None or p.subject.first > p.chunk:
        return False
    between = range(p.subject.last + 1, p.chunk)
    return all(s.kind(j) in "RYGW" for j in between)


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
