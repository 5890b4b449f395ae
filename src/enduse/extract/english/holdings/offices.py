"""Offices of people without a name: "Orbis's chief executive", "a compliance officer at Orbis"."""

from collections.abc import Iterator

from enduse.extract.english.syntax.nounframes import (
    NounFrame,
    country_or_place,
    frame_of,
    head_noun,
)
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.words.lexicon import words
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["offices"]

_PERSONAL = frozenset(
    "position_at director_of owner_of founded acted_for employed_by holds_share_in".split()
)
_OWNING = frozenset({"its", "their", "his", "her"})
# Who is spoken of in the mass, or only as a source: no office is told of by these.
_MASS = frozenset(
    "official officials analyst analysts expert experts partner partners supplier agent agents "
    "distributor distributors dealer dealers reseller resellers managers researcher "
    "scholar representative representatives general "
    "spokesman spokeswoman spokesperson shareholder shareholders employees employee worker "
    "technician technicians engineer engineers staffers workers".split()
)


def offices(i: int, s: Sentence) -> Iterator[Relation]:
    """Yield the office of whoever a phrase describes without naming."""
    frame = frame_of(i, s)
    if frame is None or frame.predicate not in _PERSONAL or s.tag_of(i) == "P":
        return
    head = head_noun(i, s)
    mass = head in _MASS or (head.endswith(("ors", "ers")) and frame.predicate != "acted_for")
    if mass or head in words("companies") or frame.reverse or _is_named(i, s):
        return
    owner, last = _owner(i, s), i
    if owner is None and s.kind(i + 1) == "E" and s.words(i + 1).lower() in _leading(frame):
        if s.kind(i + 2) == "N" and _is_body(i + 2, s):
            owner, last = s.chunk_span(i + 2), i + 2
    if owner is None:
        return
    span = Span(s.chunk_span(i).start, s.chunk_span(last).end)
    focus = s.chunk_span(i).start
    yield Relation(
        span, frame.predicate, Argument(text=_office(i, s)), Argument(owner),
        focus, own_voice=True,
    )  # fmt: skip


def _office(i: int, s: Sentence) -> str:
    """The office without whose it is: "managing director" of "Orbis's managing director"."""
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    first = mark + 1 if mark > 0 else chunk.first
    opening = s.tagged.tokens[first].text.lower()
    first += opening in _OWNING or opening in words("determiners")
    place = s.tagged.span(min(first, chunk.last), chunk.last)
    return s.text[place.start : place.end]


def _leading(frame: NounFrame) -> tuple[str, ...]:
    return (*frame.of, "from")


def _owner(i: int, s: Sentence) -> Span | None:
    """Whose office it is: the name before the possessive mark."""
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    if mark > chunk.first:
        return s.tagged.span(chunk.first, mark - 1)
    first = s.tagged.tokens[chunk.first].text.lower()
    return s.tagged.span(chunk.first, chunk.first) if first in _OWNING else None


def _is_body(i: int, s: Sentence) -> bool:
    """Whether somebody may hold an office in it: a name, a company, a public body."""
    noun = head_noun(i, s)
    if country_or_place(s.words(i)) is not None:
        return False
    known = words("companies") | words("bodies") | words("organisations")
    return s.tag_of(i) == "P" or noun in known or noun.removesuffix("s") in known


def _is_named(i: int, s: Sentence) -> bool:
    """Whether a name stands beside it: then the name holds the office."""
    after = i + 1
    if s.kind(after) == "E" and s.kind(after + 1) == "N":
        after += 2
    if s.kind(after) == "K" and s.kind(after + 1) == "N" and s.tag_of(after + 1) == "P":
        return True
    before = s.kind(i - 1) == "K" and s.kind(i - 2) == "N" and s.tag_of(i - 2) == "P"
    return before or s.kind(i - 1) in "X" or (s.kind(i - 1) == "E" and s.words(i - 1) == "as")
