"""Score of a party against a listed name, and the search that misses none above a floor.

    score = factor x covered(asked) x (1 - leftover x (1 - covered(listed))) x remarks

covered is the weight of paired words, each times how near it is, over the weight of all. Every
part is at most 1, so no name can score more than factor x the best possible cover of the
asked words. Words are set aside, most frequent first, as long as all of them together cannot
reach the floor; a name that shares nothing with the others cannot either, and is never read.
"""

import numpy as np
from numba.extending import register_jitable

MAX_WORDS = 16
PERSON = 1
(
    LEFT_PERSON, LEFT_OTHER, FORM_DIFFERS, FORM_MISSING, NUMBER_DIFFERS, SORT_DIFFERS, FORMER,
    WEAK, INITIAL_SIM, ORDER, POWER, CURVE,
) = range(12)  # fmt: skip
KNOBS = np.array([0.45, 0.75, 0.96, 0.99, 0.6, 0.7, 0.98, 0.95, 0.62, 0.98, 1.3, 1.0], np.float32)


@register_jitable
def fill(q, reading, name, n, v, x, sims, rows, slot, knobs):  # type: ignore[no-untyped-def]
    """Similarities of each asked word (row) to each token of a listed name (column)."""
    first, last = q.word_off[reading], q.word_off[reading + 1]
    start, end = n.off[name], n.off[name + 1]
    for j in range(end - start):
        token = n.tok[start + j]
        row = slot[token]
        for i in range(last - first):
            sims[i, j] = rows[row, i] if row > 0 else np.float32(0.0)
            if x.letter[q.word[first + i]] != 0 and sims[i, j] == 0.0:
                begins = v.text_blob[v.text_off[token]] == x.letter[q.word[first + i]]
                if begins and v.kind[token] == 0:
                    sims[i, j] = knobs[INITIAL_SIM]
    return last - first, end - start


@register_jitable
def pair(sims, rows, columns, weights, paired):  # type: ignore[no-untyped-def]
    """Pair words, nearest first; paired[i] is the column of row i or -1."""
    used = np.zeros(MAX_WORDS, np.bool_)
    for i in range(rows):
        paired[i] = -1
    for _ in range(min(rows, columns)):
        best, at_i, at_j = np.float32(0.0), -1, -1
        for i in range(rows):
            if paired[i] >= 0:
                continue
            for j in range(columns):
                value = sims[i, j] * (np.float32(1.0) + weights[i] * np.float32(0.01))
                if not used[j] and sims[i, j] > 0.0 and value > best:
                    best, at_i, at_j = value, i, j
        if at_i < 0:
            break
        paired[at_i] = at_j
        used[at_j] = True
    return used


@register_jitable
def remarks(q, query, reading, name, n, v, paired, used, shape, knobs):  # type: ignore[no-untyped-def]
    """What speaks against two names beside their words: numbers, legal forms, kind, order."""
    rows, columns = shape
    first, start = q.word_off[reading], n.off[name]
    factor = np.float32(1.0)
    asked_number, listed_number = False, False
    for i in range(rows):
        if paired[i] < 0 and q.number[first + i]:
            asked_number = True
    for j in range(columns):
        if not used[j] and v.kind[n.tok[start + j]] == 1:
            listed_number = True
    if asked_number and listed_number:
        factor *= knobs[NUMBER_DIFFERS]
    ours, theirs = q.legal[reading], n.legal[name]
    if ours != 0 and theirs != 0 and (ours & theirs) == 0:
        factor *= knobs[FORM_DIFFERS]
    elif ours != theirs:
        factor *= knobs[FORM_MISSING]
    sort, listed_sort = q.sort[query], n.sort[n.entity[name]]
    if sort != 0 and listed_sort != 0 and sort != listed_sort:
        factor *= knobs[SORT_DIFFERS]
    if n.kind[name] == 1:
        factor *= knobs[FORMER]
    elif n.kind[name] == 2:
        factor *= knobs[WEAK]
    if listed_sort != PERSON:
        last = -1
        for i in range(rows):
            if paired[i] >= 0 and paired[i] < last:
                factor *= knobs[ORDER]
                break
            last = max(last, paired[i])
    return factor


@register_jitable
def score_name(q, query, reading, name, n, v, x, sims, rows, slot, paired, knobs):  # type: ignore[no-untyped-def]
    """Score one reading of a party against one listed name."""
    count, columns = fill(q, reading, name, n, v, x, sims, rows, slot, knobs)
    first, start = q.word_off[reading], n.off[name]
    used = pair(sims, count, columns, q.weight[first : first + count], paired)
    asked, listed = np.float32(0.0), np.float32(0.0)
    for i in range(count):
        if paired[i] >= 0:
            near = sims[i, paired[i]] ** knobs[POWER]
            asked += q.weight[first + i] * near
            listed += v.weight[n.tok[start + paired[i]]] * near
    total = q.total[reading]
    if total <= 0.0 or asked <= 0.0:
        return np.float32(0.0)
    left = knobs[LEFT_PERSON] if n.sort[n.entity[name]] == PERSON else knobs[LEFT_OTHER]
    covered = listed / n.total[name] if n.total[name] > 0.0 else np.float32(0.0)
    score = q.factor[reading] * asked / total * (np.float32(1.0) - left * (1.0 - covered))
    return score * remarks(q, query, reading, name, n, v, paired, used, (count, columns), knobs)


