"""How dealings rise and fall: "imports rose by 70 percent", "deliveries fell to 40 tonnes"."""

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.segment import Span

__all__ = ["change", "changed"]

_CHANGES = frozenset(
    "rise fall grow drop increase decrease decline double triple halve jump soar climb slump "
    "plunge plummet surge shrink amount total come reach".split()
)


def changed(last: int, s: Sentence) -> Span | None:
    """Return where it is said by how much, or to what, a dealing grew or fell."""
    at = last + 1
    while s.kind(at) in "RYG":
        at += 1
    chunk = s.chunks[at] if at < len(s.chunks) else None
    if chunk is None or chunk.kind != "V" or chunk.lemma not in _CHANGES or chunk.negated:
        return None
    figure = at + 2 if s.kind(at + 1) == "E" and s.words(at + 1) in ("by", "to") else at + 1
    if s.kind(figure) != "N" or "#" not in s.tagged.tags[slice(*_tokens(figure, s))]:
        return None
    return Span(s.chunk_span(at).start, s.chunk_span(figure).end)


def _tokens(i: int, s: Sentence) -> tuple[int, int]:
    return s.chunks[i].first, s.chunks[i].last + 1


def change(
    predicate: str, roles: tuple[Span | None, Span | None], dealing: Span, by: Span
) -> Relation:
    """Return the claim of a dealing that grew or fell.

    Args:
        predicate: What the dealing is.
        roles: Whoever does it, and the thing.
        dealing: Its noun.
        by: The verb with its figure.
    """
    doer, what = roles
    return Relation(
        Span(dealing.start, by.end),
        predicate,
        Argument(doer or what or dealing),
        Argument(what) if what is not None and doer is not None else None,
        dealing.start,
        quantity=by,
    )
