"""The index of names: built, mapped from disk, asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np

from enduse.matching.arrays import Array, Letters, Names, Vocabulary
from enduse.matching.asked.question import Question, Reading, all_readings, laid_out
from enduse.matching.asked.vocabulary import Lookup
from enduse.matching.jit import Chosen, Kernels, uncompiled
from enduse.matching.jit import kernels as choose
from enduse.matching.listed.build import built
from enduse.matching.listed.gather import Gathered, ListedName, forms_of_bits, gather, joined
from enduse.matching.search.alignment import KIND_SHIFT, KNOBS
from enduse.matching.search.retrieval import Marks
from enduse.names import Sort, learn_keys


@dataclass(frozen=True, slots=True)
class Found:
    """A listed name that reached the floor.

    Attributes:
        score: 0 to 1.
        name: Its number among the listed names.
        entity: Its entity's number.
        reading: The reading of the question that agreed best.
        paired: For each word of the reading its place in the listed name, or -1.
        near: How near each pair is, 0 to 1.
    """

    score: float
    name: int
    entity: int
    reading: Reading
    paired: tuple[int, ...] = ()
    near: tuple[float, ...] = ()


@dataclass(slots=True)
class NameIndex:
    """Names of listed entities, ready to be asked.

    Example:
        >>> index = NameIndex.build([ListedName(0, Sort.ORGANISATION, "Kupol JSC")], [2])
        >>> [f.entity for f in index.ask([Question("АО Купол")], limit=5)[0]]
        [0]
    """

    lookup: Lookup
    names: Names
    text_blob: Letters
    text_off: Array
    kernels: Chosen = field(default_factory=Chosen)
    _marks: list[Marks] = field(default_factory=list)
    # What words mean is learnt by one thread at a time; the search itself runs side by side.
    _turn: Lock = field(default_factory=Lock)

    @classmethod
    def build(
        cls, listed: Iterable[ListedName], sorts: Sequence[int], kernels: Kernels | None = None
    ) -> "NameIndex":
        """Build the index.

        Args:
            listed: All names of all entities.
            sorts: `Sort` of each entity, by number.
            kernels: What runs; where not given, compiled kernels if they lie in the cache.
        """
        return cls.of_parts([gather(listed)], [sorts], kernels)

    @classmethod
    def of_parts(
        cls,
        parts: Sequence[Gathered],
        sorts: Sequence[Sequence[int]],
        kernels: Kernels | None = None,
    ) -> "NameIndex":
        """Build the index from parts of a list that were read apart.

        Args:
            parts: As `gather` gave them, each with entities numbered from 0; the second part's
                first entity follows the first part's last.
            sorts: Of each part the `Sort` of its entities.
            kernels: As for `build`.
        """
        chosen = Chosen(kernels)
        g = joined(parts, [len(some) for some in sorts])
        vocabulary, names, written, off = built(g, [sort for some in sorts for sort in some])
        lookup = Lookup(vocabulary, names.weight, len(names.sort), chosen)
        return cls(lookup, names, written, off, chosen)

    def __len__(self) -> int:
        """Count the names."""
        return len(self.names.entity)

    def arrays(self) -> dict[str, Array]:
        """All arrays by name, to be saved."""
        out = {f"v_{k}": a for k, a in self.lookup.vocabulary._asdict().items()}
        out |= {f"n_{k}": a for k, a in self.names._asdict().items()}
        return out | {"text_blob": self.text_blob[:], "text_off": self.text_off}

    @classmethod
    def opened(cls, arrays: Mapping[str, Any]) -> "NameIndex":
        """Use arrays as `arrays` gave them; they may be mapped from disk, writable.

        "text_blob" may stay there, as something that gives stretches of bytes.
        """
        chosen = Chosen()
        vocabulary = Vocabulary(*(arrays[f"v_{k}"] for k in Vocabulary._fields))
        names = Names(*(arrays[f"n_{k}"] for k in Names._fields))
        lookup = Lookup(vocabulary, names.weight, len(names.sort), chosen)
        return cls(lookup, names, arrays["text_blob"], arrays["text_off"], chosen)

    def take_compiled(self) -> bool:
        """Change to compiled kernels if they are there by now; tells whether they are used."""
        self.kernels.held = choose()
        return self.kernels.held is not uncompiled()

    def stay_uncompiled(self) -> None:
        """Run uncompiled: for a question or two, loading compiled kernels takes longer."""
        self.kernels.held = uncompiled()

    def written(self, name: int) -> str:
        """A listed name as it stands in the list."""
        raw = self.text_blob[self.text_off[name] : self.text_off[name + 1]]
        return raw.tobytes().decode()

    def ask(self, questions: Sequence[Question], limit: int) -> list[list[Found]]:
        """Find the listed entities whose score reaches each question's floor, best first."""
        if not len(self.names.entity):
            return [[] for _ in questions]
        with self._turn:
            every = all_readings(questions, self.lookup)
            queries, expansions = laid_out(questions, every, self.lookup)
        marks = self._marks.pop() if self._marks else self._fresh_marks()
        scores, found, pairs, near = self.kernels.now.search(
            queries, self.names, expansions, limit, KNOBS, marks
        )
        self._marks.append(marks)
        flat = [reading for some in every for reading in some]
        out: list[list[Found]] = [[] for _ in questions]
        query, place = np.nonzero(found[:, :, 1] >= 0)
        columns = (query, scores[query, place], found[query, place], pairs[query, place],
                   near[query, place])  # fmt: skip
        for number, score, hit, pair, nearness in zip(*(c.tolist() for c in columns), strict=True):
            name, entity, at = hit
            reading = flat[at]
            size = len(reading.words)
            paired, nears = tuple(pair[:size]), tuple(nearness[:size])
            out[number].append(Found(score, name, entity, reading, paired, nears))
        return out

    def _fresh_marks(self) -> Marks:
        return Marks.of(len(self.names.weight))

    def score_each(self, text: str, sort: Sort = Sort.UNKNOWN) -> Array:
        """Score every listed name, without retrieval: what `ask` must agree with."""
        question = Question(text, sort)
        every = all_readings([question], self.lookup)
        queries, expansions = laid_out([question], every, self.lookup)
        found: Array = self.kernels.now.score_all(queries, self.names, expansions, KNOBS)[0]
        return found

    def tokens(self, name: int) -> list[int]:
        """Numbers of the tokens of a listed name."""
        part = self.names.tok[self.names.off[name] : self.names.off[name + 1]]
        return [token if token >= 0 else ~token for token in part.tolist()]

    def learn_pairs(self, found: Iterable[Found]) -> None:
        """Make ready what `how_paired` needs to tell how the words of these agree, all at once."""
        words = set[str]()
        for one in found:
            texts = [self.lookup.token_text(token) for token in self.tokens(one.name)]
            for word, at in zip(one.reading.tokens, one.paired, strict=True):
                if at >= 0 and word.text != texts[at]:
                    words |= {word.text, texts[at]}
        learn_keys(words)

    def name_kind(self, name: int) -> int:
        """STRONG, FORMER or WEAK."""
        return int(self.names.facts[name]) >> KIND_SHIFT & 3

    def legal_forms(self, name: int) -> tuple[str, ...]:
        """Families of legal forms in a listed name."""
        return forms_of_bits(int(self.names.facts[name]) & 255)
