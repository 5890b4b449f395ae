"""Listed names read into numbers of tokens: the part of building that costs most, word by word.

Parts of a list may be read apart, in processes of their own, and joined.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.alignment import MAX_WORDS
from enduse.names import (
    Kind,
    Sort,
    Token,
    analyse,
    common_words,
    is_stopword,
    legal_words,
    readings,
    split_words,
    tokens_of_word,
)

STRONG, FORMER, WEAK = 0, 1, 2
Numbers = npt.NDArray[np.int32]
_LEGAL, _LETTER, _PERSON = Kind.LEGAL, Kind.LETTER, Sort.PERSON
_FORMS = {
    "llc": 1, "ltd": 1, "gmbh": 1, "fze": 1, "inc": 1, "jsc": 2, "ag": 2, "sa": 2, "plc": 2,
    "soe": 4, "lp": 8, "llp": 8, "gp": 8, "ngo": 16, "coop": 32,
}  # fmt: skip


class ListedName(NamedTuple):
    """One name of one listed entity: its number, what kind of thing, and how firm the name."""

    entity: int
    sort: Sort
    text: str
    kind: int = STRONG


def legal_bits(tokens: Iterable[Token]) -> int:
    """Legal forms among tokens, one bit for each family of forms."""
    bits = 0
    for text, kind, _ in tokens:
        if kind == _LEGAL:
            bits |= _FORMS.get(text, 128)
    return bits


@lru_cache(maxsize=256)
def forms_of_bits(bits: int) -> tuple[str, ...]:
    """Families of legal forms behind the bits, by their best-known member.

    Example:
        >>> forms_of_bits(1 | 4)
        ('llc', 'soe')
    """
    families = {bit: form for form, bit in reversed(_FORMS.items())} | {128: "other"}
    return tuple(families[1 << i] for i in range(8) if bits & 1 << i)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Names as numbers.

    Attributes:
        tokens: Distinct tokens, text and kind; their place is their number.
        sizes: How many tokens each name has.
        tok: Token numbers of all names, one name after the other.
        entity: Number of the entity of each name.
        kind: STRONG, FORMER or WEAK.
        legal: Bits of legal forms.
        written: The names as written, in UTF-8.
        lengths: Bytes of each of them.
    """

    tokens: list[tuple[str, int]]
    sizes: Numbers
    tok: Numbers
    entity: Numbers
    kind: Numbers
    legal: Numbers
    written: bytes
    lengths: Numbers


class _Word(NamedTuple):
    """A written word: numbers of its tokens, bits of its legal forms, how many single letters."""

    numbers: tuple[int, ...]
    bits: int
    letters: int


@dataclass(slots=True)
class _Reader:
    """What is known while names are read. A word is analysed once, whatever names it is in."""

    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    of_persons: dict[str, _Word] = field(default_factory=dict)
    of_others: dict[str, _Word] = field(default_factory=dict)
    rows: "array[int]" = field(default_factory=lambda: array("i"))
    tok: "array[int]" = field(default_factory=lambda: array("i"))
    written: list[bytes] = field(default_factory=list)
    entity: int = -1
    seen: set[tuple[int, ...]] = field(default_factory=set)

    def take(self, one: ListedName, text: str) -> None:
        """Read one name; the second of two that are alike to an entity adds nothing."""
        words, bits = self.read(text, one.sort)
        if one.entity != self.entity:
            self.entity = one.entity
            self.seen.clear()
        mark = (one.kind, bits, *words)
        if not words or mark in self.seen:
            return
        self.seen.add(mark)
        raw = text.encode()
        self.rows.extend((len(words), one.entity, one.kind, bits, len(raw)))
        self.tok.extend(words)
        self.written.append(raw)

    def read(self, text: str, sort: Sort) -> tuple[list[int], int]:
        """Numbers of the tokens of a name, and bits of its legal forms, as `analyse` has them."""
        person = sort == _PERSON
        known = self.of_persons if person else self.of_others
        numbers: list[int] = []
        bits = letters = 0
        for word in split_words(text, person):
            found = known.get(word)
            if found is None:
                found = known[word] = self._word(tokens_of_word(word, person), person)
            numbers += found.numbers
            bits |= found.bits
            letters += found.letters
        if not person and (letters > 1 or not numbers):
            # Letters in a row are joined; of nothing but stopwords or forms something is kept.
            found = self._word(analyse(text, sort).tokens, True)
            return list(found.numbers[:MAX_WORDS]), found.bits
        return numbers[:MAX_WORDS], bits

    def _word(self, tokens: Sequence[Token], every: bool) -> _Word:
        kept = [t for t in tokens if t.kind != _LEGAL and (every or not is_stopword(t))]
        numbers = tuple(
            self.numbers.setdefault((t.text, int(t.kind)), len(self.numbers)) for t in kept
        )
        letters = sum(t.kind == _LETTER for t in tokens)
        return _Word(numbers, legal_bits(tokens), letters)


def gather(listed: Iterable[ListedName]) -> Gathered:
    """Analyse names; the readings of a name with parentheses are names beside it.

    Args:
        listed: Names; those of one entity one after the other, so that what is said twice of it
            is seen.
    """
    reader = _Reader()
    for one in listed:
        reader.take(one, one.text)
        for text in readings(one.text, one.sort):
            reader.take(one, text)
    columns = np.frombuffer(reader.rows, np.int32).reshape(-1, 5).T
    sizes, entity, kind, legal, lengths = (np.ascontiguousarray(c) for c in columns)
    tok = np.array(reader.tok, np.int32)
    # Some tokens were read and then joined or cut off: only those of names are listed.
    used = np.zeros(len(reader.numbers), np.bool_)
    used[tok] = True
    tokens = [t for t, is_used in zip(reader.numbers, used.tolist(), strict=True) if is_used]
    tok = (np.cumsum(used, dtype=np.int32) - 1)[tok].astype(np.int32)
    return Gathered(tokens, sizes, tok, entity, kind, legal, b"".join(reader.written), lengths)


def joined(parts: Sequence[Gathered], entities: Sequence[int]) -> Gathered:
    """Join parts of a list; common words are known to every index.

    So a slip in one of them weighs no more than it, even where the list has it not.

    Args:
        parts: As `gather` gave them, each with entities numbered from 0.
        entities: How many each part has.
    """
    numbers = {(text, 0): i for i, text in enumerate(sorted({*common_words(), *legal_words()}))}
    tok = []
    for part in parts:
        own = [numbers.setdefault(token, len(numbers)) for token in part.tokens]
        tok.append(np.array(own, np.int32)[part.tok])
    begin = np.concatenate([[0], np.cumsum(entities)])
    owner = [part.entity + np.int32(at) for part, at in zip(parts, begin, strict=False)]

    def together(column: str) -> Numbers:
        return np.concatenate([getattr(part, column) for part in parts])

    return Gathered(
        list(numbers), together("sizes"), np.concatenate(tok), np.concatenate(owner),
        together("kind"), together("legal"), b"".join(p.written for p in parts),
        together("lengths"),
    )  # fmt: skip
