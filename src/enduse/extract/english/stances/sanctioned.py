"""Who stands under sanctions by a mere phrase: "a distributor under US sanctions"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.nounphrases import leftmost
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["under_sanctions"]

_MEASURES = re.compile(
    r"(?:the )?(?P<by>[A-Z][\w.]*(?:,? (?:and )?[A-Z][\w.]*)*['’]?s? )?"
    r"(?:\w+ )?(?:sanctions|embargo(?:es)?|asset freezes?|restrictive measures|export bans?)\b"
)


def under_sanctions(s: Sentence, known: list[Relation]) -> Iterator[Relation]:
    """Yield whom a phrase puts under sanctions.

    Args:
        s: The sentence.
        known: What is told of it already.
    """
    if "under " not in s.text[s.span.start : s.span.end]:
        return
    told = [r.span for r in known if r.predicate == "sanctioned_by"]
    for i in range(1, len(s.chunks) - 1):
        if s.kind(i) != "E" or s.words(i).lower() != "under" or s.kind(i + 1) != "N":
            continue
        match = _MEASURES.match(s.text, s.chunk_span(i + 1).start, s.span.end)
        who = _bearer(i, s)
        if match is None or who is None:
            continue
        whole = Span(s.chunk_span(i).start, match.end())
        if any(whole.overlaps(t) for t in told):
            continue
        span = Span(min(who.start, whole.start), whole.end)
        names = _NAMES.split(re.sub(r"['’]s? ?$", "", match["by"].strip())) if match["by"] else []
        for obj in [Argument(text=n) for n in names] or [Argument(s.chunk_span(i + 1))]:
            yield Relation(span, "sanctioned_by", Argument(who), obj, whole.start, own_voice=True)


_NAMES = re.compile(r",? and |, ")


_PUTS = frozenset({"put", "place", "bring"})


def _bearer(under: int, s: Sentence) -> Span | None:
    """Who is under them: the noun before, or the name that this noun describes."""
    at = under - 1
    if s.kind(at) == "K":
        at -= 1
    if s.kind(at) != "N" or (s.kind(at - 1) == "V" and s.chunks[at - 1].lemma in _PUTS):
        return None
    whole = leftmost(at, s)
    opening = whole.first - 1
    named = s.kind(opening) == "K" and s.kind(opening - 1) == "N" and s.tag_of(opening - 1) == "P"
    if named and s.words(whole.first).lower().startswith(("a ", "an ", "the ")):
        return s.chunk_span(opening - 1)
    return s.chunk_span(whole.head)
