"""Relations that stand beside a verb: where, what for, with whose help, on whose behalf."""

import re
from collections.abc import Iterator
from typing import TypedDict

from enduse.extract.english.scope.modality import Firmness
from enduse.extract.english.syntax.lists import members
from enduse.extract.english.syntax.nounphrases import named_after
from enduse.extract.english.syntax.phrases import NAMING, Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.roles import is_place
from enduse.extract.english.words.lexicon import Frame, countries, country_names, pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["Weight", "beside", "is_part_of", "weight"]

_HELP = re.compile(r"\b(?:help|assistance|aid|support|involvement)\b(?: (?:of|from) (?P<who>.+))?")


class Weight(TypedDict):
    """Modality, hedge and polarity of a relation."""

    modality: str
    hedge: Span | None
    polarity: str


def weight(firm: Firmness) -> Weight:
    """Return the fields of a relation that say how firmly it is said."""
    return {"modality": firm.modality, "hedge": firm.hedge, "polarity": firm.polarity}


def beside(p: Predicate, s: Sentence, frame: Frame, firm: Firmness) -> Iterator[Relation]:
    """Yield the places, purposes and helpers that stand with a verb of making."""
    thing = p.subject if s.chunks[p.chunk].passive else p.object
    if frame.place and not s.chunks[p.chunk].passive and thing is not None:
        yield from _located(p, s, thing, frame.place, firm)
    if frame.purpose and thing is not None:
        yield from _intended(p, s, thing, frame.purpose, firm)
    yield from _helped(p, s, firm)
    yield from _on_behalf(p, s, firm)
    yield from _through(p, s, thing, firm)


_MOVING = frozenset(
    "supply sell provide ship send deliver export re-export transfer transport smuggle buy "
    "purchase acquire procure import obtain receive reach route get order divert pay "
    "forward".split()
)
_ROAD = re.compile(r"\b(?:ports?|airports?|border|sea|strait|canal|railway|route|hub)\b")


def _through(p: Predicate, s: Sentence, thing: Phrase | None, firm: Firmness) -> Iterator[Relation]:
    """Who stands between: "shipped the engines to Omsk through a broker, Gulf Star"."""
    if s.chunks[p.chunk].lemma not in _MOVING:
        return
    for name, phrase in p.prepositions:
        if name not in ("through", "via") or s.kind(phrase.first) == "V":
            continue
        span = s.span_of(phrase)
        named = named_after(phrase, s)
        if named is None and (is_place(span, s) or _ROAD.search(s.text, span.start, span.end)):
            continue
        moved = thing or p.subject
        if moved is None:
            continue
        start = s.chunk_span(phrase.first - 1).start
        between = named or phrase
        for who in members(s.span_of(between), between, s):
            yield Relation(
                Span(start, s.span_of(between).end),
                "intermediary_in",
                Argument(who),
                Argument(s.span_of(moved)),
                s.chunk_span(p.chunk).start,
                **weight(firm),
            )


def _located(
    p: Predicate, s: Sentence, thing: Phrase, predicate: str, firm: Firmness
) -> Iterator[Relation]:
    if s.kind(p.chunk - 1) == "C" and s.kind(p.chunk - 2) == "V":
        return
    for name, phrase in p.prepositions:
        span = s.span_of(phrase)
        if name in ("in", "at", "near", "inside") and is_place(span, s):
            if _inside_other(p, phrase, s):
                continue
            verb = s.tagged.tokens[s.chunks[p.chunk].last]
            made = s.chunks[p.chunk].lemma in _MAKING and _is_thing(thing, s)
            made = made and not _SITE.search(s.text, *_ends(span))
            yield Relation(
                Span(verb.start, span.end),
                "produced_in" if made else predicate,
                Argument(s.span_of(thing)),
                Argument(span),
                verb.start,
                **weight(firm),
            )
            return


_MAKING = frozenset("produce manufacture mass-produce assemble build make fabricate".split())
_THING = pattern(r"(?:{goods}|{arms}|{part})$")


_SITE = pattern(r"{site}")


def _is_thing(thing: Phrase, s: Sentence) -> bool:
    """Whether what is made is goods, not a plant: "built 40 engines in Riga"."""
    return _THING.search(s.text, *_ends(s.chunk_span(thing.head))) is not None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _inside_other(p: Predicate, phrase: Phrase, s: Sentence) -> bool:
    """Whether a place belongs to a purpose before it: "for its war in Ukraine"."""
    return any(name == "for" and q.first < phrase.first for name, q in p.prepositions)


