"""Names to numbers of tokens, many at once: each distinct word is analysed once.

What a name is made of is `analyse`'s to say; here it is only said of words, and put together
with numpy.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.search.alignment import MAX_WORDS
from enduse.names import BREAK, Kind, Sort, Token, analyse, is_stopword, split_many, tokens_of_word

Numbers = npt.NDArray[np.int32]
Places = npt.NDArray[np.int64]
_LEGAL, _LETTER = Kind.LEGAL, Kind.LETTER
_FORMS = {
    "llc": 1, "ltd": 1, "gmbh": 1, "fze": 1, "inc": 1, "jsc": 2, "ag": 2, "sa": 2, "plc": 2,
    "soe": 4, "lp": 8, "llp": 8, "gp": 8, "ngo": 16, "coop": 32,
}  # fmt: skip
FAMILIES = {bit: form for form, bit in reversed(_FORMS.items())} | {128: "other"}


def legal_bits(tokens: Iterable[Token]) -> int:
    """Legal forms among tokens, one bit for each family of forms."""
    bits = 0
    for text, kind, _ in tokens:
        if kind == _LEGAL:
            bits |= _FORMS.get(text, 128)
    return bits


class Read(NamedTuple):
    """Names that were read: how many tokens each has, all tokens in a row, bits of legal forms."""

    sizes: Numbers
    tok: Numbers
    legal: Numbers


@dataclass(slots=True)
class Reader:
    """Reads names; tokens keep the numbers they get, for all names it reads.

    Attributes:
        numbers: Number of each token, by text and kind.
    """

    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    _of_persons: "_Words" = field(init=False)
    _of_others: "_Words" = field(init=False)

    def __post_init__(self) -> None:
        self._of_persons = _Words(self.numbers, person=True)
        self._of_others = _Words(self.numbers, person=False)

    def read(self, texts: Sequence[str], sorts: Numbers) -> Read:
        """Read names: their tokens and legal forms as `analyse` has them.

        Args:
            texts: As written.
            sorts: Of each name what it names.
        """
        person = sorts == Sort.PERSON
        pieces = [
            piece
            for some, words in (
                (np.flatnonzero(person), self._of_persons),
                (np.flatnonzero(~person), self._of_others),
            )
            for piece in words.read([texts[n] for n in some.tolist()], some)
        ]
        return _together(pieces, len(texts))


class _Piece(NamedTuple):
    """Some of the names: their numbers, and what was read."""

    names: Places
    read: Read


class _Words(dict[str, int]):
    """Rank of each written word; one not known is analysed. Rank 0 is the end of a name."""

    def __init__(self, numbers: dict[tuple[str, int], int], person: bool) -> None:
        super().__init__({BREAK: 0})
        self._numbers, self._person = numbers, person
        self._tok = array("i")
        # Of each rank: end in _tok, bits of legal forms, how many single letters.
        self._ends, self._bits, self._letters = array("i", [0]), array("i", [0]), array("i", [0])

    def __missing__(self, word: str) -> int:
        rank = self[word] = len(self)
        tokens = tokens_of_word(word, self._person)
        self._tok.extend(self._kept(tokens, every=self._person))
        self._ends.append(len(self._tok))
        self._bits.append(legal_bits(tokens))
        self._letters.append(sum([t.kind == _LETTER for t in tokens]))
        return rank

    def _kept(self, tokens: Iterable[Token], *, every: bool) -> list[int]:
        numbers = self._numbers
        return [
            numbers.setdefault((t.text, int(t.kind)), len(numbers))
            for t in tokens
            if t.kind != _LEGAL and (every or not is_stopword(t))
        ]

    def read(self, texts: Sequence[str], names: Places) -> Iterator[_Piece]:
        """Read names of one sort; `names` are their numbers."""
        for some, words in split_many(texts, self._person):
            ranks = np.fromiter(map(self.__getitem__, words), np.int32, len(words))
            read, whole = self._put_together(ranks)
            numbers = np.array(some)
            yield _Piece(names[numbers[~whole]], read)
            if whole.any():
                strange = numbers[whole]
                yield _Piece(names[strange], self._as_wholes([texts[n] for n in strange.tolist()]))

    def _put_together(self, ranks: Numbers) -> tuple[Read, npt.NDArray[np.bool_]]:
        """Names of their words, and which others must be read as wholes."""
        ends, bits, letters = (
            np.array(column, np.int32) for column in (self._ends, self._bits, self._letters)
        )
        sizes = np.diff(ends, prepend=np.int32(0))
        last = np.flatnonzero(ranks == 0)
        first = np.append(0, last[:-1] + 1)
        size = np.add.reduceat(sizes[ranks], first)
        whole = np.zeros(len(size), np.bool_)
        if not self._person:
            # Letters in a row are joined; of nothing but stopwords or forms something is kept.
            whole = (np.add.reduceat(letters[ranks], first) > 1) | (size == 0)
        legal = np.bitwise_or.reduceat(bits[ranks], first)[~whole]
        ranks = ranks[np.repeat(~whole, last - first + 1)]
        tok = np.array(self._tok, np.int32)[ranges(ends[ranks] - sizes[ranks], sizes[ranks])]
        return _cut(size[~whole], tok, legal), whole

    def _as_wholes(self, texts: Sequence[str]) -> Read:
        sort = Sort.PERSON if self._person else Sort.UNKNOWN
        every = [analyse(text, sort).tokens for text in texts]
        tok = [self._kept(tokens, every=True) for tokens in every]
        return _cut(
            np.array([len(some) for some in tok], np.int32),
            np.array([number for some in tok for number in some], np.int32),
            np.array([legal_bits(tokens) for tokens in every], np.int32),
        )


def ranges(begin: Numbers | Places, size: Numbers) -> Places:
    """The places of stretches, one stretch after the other.

    Example:
        >>> ranges(np.array([7, 1]), np.array([2, 3])).tolist()
        [7, 8, 1, 2, 3]
    """
    ends = np.cumsum(size, dtype=np.int64)
    out: Places = np.repeat(begin - (ends - size), size)
    out += np.arange(len(out))
    return out


def _cut(size: Numbers, tok: Numbers, legal: Numbers) -> Read:
    """Names of at most MAX_WORDS tokens each."""
    if (size > MAX_WORDS).any():
        tok = tok[ranges(np.zeros_like(size), size) < MAX_WORDS]
        size = np.minimum(size, MAX_WORDS)
    return Read(size, tok, legal)


def _together(pieces: Sequence[_Piece], many: int) -> Read:
    """Put names into their order."""
    sizes, legal = np.zeros(many, np.int32), np.zeros(many, np.int32)
    for names, read in pieces:
        sizes[names], legal[names] = read.sizes, read.legal
    begin = np.cumsum(sizes, dtype=np.int64) - sizes
    tok = np.zeros(int(sizes.sum()), np.int32)
    for names, read in pieces:
        tok[ranges(begin[names], read.sizes)] = read.tok
    return Read(sizes, tok, legal)
