"""Figures that a report states of a product: range, payload, speed, endurance, mass, price."""

import re
from collections.abc import Iterator

from enduse.extract.english.modality import Firmness, firmness
from enduse.extract.english.phrases import Sentence
from enduse.extract.english.predicates import Predicate
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["figures"]

_NUMBER = r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|a hundred)"
_CURRENCY = (
    r"(?:euros?|dollars?|rubles?|roubles?|yuan|yen|won|dirhams?|lira|rupees?|francs?|zlotys?|"
    r"kroner|kronor|pounds? sterling)"
)
_MEASURE = re.compile(
    rf"(?P<money>(?:US)?[$€£]\s?{_NUMBER}(?:\s(?:thousand|million|billion))?"
    rf"|{_NUMBER}\s(?:(?:thousand|million|billion)\s)?{_CURRENCY}\b)"
    rf"|(?P<number>{_NUMBER})(?:\s|-)?(?:(?P<speed>km/h|kph|mph|knots|"
    r"kilomet(?:re|er)s? (?:per|an) hour|miles (?:per|an) hour)"
    r"|(?P<length>km|kilomet(?:re|er)s?|miles?|nautical miles?)"
    r"|(?P<mass>kg|kilogram(?:me)?s?|kilos?|tons?|tonnes?|pounds?|lbs?)|(?P<time>hours?|minutes?))\b"
)
_CUES = {
    "length": (
        (
            "has_range",
            r"\brange\b|\bfl(?:y|ies|ew|ying)\b|travel|\breach|\bstrike|\bhit|distance|cover",
        ),
    ),
    "mass": (
        ("has_payload", r"payload|warhead|\bcarr(?:y|ies|ied|ying)\b|bomb load|explosive"),
        ("has_mass", r"\bweigh|\bmass\b|take-?off weight"),
    ),
    "speed": (("has_speed", r"speed|\bfl(?:y|ies|ew)\b|travel|cruis|\bat\b"),),
    "time": (
        (
            "has_endurance",
            r"endurance|aloft|airborne|flight time|loiter|in the air|\bfl(?:y|ies)\b",
        ),
    ),
    "money": (("has_price", r"\bcosts?\b|\bpriced?\b|unit price|\bworth\b|\bvalued at\b"),),
}


_RULES = frozenset({"prohibit", "ban", "restrict", "forbid"})


def figures(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield the stated figures of a sentence; a conversion in brackets belongs to its figure."""
    if any(s.chunks[p.chunk].lemma in _RULES for p in preds):
        return
    for match in _MEASURE.finditer(s.text, s.span.start, s.span.end):
        if s.text[match.start() - 1 : match.start()] == "(":
            continue
        kind = next(k for k in ("money", "speed", "length", "mass", "time") if match[k])
        predicate, cue = _predicate(kind, match, s)
        if predicate is None:
            continue
        p = _governor(match.start(), preds, s)
        if predicate == "has_payload" and p is not None and _is_freight(p, s):
            continue
        subject = _subject(match, p, s)
        if subject is None:
            continue
        firm = firmness(p, s, preds) if p is not None else Firmness()
        yield Relation(
            _quotation(match, cue, p, subject, s),
            predicate,
            Argument(subject),
            None,
            match.start(),
            quantity=Span(match.start(), match.end()),
            modality=firm.modality,
            hedge=firm.hedge,
            polarity=firm.polarity,
        )


def _is_freight(p: Predicate, s: Sentence) -> bool:
    """Whether something is carried somewhere: "carried 3,000 tons of coal from X to Y"."""
    carried = s.chunks[p.chunk].lemma in ("carry", "transport", "haul")
    return carried and any(name in ("to", "from") for name, _ in p.prepositions)


def _predicate(kind: str, match: re.Match[str], s: Sentence) -> tuple[str | None, int]:
    """Which figure it is, and where the word that says so stands."""
    low = max(s.span.start, match.start() - 60)
    comma = s.text.rfind(",", low, match.start())
    before = s.text[max(low, comma + 1) : match.start()]
    after = s.text[match.end() : min(match.end() + 30, s.span.end)]
    if kind == "money" and after.startswith(" worth of"):
        return None, match.start()
    best: tuple[str | None, int] = (None, match.start())
    for predicate, cue in _CUES[kind]:
        ahead = re.match(rf"[\s-](?:\w+\s)?(?:{cue})", after)
        if ahead:
            return predicate, match.start()
        for found in re.finditer(cue, before):
            if best[0] is None or match.start() - len(before) + found.start() > best[1]:
                best = predicate, match.start() - len(before) + found.start()
    return best


def _governor(place: int, preds: tuple[Predicate, ...], s: Sentence) -> Predicate | None:
    before = [p for p in preds if s.chunk_span(p.chunk).start <= place]
    return before[-1] if before else None


def _subject(match: re.Match[str], p: Predicate | None, s: Sentence) -> Span | None:
    """What the figure is of: what stands before "with", else the subject of the clause."""
    owner = _OWNED.search(s.text, max(s.span.start, match.start() - 60), match.start())
    if owner is not None:
        return Span(*owner.span("who"))
    i = next((i for i in range(len(s.chunks)) if s.chunk_span(i).end > match.start()), 0)
    worth = s.text.rfind("worth", s.chunk_span(i).start, match.start())
    if worth > s.chunk_span(i).start and s.kind(i) == "N":
        return Span(s.chunk_span(i).start, worth - 1)
    if worth >= 0 and i > 1 and s.kind(i - 1) == "K" and s.kind(i - 2) == "N":
        return s.chunk_span(i - 2)
    while i > 1 and s.kind(i - 1) in "EKN" and s.words(i - 1).lower() != "with":
        i -= 1
    with_it = s.kind(i - 1) == "E" and s.words(i - 1).lower() == "with" and s.kind(i - 2) == "N"
    if with_it and not s.tagged.tags[s.chunks[i - 2].first : s.chunks[i - 2].last].startswith("#"):
        return s.chunk_span(i - 2)
    if p is None or p.subject is None:
        return None
    span = s.span_of(p.subject)
    whose = _WHOSE.match(s.text, span.start, span.end)
    return Span(*whose.span("who")) if whose else span


_WHOSE = re.compile(
    r"(?P<who>its|their|[^'’]+(?=['’]s ))(?:['’]s)? (?:\w+ )?"
    r"(?:range|payload|speed|endurance|warhead|price|cost|weight)$",
    re.IGNORECASE,
)


_OWNED = re.compile(
    r"\b(?P<who>its|their|[A-Z][\w-]+(?=['’]s))(?:['’]s)? (?:\w+ )?"
    r"(?:range|payload|speed|endurance|warhead|price|cost|weight)\s"
    r"(?:at|of|is|was|to be|as)\s(?:[a-z]+ ){0,3}$"
)


def _quotation(
    match: re.Match[str], cue: int, p: Predicate | None, subject: Span, s: Sentence
) -> Span:
    start = min(cue, match.start())
    if p is not None:
        start = min(start, s.chunk_span(p.chunk).start)
    if 0 <= start - subject.end < 5 or subject.start > start:
        start = min(start, subject.start)
    end = match.end()
    bracket = re.match(r"\s?\([^)]{2,40}\)", s.text[end : end + 45])
    if bracket:
        end += bracket.end()
    noun = re.match(r"[\s-](?:\w+\s)?(?:payload|warhead|range|speed)\b", s.text[end : end + 40])
    return Span(start, end + (noun.end() if noun else 0))
