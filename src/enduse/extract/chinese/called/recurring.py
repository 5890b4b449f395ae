"""Names of two ordinary words that a text uses again and again: 模范动力, 远望航空."""

from collections import Counter
from collections.abc import Iterator, Sequence

from enduse.extract.chinese.called.name import Called
from enduse.extract.chinese.clauses.words import every_word
from enduse.extract.chinese.tables.table import attribute, sayings, verb
from enduse.extract.chinese.words import tagged, words
from enduse.extract.segment import Span

__all__ = ["recurring"]

_PARTS = frozenset(
    ("n", "nz", "a", "an", "vn", "j", "b", "nr", "ns", "x", "ng", "nrt", "l", "i", "v", "vd", "vi")
)
_FOLLOWS = frozenset(("d", "v", "p", "c", "uj", "ul", "x", "t", "m", "r", "f"))


def recurring(text: str, sentences: Sequence[Span]) -> Iterator[Called]:
    """Yield such names where they stand between the bounds of a phrase, twice at least."""
    places: list[Span] = []
    for sentence in sentences:
        places.extend(_in_sentence(text, sentence))
    counted = Counter(text[p.start : p.end] for p in places)
    for place in places:
        if counted[text[place.start : place.end]] > 1:
            yield Called(place, "Company")


def _in_sentence(text: str, sentence: Span) -> Iterator[Span]:
    tokens = tagged(text[sentence.start : sentence.end])
    for k in range(1, len(tokens)):
        word, tag, span = tokens[k - 1]
        if tokens[k][0] not in words("firm_trades") or len(word) != 2 or tag not in _PARTS:
            continue
        if _ordinary(word) or not _bound_before(tokens, k - 1) or not _bound_after(tokens, k):
            continue
        yield Span(sentence.start + span.start, sentence.start + tokens[k][2].end)


def _ordinary(word: str) -> bool:
    return (
        word in words("firm_ordinary")
        or word in words("firm_trades")
        or word in words("countries")
        or word in words("regions")
        or word in every_word()
        or attribute(word) is not None
    )


def _bound_before(tokens: Sequence[tuple[str, str, Span]], k: int) -> bool:
    if k == 0:
        return True
    word = tokens[k - 1][0]
    return not word[0].isalnum() or word in every_word() or word in sayings() or word == "的"


def _bound_after(tokens: Sequence[tuple[str, str, Span]], k: int) -> bool:
    if k + 1 >= len(tokens):
        return True
    word, tag, _ = tokens[k + 1]
    ends = word in words("titles") or word in words("name_person_kinds") or word in sayings()
    return ends or not word[0].isalnum() or tag in _FOLLOWS or verb(word) is not None
