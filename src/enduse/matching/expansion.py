"""From one word to all listed words near it, through signatures that near words must share.

Two keys of at least six letters within two edits: cut the listed one into three pieces, and
one of them stands unchanged in the other, at most two places away (a swap of neighbours is
two edits here). Two keys of which the shorter has three to five letters, within one edit or
one swap: they share a form with one letter taken out. Both kinds of signature are hashed
into one sorted table.
"""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

from typing import NamedTuple

import numpy as np
from numba.extending import register_jitable

from enduse.matching.arrays import Array
from enduse.matching.similarity import (
    LONG,
    SHORT,
    arabic_similarity,
    forget_letters,
    key_similarity,
    note_letters,
    noted_distance,
    plain_distance,
    spelt_similarity,
)

_PRIME = np.uint64(1099511628211)
_START = np.uint64(14695981039346656037)
NICKNAME, VARIANT, INITIAL, SAME_KEY = 0.86, 0.95, 0.62, 0.97
MARK = ord("~")
NUMBER_KIND, LETTER_KIND = 1, 2
MOST_LETTERS = 24
LIKELY = np.float32(0.8)


@register_jitable
def hash_bytes(data, start, end, seed):
    """FNV-1a, 64 bits, over a stretch of bytes."""
    value = _START ^ np.uint64(seed)
    for at in range(start, end):
        value = (value ^ np.uint64(data[at])) * _PRIME
    return value


@register_jitable
def hash_without(data, skip, seed):
    """The same with one byte left out; -1 leaves out none."""
    value = _START ^ np.uint64(seed)
    for at in range(len(data)):
        if at != skip:
            value = (value ^ np.uint64(data[at])) * _PRIME
    return value


@register_jitable
def piece_bounds(length, piece):
    """Where the first, second or third piece of a key begins and ends."""
    return piece * length // 3, (piece + 1) * length // 3


def signatures(blob, offsets, out_hash, out_key):
    """Write the signatures of all keys; returns how many. Out arrays hold 8 for each key."""
    count = 0
    for number in range(len(offsets) - 1):
        word = blob[offsets[number] : offsets[number + 1]]
        length = len(word)
        if length >= LONG:
            for piece in range(3):
                start, end = piece_bounds(length, piece)
                out_hash[count] = hash_bytes(word, start, end, 1000 + length * 4 + piece)
                out_key[count] = number
                count += 1
        if SHORT <= length <= LONG:
            for skip in range(-1, length):
                out_hash[count] = hash_without(word, skip, 1)
                out_key[count] = number
                count += 1
    return count


def spellings(blob, offsets, kinds, out_hash, out_token):
    """Write the signatures of words as spelt, one letter taken out; returns how many."""
    count = 0
    for token in range(len(offsets) - 1):
        word = blob[offsets[token] : offsets[token + 1]]
        if len(word) < SHORT or kinds[token] == NUMBER_KIND or kinds[token] == LETTER_KIND:
            continue
        for skip in range(-1, min(len(word), MOST_LETTERS)):
            out_hash[count] = hash_without(word, skip, 2)
            out_token[count] = token
            count += 1
    return count


class Lexicon(NamedTuple):
    """The listed words, and the ways to find one."""

    text_blob: Array
    text_off: Array
    key_blob: Array
    key_off: Array
    key_hash: Array
    key_order: Array
    key_mask: Array
    key_tok_off: Array
    key_tok: Array
    sig_hash: Array
    sig_key: Array
    spell_hash: Array
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
    """Similarity of each token, tokens touched, keys seen and found, letters noted, counters."""

    sims: Array
    touched: Array
    seen: Array
    found: Array
    places: Array
    counters: Array  # mark of the present key, tokens touched, keys found


@register_jitable
def letters_of(word):
    """One bit for each letter that stands in a word."""
    mask = np.uint32(0)
    for letter in word:
        mask |= np.uint32(1) << np.uint32(letter & 31)
    return mask


@register_jitable
def bits(value):
    """Count the bits of a number."""
    count = 0
    while value != 0:
        value &= value - np.uint32(1)
        count += 1
    return count


def masks(blob, offsets):
    """Letters of each word of a blob."""
    out = np.zeros(len(offsets) - 1, np.uint32)
    for i in range(len(out)):
        out[i] = letters_of(blob[offsets[i] : offsets[i + 1]])
    return out


@register_jitable
def look_up(wanted, lexicon, scratch):
    """Collect the keys behind one signature."""
    at = np.searchsorted(lexicon.sig_hash, wanted)
    while at < len(lexicon.sig_hash) and lexicon.sig_hash[at] == wanted:
        number = lexicon.sig_key[at]
        if scratch.seen[number] != scratch.counters[0]:
            scratch.seen[number] = scratch.counters[0]
            scratch.found[scratch.counters[2]] = number
            scratch.counters[2] += 1
        at += 1


