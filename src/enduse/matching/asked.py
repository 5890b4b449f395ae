"""Parties asked about, prepared for the kernels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp

import numpy as np

from enduse.matching.alignment import MAX_WORDS
from enduse.matching.arrays import Queries, Words, blob
from enduse.matching.build import legal_bits, meanings
from enduse.matching.jit import Kernels
from enduse.names import (
    Kind,
    Name,
    Sort,
    Token,
    analyse,
    key,
    other_key,
    readings,
    skeleton,
    sounds,
)

# Agreement on one frequent word proves less than on three rare ones.
DOUBT, DOUBT_FALLS = 0.16, 1.3
OTHER_READING = 0.97


@dataclass(frozen=True, slots=True)
class Question:
    """A name to look for.

    Attributes:
        text: As written.
        sort: What it names, if known.
        floor: Least score wanted, 0 to 1.
    """

    text: str
    sort: Sort = Sort.UNKNOWN
    floor: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words of a question, and what it is worth, at most 1."""

    name: Name
    words: tuple[Token, ...]
    worth: float = 1.0
    remark: str = ""


def first_readings(question: Question) -> list[Reading]:
    """The name as it stands, and without or with only its parentheses."""
    found = []
    for text in (question.text, *readings(question.text)):
        name = analyse(text, question.sort)
        words = tuple(t for t in name.tokens if t.kind != Kind.LEGAL)[:MAX_WORDS]
        if words:
            worth = 1.0 if text == question.text else OTHER_READING
            found.append(Reading(name, words, worth))
    return found


def certainty(weight: float) -> float:
    """What full agreement on words of this weight is worth, below 1."""
    return 1.0 - DOUBT * exp(-DOUBT_FALLS * weight)


def prepared_words(words: Sequence[tuple[Token, bool]], kernels: Kernels) -> Words:
    """Prepare distinct words; the flag says whether initials may stand for them."""
    texts = [t.text for t, _ in words]
    keys = [_keys(t.text) for t in texts_of(words)]
    flat = [k for some in keys for k in some]
    ends = np.cumsum([len(some) for some in keys]).astype(np.int64)
    groups = [meanings(t) for t in texts]
    group_off = np.concatenate([[0], np.cumsum([len(g) for g in groups])]).astype(np.int64)
    bones = [skeleton(t) for t in texts]
    bone_hash = kernels.hash_texts(*blob(bones))
    bone_hash[[not b for b in bones]] = 0
    return Words(
        *blob(texts), np.array([t.kind for t, _ in words], np.uint8), *blob(flat),
        np.concatenate([[0], ends[:-1]]).astype(np.int64), ends, *blob([sounds(t) for t in texts]),
        bone_hash, group_off, np.array([g for some in groups for g, _ in some], np.int64),
        np.array([s for some in groups for _, s in some], np.float32),
        np.array([flag for _, flag in words], np.bool_),
    )  # fmt: skip


def texts_of(words: Sequence[tuple[Token, bool]]) -> list[Token]:
    """Tokens without their flags."""
    return [token for token, _ in words]


@cache
def _keys(text: str) -> tuple[str, ...]:
    other = other_key(text)
    return (key(text), other) if other else (key(text),)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with the numbers and weights of its words."""

    reading: Reading
    numbers: tuple[int, ...]
    weights: tuple[float, ...]


def prepared_queries(asked: Sequence[Sequence[Weighed]], questions: Sequence[Question]) -> Queries:
    """Lay out questions and their readings as arrays."""
    flat = [w for some in asked for w in some]
    totals = [sum(w.weights) for w in flat]
    return Queries(
        np.concatenate([[0], np.cumsum([len(some) for some in asked])]).astype(np.int64),
        np.concatenate([[0], np.cumsum([len(w.numbers) for w in flat])]).astype(np.int64),
        np.array([n for w in flat for n in w.numbers], np.int32),
        np.array([x for w in flat for x in w.weights], np.float32),
        np.array([t.kind == Kind.NUMBER for w in flat for t in w.reading.words], np.bool_),
        np.array(totals, np.float32),
        np.array(
            [w.reading.worth * certainty(t) for w, t in zip(flat, totals, strict=True)], np.float32
        ),
        np.array([legal_bits(w.reading.name.tokens) for w in flat], np.uint16),
        np.array([q.sort for q in questions], np.uint8),
        np.array([q.floor for q in questions], np.float32),
    )