def _intended(
    p: Predicate, s: Sentence, thing: Phrase, predicate: str, firm: Firmness
) -> Iterator[Relation]:
    for k, (name, phrase) in enumerate(p.prepositions):
        if name != "for":
            continue
        last = phrase
        for following, other in p.prepositions[k + 1 :]:
            if following not in ("in", "against", "on"):
                break
            last = other
        span = Span(s.chunk_span(phrase.first - 1).start, s.span_of(last).end)
        active = not s.chunks[p.chunk].passive
        if active and is_part_of(s.span_of(thing), s.span_of(phrase), s):
            return
        inner = Span(s.span_of(phrase).start, span.end)
        modality = "planned" if firm.modality == "capability" else firm.modality
        yield Relation(
            span,
            predicate,
            Argument(s.span_of(thing)),
            Argument(inner),
            s.chunk_span(p.chunk).start,
            modality=modality,
        )
        return


_PART = pattern(r"{part}\W*$")
_WHOLE = pattern(
    r"(?:{arms}|engine|motor|turbine|tractor|aircraft|frigate|warship|airliner|locomotive|satellite|machine|vehicle|"
    r"stabiliser|stabilizer|car|computer)"
    r"(?!.*\b(?:compan|program|plant|factor|force|industry|project|parts?\b))"
)


_MODEL = re.compile(r"the [A-Z][\w-]*(?:-\d\w*)?$")


def is_part_of(thing: Span, other: Span, s: Sentence) -> bool:
    """Tell whether what is made for the other goes into it: "engines for the attack drone"."""
    part, whole = s.text[thing.start : thing.end], s.text[other.start : other.end]
    named = _MODEL.match(whole)  # "the Strizh", "the X-5": a thing by its name
    return bool(_PART.search(part) and (_WHOLE.search(whole) or named))


def _on_behalf(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """For whom somebody acts: "bought engines on behalf of Kupol"."""
    for name, phrase in p.prepositions:
        if s.kind(phrase.first) == "V":
            return
        span = s.span_of(phrase)
        match = _BEHALF.match(s.text, span.start, span.end) if name == "on" else None
        if match is not None and p.subject is not None:
            verb = s.chunk_span(p.chunk)
            yield Relation(
                Span(verb.start, span.end),
                "acted_for",
                Argument(s.span_of(p.subject)),
                Argument(Span(*match.span("who" if match["who"] else "owner"))),
                verb.start,
                **weight(firm),
            )


_BEHALF = re.compile(r"(?:the )?behalf of (?P<who>.+)|(?P<owner>.+?)['’]s? behalf$")


_JOINTLY = re.compile(
    r"\b(?:together with|jointly with|along with|alongside|"
    r"in (?:cooperation|collaboration|partnership|conjunction|concert) with) $"
)


def _together(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """With whom something is done: "developed the drone together with engineers from Omsk"."""
    after = s.chunk_span(p.chunk).end
    if not any(s.text.find(sign, after, s.span.end) >= 0 for sign in (" with ", "alongside ")):
        return
    at = p.chunk + 1
    while at < len(s.chunks) and s.kind(at) not in "SZW" and not s.chunks[at].finite:
        place = s.chunk_span(at).start
        joint = s.kind(at) == "N" and _JOINTLY.search(s.text, place - 30, place)
        if joint and p.subject is not None:
            other = Phrase(at, at, at)
            if (
                s.kind(at + 1) == "E"
                and s.words(at + 1) in ("from", "of")
                and s.kind(at + 2) == "N"
            ):
                other = Phrase(at, at + 2, at)
            yield Relation(
                Span(joint.start(), s.span_of(other).end),
                "works_with",
                Argument(s.span_of(p.subject)),
                Argument(s.span_of(other)),
                s.chunk_span(p.chunk).start,
                **weight(firm),
            )
            return
        at += 1


def _helped(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """Who helped: "with the help of local experts", "with Chinese assistance"."""
    if s.kind(p.chunk - 1) == "C" and s.kind(p.chunk - 2) == "V":
        return
    if s.chunks[p.chunk].lemma in NAMING:
        return
    yield from _together(p, s, firm)
    for name, phrase in p.prepositions:
        span = s.span_of(phrase)
        match = _HELP.search(s.text, span.start, span.end) if name == "with" else None
        if match is None or p.subject is None:
            continue
        helper = Argument(Span(match.start("who"), match.end("who"))) if match["who"] else None
        if helper is None:
            code = countries().get(s.text[span.start : match.start()].strip().split(" ")[0])
            if code is None:
                continue
            helper = Argument(span, country_names()[code[0]])
        start = s.chunk_span(phrase.first - 1).start
        yield Relation(
            Span(start, span.end),
            "assisted",
            helper,
            Argument(s.span_of(p.subject)),
            s.chunk_span(p.chunk).start,
            **weight(firm),
        )
