"""From one word to all listed words it may stand for, and how near each is."""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

import numpy as np

from enduse.matching.jitable import called_by_kernels
from enduse.matching.spelling.hashing import find, hash_bytes
from enduse.matching.spelling.near import Lexicon, put, put_keys, put_spellings
from enduse.matching.spelling.similarity import arabic_similarity

NICKNAME, VARIANT, INITIAL = 0.86, 0.95, 0.62
MARK = ord("~")
NUMBER_KIND, LETTER_KIND = 1, 2
LIKELY = np.float32(0.8)
CLASSES = 128


@called_by_kernels
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


@called_by_kernels
def put_meanings(w, words, v, scratch):
    """Tokens of the same meaning, or the same given name in another language."""
    for i in range(words.group_off[w], words.group_off[w + 1]):
        place = find(v.group_id, words.group[i])
        if place >= 0:
            for j in range(v.group_off[place], v.group_off[place + 1]):
                put(v.group_tok[j], min(words.group_sim[i], v.group_sim[j]), scratch)


@called_by_kernels
def expand(w, words, v, lexicon, costs, scratch):
    """Collect the listed tokens near one word."""
    text = words.text_blob[words.text_off[w] : words.text_off[w + 1]]
    wanted = hash_bytes(text, 0, len(text), 0)
    at = find(v.text_hash, wanted)
    while 0 <= at < len(v.text_hash) and v.text_hash[at] == wanted:
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


@called_by_kernels
def nearness_class(near):
    """Few classes of nearness, the nearest first."""
    return min(CLASSES - 1, max(0, int((np.float32(1.0) - near) * np.float32(256.0))))


@called_by_kernels
def in_order(scratch, begin, tokens, sims):
    """Write the tokens that were touched from this place on, the nearest first.

    They fall into their classes; within these, few are out of order.
    """
    begin[:] = 0
    for i in range(len(tokens)):
        begin[nearness_class(scratch.sims[scratch.touched[i]]) + 1] += 1
    for k in range(CLASSES):
        begin[k + 1] += begin[k]
    for i in range(len(tokens)):
        token = scratch.touched[i]
        near = scratch.sims[token]
        k = nearness_class(near)
        tokens[begin[k]], sims[begin[k]] = token, near
        begin[k] += 1
    for i in range(1, len(tokens)):
        token, near, at = tokens[i], sims[i], i
        while at > 0 and sims[at - 1] < near:
            tokens[at], sims[at] = tokens[at - 1], sims[at - 1]
            at -= 1
        tokens[at], sims[at] = token, near


def expand_words(words, v, weights, costs, scratch):
    """For each word the listed tokens near it: offsets, tokens, similarities, best, weight.

    The nearest come first. A slip of the pen weighs what the least weighty word it may stand
    for weighs.
    """
    lexicon = Lexicon(
        v.text_blob, v.text_off, v.key_blob, v.key_off, v.key_hash, v.key_order,
        v.key_tok_off, v.key_tok, v.sig_off, v.sig_key, v.spell_off, v.spell_tok,
    )  # fmt: skip
    total = len(words.kind)
    best, weight = np.zeros(total, np.float32), np.zeros(total, np.float32)
    offsets = np.zeros(total + 1, np.int64)
    tokens = np.empty(1024 + 64 * total, np.int32)
    sims = np.empty(len(tokens), np.float32)
    begin = np.zeros(CLASSES + 1, np.int32)
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
        end = start + count
        in_order(scratch, begin, tokens[start:end], sims[start:end])
        for i in range(count):
            scratch.sims[scratch.touched[i]] = 0.0
        offsets[w + 1] = start + count
    return offsets, tokens[: offsets[total]], sims[: offsets[total]], best, weight
