"""Score of a party against a listed name: words paired, weighed, and what speaks against.

    agreement = worth x covered(asked) x (1 - leftover x (1 - covered(listed))) x remarks
    score = agreement ^ strictness

covered is the weight of paired words, each times how near it is, over the weight of all. Every
factor is at most 1, so no name agrees more than worth x the best possible cover of the asked
words. The strictness makes one score mean the same for persons as for organisations, whose names
are more often alike by chance; it keeps the order within a sort.
"""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from enduse.matching.arrays import Array
from enduse.matching.jitable import called_by_kernels

MAX_WORDS = 16
PERSON, NUMBER, WORD = 1, 1, 0

# Columns of the words of a question, and cells of the facts of a reading.
WEIGHT, IS_NUMBER, LETTER = range(3)
TOTAL, WORTH, LEGAL, SORT, FLOOR, LEAST_PERSON, LEAST_OTHER = range(7)

# Bits of the facts of a listed name.
KIND_SHIFT, SORT_SHIFT, NUMBER_BIT = 8, 10, 1 << 13

(
    LEFT_PERSON, LEFT_OTHER, FORM_DIFFERS, FORM_MISSING, NUMBER_DIFFERS, SORT_DIFFERS, FORMER,
    WEAK, INITIAL_SIM, ORDER, POWER, LEFT_POWER, FORM_DIFFERS_SHORT,
    STRICT_PERSON, STRICT_OTHER,
) = range(15)  # fmt: skip
KNOBS: npt.NDArray[np.float32] = np.array(
    [
        0.23, 1.0, 0.9, 0.96, 0.6, 0.7, 0.98, 0.95, 0.62, 0.97, 1.06, 1.05, 0.8, 0.77, 1.27,
    ],
    np.float32,
)  # fmt: skip


class Side(NamedTuple):
    """What scoring reads of the listed names: tokens of each name, and facts of both."""

    off: Array
    tok: Array
    facts: Array
    weight: Array
    kind: Array
    first: Array


class Work(NamedTuple):
    """Scratch: similarities, their source by row, the row of each token, pairs, used columns.

    A row has a cell for each word asked about, and one more (retrieval.mark_rows).
    """

    sims: Array
    rows: Array
    slot: Array
    paired: Array
    used: Array


@called_by_kernels
def token_at(side, place):
    """The token at a place; the last of a name stands there as its complement."""
    token = side.tok[place]
    return token if token >= 0 else ~token


@called_by_kernels
def fill(name, side, asked, work, knobs):
    """Similarities of asked words (rows) to the tokens of a name; returns the best cover."""
    start, columns = side.off[name], side.off[name + 1] - side.off[name]
    count = len(asked)
    for j in range(columns):
        token = token_at(side, start + j)
        row = work.slot[token]
        for i in range(count):
            work.sims[i, j] = work.rows[row, i]
            if asked[i, LETTER] != 0 and side.first[token] == asked[i, LETTER]:
                if side.kind[token] == WORD:
                    work.sims[i, j] = max(work.sims[i, j], knobs[INITIAL_SIM])
    cover = np.float32(0.0)
    for i in range(count):
        best = np.float32(0.0)
        for j in range(columns):
            best = max(best, work.sims[i, j])
        if best > 0.0:
            cover += asked[i, WEIGHT] * best ** knobs[POWER]
    return cover


@called_by_kernels
def pair(asked, columns, work):
    """Pair words, nearest first and the weightier of equals; paired[i] is a column or -1."""
    count = len(asked)
    for i in range(count):
        work.paired[i] = -1
    for j in range(columns):
        work.used[j] = False
    for _ in range(min(count, columns)):
        best, at_i, at_j = np.float32(0.0), -1, -1
        for i in range(count):
            if work.paired[i] >= 0:
                continue
            for j in range(columns):
                near = work.sims[i, j]
                if near > 0.0 and not work.used[j]:
                    value = near * (np.float32(1.0) + asked[i, WEIGHT] * np.float32(0.01))
                    if value > best:
                        best, at_i, at_j = value, i, j
        if at_i < 0:
            break
        work.paired[at_i] = at_j
        work.used[at_j] = True


@called_by_kernels
def numbers_differ(name, side, asked, work):
    """Both sides have a number that the other has not: plant 558 is not plant 559."""
    if side.facts[name] & NUMBER_BIT == 0:
        return False
    left = False
    for i in range(len(asked)):
        if work.paired[i] < 0 and asked[i, IS_NUMBER] != 0:
            left = True
    if not left:
        return False
    for j in range(side.off[name + 1] - side.off[name]):
        if not work.used[j] and side.kind[token_at(side, side.off[name] + j)] == NUMBER:
            return True
    return False


