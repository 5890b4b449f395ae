"""From one word to the listed words spelt or sounding nearly like it.

Only words that share a form (filing.py) are compared, so the work grows with the number of
listed words that look alike and not with all of them; none within the allowed edits is missed.
"""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

from typing import NamedTuple

import numpy as np

from enduse.matching.arrays import Array
from enduse.matching.jitable import called_by_kernels
from enduse.matching.spelling.filing import HEAD, KEY_SEED, MOST_LETTERS, SPELT_SEED
from enduse.matching.spelling.hashing import (
    bucket,
    find,
    hash_bytes,
    hash_without,
    hash_without_two,
)
from enduse.matching.spelling.similarity import (
    LONG,
    SHORT,
    by_cost,
    forget_letters,
    key_similarity,
    note_letters,
    plain_distance,
    spelt_similarity,
    within_two,
)

SAME_KEY = 0.97
MOST_NOTED = 60


class Lexicon(NamedTuple):
    """The listed words, and the ways to find one."""

    text_blob: Array
    text_off: Array
    key_blob: Array
    key_off: Array
    key_hash: Array
    key_order: Array
    key_tok_off: Array
    key_tok: Array
    sig_off: Array
    sig_key: Array
    spell_off: Array
    spell_tok: Array


class Costs(NamedTuple):
    """Tables of similarity.py, and the knobs of vocabulary.py."""

    letters: Array
    gaps: Array
    arabic: Array
    skip_arabic: Array
    skip_latin: Array
    knobs: Array


class Scratch(NamedTuple):
    """Similarity of each token, tokens touched, keys seen and found, letters noted, room, counters.

    It is used again and again: sims and places are 0 between words, and seen holds the mark of
    the last round that met a key, or a token.
    """

    sims: Array
    touched: Array
    seen: Array
    found: Array
    places: Array
    room: Array
    counters: Array  # mark of the present round, tokens touched, keys found

    @classmethod
    def of(cls, tokens: int, keys: int) -> "Scratch":
        """Scratch for a vocabulary of so many tokens and keys."""
        return cls(
            np.zeros(tokens, np.float32), np.zeros(tokens, np.int32),
            np.zeros(max(tokens, keys), np.int32), np.zeros(keys + 1, np.int32),
            np.zeros(256, np.uint64), np.zeros((3, 64), np.float32), np.zeros(3, np.int32),
        )  # fmt: skip


@called_by_kernels
def look_up(wanted, lexicon, scratch):
    """Collect the keys under one form."""
    mark = scratch.counters[0]
    count = scratch.counters[2]
    at = np.int64(bucket(wanted, len(lexicon.sig_off) - 1))
    for i in range(lexicon.sig_off[at], lexicon.sig_off[at + 1]):
        number = lexicon.sig_key[i]
        if scratch.seen[number] != mark:
            scratch.seen[number] = mark
            scratch.found[count] = number
            count += 1
    scratch.counters[2] = count


@called_by_kernels
def key_candidates(word, lexicon, scratch):
    """Collect the numbers of keys that share a form with this one, and its own."""
    length = len(word)
    scratch.counters[0] += 1
    scratch.counters[2] = 0
    exact = find(lexicon.key_hash, hash_bytes(word, 0, length, 0))
    if exact >= 0:
        own = lexicon.key_order[exact]
        scratch.seen[own] = scratch.counters[0]
        scratch.found[0] = own
        scratch.counters[2] = 1
    if length < SHORT:
        return
    head = word if length < LONG else word[:HEAD]
    for one in range(-1, len(head)):
        look_up(hash_without(head, one, KEY_SEED), lexicon, scratch)
    if length >= LONG:
        for one in range(len(head)):
            for other in range(one):
                look_up(hash_without_two(head, one, other, KEY_SEED), lexicon, scratch)


@called_by_kernels
def put(token, value, scratch):
    """Remember the best similarity of a listed token."""
    if value > scratch.sims[token]:
        if scratch.sims[token] == 0.0:
            scratch.touched[scratch.counters[1]] = token
            scratch.counters[1] += 1
        scratch.sims[token] = value


@called_by_kernels
def put_keys(text, word, lexicon, costs, scratch):
    """Tokens under the same key, and under keys near it."""
    key_candidates(word, lexicon, scratch)
    least = costs.knobs[1]
    noted = LONG <= len(word) <= MOST_NOTED
    if noted:
        note_letters(word, scratch.places)
    for i in range(scratch.counters[2]):
        number = scratch.found[i]
        begin, end = lexicon.key_off[number], lexicon.key_off[number + 1]
        if noted and not within_two(scratch.places, len(word), lexicon.key_blob, begin, end):
            continue
        theirs = lexicon.key_blob[begin:end]
        same = plain_distance(word, theirs, 0) == 0
        near = np.float32(SAME_KEY)
        if not same and noted and len(theirs) >= LONG:
            near = by_cost(word, theirs, costs.letters, costs.gaps, costs.knobs, scratch.room)
        elif not same:
            near = key_similarity(
                word, theirs, costs.letters, costs.gaps, costs.knobs, scratch.room
            )
        if near < least:
            continue
        for at in range(lexicon.key_tok_off[number], lexicon.key_tok_off[number + 1]):
            token = lexicon.key_tok[at]
            value = near
            if same:
                listed = lexicon.text_blob[lexicon.text_off[token] : lexicon.text_off[token + 1]]
                value -= np.float32(0.01) * (plain_distance(text, listed, 3) - 1)
            if value >= least:
                put(token, value, scratch)
    if noted:
        forget_letters(word, scratch.places)


@called_by_kernels
def put_spellings(text, lexicon, costs, scratch):
    """Tokens spelt alike but for one letter or one swap."""
    if len(text) < SHORT:
        return
    scratch.counters[0] += 1
    mark = scratch.counters[0]
    for skip in range(-1, min(len(text), MOST_LETTERS)):
        at = np.int64(bucket(hash_without(text, skip, SPELT_SEED), len(lexicon.spell_off) - 1))
        for i in range(lexicon.spell_off[at], lexicon.spell_off[at + 1]):
            token = lexicon.spell_tok[i]
            if scratch.seen[token] == mark:
                continue
            scratch.seen[token] = mark
            begin, end = lexicon.text_off[token], lexicon.text_off[token + 1]
            if abs(end - begin - len(text)) > 1:
                continue
            listed = lexicon.text_blob[begin:end]
            value = spelt_similarity(
                text, listed, costs.letters, costs.gaps, costs.knobs, scratch.room
            )
            if value >= costs.knobs[1]:
                put(token, value, scratch)