@register_jitable
def key_candidates(word, lexicon, scratch):
    """Collect the numbers of keys that share a signature with this one, and its own."""
    length = len(word)
    scratch.counters[0] += 1
    scratch.counters[2] = 0
    exact = find(lexicon.key_hash, hash_bytes(word, 0, length, 0))
    if exact >= 0:
        own = lexicon.key_order[exact]
        scratch.seen[own] = scratch.counters[0]
        scratch.found[0] = own
        scratch.counters[2] = 1
    if SHORT <= length <= LONG:
        for skip in range(-1, length):
            look_up(hash_without(word, skip, 1), lexicon, scratch)
    if length < LONG:
        return
    for theirs in range(max(LONG, length - 2), length + 3):
        for piece in range(3):
            start, end = piece_bounds(theirs, piece)
            size, shift = end - start, length - theirs
            # If all edits before a piece and all after it are counted, only these places are
            # possible (Li, Deng, Wang, Feng: Pass-Join, 2011, multi-match-aware selection).
            first = max(start - piece, start + shift - (2 - piece), 0)
            last = min(start + piece, start + shift + (2 - piece), length - size)
            for place in range(first, last + 1):
                seed = 1000 + theirs * 4 + piece
                look_up(hash_bytes(word, place, place + size, seed), lexicon, scratch)


@register_jitable
def put(token, value, scratch):
    """Remember the best similarity of a listed token."""
    if value > scratch.sims[token]:
        if scratch.sims[token] == 0.0:
            scratch.touched[scratch.counters[1]] = token
            scratch.counters[1] += 1
        scratch.sims[token] = value


@register_jitable
def find(table, wanted):
    """Place of a hash in a sorted table, -1 if it is not there."""
    at = np.searchsorted(table, wanted)
    return at if at < len(table) and table[at] == wanted else -1


@register_jitable
def put_keys(text, word, lexicon, costs, scratch):
    """Tokens under the same key, and under keys near it."""
    key_candidates(word, lexicon, scratch)
    least = costs.knobs[1]
    mask = letters_of(word)
    noted = LONG <= len(word) <= 64
    if noted:
        note_letters(word, scratch.places)
    for i in range(scratch.counters[2]):
        number = scratch.found[i]
        # Two edits change at most two letters on each side.
        if bits(mask ^ lexicon.key_mask[number]) > 4:
            continue
        theirs = lexicon.key_blob[lexicon.key_off[number] : lexicon.key_off[number + 1]]
        if noted and noted_distance(scratch.places, len(word), theirs) > 2:
            continue
        same = len(word) == len(theirs) and plain_distance(word, theirs, 0) == 0
        near = np.float32(SAME_KEY)
        if not same:
            near = key_similarity(word, theirs, costs.letters, costs.gaps, costs.knobs)
            if near <= 0.0:
                continue
        for at in range(lexicon.key_tok_off[number], lexicon.key_tok_off[number + 1]):
            token = lexicon.key_tok[at]
            listed = lexicon.text_blob[lexicon.text_off[token] : lexicon.text_off[token + 1]]
            value = near
            if same:
                value -= np.float32(0.01) * (plain_distance(text, listed, 3) - 1)
            if value >= least:
                put(token, value, scratch)
    if noted:
        forget_letters(word, scratch.places)


@register_jitable
def put_spellings(text, lexicon, costs, scratch):
    """Tokens spelt alike but for one letter or one swap."""
    if len(text) < SHORT:
        return
    for skip in range(-1, min(len(text), MOST_LETTERS)):
        wanted = hash_without(text, skip, 2)
        at = np.searchsorted(lexicon.spell_hash, wanted)
        while at < len(lexicon.spell_hash) and lexicon.spell_hash[at] == wanted:
            token = lexicon.spell_tok[at]
            listed = lexicon.text_blob[lexicon.text_off[token] : lexicon.text_off[token + 1]]
            value = spelt_similarity(text, listed, costs.letters, costs.gaps, costs.knobs)
            if value >= costs.knobs[1]:
                put(token, value, scratch)
            at += 1


@register_jitable
def put_arabic(text, heard, at, v, costs, scratch):
    """Tokens of the other script whose consonants are the same."""
    arabic = text[0] == MARK
    for i in range(v.bone_off[at], v.bone_off[at + 1]):
        token = v.bone_tok[i]
        if (v.text_blob[v.text_off[token]] == MARK) == arabic:
            continue
        listed = v.sound_blob[v.sound_off[token] : v.sound_off[token + 1]]
        one, other = (heard, listed) if arabic else (listed, heard)
        value = arabic_similarity(one, other, costs.arabic, costs.skip_arabic, costs.skip_latin)
        if value >= costs.knobs[2]:
            put(token, value, scratch)