@called_by_kernels
def in_order(count, work):
    """Paired words stand in the same order on both sides."""
    last = -1
    for i in range(count):
        if work.paired[i] >= 0:
            if work.paired[i] < last:
                return False
            last = work.paired[i]
    return True


@called_by_kernels
def raise_floor(facts, floor, knobs):
    """Note the least score wanted, and the least agreement that gives it, by sort."""
    facts[FLOOR] = floor
    facts[LEAST_PERSON] = floor ** (np.float32(1.0) / knobs[STRICT_PERSON])
    facts[LEAST_OTHER] = floor ** (np.float32(1.0) / knobs[STRICT_OTHER])


@called_by_kernels
def may_be_person(facts):
    """The party asked about is a person, or nobody said what it is."""
    return facts[SORT] == 0 or facts[SORT] == PERSON


@called_by_kernels
def least_agreement(facts, knobs):
    """The least agreement with which a listed name of any sort can reach the floor."""
    return facts[LEAST_PERSON] if may_be_person(facts) else facts[LEAST_OTHER]


@called_by_kernels
def other_form(weight, knobs):
    """What another legal form leaves: little of one rare word, most of three."""
    length = min(
        np.float32(1.0), max(np.float32(0.0), (weight - np.float32(1.0)) / np.float32(2.0))
    )
    return knobs[FORM_DIFFERS_SHORT] + length * (knobs[FORM_DIFFERS] - knobs[FORM_DIFFERS_SHORT])


@called_by_kernels
def remarks(name, side, asked, facts, work, knobs):
    """What speaks against two names beside their words: legal form, kind, order, numbers."""
    factor = np.float32(1.0)
    listed = side.facts[name]
    ours, theirs = int(facts[LEGAL]), listed & 255
    if ours != theirs:
        if ours != 0 and theirs != 0 and (ours & theirs) == 0:
            factor *= other_form(facts[TOTAL], knobs)
        else:
            factor *= knobs[FORM_MISSING]
    sort, listed_sort = int(facts[SORT]), (listed >> SORT_SHIFT) & 7
    if sort != 0 and listed_sort != 0 and sort != listed_sort:
        factor *= knobs[SORT_DIFFERS]
    kind = (listed >> KIND_SHIFT) & 3
    if kind != 0:
        factor *= knobs[FORMER] if kind == 1 else knobs[WEAK]
    if listed_sort != PERSON and not in_order(len(asked), work):
        factor *= knobs[ORDER]
    if numbers_differ(name, side, asked, work):
        factor *= knobs[NUMBER_DIFFERS]
    return factor


@called_by_kernels
def score_name(name, side, asked, facts, work, knobs):
    """Score one reading of a party against one listed name; 0 where it cannot reach the floor."""
    if facts[TOTAL] <= 0.0:
        return np.float32(0.0)
    worth = facts[WORTH] / facts[TOTAL]
    is_person = (side.facts[name] >> SORT_SHIFT) & 7 == PERSON
    as_person = is_person and may_be_person(facts)
    least = facts[LEAST_PERSON] if as_person else facts[LEAST_OTHER]
    cover = fill(name, side, asked, work, knobs)
    if cover <= 0.0 or worth * cover < least - np.float32(1e-5):
        return np.float32(0.0)
    start, columns = side.off[name], side.off[name + 1] - side.off[name]
    pair(asked, columns, work)
    ours, theirs = np.float32(0.0), np.float32(0.0)
    for i in range(len(asked)):
        j = work.paired[i]
        if j >= 0:
            near = work.sims[i, j] ** knobs[POWER]
            ours += asked[i, WEIGHT] * near
            theirs += side.weight[token_at(side, start + j)] * near
    total = np.float32(0.0)
    for j in range(columns):
        total += side.weight[token_at(side, start + j)]
    left = knobs[LEFT_PERSON] if is_person else knobs[LEFT_OTHER]
    missing = np.float32(1.0) - min(np.float32(1.0), theirs / total)
    agreement = worth * ours * (np.float32(1.0) - left * missing ** knobs[LEFT_POWER])
    agreement *= remarks(name, side, asked, facts, work, knobs)
    return agreement ** (knobs[STRICT_PERSON] if as_person else knobs[STRICT_OTHER])
