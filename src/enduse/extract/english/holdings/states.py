"""What belongs to a state by a description: "the state holding X", "X, a state-run firm"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["state_owned"]

_STATE = (
    r"(?:(?P<land>[A-Z][a-z]+(?:ese|ian|an|ish|i|ean|ch)) )?"
    r"(?:state|government)(?:-owned|-run|-controlled|-held)?"
)
_KIND = (
    r"(?:[a-z-]+ ){0,2}?(?:holding(?: company)?|company|firm|enterprise|corporation|concern|"
    r"carrier|"
    r"conglomerate|group|bank|manufacturer|producer|trader|railway|airline|shipyard|factory|plant|"
    r"arsenal|foundation|fund|monopoly|agency|undertaking|exporter|importer|arms maker|"
    r"institution|university|institute|laboratory|research cent(?:re|er)|yard|works)"
)
_NAME = r"(?P<name>[A-Z][\w.&-]*(?: (?:(?:for|of|and) )?[A-Z][\w.&-]*)*)"
_WORKS = r"(?: (?:plant|works|factory|bank|yard|shipyard|group))?"
_BEFORE = re.compile(rf"\b{_STATE} {_KIND},? {_NAME}")
_AFTER = re.compile(rf"{_NAME}{_WORKS}(?: \([^)]*\))?, (?:an?|the|another) {_STATE} {_KIND}\b")
_BEING = re.compile(rf"{_NAME} (?:is|was|remains) (?:an?|the) {_STATE} {_KIND}\b")


def state_owned(s: Sentence, known: list[Relation]) -> Iterator[Relation]:
    """Yield the companies that a description calls the state's.

    Args:
        s: The sentence.
        known: What is told of it already.
    """
    said = s.text[s.span.start : s.span.end]
    if "state" not in said and "government-" not in said:
        return
    told = [r.span for r in known if r.predicate == "owned_by"]
    for pattern in (_BEFORE, _AFTER, _BEING):
        for match in pattern.finditer(s.text, s.span.start, s.span.end):
            span, name = Span(*match.span()), Span(*match.span("name"))
            if any(span.overlaps(t) for t in told):
                continue
            told.append(span)
            owner = f"{match['land']} state" if match["land"] else "state"
            yield Relation(
                span, "owned_by", Argument(name), Argument(text=owner), span.start, own_voice=True
            )
