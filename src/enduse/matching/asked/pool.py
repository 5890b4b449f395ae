"""The listed tokens near each word asked about, kept in arrays that grow as words are learnt."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array, Expansions

Number = TypeVar("Number", bound=np.generic)
_MOST_WORDS, _MOST_TOKENS = 300_000, 8_000_000


class Word(NamedTuple):
    """A word asked about; initials says whether a listed initial may stand for it."""

    text: str
    kind: int
    initials: bool


@dataclass(slots=True)
class Pool:
    """What was learnt, by the number of the word.

    Attributes:
        numbers: Number of each word.
        weights: What each word is worth.
        bests: How near the nearest listed token is.
        off: Where the tokens of a word begin.
        tok: Listed tokens near the words, the nearest of each first.
        sim: How near each is.
    """

    numbers: dict[Word, int] = field(default_factory=dict)
    weights: list[float] = field(default_factory=list)
    bests: list[float] = field(default_factory=list)
    off: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(1024, np.int64))
    tok: npt.NDArray[np.int32] = field(default_factory=lambda: np.zeros(1024, np.int32))
    sim: npt.NDArray[np.float32] = field(default_factory=lambda: np.zeros(1024, np.float32))

    @property
    def is_full(self) -> bool:
        """Tell whether so much is held that it should be forgotten."""
        many = len(self.numbers)
        return many > _MOST_WORDS or bool(self.off[many] > _MOST_TOKENS)

    def add(
        self,
        words: Sequence[Word],
        found: tuple[Array, Array, Array],
        bests: Sequence[float],
        weights: Sequence[float],
    ) -> None:
        """Add words with what the kernel found for them: offsets, tokens, nearness."""
        off, tokens = np.asarray(found[0]), np.asarray(found[1])
        sims = np.asarray(found[2], np.float32)
        begin, many = len(self.numbers), len(words)
        start = int(self.off[begin])
        end = start + len(tokens)
        self.off = _grown(self.off, begin + many + 1)
        self.tok, self.sim = _grown(self.tok, end), _grown(self.sim, end)
        self.off[begin + 1 : begin + many + 1] = off[1:] + start
        self.tok[start:end], self.sim[start:end] = tokens, sims
        self.weights += weights
        self.bests += bests
        self.numbers.update(zip(words, range(begin, begin + many), strict=True))

    def expansions(self) -> Expansions:
        """All that is held, for the kernel."""
        return Expansions(self.off, self.tok, self.sim)


def _grown(held: npt.NDArray[Number], size: int) -> npt.NDArray[Number]:
    """The array, with room for at least so many."""
    if size <= len(held):
        return held
    out = np.zeros(max(size, 2 * len(held)), held.dtype)
    out[: len(held)] = held
    return out
