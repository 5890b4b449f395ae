"""Figures that a report states of a product: range, payload, speed, mass, price, rate."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from enduse.extract.english.figures.cues import CUES, RATE, kind_of
from enduse.extract.english.scope.modality import Firmness, firmness
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.words.lexicon import frames, pattern
from enduse.extract.quantities import Quantity
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["figures"]

_RULES = frozenset({"prohibit", "ban", "restrict", "forbid"})
_DEALING = frozenset(
    "supplied_to delivered_to received acquired exported_to shipped_to paid contracted_with".split()
)


@dataclass(frozen=True, slots=True)
class _Cue:
    """Which figure it is, and where the word that says so stands."""

    predicate: str
    start: int
    end: int


def figures(
    s: Sentence, preds: tuple[Predicate, ...], counted: tuple[Quantity, ...]
) -> Iterator[Relation]:
    """Yield the stated figures of a sentence; a conversion in brackets belongs to its figure."""
    at = bisect_left(counted, s.span.start, key=lambda q: q.span.start)
    ruled = any(s.chunks[p.chunk].lemma in _RULES for p in preds)
    while at < len(counted) and counted[at].span.start < s.span.end:
        quantity = counted[at]
        at += 1
        if ruled or s.text[quantity.span.start - 1 : quantity.span.start] == "(":
            continue
        cue = _cue(quantity, s)
        p = _governor(quantity.span.start, preds, s)
        if cue is None or (p is not None and _is_dealt(cue, quantity, p, s)):
            continue
        yield _figure(cue, quantity, p, preds, s)


def _figure(
    cue: _Cue, quantity: Quantity, p: Predicate | None, preds: tuple[Predicate, ...], s: Sentence
) -> Relation:
    subject = _subject(quantity, cue, p, s)
    firm = firmness(p, s, preds) if p is not None else Firmness()
    return Relation(
        _quotation(quantity, cue, p, subject, s),
        cue.predicate,
        Argument(subject) if subject is not None else Argument(text="product"),
        None,
        quantity.span.start,
        quantity=quantity.span,
        modality=firm.modality,
        hedge=firm.hedge,
        polarity=firm.polarity,
    )


def _cue(quantity: Quantity, s: Sentence) -> _Cue | None:
    """The nearest word that tells which figure it is: right after the number, else before it."""
    start, end = quantity.span.start, _end(quantity)
    if quantity.per is not None and quantity.kind == "count":
        low = max(_part_start(start, s), start - 70)
        match = RATE.search(s.text, low, min(s.span.end, end + 40))
        return _Cue("has_capacity", min(match.start(), start), match.end()) if match else None
    kind = kind_of(quantity)
    best: _Cue | None = None
    for cue in CUES if kind else ():
        if cue.kind != kind:
            continue
        ahead = cue.after.match(s.text, end, min(end + 50, s.span.end))
        if ahead is not None:
            return _Cue(cue.predicate, start, ahead.end())
        low = max(_part_start(start, s), start - 70)
        for found in cue.before.finditer(s.text, low, start):
            if best is None or found.start() > best.start:
                best = _Cue(cue.predicate, found.start(), end)
    if best is not None and _OTHER_PART.search(s.text[best.start : start].rstrip(" :")):
        return None
    return best


def _part_start(place: int, s: Sentence) -> int:
    """Where the part of the sentence begins that holds a place: after a semicolon."""
    return max(s.span.start, s.text.rfind(";", s.span.start, place) + 1)


# Between the word and its number nothing else may begin.
_OTHER_PART = re.compile(r"[;:]|, (?:and|which|who|but) ")


def _end(quantity: Quantity) -> int:
    unit = quantity.unit_span
    return max(quantity.span.end, unit.end if unit is not None else 0)


def _is_dealt(cue: _Cue, quantity: Quantity, p: Predicate, s: Sentence) -> bool:
    """Whether the number is that of a dealing, which has a claim of its own."""
    chunk = s.chunks[p.chunk]
    if cue.predicate == "has_capacity":
        return _is_made(quantity, p, s)
    if cue.predicate == "has_payload":
        carried = chunk.lemma in ("carry", "transport", "haul")
        return carried and any(name in ("to", "from") for name, _ in p.prepositions)
    if cue.predicate != "has_price" or not _WORTH.match(s.text, cue.start, s.span.end):
        return False
    frame = frames().get(chunk.lemma)
    groups = (frame.active + frame.passive) if frame is not None else ()
    deals = any(a.predicate in _DEALING for group in groups for a in group)
    moved = p.subject if chunk.passive else p.object
    if moved is not None and _COUNTED.match(s.words(moved.first)):
        return False  # "bought 74 lathes worth $31 million": the count is the deal's
    set_off = s.text[max(s.span.start, cue.start - 2) : cue.start].startswith(",")
    return deals and not set_off


def _is_made(quantity: Quantity, p: Predicate, s: Sentence) -> bool:
    """Whether a verb of making has the number for its object, and so tells the rate itself."""
    made = p.subject if s.chunks[p.chunk].passive else p.object
    frame = frames().get(s.chunks[p.chunk].lemma)
    if made is None or frame is None:
        return False
    makes = any(a.predicate == "produces" for group in frame.active for a in group)
    return makes and s.span_of(made).overlaps(quantity.span)


_COUNTED = re.compile(r"(?:(?:some|about|over|around|nearly|at least) )*\d", re.IGNORECASE)
_WORTH = re.compile(r"worth\b")


def _governor(place: int, preds: tuple[Predicate, ...], s: Sentence) -> Predicate | None:
    for p in preds:
        holder = s.span_of(p.subject) if p.subject is not None else None
        if holder is not None and holder.start <= place < holder.end:
            return p
    before = [p for p in preds if s.chunk_span(p.chunk).start <= place]
    return before[-1] if before else None


_THING = pattern(r"(?:{goods}|{arms}|{part}|version|model|variant)\W*$")
_OWNED = re.compile(
    r"(?P<who>\bits|\btheir|[\w-]+(?: [A-Z\d][\w-]*)*(?=['’]s))(?:['’]s)? (?:[\w-]+ ){0,3}$"
)
_FIGURE = re.compile(
    r"\b(?:range|payload|speed|endurance|warhead|price|cost|weight|mass|value|output|capacity)\b"
)


def _subject(quantity: Quantity, cue: _Cue, p: Predicate | None, s: Sentence) -> Span | None:
    """What the figure is of: whose it is, what stands before "with" or "worth", the subject."""
    low = max(s.span.start, min(cue.start, quantity.span.start) - 50)
    owner = _OWNED.search(s.text, low, min(cue.start, quantity.span.start))
    if owner is not None:
        return Span(*owner.span("who"))
    thing = _beside(quantity, cue, s)
    if thing is not None:
        return thing
    if p is None or p.subject is None:
        return next((s.chunk_span(j) for j in range(len(s.chunks)) if _is_thing(j, s)), None)
    if s.chunks[p.chunk].lemma in ("put", "estimate", "value", "price", "assess") and p.object:
        return _of(s.span_of(p.object), s)
    return _of(s.span_of(p.subject), s)


def _of(span: Span, s: Sentence) -> Span:
    """The thing itself, where its range or price is the subject: "the range of the Sokol"."""
    figure = _FIGURE.search(s.text, span.start, span.end)
    if figure is None:
        return span
    of = s.text.find(" of ", figure.end(), span.end)
    if of > 0:
        return Span(of + 4, span.end)
    owned = re.match(r"(?P<who>.+?)(?:['’]s|\bits|\btheir)\s", s.text[span.start : span.end])
    if owned is not None:
        return Span(span.start, span.start + owned.end("who"))
    return span


def _is_thing(j: int, s: Sentence) -> bool:
    return s.kind(j) == "N" and bool(_THING.search(s.words(j)) or _named(j, s))


def _named(j: int, s: Sentence) -> bool:
    return any(c.isdigit() for c in s.words(j)) and s.tag_of(j) == "P"


def _beside(quantity: Quantity, cue: _Cue, s: Sentence) -> Span | None:
    """What stands right before the cue, past "with", "at" or a comma: "pumps, worth $2 million"."""
    i = next((i for i in range(len(s.chunks)) if s.chunk_span(i).end > cue.start), 0)
    whole = s.chunk_span(i)
    inside = s.kind(i) == "N" and whole.start < cue.start
    if inside and cue.predicate == "has_price" and s.chunks[i].last > s.chunks[i].first + 1:
        return Span(whole.start, max(whole.start + 1, cue.start - 1))
    if s.chunks[i].finite:
        return None
    low = i
    while i > 1 and s.kind(i - 1) in "EKNV" and low - i < 6:
        if s.kind(i - 1) == "V" and s.chunks[i - 1].form not in ("ing", "part"):
            return None
        i -= 1
        if s.kind(i) == "N" and _is_thing(i, s) and s.chunk_span(i).end <= cue.start:
            return s.chunk_span(i)
    return None


_RATED = re.compile(
    r"(?: [\w-]+){0,3}? (?:(?:an?|per|each|every) (?:day|week|month|year|hour|shift)|daily|weekly|"
    r"monthly|annually|yearly)\b",
    re.IGNORECASE,
)


def _quotation(
    quantity: Quantity, cue: _Cue, p: Predicate | None, subject: Span | None, s: Sentence
) -> Span:
    start = min(cue.start, quantity.span.start)
    if p is not None:
        verb = s.chunk_span(p.chunk)
        if start - verb.end < 40:
            start = min(start, verb.start)
    if subject is not None and 0 <= start - subject.end < 8:
        start = min(start, subject.start)
    end = max(cue.end, _end(quantity))
    for converted in quantity.conversions:
        end = max(end, converted.span.end)
    rate = _RATED.match(s.text, end, s.span.end) if quantity.per is not None else None
    end = rate.end() if rate is not None else end
    if s.text[end : end + 1] == ")" and "(" in s.text[start:end]:
        end += 1
    return Span(start, end)
