"""What things are for, told by a phrase: "for use in sprayers", "a line for turbojets"."""

from collections.abc import Iterator

from enduse.extract.english.syntax.nounframes import head_noun
from enduse.extract.english.syntax.nounphrases import noun_phrase
from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.words.lexicon import pattern
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["purposes"]

_USES = frozenset("use deployment service installation integration assembly operation".split())
_LEADING = frozenset("in by on against at with as inside aboard".split())
_SITES = frozenset(
    "line plant factory workshop facility hall shop mill shipyard yard laboratory lab centre "
    "center programme program project school course".split()
)
_TOLD = frozenset({"intended_for", "has_purpose"})
_GOODS = pattern(r"{goods}|{arms}|{part}")


def purposes(s: Sentence, known: list[Relation]) -> Iterator[Relation]:
    """Yield the uses and purposes that phrases tell, where no verb has told them yet.

    Args:
        s: The sentence.
        known: What is told of it already.
    """
    told = [r.object.span for r in known if r.predicate in _TOLD and r.object is not None]
    for i in range(1, len(s.chunks) - 1):
        if s.kind(i) != "E" or s.words(i).lower() != "for" or s.kind(i + 1) != "N":
            continue
        found = _use(i, s) or _site(i, s)
        into = found.object.span if found is not None and found.object is not None else None
        if found is not None and into and not any(t and t.overlaps(into) for t in told):
            yield found


def _use(i: int, s: Sentence) -> Relation | None:
    """For use in something: what is used is the nearest goods before."""
    if head_noun(i + 1, s) not in _USES or s.kind(i + 2) != "E" or s.kind(i + 3) != "N":
        return None
    if s.words(i + 2).lower() not in _LEADING:
        return None
    thing = next((j for j in range(i - 1, -1, -1) if _is_goods(j, s)), None)
    if thing is None:
        return None
    into = s.span_of(noun_phrase(i + 3, s))
    span = Span(s.chunk_span(i).start, into.end)
    return Relation(span, "intended_for", Argument(s.chunk_span(thing)), Argument(into), span.start)


def _is_goods(j: int, s: Sentence) -> bool:
    return s.kind(j) == "N" and _GOODS.search(s.words(j)) is not None


def _site(i: int, s: Sentence) -> Relation | None:
    """A plant or line for goods, past the place where it stands: "a line in Omsk for engines"."""
    at = i - 1
    if s.kind(at) == "N" and s.kind(at - 1) == "E" and s.words(at - 1) in ("in", "near", "at"):
        at -= 2
    if s.kind(at) != "N" or s.tag_of(at) == "P" or head_noun(at, s).removesuffix("s") not in _SITES:
        return None
    if not _GOODS.search(s.words(i + 1)):
        return None
    made = s.span_of(noun_phrase(i + 1, s))
    span = Span(s.chunk_span(at).start, made.end)
    return Relation(span, "has_purpose", Argument(s.chunk_span(at)), Argument(made), span.start)