@register_jitable
def put_meanings(w, words, v, scratch):
    """Tokens of the same meaning, or the same given name in another language."""
    for i in range(words.group_off[w], words.group_off[w + 1]):
        place = find(v.group_id, words.group[i])
        if place >= 0:
            for j in range(v.group_off[place], v.group_off[place + 1]):
                put(v.group_tok[j], min(words.group_sim[i], v.group_sim[j]), scratch)


@register_jitable
def expand(w, words, v, lexicon, costs, scratch):
    """Collect the listed tokens near one word."""
    text = words.text_blob[words.text_off[w] : words.text_off[w + 1]]
    wanted = hash_bytes(text, 0, len(text), 0)
    at = np.searchsorted(v.text_hash, wanted)
    while at < len(v.text_hash) and v.text_hash[at] == wanted:
        put(v.text_order[at], np.float32(1.0), scratch)
        at += 1
    if words.kind[w] == NUMBER_KIND or words.kind[w] == LETTER_KIND:
        return
    for number in range(words.key_from[w], words.key_to[w]):
        word = words.key_blob[words.key_off[number] : words.key_off[number + 1]]
        put_keys(text, word, lexicon, costs, scratch)
    put_spellings(text, lexicon, costs, scratch)
    put_meanings(w, words, v, scratch)
    if words.bones[w] != 0:
        bone = find(v.bone_hash, words.bones[w])
        if bone >= 0:
            heard = words.sound_blob[words.sound_off[w] : words.sound_off[w + 1]]
            put_arabic(text, heard, bone, v, costs, scratch)
    initial = v.letter_token[text[0]]
    if words.initials[w] and initial >= 0:
        put(initial, np.float32(INITIAL), scratch)


def expand_words(words, v, weights, costs):
    """For each word the listed tokens near it: offsets, tokens, similarities, best, weight.

    A slip of the pen weighs what the least weighty word it may stand for weighs.
    """
    lexicon = Lexicon(
        v.text_blob, v.text_off, v.key_blob, v.key_off, v.key_hash, v.key_order, v.key_mask,
        v.key_tok_off, v.key_tok, v.sig_hash, v.sig_key, v.spell_hash, v.spell_tok,
    )  # fmt: skip
    keys = len(v.key_hash)
    scratch = Scratch(
        np.zeros(len(v.kind), np.float32), np.zeros(len(v.kind), np.int32),
        np.zeros(keys, np.int32), np.zeros(keys + 1, np.int32), np.zeros(256, np.uint64),
        np.zeros(3, np.int32),
    )  # fmt: skip
    total = len(words.kind)
    best, weight = np.zeros(total, np.float32), np.zeros(total, np.float32)
    offsets = np.zeros(total + 1, np.int64)
    tokens = np.empty(1024 + 64 * total, np.int32)
    sims = np.empty(len(tokens), np.float32)
    for w in range(total):
        scratch.counters[1] = 0
        expand(w, words, v, lexicon, costs, scratch)
        start, count = offsets[w], scratch.counters[1]
        if start + count > len(tokens):
            more = max(len(tokens) * 2, start + count)
            old_tokens, old_sims = tokens, sims
            tokens, sims = np.empty(more, np.int32), np.empty(more, np.float32)
            tokens[:start], sims[:start] = old_tokens[:start], old_sims[:start]
        for i in range(count):
            best[w] = max(best[w], scratch.sims[scratch.touched[i]])
        weight[w] = 2.0
        least = best[w] if best[w] == 1.0 else max(LIKELY, best[w] - np.float32(0.06))
        for i in range(count):
            if scratch.sims[scratch.touched[i]] >= least:
                weight[w] = min(weight[w], weights[scratch.touched[i]])
            tokens[start + i] = scratch.touched[i]
            sims[start + i] = scratch.sims[scratch.touched[i]]
            scratch.sims[scratch.touched[i]] = 0.0
        offsets[w + 1] = start + count
    return offsets, tokens[: offsets[total]], sims[: offsets[total]], best, weight


def cuts(words_blob, words_off, text_hash):
    """For each word the best place to cut it into two listed words; 0 if there is none."""
    out = np.zeros(len(words_off) - 1, np.int32)
    for w in range(len(out)):
        text = words_blob[words_off[w] : words_off[w + 1]]
        best = 1
        for cut in range(2, len(text) - 1):
            shorter = min(cut, len(text) - cut)
            if shorter <= best:
                continue
            if find(text_hash, hash_bytes(text, 0, cut, 0)) < 0:
                continue
            if find(text_hash, hash_bytes(text, cut, len(text), 0)) >= 0:
                best = shorter
                out[w] = cut
    return out


def hash_texts(blob, offsets):
    """Hash of each text of a blob."""
    out = np.empty(len(offsets) - 1, np.uint64)
    for i in range(len(out)):
        out[i] = hash_bytes(blob, offsets[i], offsets[i + 1], 0)
    return out
