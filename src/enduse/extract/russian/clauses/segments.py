"""Stretches between the marks and conjunctions of a Russian sentence, and what each is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.extract.russian.clauses.tokens import Token
from enduse.extract.russian.clauses.words import words as words_of

__all__ = ["Segment", "governs", "is_predicate", "segments", "verbs_of"]

_MARKS = frozenset(",;:—–().!?…")
_JOINING = frozenset(("и", "а", "но", "или", "либо", "однако", "зато"))
_PREDICATES = ("VERB", "PRTS")


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens first to last (exclusive) with no mark among them.

    Attributes:
        first: Index of its first token.
        last: One past its last.
        kind: main, sub (opened by a conjunction), relative, participle, gerund or bare.
        opens: The mark or conjunction before it; "" for the first.
        aside: It stands in brackets, or tells who says what stands around it.
    """

    first: int
    last: int
    kind: str
    opens: str
    aside: bool = False


def is_predicate(token: Token) -> bool:
    """Tell whether a token is the finite verb or short form that makes a clause."""
    if token.mention is not None or not token.forms:
        return False
    form = token.forms[0]
    if form.pos in _PREDICATES:
        return True
    return (
        form.pos == "ADJS"
        and form.lemma in words_of("short")
        or token.low in ("нет", "известно", "неизвестно")
    )


def governs(token: Token) -> bool:
    """Tell whether a token is an adjective that governs as a participle does."""
    return (
        token.mention is None
        and token.pos == "ADJF"
        and token.forms[0].lemma in words_of("governing")
    )


def verbs_of(words: Sequence[Token], first: int, last: int) -> list[int]:
    """The places of the predicates of a stretch."""
    return [i for i in range(first, last) if is_predicate(words[i])]


def segments(words: Sequence[Token]) -> tuple[Segment, ...]:
    """Return the segments of a sentence in order."""
    found, aside = [], False
    for first, last, opens in _pieces(words):
        aside = opens == "(" or aside and opens not in (")", "—", "–")
        if last < len(words) and words[last - 1].low == ")":
            aside = False
        if first < last:
            inserted = aside or _is_inserted(words, first, last, opens)
            found.append(Segment(first, last, _kind(words, first, last, opens), opens, inserted))
    return tuple(found)


def _is_inserted(words: Sequence[Token], first: int, last: int, opens: str) -> bool:
    """Whether words between commas only tell who says it: «, как считают следователи,»."""
    ends = words[last].low if last < len(words) else ""
    if opens != "," or ends != "," or last - first > _LONGEST_INSERT:
        return False
    if words[min(last + 1, len(words) - 1)].low in ("что", "будто", "чтобы", "как"):
        return False
    at = first + 1 if words[first].low == "как" else first
    if at >= last or words[at].mention is not None:
        return False

    return any(f.lemma in words_of("saying") for f in words[at].forms)


_LONGEST_INSERT = 12


def _pieces(words: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    start, opens = 0, ""
    for i, token in enumerate(words):
        inner = token.low == "." and i + 1 < len(words)
        if token.low in _MARKS and token.mention is None and not inner:
            yield from _joined(words, start, i, opens)
            start, opens = i + 1, token.low
    yield from _joined(words, start, len(words), opens)


def _joined(
    words: Sequence[Token], first: int, last: int, opens: str
) -> Iterator[tuple[int, int, str]]:
    """Cut «основана X и контролируется Y» at the conjunction between two predicates."""
    verbs = verbs_of(words, first, last)
    start = first
    for before, after in zip(verbs, verbs[1:], strict=False):
        cut = next((i for i in range(after - 1, before, -1) if words[i].low in _JOINING), None)
        if cut is not None:
            yield start, cut, opens
            start, opens = cut + 1, words[cut].low
    while start < last and words[start].low in _JOINING and not opens.isalpha():
        opens, start = words[start].low, start + 1
    yield start, last, opens


def _kind(words: Sequence[Token], first: int, last: int, opens: str) -> str:
    head = words[first : first + 3]
    verbs = verbs_of(words, first, last)
    if any(t.low.startswith("котор") for t in head):
        return "relative" if verbs else "bare"
    if words[first].low in words_of("subordinate") and verbs:
        return "sub"
    if opens in (",", "и", "(") and _opens_with(words, first, last, "PRTF") and not verbs:
        return "participle"
    if _opens_with(words, first, last, "GRND") and not verbs:
        return "gerund"
    return "main" if verbs else "bare"


def _opens_with(words: Sequence[Token], first: int, last: int, pos: str) -> bool:
    for token in words[first : min(first + 3, last)]:
        if token.mention is None and token.reads(pos) and token.pos in (pos, "ADJF"):
            return True
        if pos == "PRTF" and governs(token):
            return True
        if token.pos not in ("ADVB", "PRCL", "CONJ", ""):
            return False
    return False
