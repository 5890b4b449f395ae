# Kernels are typed by numba.
# mypy: disallow-untyped-calls=False

from typing import Any

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, Levenshtein

from enduse.matching.jit import kernels, uncompiled
from enduse.matching.similarity import (
    allowed_edits,
    note_letters,
    noted_distance,
    plain_distance,
)

WORDS = st.text(alphabet="abcde", min_size=1, max_size=12)


def raw(word: str) -> npt.NDArray[np.uint8]:
    return np.array(np.frombuffer(word.encode(), np.uint8))


@given(WORDS, WORDS, st.integers(1, 3))
def test_plain_distance_agrees_with_rapidfuzz_up_to_its_limit(a: str, b: str, limit: int) -> None:
    true = OSA.distance(a, b) if limit == 1 else Levenshtein.distance(a, b)
    assert plain_distance(raw(a), raw(b), limit) == min(true, limit + 1)


@given(WORDS, WORDS)
def test_parallel_bits_count_the_same_edits(a: str, b: str) -> None:
    places = np.zeros(256, np.uint64)
    with np.errstate(over="ignore"):
        note_letters(raw(a), places)
        assert noted_distance(places, len(a), raw(b)) == Levenshtein.distance(a, b)


def near_by_force(word: str, others: list[str]) -> set[str]:
    found = set()
    for other in others:
        limit = allowed_edits(len(word), len(other))
        if limit and plain_distance(raw(word), raw(other), limit) <= limit:
            found.add(other)
    return found


@given(st.lists(WORDS, min_size=1, max_size=30, unique=True), WORDS)
def test_every_near_key_shares_a_signature(others: list[str], word: str) -> None:
    from enduse.matching.arrays import blob

    text_blob, text_off = blob(others)
    room = (len(others) * 40,)
    hashes, owners = np.empty(room, np.uint64), np.empty(room, np.int32)
    many = uncompiled().signatures(text_blob, text_off, hashes, owners)
    order = np.argsort(hashes[:many], kind="stable")
    found = candidates(word, others, hashes[:many][order], owners[:many][order])
    assert near_by_force(word, others) - {word} <= found


def candidates(
    word: str, others: list[str], hashes: npt.NDArray[np.uint64], owners: npt.NDArray[np.int32]
) -> set[str]:
    from enduse.matching.expansion import Lexicon, Scratch, key_candidates

    nothing = np.zeros(0, np.int32)
    lexicon = Lexicon(
        nothing, nothing, nothing, nothing, np.zeros(0, np.uint64), nothing, nothing, nothing,
        nothing, hashes, owners, np.zeros(0, np.uint64), nothing,
    )  # fmt: skip
    size = len(others) + 1
    scratch = Scratch(
        np.zeros(size, np.float32), np.zeros(size, np.int32), np.zeros(size, np.int32),
        np.zeros(size, np.int32), np.zeros(256, np.uint64), np.zeros(3, np.int32),
    )  # fmt: skip
    with np.errstate(over="ignore"):
        key_candidates(raw(word), lexicon, scratch)
    return {others[i] for i in scratch.found[: scratch.counters[2]]}


def test_compiled_and_uncompiled_kernels_hash_alike() -> None:
    from enduse.matching.arrays import blob

    words = blob(["kupol", "vektor", ""])
    assert (kernels().hash_texts(*words) == uncompiled().hash_texts(*words)).all()


@given(st.lists(WORDS, min_size=1, max_size=20))
def test_signatures_written_at_once_are_those_of_the_kernels(words: list[str]) -> None:
    from enduse.matching import arrayed, expansion
    from enduse.matching.arrays import blob

    letters, off = blob(words)
    kinds = np.zeros(len(words), np.uint8)
    pairs: list[tuple[Any, Any, tuple[Any, ...]]] = [
        (arrayed.signatures, expansion.signatures, ()),
        (arrayed.spellings, expansion.spellings, (kinds,)),
    ]
    for one, other, more in pairs:
        written = []
        for write in (one, other):
            hashes, owners = np.empty(len(words) * 40, np.uint64), np.empty(len(words) * 40, int)
            with np.errstate(over="ignore"):
                many = write(letters, off, *more, hashes, owners)
            written.append(sorted(zip(owners[:many].tolist(), hashes[:many].tolist(), strict=True)))
        assert written[0] == written[1]
    with np.errstate(over="ignore"):
        assert (arrayed.hash_texts(letters, off) == expansion.hash_texts(letters, off)).all()
