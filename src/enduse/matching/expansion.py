"""From one word to all listed words near it, through signatures that near words must share.

Two keys of at least six letters within two edits: cut the listed one into three pieces, and
one of them stands unchanged in the other, at most two places away (a swap of neighbours is
two edits here). Two keys of which the shorter has three to five letters, within one edit or
one swap: they share a form with one letter taken out. Both kinds of signature are hashed
into one sorted table.
"""

import numpy as np
from numba.extending import register_jitable

from enduse.matching.similarity import (
    LONG,
    SHORT,
    arabic_similarity,
    key_similarity,
    plain_distance,
)

_PRIME = np.uint64(1099511628211)
_START = np.uint64(14695981039346656037)
NICKNAME, VARIANT, INITIAL, SAME_KEY = 0.86, 0.95, 0.62, 0.97


@register_jitable
def hash_bytes(data, start, end, seed):  # type: ignore[no-untyped-def]
    """FNV-1a, 64 bits, over a stretch of bytes."""
    value = _START ^ np.uint64(seed)
    for at in range(start, end):
        value = (value ^ np.uint64(data[at])) * _PRIME
    return value


@register_jitable
def hash_without(data, skip, seed):  # type: ignore[no-untyped-def]
    """The same with one byte left out; -1 leaves out none."""
    value = _START ^ np.uint64(seed)
    for at in range(len(data)):
        if at != skip:
            value = (value ^ np.uint64(data[at])) * _PRIME
    return value


@register_jitable
def piece_bounds(length, piece):  # type: ignore[no-untyped-def]
    """Where the first, second or third piece of a key begins and ends."""
    return piece * length // 3, (piece + 1) * length // 3


def signatures(blob, offsets, out_hash, out_key):  # type: ignore[no-untyped-def]
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


@register_jitable
def key_candidates(word, sig_hash, sig_key, seen, mark, out):  # type: ignore[no-untyped-def]
    """Collect the numbers of keys that share a signature with this one."""
    length, count = len(word), 0
    if SHORT <= length <= LONG:
        for skip in range(-1, length):
            wanted = hash_without(word, skip, 1)
            at = np.searchsorted(sig_hash, wanted)
            while at < len(sig_hash) and sig_hash[at] == wanted:
                number = sig_key[at]
                if seen[number] != mark:
                    seen[number] = mark
                    out[count] = number
                    count += 1
                at += 1
    if length < LONG:
        return count
    for theirs in range(max(LONG, length - 2), length + 3):
        for piece in range(3):
            start, end = piece_bounds(theirs, piece)
            size = end - start
            for place in range(max(0, start - 2), min(length - size, start + 2) + 1):
                wanted = hash_bytes(word, place, place + size, 1000 + theirs * 4 + piece)
                at = np.searchsorted(sig_hash, wanted)
                while at < len(sig_hash) and sig_hash[at] == wanted:
                    number = sig_key[at]
                    if seen[number] != mark:
                        seen[number] = mark
                        out[count] = number
                        count += 1
                    at += 1
    return count


@register_jitable
def put(token, value, sims, touched, count):  # type: ignore[no-untyped-def]
    """Remember the best similarity of a listed token; returns how many are remembered."""
    if value > sims[token]:
        if sims[token] == 0.0:
            touched[count] = token
            count += 1
        sims[token] = value
    return count


@register_jitable
def find(table, wanted):  # type: ignore[no-untyped-def]
    """Place of a hash in a sorted table, -1 if it is not there."""
    at = np.searchsorted(table, wanted)
    return at if at < len(table) and table[at] == wanted else -1


@register_jitable
def put_keys(text, keys, key_from, key_to, v, scratch, knobs, count):  # type: ignore[no-untyped-def]
    """Tokens under the same key, and under keys near it."""
    sims, touched, seen, found, mark = scratch
    for number in range(key_from, key_to):
        word = keys[0][keys[1][number] : keys[1][number + 1]]
        mark[0] += 1
        many = key_candidates(word, v.sig_hash, v.sig_key, seen, mark[0], found)
        exact = find(v.key_hash, hash_bytes(word, 0, len(word), 0))
        if exact >= 0:
            known = v.key_order[exact]
            if seen[known] != mark[0]:
                found[many] = known
                many += 1
        for i in range(many):
            theirs = v.key_blob[v.key_off[found[i]] : v.key_off[found[i] + 1]]
            same = len(word) == len(theirs) and (word == theirs).all()
            near = np.float32(SAME_KEY)
            if not same:
                near = key_similarity(word, theirs, v.costs, v.gaps, knobs[0])
                if near <= 0.0:
                    continue
            for at in range(v.key_tok_off[found[i]], v.key_tok_off[found[i] + 1]):
                token = v.key_tok[at]
                value = near
                listed = v.text_blob[v.text_off[token] : v.text_off[token + 1]]
                if same:
                    value -= np.float32(0.01) * (plain_distance(text, listed, 3) - 1)
                else:
                    value = max(value, key_similarity(text, listed, v.costs, v.gaps, knobs[0]))
                if value >= knobs[1]:
                    count = put(token, value, sims, touched, count)
    return count


