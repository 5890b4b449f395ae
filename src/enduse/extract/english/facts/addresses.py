"""Addresses: "at its registered address, 5 Main Street", "the address is a flat above a bakery"."""

import re
from collections.abc import Iterator

from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.phrases import Phrase, Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.syntax.subjects import subject_of
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["addresses"]

_NOUNS = frozenset({"address", "addresses", "letterbox", "mailbox", "domicile", "premises"})
_STREET = re.compile(
    r"\b(?:\d+[a-z]?,? (?:[A-Z][\w’'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Square|"
    r"Boulevard|Highway|Drive|Way|Place|Quay|Row)\b|"
    r"(?:[A-Z]\w+ ){1,3}(?:Street|Road|Avenue|Lane|Boulevard) \d+|"
    r"P\.?O\.? Box \d+)(?:,? (?:in |of )?[A-Z]\w+)*"
)


# A look first: few sentences have a number or such a noun.
_SIGN = re.compile(r"\d|address|letterbox|mailbox|domicile|premises")


def addresses(s: Sentence, preds: tuple[Predicate, ...]) -> Iterator[Relation]:
    """Yield the addresses that a sentence gives: what stands with the noun, or a street."""
    if _SIGN.search(s.text, s.span.start, s.span.end) is None:
        return
    told: list[Span] = []
    for i, chunk in enumerate(s.chunks):
        if chunk.kind != "N" or head_noun(i, s) not in _NOUNS:
            continue
        place = _place(i, s)
        if place is None:
            continue
        whose = _whose(i, s)
        whole = Span(s.chunk_span(i).start, place.end)
        told.append(whole)
        yield Relation(whole, "address", whose, Argument(place), whole.start, own_voice=True)
    for match in _STREET.finditer(s.text, s.span.start, s.span.end):
        street = Span(*match.span())
        owner = _resident(street, preds, s)
        if owner is not None and not any(street.overlaps(t) for t in told):
            yield Relation(
                Span(owner.start, street.end), "address", Argument(owner), Argument(street),
                street.start, own_voice=True,
            )  # fmt: skip


def _place(i: int, s: Sentence) -> Span | None:
    """The address itself: after a comma, after "is", after "in" or "at"."""
    at = i + 1
    if s.kind(at) == "X" and s.chunks[at].lemma == "be" and s.kind(at + 1) == "N":
        at += 1
    elif s.kind(at) in "KZ" and s.kind(at + 1) == "E" and s.words(at + 1) in ("in", "at"):
        at += 2
    elif s.kind(at) == "K" and s.kind(at + 1) == "N":
        at += 1
    elif s.kind(at) == "E" and s.words(at) in ("in", "at", "on") and s.kind(at + 1) == "N":
        at += 1
    else:
        return None
    if s.kind(at) != "N":
        return None
    last = at
    while s.kind(last + 1) == "E" and s.kind(last + 2) == "N" and last - at < 4:
        last += 2
    return Span(s.chunk_span(at).start, s.chunk_span(last).end)


def _whose(i: int, s: Sentence) -> Argument:
    """Whose address it is: the owner in the phrase, after "of", else the subject nearby."""
    chunk = s.chunks[i]
    mark = s.tagged.tags.find("O", chunk.first, chunk.last)
    if mark > chunk.first:
        return Argument(s.tagged.span(chunk.first, mark - 1))
    first = s.tagged.span(chunk.first, chunk.first)
    if s.text[first.start : first.end].lower() in ("its", "their", "his", "her"):
        return Argument(first)
    if s.kind(i + 1) == "E" and s.words(i + 1) == "of" and s.kind(i + 2) == "N":
        return Argument(s.chunk_span(i + 2))
    return Argument(text="company")


def _resident(street: Span, preds: tuple[Predicate, ...], s: Sentence) -> Span | None:
    """Who lives there: the subject of the verb before, else the name before."""
    before = [p for p in preds if s.chunk_span(p.chunk).end <= street.start]
    subject: Phrase | None = subject_of(before[-1].chunk, s) if before else None
    if subject is not None:
        return s.span_of(subject)
    names = [
        i for i in range(len(s.chunks))
        if s.kind(i) == "N" and s.tag_of(i) == "P" and s.chunk_span(i).end <= street.start
    ]  # fmt: skip
    return s.chunk_span(names[-1]) if names else None
