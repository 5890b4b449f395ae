"""Where the words of a relation begin and end, and where its number stands."""

import re

from enduse.extract.english.syntax.nounphrases import noun_phrase
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.roles import Filled
from enduse.extract.segment import Span

__all__ = ["counted", "quotation"]


def counted(subject: Filled, obj: Filled, p: Predicate, s: Sentence) -> Span | None:
    """Where the number of a delivery, payment or share stands: in what is moved, else beside."""
    moved = p.subject if s.chunks[p.chunk].passive else p.object
    if s.chunks[p.chunk].lemma in ("supply", "provide", "equip"):
        moved = next((q for name, q in p.prepositions if name == "with"), moved)
    beside_it = (_share(p, s), moved, _amount(p, s), p.object, obj.phrase, subject.phrase)
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


def _share(p: Predicate, s: Sentence) -> Phrase | None:
    """The share before a participle: "is 51% owned by"."""
    at = p.chunk - 1
    shared = s.kind(at) == "N" and s.words(at).endswith(("%", "percent", "per cent"))
    return Phrase(at, at, at) if shared and s.chunks[p.chunk].form == "part" else None


def _amount(p: Predicate, s: Sentence) -> Phrase | None:
    """The second object: "paid the broker a total of $4 million"."""
    if p.object is None or s.kind(p.object.last + 1) != "N":
        return None
    return noun_phrase(p.object.last + 1, s)


def quotation(p: Predicate, s: Sentence, *roles: Filled) -> Span:
    """Return the words of a relation: from its subject, where that is near, to its last role."""
    if p.gapped:
        parts = [s.span_of(q) for q in (p.object, p.subject) if q is not None and q.first > p.chunk]
        parts += [s.span_of(Phrase(q.first - 1, q.last, q.head)) for _, q in p.prepositions]
        return Span(min(x.start for x in parts), max(x.end for x in parts))
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
    for _, phrase in p.prepositions:
        role = s.span_of(phrase)
        used = any(r.span and r.span.within(role) for r in roles)
        if used and phrase.last < p.chunk and verb.start - role.start < _FRONT:
            start = min(start, s.chunk_span(max(0, phrase.first - 1)).start)
    after = _belonging(p, s)
    last = _past_times(max(x.end for x in [*spans, *after]), s)
    bracket = _BRACKET.match(s.text, last, s.span.end)
    last = bracket.end() if bracket else last
    return Span(min([start, *(x.start for x in spans if x.start > verb.start)]), last)


def _belonging(p: Predicate, s: Sentence) -> list[Span]:
    """The phrases that follow the verb, up to one that makes a claim of its own."""
    found: list[Span] = []
    for name, phrase in p.prepositions:
        if phrase.first < p.chunk:
            continue
        if name in _OWN_CLAIM:
            break
        found.append(s.span_of(phrase))
    return found


_OWN_CLAIM = frozenset({"with", "without", "including", "among"})


def _past_times(end: int, s: Sentence) -> int:
    """The end with the time that follows at once: "was listed last month"."""
    at = next((i for i, span in enumerate(s.spans) if span.start >= end), len(s.spans))
    while s.kind(at) == "Y":
        end = s.chunk_span(at).end
        at += 1
    return end


_FRONT = 120
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
