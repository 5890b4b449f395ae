"""Parties asked about, prepared for the kernels."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from enduse.matching.alignment import MAX_WORDS
from enduse.matching.arrays import Queries
from enduse.matching.build import legal_bits
from enduse.names import (
    Kind,
    Name,
    Sort,
    Token,
    analyse,
    readings,
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
    """One way to read the words of a question.

    Attributes:
        name: The name it was read from.
        words: What is compared.
        worth: What full agreement is worth, at most 1.
        changed: Place of the word that was joined or split, where one was.
    """

    name: Name
    words: tuple[Token, ...]
    worth: float = 1.0
    changed: int = 0


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


def joined(reading: Reading, strange: set[Token]) -> list[Reading]:
    """Readings where an unknown word is written together with its neighbour."""
    found, words = [], reading.words
    for i in range(len(words) - 1):
        if words[i] in strange or words[i + 1] in strange:
            text = words[i].text + words[i + 1].text.removeprefix("~")
            token = Token(text, Kind.WORD, f"{words[i].written} {words[i + 1].written}")
            found.append(_with(reading, i, i + 2, (token,)))
    return found


def split(reading: Reading, token: Token, cut: int) -> list[Reading]:
    """The reading where a word is written as two."""
    halves = (token.text[:cut], token.text[cut:])
    pair = tuple(Token(h, Kind.WORD, token.written) for h in halves)
    return [
        _with(reading, i, i + 1, pair) for i, word in enumerate(reading.words) if word == token
    ][:1]


def _with(reading: Reading, start: int, end: int, instead: tuple[Token, ...]) -> Reading:
    words = reading.words[:start] + instead + reading.words[end:]
    return Reading(reading.name, words[:MAX_WORDS], reading.worth * OTHER_READING, start)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with the numbers and weights of its words."""

    reading: Reading
    numbers: tuple[int, ...]
    weights: tuple[float, ...]
    initials: bool

    def cells(self) -> list[tuple[float, float, float]]:
        """Weight of each word, whether it is a number, its letter if it is an initial."""
        return [
            (
                weight,
                float(token.kind == Kind.NUMBER),
                float(ord(token.text[-1])) if self.initials and token.kind == Kind.LETTER else 0.0,
            )
            for token, weight in zip(self.reading.words, self.weights, strict=True)
        ]


def prepared_queries(asked: Sequence[Sequence[Weighed]], questions: Sequence[Question]) -> Queries:
    """Lay out questions and their readings as arrays."""
    flat = [w for some in asked for w in some]
    floors = [q.floor for q, some in zip(questions, asked, strict=True) for _ in some]
    sorts = [q.sort for q, some in zip(questions, asked, strict=True) for _ in some]
    totals = [sum(w.weights) for w in flat]
    cells = [c for w in flat for c in w.cells()]
    facts = [
        (t, w.reading.worth * certainty(t), legal_bits(w.reading.name.tokens), sort, floor)
        for w, t, sort, floor in zip(flat, totals, sorts, floors, strict=True)
    ]
    return Queries(
        np.concatenate([[0], np.cumsum([len(some) for some in asked])]).astype(np.int64),
        np.concatenate([[0], np.cumsum([len(w.numbers) for w in flat])]).astype(np.int64),
        np.array([n for w in flat for n in w.numbers], np.int32),
        np.array(cells, np.float32).reshape(-1, 3),
        np.array(facts, np.float32).reshape(-1, 5),
    )
