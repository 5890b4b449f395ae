"""The index of names: built, mapped from disk, asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from enduse.matching.alignment import KIND_SHIFT, KNOBS
from enduse.matching.arrays import Array, Names, Vocabulary, blob
from enduse.matching.asked import Question, Reading, all_readings, laid_out
from enduse.matching.build import ListedName, built, forms_of_bits
from enduse.matching.jit import Kernels
from enduse.matching.jit import kernels as choose
from enduse.matching.vocabulary import Lookup
from enduse.names import Sort


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
    text_blob: Array
    text_off: Array
    kernels: Kernels = field(default_factory=choose)

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
        kernels = kernels or choose()
        vocabulary, names, written = built(listed, sorts, kernels)
        lookup = Lookup(vocabulary, names.weight, len(sorts), kernels)
        return cls(lookup, names, *blob(written), kernels)

    def arrays(self) -> dict[str, Array]:
        """All arrays by name, to be saved."""
        out = {f"v_{k}": a for k, a in self.lookup.vocabulary._asdict().items()}
        out |= {f"n_{k}": a for k, a in self.names._asdict().items()}
        return out | {"text_blob": self.text_blob, "text_off": self.text_off}

    @classmethod
    def opened(cls, arrays: Mapping[str, Array]) -> "NameIndex":
        """Use arrays as `arrays` gave them; they may be mapped from disk, writable."""
        kernels = choose()
        vocabulary = Vocabulary(*(arrays[f"v_{k}"] for k in Vocabulary._fields))
        names = Names(*(arrays[f"n_{k}"] for k in Names._fields))
        lookup = Lookup(vocabulary, names.weight, len(names.sort), kernels)
        return cls(lookup, names, arrays["text_blob"], arrays["text_off"], kernels)

    def written(self, name: int) -> str:
        """A listed name as it stands in the list."""
        raw = self.text_blob[self.text_off[name] : self.text_off[name + 1]]
        return bytes(np.asarray(raw)).decode()

    def ask(self, questions: Sequence[Question], limit: int) -> list[list[Found]]:
        """Find the listed entities whose score reaches each question's floor, best first."""
        if not len(self.names.entity):
            return [[] for _ in questions]
        every = all_readings(questions, self.lookup)
        queries, expansions = laid_out(questions, every, self.lookup)
        scores, found, pairs, near = self.kernels.search(
            queries, self.names, expansions, limit, KNOBS
        )
        flat = [reading for some in every for reading in some]
        out: list[list[Found]] = [[] for _ in questions]
        for query, place in zip(*np.nonzero(found[:, :, 1] >= 0), strict=True):
            name, entity, number = found[query, place].tolist()
            reading = flat[number]
            size = len(reading.words)
            out[query].append(
                Found(
                    float(scores[query, place]),
                    name,
                    entity,
                    reading,
                    tuple(pairs[query, place, :size].tolist()),
                    tuple(near[query, place, :size].tolist()),
                )  # fmt: skip
            )
        return out

    def score_each(self, text: str, sort: Sort = Sort.UNKNOWN) -> Array:
        """Score every listed name, without retrieval: what `ask` must agree with."""
        question = Question(text, sort)
        every = all_readings([question], self.lookup)
        queries, expansions = laid_out([question], every, self.lookup)
        found: Array = self.kernels.score_all(queries, self.names, expansions, KNOBS)[0]
        return found

    def tokens(self, name: int) -> list[int]:
        """Numbers of the tokens of a listed name."""
        return [int(t) for t in self.names.tok[self.names.off[name] : self.names.off[name + 1]]]

    def name_kind(self, name: int) -> int:
        """STRONG, FORMER or WEAK."""
        return int(self.names.facts[name]) >> KIND_SHIFT & 3

    def legal_forms(self, name: int) -> list[str]:
        """Families of legal forms in a listed name."""
        return forms_of_bits(int(self.names.facts[name]) & 255)
