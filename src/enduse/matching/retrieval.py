"""The search that misses no name whose score reaches the floor.

Words are set aside, most frequent first, as long as all of them together cannot reach the
floor. A name that shares nothing with the remaining words cannot reach it either, and is
never read; every other name is scored in full.
"""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

import numpy as np
from numba.extending import register_jitable

from enduse.matching.alignment import (
    FLOOR,
    INITIAL_SIM,
    LETTER,
    MAX_WORDS,
    POWER,
    TOTAL,
    WEIGHT,
    WORTH,
    Side,
    Work,
    least_agreement,
    raise_floor,
    score_name,
)


@register_jitable
def reach(words, asked, facts, x, posted, knobs):
    """What each word can add to the agreement at most, and how many names it leads to."""
    count = len(words)
    gain, volume = np.zeros(count, np.float64), np.zeros(count, np.float64)
    for i in range(count):
        best = np.float32(0.0)
        for at in range(x.off[words[i]], x.off[words[i] + 1]):
            best = max(best, x.sim[at])
            volume[i] += posted[x.tok[at] + 1] - posted[x.tok[at]]
        if asked[i, LETTER] != 0:
            best = max(best, knobs[INITIAL_SIM])
            volume[i] = 1e12
        if best > 0.0 and facts[TOTAL] > 0.0:
            gain[i] = facts[WORTH] / facts[TOTAL] * asked[i, WEIGHT] * best ** knobs[POWER]
    return gain, volume


@register_jitable
def set_aside(gain, volume, floor, aside):
    """Mark the words whose names need not be read; False if all words cannot reach the floor."""
    # A hair of slack: gains are summed in double, the score in single precision.
    if gain.sum() < floor - 1e-5:
        return False
    spent = 0.0
    for i in np.argsort(-volume):
        aside[i] = gain[i] == 0.0 or spent + gain[i] < floor - 1e-5
        if aside[i]:
            spent += gain[i]
    return True


@register_jitable
def mark_rows(words, x, slot, rows):
    """Write the similarities of all expansions into rows; row 0 stays empty."""
    used, count = 0, len(words)
    for i in range(count):
        for at in range(x.off[words[i]], x.off[words[i] + 1]):
            row = slot[x.tok[at]]
            if row == 0:
                used += 1
                row = used
                slot[x.tok[at]] = row
                rows[row, :count] = 0.0
            rows[row, i] = max(rows[row, i], x.sim[at])


@register_jitable
def unmark_rows(words, x, slot):
    """Forget the rows."""
    for word in words:
        for at in range(x.off[word], x.off[word + 1]):
            slot[x.tok[at]] = 0


@register_jitable
def rows_needed(words, x):
    """An upper bound on the number of rows."""
    total = 1
    for word in words:
        total += x.off[word + 1] - x.off[word]
    return total


@register_jitable
def keep(at_hand, score, out, work, count):
    """Put a hit into the short list of a query, one place per entity, best first."""
    best, found, paired, near = out
    at = len(best) - 1
    for k in range(len(best)):
        if found[k, 1] == at_hand[1]:
            at = k
            break
    if score <= best[at]:
        return
    while at > 0 and best[at - 1] < score:
        best[at] = best[at - 1]
        found[at, :], paired[at, :], near[at, :] = found[at - 1], paired[at - 1], near[at - 1]
        at -= 1
    best[at] = score
    found[at, 0], found[at, 1], found[at, 2] = at_hand[0], at_hand[1], at_hand[2]
    for i in range(count):
        paired[at, i] = work.paired[i]
        near[at, i] = work.sims[i, work.paired[i]] if work.paired[i] >= 0 else np.float32(0.0)


@register_jitable
def read_names(names, entities, state, side, work, knobs):
    """Score each name that was not read for this reading yet."""
    asked, facts, seen, reading, out = state
    for name in names:
        if seen[name] == reading + 1:
            continue
        seen[name] = reading + 1
        score = score_name(name, side, asked, facts, work, knobs)
        if score >= facts[FLOOR] and score > 0.0:
            keep((name, entities[name], reading), score, out, work, len(asked))
            # Once the short list is full, only better ones matter.
            if out[0][-1] > facts[FLOOR]:
                raise_floor(facts, out[0][-1], knobs)


