"""The set phrases of sanctions notices: "for having materially assisted ... in support of, X"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.subjects import punished
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["formulae", "in_formulae"]

_INDIRECTLY = r"(?:, directly or indirectly)?,? "
_WHO = rf"{_INDIRECTLY}(?P<who>(?:the )?[A-Z][^.;]*?)(?=\.?$|[.;]\s|, (?:a|an|which|who) )"
_FORMULAE = (
    (
        "supports",
        re.compile(
            r"\bfor (?:having |attempting to )?(?:materially )?"
            r"(?:assist|sponsor|provid)\w*,? [^.;]*?"
            rf"(?:in support of|services to|support (?:for|to)){_WHO}"
        ),
    ),
    (
        "acted_for",
        re.compile(
            r"\bfor (?:being owned or controlled by, or )?(?:having )?"
            rf"act(?:ed|ing) or purport(?:ed|ing) to act (?:for or )?on behalf of{_WHO}"
        ),
    ),
    ("controlled_by", re.compile(rf"\bfor being owned or controlled by{_WHO}")),
)


_SIGNS = ("materially", "purported", "purporting", "controlled by", "support of", "support for")


def _matches(s: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    said = s.text[s.span.start : s.span.end]
    if " for " not in said or not any(sign in said for sign in _SIGNS):
        return
    for predicate, pattern in _FORMULAE:
        match = pattern.search(s.text, s.span.start, s.span.end)
        if match is not None:
            yield predicate, match
            return


def in_formulae(s: Sentence) -> tuple[Span, ...]:
    """Return the places of set phrases, whose verbs say nothing one by one."""
    return tuple(Span(*match.span()) for _, match in _matches(s))


def formulae(s: Sentence) -> Iterator[Relation]:
    """Yield what the set phrases of a notice say of whoever is designated."""
    for predicate, match in _matches(s):
        at = next((i for i in range(len(s.chunks)) if s.chunk_span(i).start == match.start()), None)
        whom = punished(at, s) if at is not None else None
        if whom is not None:
            yield Relation(
                Span(*match.span()),
                predicate,
                Argument(s.span_of(whom)),
                Argument(Span(*match.span("who"))),
                match.start(),
            )
