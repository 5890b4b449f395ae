"""Where a thing comes from: "chips of US origin", "are thought to be of Taiwanese make"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.nounframes import country_or_place
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.subjects import subject_of
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["origins"]

_ORIGIN = re.compile(
    r"\bof (?:[a-z]+ly )?(?P<where>[A-Z][\w.]+(?: [A-Z][\w.]+)?(?:,? (?:or|and) [A-Z]\w+)*)[ -]"
    r"(?P<how>origin|make|manufacture|production|provenance|construction|design)\b"
)
_NATIVE = re.compile(
    r"\b(?:was|were|is|are|be) (?:of )?(?:[a-z]+ly )?(?P<where>[A-Z][\w.]+(?: or [A-Z]\w+)?)"
    r"(?: in origin|-made|-built)\b"
)


_SIGNS = ("origin", " make", "manufacture", "production", "provenance", "construction", "design")


def origins(s: Sentence) -> Iterator[Relation]:
    """Yield the countries of things that a sentence names by their origin or make."""
    said = s.text[s.span.start : s.span.end]
    if not any(sign in said for sign in _SIGNS):
        return
    for pattern in (_ORIGIN, _NATIVE):
        for match in pattern.finditer(s.text, s.span.start, s.span.end):
            if country_or_place(match["where"].split(" ")[0]) is None:
                if country_or_place(match["where"]) is None:
                    continue
            subject = _subject(match.start(), s)
            if subject is None:
                continue
            design = "how" in match.groupdict() and match["how"] == "design"
            near = match.start() - subject.end < 60
            yield Relation(
                Span(subject.start if near else match.start(), match.end()),
                "designed_in" if design else "produced_in",
                Argument(subject),
                Argument(Span(*match.span("where"))),
                match.start(),
                quantity=subject,
            )


def _subject(place: int, s: Sentence) -> Span | None:
    """What stands before the phrase: a noun, past commas, or the subject of "be"."""
    at = next((i for i in range(len(s.chunks)) if s.chunk_span(i).start >= place), len(s.chunks))
    at -= 1
    if at >= 0 and s.chunk_span(at).end > place:
        at -= 1
    while at >= 0 and s.kind(at) in "KR":
        at -= 1
    if at < 0:
        return None
    if s.kind(at) in "VX":
        subject = subject_of(at, s)
        return s.span_of(subject) if subject is not None else None
    return s.chunk_span(at) if s.kind(at) == "N" else None
