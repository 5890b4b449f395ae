"""What is not known or not proven, and what must not be done: clauses that state no fact."""

import re
from collections.abc import Iterator, Sequence

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["forbidden", "is_forbidden", "no_proof", "open_questions", "unproved", "unproven"]

_UNKNOWN = (
    r"(?:unclear|unknown|uncertain|unconfirmed|doubtful|disputed|debatable|moot|"
    r"in (?:dispute|doubt)|not (?:yet )?(?:clear|known(?! to)|certain|settled|decided)|"
    r"open to (?:doubt|question))"
)
_BE = r"(?:is|was|were|are|remains?|remained)(?: (?:still|so far|as yet|also))?"
_ASKING = r"(?:whether|who|how|where|why|what|when)"
_OPEN = (
    re.compile(
        rf"\b(?P<what>{_ASKING}\b[^;:]+?) (?P<how>{_BE} {_UNKNOWN})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<what>{_ASKING}\b[^;:]+?) (?P<how>(?:has|have|had|could|can) (?:not|never)"
        r" (?:\w+ )?be(?:en)? (?:established|determined|verified|confirmed|proven|proved|"
        r"ascertained|clarified|answered|settled)"
        r"|(?:is|are|was|were) not (?:yet )?(?:established|determined|proven|proved|clarified)"
        r"|(?:is|are|was|were|remains?) (?:for \w+ to (?:decide|say|judge)|being (?:examined|"
        r"investigated)|under (?:investigation|review)|an? (?:\w+ )?question|to be seen))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<how>it {_BE} {_UNKNOWN}) (?P<what>(?:if|{_ASKING})\b[^;:.]+)",
        re.IGNORECASE,
    ),
)
_REFUTED = re.compile(r"\bnot (?:yet )?been\b|\bnot (?:yet )?(?:established|determined|prove)")
_PROOF = r"(?:evidence|proof|sign|indication|suggestion|confirmation|hint)s?"
_NO_PROOF = re.compile(
    rf"\b(?:(?:no|little|without|any|lacks?|further|more) (?:[\w-]+ ){{0,2}}?{_PROOF}"
    rf"|nor (?:is|was|were|has|have|had) (?:\w+ ){{1,3}}?(?:any )?{_PROOF})\b"
    r"(?: so far| as yet| yet| to date| until now)?"
    r"(?P<aside>,[^,]{3,60},)? (?:that|whether) (?P<what>[^;:.]+)",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:there (?:is|was|were|has been|had been|remains?)|nor (?:is|was|were) there) "
    r"(?:\w+ ){0,3}?$",
    re.IGNORECASE,
)


def open_questions(s: Sentence) -> Iterator[Relation]:
    """Yield what nobody knows: "Whether the machines are in use is unclear"."""
    for pattern in _OPEN if _holds(s, _SIGNS_OPEN) else ():
        for match in pattern.finditer(s.text, s.span.start, s.span.end):
            what = Span(*match.span("what"))
            refuted = bool(_REFUTED.search(match["how"]))
            yield Relation(
                Span(*match.span()),
                "evidence_status",
                Argument(what),
                Argument(text=match["how"].split(" ", 1)[1]),
                match.start("how"),
                polarity="negated" if refuted or "known" in match["how"] else "asserted",
                modality="fact" if refuted else "unconfirmed",
            )
            return


def no_proof(s: Sentence, known: Sequence[Relation]) -> Iterator[Relation]:
    """Yield what there is no proof of: "There was so far no proof, he said, that it flew".

    Args:
        s: The sentence.
        known: What is told of it already; the same is not said twice.
    """
    if not _holds(s, _SIGNS_PROOF):
        return
    told = [r.span for r in known if r.predicate == "evidence_status"]
    for match in _NO_PROOF.finditer(s.text, *_edges(s)):
        opening = _THERE.search(s.text, max(s.span.start, match.start() - 40), match.start())
        turned = match.group().lower().startswith("nor ")
        start = opening.start() if opening is not None else match.start()
        span = Span(start, match.end())
        if (opening is None and not turned) or any(span.overlaps(t) for t in told):
            continue
        what = Span(*match.span("what"))
        words = s.text[match.start() : what.start].split(",")[0].removesuffix(" that ")
        yield Relation(
            span, "evidence_status", Argument(what), Argument(text=words), start,
            polarity="negated",
        )  # fmt: skip


def unproved(s: Sentence) -> tuple[Span, ...]:
    """Return the clauses of which a sentence says that there is no proof."""
    if not _holds(s, _SIGNS_PROOF):
        return ()
    return tuple(
        Span(*m.span("what"))
        for m in _NO_PROOF.finditer(s.text, *_edges(s))
        if m.group().lower().startswith(("no ", "nor "))
    )


def unproven(s: Sentence) -> tuple[Span, ...]:
    """Return the clauses of a sentence that it leaves open."""
    patterns = _OPEN if _holds(s, _SIGNS_OPEN) else ()
    found = [m.span() for p in patterns for m in p.finditer(s.text, *_edges(s))]
    if _holds(s, _SIGNS_PROOF):
        denied = unproved(s)
        for m in _NO_PROOF.finditer(s.text, *_edges(s)):
            found += [m.span("what")] if Span(*m.span("what")) not in denied else []
    return tuple(Span(*where) for where in found)


# A look at plain words first: the patterns are slow, and few sentences hold any of these.
_SIGNS_OPEN = (
    *"clear known certain confirmed disput doubt debatable moot settled decide established".split(),
    *"determined verified prove ascertained clarified answered judge examined investigat".split(),
    *("to say", "under review", "question", "to be seen"),
)
_SIGNS_PROOF = ("evidence", "proof", "sign", "indication", "suggestion", "confirmation")


def _holds(s: Sentence, signs: tuple[str, ...]) -> bool:
    said = s.text[s.span.start : s.span.end]
    return any(sign in said for sign in signs)


def _edges(s: Sentence) -> tuple[int, int]:
    return s.span.start, s.span.end


def forbidden(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield what a rule forbids: "exporters must not deal with listed persons"."""
    for p in preds:
        if not is_forbidden(p, s) or p.subject is None:
            continue
        verb, subject = s.chunk_span(p.chunk), s.span_of(p.subject)
        last = max([verb.end, *(s.span_of(q).end for _, q in p.prepositions)])
        last = max(last, s.span_of(p.object).end) if p.object is not None else last
        deed = Span(s.tagged.tokens[s.chunks[p.chunk].last].start, last)
        yield Relation(
            Span(subject.start if subject.start < verb.start else verb.start, last),
            "prohibits",
            Argument(subject),
            Argument(deed),
            verb.start,
            polarity="negated",
            modality="obligation",
            hedge=verb,
        )


def is_forbidden(p: Predicate, s: Sentence) -> bool:
    """Tell whether the verb stands under "must not" or the like."""
    chunk = s.chunks[p.chunk]
    if chunk.kind != "V" or not chunk.negated:
        return False
    first = chunk.helpers[:1]
    return bool(_MUST.intersection(first)) or (first == ("may",) and _is_barred(p, s))


_MUST = frozenset({"must", "shall", "mustn't"})
# What "may not" forbids: "insurers may not cover them"; "may not know" leaves it open.
_BARRED = frozenset(
    "cover ship sell export re-export import supply deliver buy enter leave call dock carry insure "
    "finance service operate transfer trade provide accept open publish resell purchase transport "
    "use pay invest hire produce".split()
)


def _is_barred(p: Predicate, s: Sentence) -> bool:
    chunk = s.chunks[p.chunk]
    return chunk.lemma in _BARRED and "have" not in chunk.helpers
