"""What somebody will do, and until when: "will publish a guide", "is due by spring"."""

import re
from collections.abc import Iterator

from enduse.extract.english.scope.modality import Firmness
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.words.lexicon import pattern, words
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["due", "intents", "timelines"]

_STATES = frozenset(
    "be have know mean remain become stay need depend continue allow require make take suffer face "
    "lose cost seem appear constitute amount mark show help like give deplore see call say tell "
    "answer comment respond fly carry weigh reach last exceed risk confirm deny urge warn".split()
)
_AGENTS = pattern(
    r"(?:{firm}|{site}|ministry|government|commission|council|office|agency|authority|authorities|"
    r"department|union|parliament|committee|court|prosecutor|state|country|army|police|customs|"
    r"bank|lawyer|counsel|minister|president|director|officer|official|spokesman|spokeswoman|"
    r"family|couple|partner|member|owner|founder|board|team|engineer)\W*$"
)
_WHOEVER = re.compile(r"^(?:which|that|there|this|nobody|no\b|these|those|what|who)", re.IGNORECASE)


def intents(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """Yield what the subject of "will" or "would" is going to do, where no frame tells it."""
    chunk = s.chunks[p.chunk]
    if p.subject is None or chunk.kind != "V" or chunk.passive or chunk.lemma in _STATES:
        return
    if not _is_future(p, s) or firm.modality == "conditional" and "would" not in chunk.helpers:
        return
    if _HARDLY.search(s.words(p.chunk)):
        return  # "would hardly agree": a judgement
    if " have to " in f"{s.words(p.chunk)} ":
        return  # a duty, not a plan
    subject = s.span_of(p.subject)
    said = s.text[subject.start : subject.end]
    if not _acts(p.subject, s) or _WHOEVER.match(said):
        return
    deed = Span(s.tagged.tokens[chunk.last].start, _end(p, s))
    verb = s.chunk_span(p.chunk)
    near = 0 <= verb.start - subject.end < 30
    yield Relation(
        Span(subject.start if near else verb.start, deed.end),
        "plans",
        Argument(subject),
        Argument(deed),
        verb.start,
        modality="planned",
        hedge=firm.hedge,
        polarity=firm.polarity,
    )


_HARDLY = re.compile(r"\b(?:hardly|scarcely|barely)\b")


def _acts(phrase: Phrase, s: Sentence) -> bool:
    """Whether the subject can intend anything: a name, a pronoun, a party or an office."""
    at = phrase.head
    if s.words(at).lower() in words("subject_pronouns") or s.tag_of(at) == "P":
        return True
    return bool(_AGENTS.search(s.words(at)))


_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys)|told|add(?:ed|ing)|announced?|promised|pledged|vowed|insisted|wrote|replied|"
    r"stated|confirmed|maintain(?:ed|s))\b"
)


def _is_future(p: Predicate, s: Sentence) -> bool:
    """Whether it is announced: "will", or "would" in what somebody said, without an "if"."""
    helpers = s.chunks[p.chunk].helpers
    if "have" in helpers and "to" in helpers:
        return False  # "will have to ask": a duty
    if helpers[:1] in (("is",), ("are",)) and helpers[-1:] == ("to",):
        return True  # "is to decide on the proposal"
    if "will" in helpers or "'ll" in helpers or "’ll" in helpers:
        return True
    if "would" not in helpers or "have" in helpers:
        return False
    said = s.text[s.span.start : s.chunk_span(p.chunk).start]
    whole = s.text[s.span.start : s.span.end].lower()
    return bool(_REPORTED.search(said)) and " if " not in whole and not whole.startswith("if ")


def _end(p: Predicate, s: Sentence) -> int:
    """Where the deed ends: its object, its prepositions and its infinitive included."""
    ends = [s.chunk_span(p.chunk).end, *(s.span_of(q).end for _, q in p.prepositions)]
    ends += [s.span_of(p.object).end] if p.object is not None else []
    if p.clause is not None:
        last = p.clause
        while s.kind(last + 1) in "NEV" and not s.chunks[last + 1].finite:
            last += 1
        ends.append(s.chunk_span(last).end)
    return max(ends)


_DUE = frozenset("expect schedule slate set time plan mean anticipate forecast".split())
_UNTIL = re.compile(
    r"^(?:by|from|before|until|no later than|within|not before|ahead of)\b", re.IGNORECASE
)
_WHEN = re.compile(
    r"\b(?:spring|summer|autumn|winter|year|quarter|month|week|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|end of|mid-?\d*|"
    r"(?:19|20)\d\d|next|half|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_DUE_BY = re.compile(
    r"\b(?:due|expected|planned|scheduled|slated|promised|foreseen|anticipated)(?: to \w+)? "
    r"(?P<when>next \w+|(?:by|in|for|"
    r"before|within|at|on) (?:the |early |late |mid-?|next |end of |beginning of |second |first |"
    r"third |fourth |[\w-]+ to [\w-]+ )*[\w-]+"
    r"(?: (?:of )?(?:the )?(?:\d{4}|year|quarter|weeks?|months?))?)"
)


def timelines(p: Predicate, s: Sentence, firm: Firmness) -> Iterator[Relation]:
    """Yield until when something is to be done: "to deliver 600 engines by the end of 2025"."""
    chunk = s.chunks[p.chunk]
    thing = p.subject if chunk.passive or p.object is None else p.object
    if thing is None or chunk.kind != "V":
        return
    expected = chunk.lemma in _DUE
    if firm.modality not in ("planned", "obligation", "possible", "conditional") and not expected:
        return
    for when in _times(p, s):
        said = s.text[when.start : when.end]
        set_ = expected or _SET.search(" ".join(chunk.helpers))
        if _WHEN.search(said) and (_UNTIL.match(said) or set_):
            yield Relation(
                when,
                "has_timeline",
                Argument(s.span_of(thing)),
                Argument(when),
                s.chunk_span(p.chunk).start,
                modality="planned" if firm.modality in ("fact", "planned") else firm.modality,
                polarity=firm.polarity,
            )
            return


_SET = re.compile(r"^(?:is|are|was|were) to\b")


def _times(p: Predicate, s: Sentence) -> Iterator[Span]:
    at = p.chunk + 1
    while at < len(s.chunks) and s.kind(at) not in "SWZ" and not s.chunks[at].finite:
        if s.kind(at) == "Y":
            yield s.chunk_span(at)
        elif s.kind(at) == "E" and s.kind(at + 1) in "NY" and s.kind(at + 1) != "^":
            last = at + 1
            while (
                s.kind(last + 1) == "E" and s.words(last + 1) == "of" and s.kind(last + 2) in "NY"
            ):
                last += 2
            yield Span(s.chunk_span(at).start, s.chunk_span(last).end)
        at += 1


def due(s: Sentence) -> Iterator[Relation]:
    """Yield dates that stand with "due" and the like after a noun: "an audit, expected in May"."""
    for match in _DUE_BY.finditer(s.text, s.span.start, s.span.end):
        if not _WHEN.search(match["when"]):
            continue
        at = next((i for i in range(len(s.chunks)) if s.chunk_span(i).end > match.start()), 0) - 1
        while at >= 0 and s.kind(at) in "KXR":
            at -= 1
        if at >= 0 and s.kind(at) == "N":
            yield Relation(
                Span(s.chunk_span(at).start, match.end()), "has_timeline",
                Argument(s.chunk_span(at)), Argument(Span(*match.span("when"))), match.start(),
                modality="planned",
            )  # fmt: skip
