"""Listed names read into numbers of tokens: the part of building that costs most, word by word.

Parts of a list may be read apart, in processes of their own, and joined.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.listed.reading import FAMILIES, Places, Read, Reader, ranges
from enduse.names import Sort, common_words, legal_words, readings

STRONG, FORMER, WEAK = 0, 1, 2
Numbers = npt.NDArray[np.int32]
# So many names are read together.
_AT_ONCE = 50_000
_ODD = np.uint64(0x9E3779B97F4A7C15)


class ListedName(NamedTuple):
    """One name of one listed entity: its number, what kind of thing, and how firm the name."""

    entity: int
    sort: Sort
    text: str
    kind: int = STRONG


@lru_cache(maxsize=256)
def forms_of_bits(bits: int) -> tuple[str, ...]:
    """Families of legal forms behind the bits, by their best-known member.

    Example:
        >>> forms_of_bits(1 | 4)
        ('llc', 'soe')
    """
    return tuple(FAMILIES[1 << i] for i in range(8) if bits & 1 << i)


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


@dataclass(slots=True)
class _Columns:
    """Names as they come, by column."""

    text: list[str] = field(default_factory=list)
    # Of each name its entity, sort and kind.
    facts: "array[int]" = field(default_factory=lambda: array("i"))

    def add(self, entity: int, sort: Sort, text: str, kind: int) -> None:
        """Take a name, and the readings of one with parentheses as names beside it."""
        self.text.append(text)
        self.facts.extend((entity, sort, kind))
        for more in readings(text, sort):
            self.text.append(more)
            self.facts.extend((entity, sort, kind))


def gather(listed: Iterable[ListedName]) -> Gathered:
    """Analyse names; the readings of a name with parentheses are names beside it.

    Args:
        listed: Names; those of one entity one after the other, so that what is said twice of it
            is seen.
    """
    reader, parts, columns = Reader(), list[Gathered](), _Columns()
    entity = -1
    for one in listed:
        if one.entity != entity and len(columns.text) > _AT_ONCE:
            parts.append(_taken(reader, columns))
            columns = _Columns()
        entity = one.entity
        columns.add(*one)
    parts.append(_taken(reader, columns))
    tok = np.concatenate([part.tok for part in parts])
    # Some tokens were read and then joined or cut off: only those of names are listed.
    used = np.zeros(len(reader.numbers), np.bool_)
    used[tok] = True
    tokens = [t for t, is_used in zip(reader.numbers, used.tolist(), strict=True) if is_used]
    return _stacked(tokens, (np.cumsum(used, dtype=np.int32) - 1)[tok].astype(np.int32), parts)


def _taken(reader: Reader, columns: _Columns) -> Gathered:
    """Read the names; of two that are alike to an entity the second adds nothing."""
    entity, sort, kind = np.array(columns.facts, np.int32).reshape(-1, 3).T
    read = reader.read(columns.text, sort)
    new = _first_of_its_kind(read, entity, kind)
    raw = [columns.text[n].encode() for n in np.flatnonzero(new).tolist()]
    return Gathered(
        [], read.sizes[new], read.tok[np.repeat(new, read.sizes)], entity[new], kind[new],
        read.legal[new], b"".join(raw), np.array([len(one) for one in raw], np.int32),
    )  # fmt: skip


def _first_of_its_kind(read: Read, entity: Numbers, kind: Numbers) -> npt.NDArray[np.bool_]:
    """Which names have words, and are not said of their entity a second time."""
    place = ranges(np.zeros_like(read.sizes), read.sizes)
    mixed = (read.tok.astype(np.uint64) + np.uint64(1)) * _ODD ** (place + 1).astype(np.uint64)
    sums = np.append(np.uint64(0), np.cumsum(mixed, dtype=np.uint64))
    ends = np.cumsum(read.sizes, dtype=np.int64)
    words = sums[ends] - sums[ends - read.sizes]
    remarks = kind << 8 | read.legal
    columns = (words, remarks, read.sizes, entity)
    order = np.lexsort(columns)
    again = read.sizes[order[1:]] > 0
    for column in columns:
        again &= column[order[1:]] == column[order[:-1]]
    one, other = order[:-1][again], order[1:][again]
    new = read.sizes > 0
    new[other[_same_tokens(read, one, other)]] = False
    return new


def _same_tokens(read: Read, one: Places, other: Places) -> npt.NDArray[np.bool_]:
    """Whether two names of equal length have the same tokens; their sums are only a hint."""
    sizes = read.sizes[one]
    if not len(sizes):
        return np.zeros(0, np.bool_)
    begin = np.cumsum(read.sizes, dtype=np.int64) - read.sizes
    same = read.tok[ranges(begin[one], sizes)] == read.tok[ranges(begin[other], sizes)]
    return np.logical_and.reduceat(same, np.cumsum(sizes) - sizes)


def _stacked(tokens: list[tuple[str, int]], tok: Numbers, parts: Sequence[Gathered]) -> Gathered:
    """Names of several parts, one after the other."""

    def column(name: str) -> Numbers:
        return np.concatenate([getattr(part, name) for part in parts])

    return Gathered(
        tokens, column("sizes"), tok, column("entity"), column("kind"), column("legal"),
        b"".join([part.written for part in parts]), column("lengths"),
    )  # fmt: skip


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
    parts = [
        replace(part, entity=part.entity + np.int32(at))
        for part, at in zip(parts, begin, strict=False)
    ]
    return _stacked(list(numbers), np.concatenate(tok), parts)
