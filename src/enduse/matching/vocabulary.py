"""Words asked about, and the listed tokens near each; found once and remembered."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array, Vocabulary, Words, blob
from enduse.matching.build import meanings
from enduse.matching.expansion import LIKELY, Costs
from enduse.matching.jit import Kernels
from enduse.matching.similarity import arabic_costs, gap_costs, letter_costs
from enduse.matching.weights import token_weight
from enduse.names import Kind, Token, key, other_key, skeleton, sounds

# Steepness of the cost of edits, least similarity of words, the same across Arabic script,
# what is added to the length, cost of another first letter, what a second slip adds.
WORD_KNOBS = np.array([0.95, 0.7, 0.6, 1.05, 0.27, 0.3], np.float32)
SURE = 0.94
_REMEMBERED = 200_000
_WORD, _NUMBER = int(Kind.WORD), int(Kind.NUMBER)


class Word(NamedTuple):
    """A word asked about; initials says whether a listed initial may stand for it."""

    text: str
    kind: int
    initials: bool


@dataclass(frozen=True, slots=True)
class Near:
    """Listed tokens near a word, how near each is, and what the word is worth."""

    tokens: npt.NDArray[np.int32]
    sims: npt.NDArray[np.float32]
    weight: float
    best: float


@dataclass(slots=True)
class Lookup:
    """Finds and remembers listed tokens."""

    vocabulary: Vocabulary
    weights: Array
    entities: int
    kernels: Kernels
    _near: dict[Word, Near] = field(default_factory=dict)
    _cuts: dict[str, int] = field(default_factory=dict)

    def learn(self, words: Iterable[Word]) -> None:
        """Look up all words not yet known, at once."""
        if len(self._near) > _REMEMBERED:
            self._near.clear()
        new = [w for w in dict.fromkeys(words) if w not in self._near]
        if not new:
            return
        prepared = prepared_words(new, self.kernels)
        off, tokens, sims, best, weight = self.kernels.expand_words(
            prepared, self.vocabulary, self.weights, _costs()
        )
        ends, bests, weights = off.tolist(), best.tolist(), weight.tolist()
        for i, word in enumerate(new):
            part = slice(ends[i], ends[i + 1])
            likely = bests[i] >= LIKELY and word.kind in (_WORD, _NUMBER)
            worth = weights[i] if likely else self._worth(word)
            self._near[word] = Near(tokens[part], sims[part], worth, bests[i])

    def near(self, word: Word) -> Near:
        """Listed tokens near a word that was learnt."""
        return self._near[word]

    def knows(self, word: Word) -> bool:
        """Tell whether the word, or one that sounds like it, is listed."""
        return word.kind != _WORD or self._near[word].best >= SURE

    def learn_cuts(self, texts: Iterable[str]) -> None:
        """Look for two listed words in each of these."""
        if len(self._cuts) > _REMEMBERED:
            self._cuts.clear()
        new = [t for t in dict.fromkeys(texts) if t not in self._cuts and len(t) > 4]
        if new:
            found = self.kernels.cuts(*blob(new), self.vocabulary.text_hash)
            self._cuts.update(zip(new, found.tolist(), strict=True))

    def listed(self, texts: list[str]) -> list[bool]:
        """Tell which words stand in the lists, spelt so or by another romanisation."""
        if not texts:
            return []
        v = self.vocabulary
        arabic = [t[0] == "~" for t in texts]
        hashes = self.kernels.hash_texts(*blob([_sign(t) for t in texts]))
        found = np.where(arabic, _in(hashes, v.bone_hash), _in(hashes, v.key_hash))
        return [bool(f) for f in found]

    def cut(self, text: str) -> int:
        """Where a word falls into two listed ones; 0 if it does not."""
        return self._cuts.get(text, 0)

    def token_text(self, token: int) -> str:
        """A listed token by its number."""
        v = self.vocabulary
        return bytes(np.asarray(v.text_blob[v.text_off[token] : v.text_off[token + 1]])).decode()

    def _worth(self, word: Word) -> float:
        return token_weight(Token(word.text, Kind(word.kind), ""), 1, self.entities)


def prepared_words(words: list[Word], kernels: Kernels) -> Words:
    """Lay out words for the kernel."""
    texts = [w.text for w in words]
    keys = [_keys(t) for t in texts]
    ends = np.cumsum([len(some) for some in keys]).astype(np.int64)
    groups = [meanings(t) for t in texts]
    group_off = np.concatenate([[0], np.cumsum([len(g) for g in groups])]).astype(np.int64)
    bones = [skeleton(t) for t in texts]
    bone_hash = kernels.hash_texts(*blob(bones))
    bone_hash[np.array([not b for b in bones])] = 0
    return Words(
        *blob(texts), np.array([w.kind for w in words], np.uint8),
        *blob([k for some in keys for k in some]),
        np.concatenate([[0], ends[:-1]]).astype(np.int64), ends, *blob([sounds(t) for t in texts]),
        bone_hash, group_off, np.array([g for some in groups for g, _ in some], np.int64),
        np.array([s for some in groups for _, s in some], np.float32),
        np.array([w.initials for w in words], np.bool_),
    )  # fmt: skip


def _sign(text: str) -> str:
    return skeleton(text) if text[0] == "~" else key(text)


def _in(hashes: Array, table: Array) -> npt.NDArray[np.bool_]:
    if not len(table):
        return np.zeros(len(hashes), np.bool_)
    at = np.minimum(np.searchsorted(table, hashes), len(table) - 1)
    return np.asarray(table[at] == hashes)


@cache
def _costs() -> Costs:
    return Costs(letter_costs(), gap_costs(), *arabic_costs(), WORD_KNOBS)


@lru_cache(maxsize=200_000)
def _keys(text: str) -> tuple[str, ...]:
    other = other_key(text)
    return (key(text), other) if other else (key(text),)