@register_jitable
def set_aside(q, reading, x, n, floor, knobs, aside):  # type: ignore[no-untyped-def]
    """Mark the words whose names need not be read; returns False if none can reach the floor."""
    first = q.word_off[reading]
    count = q.word_off[reading + 1] - first
    volume = np.zeros(MAX_WORDS, np.float64)
    best = np.zeros(MAX_WORDS, np.float64)
    for i in range(count):
        word = q.word[first + i]
        aside[i] = False
        for at in range(x.off[word], x.off[word + 1]):
            token = x.tok[at]
            best[i] = max(best[i], x.sim[at])
            volume[i] += n.post_off[token + 1] - n.post_off[token]
        if x.letter[word] != 0:
            best[i] = max(best[i], knobs[INITIAL_SIM])
            volume[i] = 1e12
    worth = q.factor[reading] / max(q.total[reading], np.float32(1e-9))
    reachable = 0.0
    for i in range(count):
        reachable += worth * q.weight[first + i] * best[i] ** knobs[POWER]
    if reachable < floor:
        return False
    spent = 0.0
    order = np.argsort(-volume[:count])
    for i in order:
        cost = worth * q.weight[first + i] * best[i] ** knobs[POWER]
        # A hair of slack: the bound is summed in double, the score in single precision.
        if spent + cost < floor - 1e-5 or best[i] == 0.0:
            aside[i] = True
            spent += cost
    return True


@register_jitable
def mark_rows(q, reading, x, slot, rows):  # type: ignore[no-untyped-def]
    """Write the similarities of all expansions of a reading into rows; returns how many rows."""
    first, used = q.word_off[reading], 0
    count = q.word_off[reading + 1] - first
    for i in range(count):
        word = q.word[first + i]
        for at in range(x.off[word], x.off[word + 1]):
            row = slot[x.tok[at]]
            if row == 0:
                used += 1
                row = used
                slot[x.tok[at]] = row
                for k in range(count):
                    rows[row, k] = 0.0
            rows[row, i] = x.sim[at]
    return used


@register_jitable
def unmark_rows(q, reading, x, slot):  # type: ignore[no-untyped-def]
    """Forget the rows of a reading."""
    for i in range(q.word_off[reading], q.word_off[reading + 1]):
        word = q.word[i]
        for at in range(x.off[word], x.off[word + 1]):
            slot[x.tok[at]] = 0


@register_jitable
def rows_needed(q, reading, x):  # type: ignore[no-untyped-def]
    """An upper bound on the number of rows."""
    total = 1
    for i in range(q.word_off[reading], q.word_off[reading + 1]):
        word = q.word[i]
        total += x.off[word + 1] - x.off[word]
    return total


@register_jitable
def keep(entity, name, score, best_score, best_name, limit):  # type: ignore[no-untyped-def]
    """Put a hit into the short list of a query, one place per entity, best first."""
    at = -1
    for k in range(limit):
        if best_name[k, 1] == entity:
            at = k
            break
    if at >= 0:
        if score <= best_score[at]:
            return
    else:
        at = limit - 1
        if score <= best_score[at]:
            return
    while at > 0 and best_score[at - 1] < score:
        best_score[at], best_name[at] = best_score[at - 1], best_name[at - 1]
        at -= 1
    best_score[at] = score
    best_name[at, 0], best_name[at, 1] = name, entity


@register_jitable
def read_names(q, query, reading, names, marks, n, v, x, work, out, floor, knobs):  # type: ignore[no-untyped-def]
    """Score each name of one posting list that was not read for this reading yet."""
    sims, rows, slot, paired = work
    seen, mark = marks
    best_score, best_name = out
    limit = len(best_score)
    for name in names:
        if seen[name] == mark:
            continue
        seen[name] = mark
        score = score_name(q, query, reading, name, n, v, x, sims, rows, slot, paired, knobs)
        if score >= floor and score > 0.0:
            keep(n.entity[name], name, score, best_score, best_name, limit)


def search(q, n, v, x, limit, knobs):  # type: ignore[no-untyped-def]
    """Best entities of each query: scores, and name, entity and reading numbers; -1 for none."""
    queries = len(q.sort)
    scores = np.zeros((queries, limit), np.float32)
    found = np.full((queries, limit, 2), -1, np.int32)
    slot = np.zeros(len(v.kind), np.int32)
    seen = np.zeros(len(n.entity), np.int32)
    aside = np.zeros(MAX_WORDS, np.bool_)
    paired = np.zeros(MAX_WORDS, np.int32)
    sims = np.zeros((MAX_WORDS, MAX_WORDS), np.float32)
    rows = np.zeros((256, MAX_WORDS), np.float32)
    mark = 0
    for query in range(queries):
        out = (scores[query], found[query])
        for reading in range(q.reading_off[query], q.reading_off[query + 1]):
            floor = q.floor[query]
            if not set_aside(q, reading, x, n, max(floor, 1e-4), knobs, aside):
                continue
            needed = rows_needed(q, reading, x)
            if needed > len(rows):
                rows = np.zeros((needed * 2, MAX_WORDS), np.float32)
            mark_rows(q, reading, x, slot, rows)
            mark += 1
            work, marks = (sims, rows, slot, paired), (seen, mark)
            first = q.word_off[reading]
            for i in range(q.word_off[reading + 1] - first):
                if aside[i]:
                    continue
                word = q.word[first + i]
                for at in range(x.off[word], x.off[word + 1]):
                    token = x.tok[at]
                    names = n.post[n.post_off[token] : n.post_off[token + 1]]
                    read_names(q, query, reading, names, marks, n, v, x, work, out, floor, knobs)
                if x.letter[word] != 0:
                    letter = x.letter[word]
                    for at in range(v.letter_off[letter], v.letter_off[letter + 1]):
                        token = v.letter_tok[at]
                        names = n.post[n.post_off[token] : n.post_off[token + 1]]
                        read_names(
                            q, query, reading, names, marks, n, v, x, work, out, floor, knobs
                        )
            unmark_rows(q, reading, x, slot)
    return scores, found
