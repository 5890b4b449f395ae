"""The index of names: built, mapped from disk, asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from enduse.matching.alignment import KNOBS
from enduse.matching.arrays import Array, Expansions, Names, Queries, Vocabulary, blob
from enduse.matching.asked import (
    OTHER_READING,
    Question,
    Reading,
    Weighed,
    first_readings,
    prepared_queries,
    prepared_words,
)
from enduse.matching.build import ListedName, built
from enduse.matching.jit import Kernels, compiled, kept, uncompiled
from enduse.matching.weights import token_weight
from enduse.names import Kind, Sort, Token

# Steepness of the cost of edits, least similarity of words, the same across Arabic script.
WORD_KNOBS = np.array([0.95, 0.7, 0.6], np.float32)
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name that reached the floor.

    Attributes:
        score: 0 to 1.
        name: Its number among the listed names.
        entity: Its entity's number.
    """

    score: float
    name: int
    entity: int


@dataclass(slots=True)
class NameIndex:
    """Names of listed entities, ready to be asked.

    Example:
        >>> index = NameIndex.build([ListedName(0, Sort.ORGANISATION, "Kupol JSC")], [2])
        >>> [f.entity for f in index.ask([Question("АО Купол")], limit=5)[0]]
        [0]
    """

    vocabulary: Vocabulary
    names: Names
    text_blob: Array
    text_off: Array
    kernels: Kernels
    _expanded: dict[tuple[Token, bool], tuple[Array, Array, float]] = field(default_factory=dict)

    @classmethod
    def build(cls, listed: Iterable[ListedName], sorts: Sequence[int]) -> "NameIndex":
        """Build the index.

        Args:
            listed: All names of all entities.
            sorts: `Sort` of each entity, by number.
        """
        kernels = compiled() if kept() else uncompiled()
        vocabulary, names, written = built(listed, sorts, kernels)
        return cls(vocabulary, names, *blob(written), kernels)

    def arrays(self) -> dict[str, Array]:
        """All arrays by name, to be saved."""
        out = {f"v_{k}": a for k, a in self.vocabulary._asdict().items()}
        out |= {f"n_{k}": a for k, a in self.names._asdict().items()}
        return out | {"text_blob": self.text_blob, "text_off": self.text_off}

    @classmethod
    def opened(cls, arrays: Mapping[str, Array]) -> "NameIndex":
        """Use arrays as `arrays` gave them; they may be mapped from disk."""
        return cls(
            Vocabulary(*(arrays[f"v_{k}"] for k in Vocabulary._fields)),
            Names(*(arrays[f"n_{k}"] for k in Names._fields)),
            arrays["text_blob"],
            arrays["text_off"],
            compiled() if kept() else uncompiled(),
        )

    def written(self, name: int) -> str:
        """A listed name as it stands in the list."""
        raw = self.text_blob[self.text_off[name] : self.text_off[name + 1]]
        return bytes(np.asarray(raw, np.uint8)).decode()

    def token_text(self, token: int) -> str:
        """A listed token by its number."""
        v = self.vocabulary
        return bytes(np.asarray(v.text_blob[v.text_off[token] : v.text_off[token + 1]])).decode()

    def ask(self, questions: Sequence[Question], limit: int) -> list[list[Found]]:
        """Find the listed entities whose score reaches each question's floor, best first."""
        if not len(self.names.entity):
            return [[] for _ in questions]
        weighed = self.weighed(questions)
        queries, expansions = self.laid_out(weighed, questions)
        scores, found = self.kernels.search(
            queries, self.names, self.vocabulary, expansions, limit, KNOBS
        )
        return [
            [
                Found(float(s), int(name), int(entity))
                for s, (name, entity) in zip(row, pairs, strict=True)
                if name >= 0
            ]
            for row, pairs in zip(scores, found, strict=True)
        ]

    def weighed(self, questions: Sequence[Question]) -> list[list[tuple[Reading, bool]]]:
        """All readings of each question; the flag says whether initials may stand for words."""
        firsts = [first_readings(q) for q in questions]
        flags = [q.sort in (Sort.PERSON, Sort.UNKNOWN) for q in questions]
        self._expand(
            {(t, f) for rs, f in zip(firsts, flags, strict=True) for r in rs for t in r.words}
        )
        every = [
            rs + [o for r in rs[:1] for o in self._other_readings(r, f)]
            for rs, f in zip(firsts, flags, strict=True)
        ]
        self._expand(
            {(t, f) for rs, f in zip(every, flags, strict=True) for r in rs for t in r.words}
        )
        return [[(r, f) for r in rs] for rs, f in zip(every, flags, strict=True)]

    def laid_out(
        self, asked: Sequence[Sequence[tuple[Reading, bool]]], questions: Sequence[Question]
    ) -> tuple[Queries, Expansions]:
        """Arrays for the kernel."""
        numbers: dict[tuple[Token, bool], int] = {}
        weighed = []
        for readings in asked:
            some = []
            for reading, flag in readings:
                at = tuple(numbers.setdefault((t, flag), len(numbers)) for t in reading.words)
                some.append(
                    Weighed(reading, at, tuple(self._expanded[t, flag][2] for t in reading.words))
                )
            weighed.append(some)
        parts = [self._expanded[word] for word in numbers]
        off = np.concatenate([[0], np.cumsum([len(p[0]) for p in parts])]).astype(np.int64)
        letters = [ord(t.text[-1]) if t.kind == Kind.LETTER and flag else 0 for t, flag in numbers]
        expansions = Expansions(
            off,
            np.concatenate([p[0] for p in parts] or [np.zeros(0, np.int32)]),
            np.concatenate([p[1] for p in parts] or [np.zeros(0, np.float32)]),
            np.array(letters, np.uint8),
        )
        return prepared_queries(weighed, questions), expansions

    def _expand(self, words: set[tuple[Token, bool]]) -> None:
        if len(self._expanded) > _REMEMBERED:
            self._expanded.clear()
        new = sorted(words - self._expanded.keys(), key=lambda w: (w[0].text, w[1]))
        if not new:
            return
        v = self.vocabulary
        scratch = (
            np.zeros(len(v.kind), np.float32), np.zeros(len(v.kind), np.int32),
            np.zeros(len(v.key_hash), np.int32), np.zeros(len(v.key_hash) + 1, np.int32),
            np.zeros(1, np.int32),
        )  # fmt: skip
        prepared = prepared_words(new, self.kernels)
        off, tok, sim = self.kernels.expand_words(prepared, v, scratch, WORD_KNOBS)
        for i, word in enumerate(new):
            part, near = tok[off[i] : off[i + 1]], sim[off[i] : off[i + 1]]
            self._expanded[word] = (part, near, self._weight(word[0], part, near))

    def _weight(self, token: Token, near: Array, sims: npt.NDArray[np.float32]) -> float:
        entities = len(self.names.sort)
        if token.kind in (Kind.PARTICLE, Kind.LETTER) or not len(near):
            return token_weight(token, 1, entities)
        best = int(np.argmax(sims))
        if sims[best] < 0.8:
            return token_weight(token, 1, entities)
        return float(self.vocabulary.weight[near[best]])

    def _other_readings(self, reading: Reading, flag: bool) -> list[Reading]:
        """Words written together or apart, where that gives listed words."""
        words = reading.words
        strange = [not self._known((t, flag)) for t in words]
        found: list[Reading] = []
        for i, token in enumerate(words):
            if i + 1 < len(words) and (strange[i] or strange[i + 1]):
                joined = Token(token.text + words[i + 1].text.removeprefix("~"), Kind.WORD,
                               f"{token.written} {words[i + 1].written}")  # fmt: skip
                self._expand({(joined, flag)})
                if self._known((joined, flag)):
                    found.append(_with(reading, i, i + 2, (joined,), "joined"))
            if strange[i] and token.kind == Kind.WORD:
                found += self._split(reading, i, flag)
        return found[:4]

    def _split(self, reading: Reading, at: int, flag: bool) -> list[Reading]:
        token, found = reading.words[at], []
        for cut in range(2, len(token.text) - 1):
            halves = (token.text[:cut], token.text[cut:])
            pair = tuple(Token(h, Kind.WORD, token.written) for h in halves)
            if all(self._listed(h) for h in halves):
                found.append((min(map(len, halves)), _with(reading, at, at + 1, pair, "split")))
        found.sort(key=lambda f: -f[0])
        return [r for _, r in found[:2]]

    def _listed(self, text: str) -> bool:
        v = self.vocabulary
        wanted = self.kernels.hash_texts(*blob([text]))[0]
        at = int(np.searchsorted(v.text_hash, wanted))
        return at < len(v.text_hash) and v.text_hash[at] == wanted

    def _known(self, word: tuple[Token, bool]) -> bool:
        sims = self._expanded[word][1]
        return bool(len(sims)) and float(sims.max()) >= 0.94


def _with(
    reading: Reading, start: int, end: int, instead: tuple[Token, ...], remark: str
) -> Reading:
    words = reading.words[:start] + instead + reading.words[end:]
    return Reading(reading.name, words[:16], reading.worth * OTHER_READING, remark)
