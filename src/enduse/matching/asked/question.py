"""Parties asked about, prepared for the kernels."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

import numpy as np

from enduse.matching.arrays import Expansions, Queries
from enduse.matching.asked.pool import Word
from enduse.matching.asked.vocabulary import Lookup
from enduse.matching.listed.reading import legal_bits
from enduse.matching.search.alignment import MAX_WORDS
from enduse.names import Kind, Name, Sort, Token, analyse, readings

# Agreement on one frequent word proves less than on three rare ones.
DOUBT, DOUBT_FALLS = 0.27, 1.3
OTHER_READING = 0.93
MOST_READINGS = 7
_WORD, _NUMBER, _LETTER, _LEGAL = map(int, (Kind.WORD, Kind.NUMBER, Kind.LETTER, Kind.LEGAL))


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


class Reading(NamedTuple):
    """One way to read the words of a question.

    Attributes:
        name: The name it was read from.
        tokens: What is compared.
        words: The same, as keys to look up.
        worth: What full agreement is worth, at most 1.
    """

    name: Name
    tokens: tuple[Token, ...]
    words: tuple[Word, ...]
    worth: float = 1.0


def first_readings(question: Question) -> list[Reading]:
    """The name as it stands, and without or with only its parentheses."""
    found = []
    initials = may_be_initials(question.sort)
    for text in (question.text, *readings(question.text, question.sort)):
        name = analyse(text, question.sort)
        tokens = tuple([t for t in name.tokens if t.kind != _LEGAL][:MAX_WORDS])
        if tokens:
            worth = 1.0 if text == question.text else OTHER_READING
            found.append(Reading(name, tokens, words_of(tokens, initials), worth))
    return found


def may_be_initials(sort: Sort) -> bool:
    """Only persons are written with initials; of an unknown party we do not know."""
    return sort in (Sort.PERSON, Sort.UNKNOWN)


def words_of(tokens: Sequence[Token], initials: bool) -> tuple[Word, ...]:
    """Keys under which tokens are looked up."""
    return tuple([Word(text, int(kind), initials and kind == _WORD) for text, kind, _ in tokens])


def certainty(weight: float) -> float:
    """What full agreement on words of this weight is worth, below 1."""
    return 1.0 - DOUBT * exp(-DOUBT_FALLS * weight)


def together(tokens: Sequence[Token], at: int) -> str:
    """Text of two neighbours written as one word."""
    return tokens[at].text + tokens[at + 1].text.removeprefix("~")


def joined(reading: Reading, at: int, initials: bool) -> Reading:
    """The reading where two neighbours are one word."""
    left, right = reading.tokens[at], reading.tokens[at + 1]
    text = together(reading.tokens, at)
    return _with(
        reading, at, 2, [Token(text, Kind.WORD, f"{left.written} {right.written}")], initials
    )


def split(reading: Reading, at: int, cut: int, initials: bool) -> Reading:
    """The reading where one word is two."""
    token = reading.tokens[at]
    halves = [Token(h, Kind.WORD, token.written) for h in (token.text[:cut], token.text[cut:])]
    return _with(reading, at, 1, halves, initials)


def _with(reading: Reading, at: int, many: int, new: list[Token], initials: bool) -> Reading:
    tokens = (*reading.tokens[:at], *new, *reading.tokens[at + many :])[:MAX_WORDS]
    return Reading(reading.name, tokens, words_of(tokens, initials), reading.worth * OTHER_READING)


def all_readings(questions: Sequence[Question], lookup: Lookup) -> list[list[Reading]]:
    """All ways to read each question: as it stands, words joined, words split."""
    lookup.start()
    every = [first_readings(q) for q in questions]
    lookup.learn([w for readings in every for r in readings for w in r.words])
    more = _joined_readings(questions, every, lookup) + _split_readings(questions, every, lookup)
    lookup.learn([w for _, r in more for w in r.words])
    for number, reading in more:
        if len(every[number]) < MOST_READINGS:
            every[number].append(reading)
    return every


def _joined_readings(
    questions: Sequence[Question], every: Sequence[Sequence[Reading]], lookup: Lookup
) -> list[tuple[int, Reading]]:
    places = [
        (number, at)
        for number, found in enumerate(every)
        if found
        for at in range(len(found[0].words) - 1)
    ]
    texts = [together(every[number][0].tokens, at) for number, at in places]
    return [
        (number, joined(every[number][0], at, may_be_initials(questions[number].sort)))
        for (number, at), is_listed in zip(places, lookup.listed(texts), strict=True)
        if is_listed
    ]


def _split_readings(
    questions: Sequence[Question], every: Sequence[Sequence[Reading]], lookup: Lookup
) -> list[tuple[int, Reading]]:
    strange = [
        (number, at, word.text)
        for number, found in enumerate(every)
        if found
        for at, word in enumerate(found[0].words)
        if not lookup.knows(word)
    ]
    lookup.learn_cuts({text for _, _, text in strange})
    return [
        (number, split(every[number][0], at, cut, may_be_initials(questions[number].sort)))
        for number, at, text in strange
        if (cut := lookup.cut(text))
    ]


def laid_out(
    questions: Sequence[Question], every: Sequence[Sequence[Reading]], lookup: Lookup
) -> tuple[Queries, Expansions]:
    """Lay out questions, their readings and the listed tokens near their words as arrays."""
    numbers, weights = lookup.pool.numbers, lookup.pool.weights
    word: list[int] = []
    cells: list[tuple[float, bool, int]] = []
    facts: list[tuple[float, ...]] = []
    word_off, reading_off = [0], [0]
    for question, readings_of in zip(questions, every, strict=True):
        for reading in readings_of:
            total = 0.0
            for w in reading.words:
                number = numbers[w]
                total += weights[number]
                word.append(number)
                cells.append((weights[number], w.kind == _NUMBER, _letter(w, question)))
            word_off.append(len(word))
            bits = legal_bits(reading.name.tokens)
            worth = reading.worth * certainty(total)
            # The last two cells are for the least agreement that reaches the floor.
            facts.append((total, worth, bits, question.sort, question.floor, 0.0, 0.0))
        reading_off.append(len(facts))
    queries = Queries(
        np.array(reading_off, np.int64), np.array(word_off, np.int64), np.array(word, np.int32),
        np.array(cells, np.float32).reshape(-1, 3), np.array(facts, np.float32).reshape(-1, 7),
    )  # fmt: skip
    return queries, lookup.pool.expansions()


def _letter(word: Word, question: Question) -> int:
    return ord(word.text[-1]) if word.kind == _LETTER and may_be_initials(question.sort) else 0
