# Kernels are typed by numba.
# mypy: disallow-untyped-calls=False

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, Levenshtein

from enduse.matching import ListedName, NameIndex, Question
from enduse.matching.arrays import blob
from enduse.matching.jit import kernels, uncompiled
from enduse.matching.spelling.filing import Filed, filed_keys
from enduse.matching.spelling.hashing import hash_bytes, hash_texts
from enduse.matching.spelling.near import Lexicon, Scratch, key_candidates
from enduse.matching.spelling.similarity import (
    allowed_edits,
    gap_costs,
    letter_costs,
    note_letters,
    plain_distance,
    weighted_distance,
    within_two,
)
from enduse.names import Sort

WORDS = st.text(alphabet="abcde", min_size=1, max_size=12)


def raw(word: str) -> npt.NDArray[np.uint8]:
    return np.array(np.frombuffer(word.encode(), np.uint8))


@given(WORDS, WORDS, st.integers(1, 3))
def test_plain_distance_agrees_with_rapidfuzz_up_to_its_limit(a: str, b: str, limit: int) -> None:
    true = OSA.distance(a, b) if limit == 1 else Levenshtein.distance(a, b)
    assert plain_distance(raw(a), raw(b), limit) == min(true, limit + 1)


@given(WORDS, WORDS)
def test_parallel_bits_tell_words_within_two_edits(a: str, b: str) -> None:
    places = np.zeros(256, np.uint64)
    note_letters(raw(a), places)
    letters, near = raw("xx" + b + "y"), Levenshtein.distance(a, b) <= 2
    assert within_two(places, len(a), letters, 2, 2 + len(b)) == near


def cost_by_force(a: bytes, b: bytes) -> float:
    """The cheapest way over all cells."""
    costs, gaps = letter_costs(), gap_costs()
    cost = np.full((len(a) + 1, len(b) + 1), np.inf)
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            ways = [0.0] if i == j == 0 else []
            if i:
                ways.append(cost[i - 1, j] + gaps[a[i - 1]])
            if j:
                ways.append(cost[i, j - 1] + gaps[b[j - 1]])
            if i and j:
                ways.append(cost[i - 1, j - 1] + costs[a[i - 1], b[j - 1]])
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                ways.append(cost[i - 2, j - 2] + 0.9)
            cost[i, j] = min(ways)
    return float(cost[-1, -1])


@given(st.text(alphabet="aeiszkchq", min_size=1, max_size=9), st.data())
def test_words_within_two_edits_cost_what_all_ways_between_them_cost(
    word: str, data: st.DataObject
) -> None:
    other = word
    for _ in range(data.draw(st.integers(0, 2))):
        at, many = data.draw(st.integers(0, len(other))), data.draw(st.integers(0, 1))
        other = other[:at] + data.draw(st.sampled_from(["", *"aeiszkchq"])) + other[at + many :]
    room = np.full((3, 4), 7.0, np.float32)
    for a, b in ((raw(word), raw(other)), (raw(other), raw(word))):
        found = weighted_distance(a, b, letter_costs(), gap_costs(), room)
        assert found == pytest.approx(cost_by_force(a.tobytes(), b.tobytes()), abs=1e-5)


def near_by_force(word: str, others: list[str]) -> set[str]:
    found = set()
    for other in others:
        limit = allowed_edits(len(word), len(other))
        if limit and plain_distance(raw(word), raw(other), limit) <= limit:
            found.add(other)
    return found


@given(st.lists(WORDS, min_size=1, max_size=30, unique=True), WORDS)
def test_every_near_key_shares_a_form(others: list[str], word: str) -> None:
    filed = filed_keys(*blob(others))
    found = candidates(word, others, filed)
    assert near_by_force(word, others) - {word} <= found


def candidates(word: str, others: list[str], filed: Filed) -> set[str]:
    nothing = np.zeros(0, np.int32)
    lexicon = Lexicon(
        nothing, nothing, nothing, nothing, np.zeros(0, np.uint64), nothing, nothing, nothing,
        *filed, nothing, nothing,
    )  # fmt: skip
    scratch = Scratch.of(len(others) + 1, len(others) + 1)
    with np.errstate(over="ignore"):
        key_candidates(raw(word), lexicon, scratch)
    return {others[i] for i in scratch.found[: scratch.counters[2]]}


@given(st.lists(WORDS, min_size=1, max_size=20))
def test_hashes_of_many_words_at_once_are_those_of_each(words: list[str]) -> None:
    letters, off = blob(words)
    with np.errstate(over="ignore"):
        each = [hash_bytes(raw(word), 0, len(word), 0) for word in words]
    assert hash_texts(letters, off).tolist() == each


def test_compiled_and_uncompiled_kernels_find_the_same_near_words() -> None:
    listed = [ListedName(i, Sort.PERSON, n) for i, n in enumerate(("Kupolov Ivan", "Kupalov J."))]
    asked = [Question("Cupolov Ivan", Sort.PERSON, 0.1)]
    answers = []
    for chosen in (kernels(), uncompiled()):
        index = NameIndex.build(listed, [Sort.PERSON, Sort.PERSON], chosen)
        answers.append([(f.entity, f.score, f.paired) for f in index.ask(asked, 5)[0]])
    assert [a[::2] for a in answers[0]] == [a[::2] for a in answers[1]]
    assert [a[1] for a in answers[0]] == pytest.approx([a[1] for a in answers[1]], abs=1e-5)