def search(q, n, x, limit, knobs):
    """Best entities of each query: scores; numbers of name, entity, reading; pairs; how near.

    Entity -1 stands for no hit. pairs: for each asked word its place in the name, or -1.
    """
    queries = len(q.reading_off) - 1
    scores = np.zeros((queries, limit), np.float32)
    found = np.full((queries, limit, 3), -1, np.int32)
    pairs = np.full((queries, limit, MAX_WORDS), -1, np.int8)
    nears = np.zeros((queries, limit, MAX_WORDS), np.float32)
    seen = np.zeros(len(n.entity), np.int32)
    slot = np.zeros(len(n.weight), np.int32)
    rows = np.zeros((1024, MAX_WORDS), np.float32)
    sims, paired = np.zeros((MAX_WORDS, MAX_WORDS), np.float32), np.zeros(MAX_WORDS, np.int32)
    aside, used = np.zeros(MAX_WORDS, np.bool_), np.zeros(MAX_WORDS, np.bool_)
    side = Side(n.off, n.tok, n.total, n.facts, n.weight, n.kind, n.first)
    for query in range(queries):
        out = (scores[query], found[query], pairs[query], nears[query])
        for reading in range(q.reading_off[query], q.reading_off[query + 1]):
            start, end = q.word_off[reading], q.word_off[reading + 1]
            words, asked = q.word[start:end], q.asked[start:end]
            facts = q.facts[reading].copy()
            gain, volume = reach(words, asked, facts, x, n.post_off, knobs)
            raise_floor(facts, max(facts[FLOOR], scores[query, limit - 1]), knobs)
            least = max(least_agreement(facts, knobs), np.float32(1e-4))
            if not set_aside(gain, volume, least, aside):
                continue
            needed = rows_needed(words, x)
            if needed > len(rows):
                rows = np.zeros((needed * 2, MAX_WORDS), np.float32)
            mark_rows(words, x, slot, rows)
            work = Work(sims, rows, slot, paired, used)
            state = (asked, facts, seen, reading, out)
            for i in range(len(words)):
                if aside[i]:
                    continue
                for at in range(x.off[words[i]], x.off[words[i] + 1]):
                    begin, stop = n.post_off[x.tok[at]], n.post_off[x.tok[at] + 1]
                    read_names(n.post[begin:stop], n.entity, state, side, work, knobs)
                letter = int(asked[i, LETTER])
                for at in range(n.letter_off[letter], n.letter_off[letter + 1]):
                    begin, stop = n.post_off[n.letter_tok[at]], n.post_off[n.letter_tok[at] + 1]
                    read_names(n.post[begin:stop], n.entity, state, side, work, knobs)
            unmark_rows(words, x, slot)
    return scores, found, pairs, nears


def score_all(q, n, x, knobs):
    """Score every listed name for every query, without retrieval: the slow twin of search."""
    queries = len(q.reading_off) - 1
    out = np.zeros((queries, len(n.entity)), np.float32)
    slot = np.zeros(len(n.weight), np.int32)
    sims, paired = np.zeros((MAX_WORDS, MAX_WORDS), np.float32), np.zeros(MAX_WORDS, np.int32)
    used = np.zeros(MAX_WORDS, np.bool_)
    side = Side(n.off, n.tok, n.total, n.facts, n.weight, n.kind, n.first)
    for query in range(queries):
        for reading in range(q.reading_off[query], q.reading_off[query + 1]):
            start, end = q.word_off[reading], q.word_off[reading + 1]
            words, asked = q.word[start:end], q.asked[start:end]
            facts = q.facts[reading].copy()
            raise_floor(facts, np.float32(0.0), knobs)
            rows = np.zeros((rows_needed(words, x) + 1, MAX_WORDS), np.float32)
            mark_rows(words, x, slot, rows)
            work = Work(sims, rows, slot, paired, used)
            for name in range(len(n.entity)):
                score = score_name(name, side, asked, facts, work, knobs)
                out[query, name] = max(out[query, name], score)
            unmark_rows(words, x, slot)
    return out
