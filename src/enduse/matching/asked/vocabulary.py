"""Words asked about, and the listed tokens near each; found once and remembered."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array, Vocabulary, Words, blob
from enduse.matching.asked.pool import Pool, Word
from enduse.matching.jit import Chosen
from enduse.matching.listed.build import meanings
from enduse.matching.listed.weights import token_weight
from enduse.matching.spelling.expansion import LIKELY
from enduse.matching.spelling.hashing import hash_texts
from enduse.matching.spelling.near import Costs, Scratch
from enduse.matching.spelling.similarity import arabic_costs, gap_costs, letter_costs
from enduse.names import (
    Kind,
    Token,
    all_sounds,
    keys,
    other_keys,
    skeletons,
)

# Steepness of the cost of edits, least similarity of words, the same across Arabic script,
# what is added to the length, cost of another first letter, what a second slip adds.
WORD_KNOBS = np.array([0.95, 0.7, 0.6, 1.05, 0.27, 0.3], np.float32)
SURE = 0.94
_REMEMBERED = 200_000
_WORD, _NUMBER = int(Kind.WORD), int(Kind.NUMBER)


@dataclass(frozen=True, slots=True)
class Near:
    """Listed tokens near a word, the nearest first, how near each is, and the word's worth."""

    tokens: Array
    sims: Array
    weight: float
    best: float


@dataclass(slots=True)
class Lookup:
    """Finds and remembers listed tokens."""

    vocabulary: Vocabulary
    weights: Array
    entities: int
    kernels: Chosen
    pool: Pool = field(default_factory=Pool)
    _scratch: list[Scratch] = field(default_factory=list)
    _cuts: dict[str, int] = field(default_factory=dict)
    _texts: dict[int, str] = field(default_factory=dict)

    def start(self) -> None:
        """Forget what fills too much memory; only between two rounds of questions."""
        if self.pool.is_full:
            self.pool = Pool()

    def learn(self, words: Iterable[Word]) -> None:
        """Look up all words not yet known, at once."""
        new = [w for w in dict.fromkeys(words) if w not in self.pool.numbers]
        if not new:
            return
        scratch = self._scratch.pop() if self._scratch else self._fresh_scratch()
        off, tokens, sims, best, weight = self.kernels.now.expand_words(
            prepared_words(new), self.vocabulary, self.weights, _costs(), scratch
        )
        self._scratch.append(scratch)
        bests, weights = best.tolist(), weight.tolist()
        for i, word in enumerate(new):
            if bests[i] < LIKELY or word.kind not in (_WORD, _NUMBER):
                weights[i] = self._worth(word)
        self.pool.add(new, (off, tokens, sims), bests, weights)

    def near(self, word: Word) -> Near:
        """Listed tokens near a word that was learnt."""
        pool, number = self.pool, self._number(word)
        part = slice(pool.off[number], pool.off[number + 1])
        return Near(pool.tok[part], pool.sim[part], pool.weights[number], pool.bests[number])

    def weight(self, word: Word) -> float:
        """What a word that was learnt is worth, 0 to 1."""
        return self.pool.weights[self._number(word)]

    def knows(self, word: Word) -> bool:
        """Tell whether the word, or one that sounds like it, is listed."""
        return word.kind != _WORD or self.pool.bests[self.pool.numbers[word]] >= SURE

    def learn_cuts(self, texts: Iterable[str]) -> None:
        """Look for two listed words in each of these."""
        if len(self._cuts) > _REMEMBERED:
            self._cuts.clear()
        new = [t for t in dict.fromkeys(texts) if t not in self._cuts and len(t) > 4]
        if new:
            found = self.kernels.now.cuts(*blob(new), self.vocabulary.text_hash)
            self._cuts.update(zip(new, found.tolist(), strict=True))

    def listed(self, texts: list[str]) -> list[bool]:
        """Tell which words stand in the lists, spelt so or by another romanisation."""
        if not texts:
            return []
        v = self.vocabulary
        heard: list[bool] = _in(hash_texts(*blob(keys(texts))), v.key_hash).tolist()
        arabic = [number for number, text in enumerate(texts) if text[0] == "~"]
        if arabic:
            bones = hash_texts(*blob(skeletons([texts[number] for number in arabic])))
            for number, found in zip(arabic, _in(bones, v.bone_hash).tolist(), strict=True):
                heard[number] = found
        return heard

    def cut(self, text: str) -> int:
        """Where a word falls into two listed ones; 0 if it does not."""
        return self._cuts.get(text, 0)

    def token_text(self, token: int) -> str:
        """A listed token by its number."""
        text = self._texts.get(token)
        if text is None:
            if len(self._texts) > _REMEMBERED:
                self._texts.clear()
            v = self.vocabulary
            raw = v.text_blob[v.text_off[token] : v.text_off[token + 1]]
            text = self._texts[token] = raw.tobytes().decode()
        return text

    def _number(self, word: Word) -> int:
        number = self.pool.numbers.get(word)
        if number is None:
            self.learn([word])
            number = self.pool.numbers[word]
        return number

    def _fresh_scratch(self) -> Scratch:
        return Scratch.of(len(self.vocabulary.kind), len(self.vocabulary.key_hash))

    def _worth(self, word: Word) -> float:
        return token_weight(Token(word.text, Kind(word.kind), ""), 1, self.entities)


def prepared_words(words: list[Word]) -> Words:
    """Lay out words for the kernel."""
    texts = [w.text for w in words]
    others = other_keys(texts)
    pairs = [
        (k, o) if (o := others.get(t)) else (k,) for t, k in zip(texts, keys(texts), strict=True)
    ]
    ends = np.cumsum([len(some) for some in pairs]).astype(np.int64)
    groups = [meanings(t) for t in texts]
    group_off = np.concatenate([[0], np.cumsum([len(g) for g in groups])]).astype(np.int64)
    bones = skeletons(texts)
    bone_hash = hash_texts(*blob(bones))
    bone_hash[np.array([not b for b in bones])] = 0
    return Words(
        *blob(texts), np.array([w.kind for w in words], np.uint8),
        *blob([k for some in pairs for k in some]),
        np.concatenate([[0], ends[:-1]]).astype(np.int64), ends, *blob(all_sounds(texts)),
        bone_hash, group_off, np.array([g for some in groups for g, _ in some], np.int64),
        np.array([s for some in groups for _, s in some], np.float32),
        np.array([w.initials for w in words], np.bool_),
    )  # fmt: skip


def _in(hashes: Array, table: Array) -> npt.NDArray[np.bool_]:
    if not len(table):
        return np.zeros(len(hashes), np.bool_)
    at = np.minimum(np.searchsorted(table, hashes), len(table) - 1)
    return np.asarray(table[at] == hashes)


@cache
def _costs() -> Costs:
    return Costs(letter_costs(), gap_costs(), *arabic_costs(), WORD_KNOBS)