@register_jitable
def put_arabic(text, heard, bones, v, scratch, knobs, count):  # type: ignore[no-untyped-def]
    """Tokens of the other script whose consonants are the same."""
    sims, touched = scratch[0], scratch[1]
    arabic = text[0] == 126
    at = find(v.bone_hash, bones)
    if at < 0:
        return count
    for i in range(v.bone_off[at], v.bone_off[at + 1]):
        token = v.bone_tok[i]
        listed = v.sound_blob[v.sound_off[token] : v.sound_off[token + 1]]
        theirs_arabic = v.text_blob[v.text_off[token]] == 126
        if theirs_arabic == arabic:
            continue
        if arabic:
            value = arabic_similarity(heard, listed, v.ar_costs, v.ar_skip, v.la_skip)
        else:
            value = arabic_similarity(listed, heard, v.ar_costs, v.ar_skip, v.la_skip)
        if value >= knobs[2]:
            count = put(token, value, sims, touched, count)
    return count


def expand_words(words, v, scratch, knobs):  # type: ignore[no-untyped-def]
    """For each word the listed tokens near it: offsets, tokens, similarities."""
    sims, touched = scratch[0], scratch[1]
    total = len(words.kind)
    offsets = np.zeros(total + 1, np.int64)
    out_token = np.empty(1024 + 64 * total, np.int32)
    out_sim = np.empty(len(out_token), np.float32)
    for w in range(total):
        count = 0
        text = words.text_blob[words.text_off[w] : words.text_off[w + 1]]
        wanted = hash_bytes(text, 0, len(text), 0)
        at = np.searchsorted(v.text_hash, wanted)
        while at < len(v.text_hash) and v.text_hash[at] == wanted:
            count = put(v.text_order[at], np.float32(1.0), sims, touched, count)
            at += 1
        if words.kind[w] == 0 or words.kind[w] == 3:
            keys = (words.key_blob, words.key_off)
            count = put_keys(
                text, keys, words.key_from[w], words.key_to[w], v, scratch, knobs, count
            )
            for i in range(words.group_off[w], words.group_off[w + 1]):
                place = find(v.group_id, words.group[i])
                if place >= 0:
                    for j in range(v.group_off[place], v.group_off[place + 1]):
                        near = min(words.group_sim[i], v.group_sim[j])
                        count = put(v.group_tok[j], near, sims, touched, count)
            heard = words.sound_blob[words.sound_off[w] : words.sound_off[w + 1]]
            if words.bones[w] != 0:
                count = put_arabic(text, heard, words.bones[w], v, scratch, knobs, count)
            initial = v.letter_token[text[0]]
            if words.initials[w] and initial >= 0:
                count = put(initial, np.float32(INITIAL), sims, touched, count)
        start = offsets[w]
        if start + count > len(out_token):
            more = max(len(out_token) * 2, start + count)
            grown, grown_sim = np.empty(more, np.int32), np.empty(more, np.float32)
            grown[:start], grown_sim[:start] = out_token[:start], out_sim[:start]
            out_token, out_sim = grown, grown_sim
        for i in range(count):
            out_token[start + i] = touched[i]
            out_sim[start + i] = sims[touched[i]]
            sims[touched[i]] = 0.0
        offsets[w + 1] = start + count
    return offsets, out_token[: offsets[total]], out_sim[: offsets[total]]


def hash_texts(blob, offsets):  # type: ignore[no-untyped-def]
    """Hash of each text of a blob."""
    out = np.empty(len(offsets) - 1, np.uint64)
    for i in range(len(out)):
        out[i] = hash_bytes(blob, offsets[i], offsets[i + 1], 0)
    return out
