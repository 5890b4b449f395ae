"""The search that misses no name whose score reaches the floor, and reads few others.

The words of a reading are put in order, those that lead to few names first. Of the k-th word
only those listed tokens are followed that can reach the floor together with all later words at
their best; once the later words cannot reach it by themselves, the rest is never followed. Every
name met is scored in full.

Proof that none is missed: let a name reach the floor, and let k be the first of its words that is
paired, with a token t. Earlier words add nothing, so that what covers the asked words is at most
what t adds and the best of each later word. Of the listed words, what t leaves uncovered of its
weight stands against all that can be paired: t and one token for each later word, of weight 1 at
most (left_over). So the agreement is at most what `may_reach` allows for t; it reaches the least
agreement that gives the floor, so t is followed, and the name with it.
"""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

from typing import NamedTuple

import numpy as np

from enduse.matching.arrays import Array
from enduse.matching.jitable import called_by_kernels
from enduse.matching.search.alignment import (
    FLOOR,
    INITIAL_SIM,
    LEAST_OTHER,
    LEAST_PERSON,
    LEFT_OTHER,
    LEFT_PERSON,
    LEFT_POWER,
    LETTER,
    MAX_WORDS,
    POWER,
    SORT_DIFFERS,
    TOTAL,
    WEIGHT,
    WORTH,
    Side,
    Work,
    least_agreement,
    may_be_person,
    raise_floor,
    score_name,
)

# A hair of slack: gains are summed in double, the score in single precision.
SLACK = 1e-5
_MANY = 1 << 40


class Marks(NamedTuple):
    """Scratch used again and again: the row of each token, 0 between readings."""

    slot: Array

    @classmethod
    def of(cls, tokens: int) -> "Marks":
        """Marks for so many tokens."""
        return cls(np.zeros(tokens, np.int32))


class Plan(NamedTuple):
    """Of each word what it adds at most, where its useful tokens end, and the order of words."""

    gain: Array
    end: Array
    volume: Array
    order: Array


@called_by_kernels
def nearness_needed(gain, share, weight, knobs):
    """How near a token must be to add so much to the agreement."""
    if gain <= 0.0:
        return 0.0
    if share * weight <= 0.0:
        return 2.0
    return (gain / (share * weight)) ** (1.0 / knobs[POWER]) - SLACK


@called_by_kernels
def planned(reading, x, posted, knobs, plan):
    """Plan a reading; gives the sum of all gains.

    Tokens too far for the floor even with every other word at its best are left out. A name
    whose pairs in full include one of them scores below the floor, with it and without it; in
    any other name it is not what its word is paired with.
    """
    words, asked, facts = reading
    count = len(words)
    share = facts[WORTH] / facts[TOTAL] if facts[TOTAL] > 0.0 else 0.0
    total = 0.0
    for i in range(count):
        begin = x.off[words[i]]
        best = x.sim[begin] if x.off[words[i] + 1] > begin else np.float32(0.0)
        if asked[i, LETTER] != 0:
            best = max(best, knobs[INITIAL_SIM])
        plan.gain[i] = share * asked[i, WEIGHT] * best ** knobs[POWER] if best > 0.0 else 0.0
        total += plan.gain[i]
    for i in range(count):
        needed = least_agreement(facts, knobs) - SLACK - (total - plan.gain[i])
        least = nearness_needed(needed, share, asked[i, WEIGHT], knobs)
        at, end, volume = x.off[words[i]], x.off[words[i] + 1], 0
        while at < end and x.sim[at] >= least:
            volume += posted[x.tok[at] + 1] - posted[x.tok[at]]
            at += 1
        plan.end[i] = at
        plan.volume[i] = volume if asked[i, LETTER] == 0 else _MANY
        place = i
        while place > 0 and plan.volume[plan.order[place - 1]] > plan.volume[i]:
            plan.order[place] = plan.order[place - 1]
            place -= 1
        plan.order[place] = i
    return total


@called_by_kernels
def mark_rows(reading, ends, x, slot, rows, knobs):
    """Write the similarities of the useful tokens into rows; row 0 stays empty.

    The last cell of a row is what its token adds at most to the agreement, for all words.
    """
    words, asked, facts = reading
    used, count = 0, len(words)
    share = facts[WORTH] / facts[TOTAL] if facts[TOTAL] > 0.0 else np.float32(0.0)
    rows[0, :] = 0.0
    for i in range(count):
        worth = share * asked[i, WEIGHT]
        for at in range(x.off[words[i]], ends[i]):
            row = slot[x.tok[at]]
            if row == 0:
                used += 1
                row = used
                slot[x.tok[at]] = row
                for k in range(count + 1):
                    rows[row, k] = 0.0
            near = x.sim[at]
            rows[row, i] = max(rows[row, i], near)
            # Nearness to a power of one or more is at most itself, and needs no power.
            most = near if knobs[POWER] >= 1.0 else near ** knobs[POWER]
            rows[row, count] += worth * most


@called_by_kernels
def unmark_rows(words, ends, x, slot):
    """Forget the rows."""
    for i in range(len(words)):
        for at in range(x.off[words[i]], ends[i]):
            slot[x.tok[at]] = 0


@called_by_kernels
def rows_needed(words, ends, x):
    """An upper bound on the number of rows."""
    total = 1
    for i in range(len(words)):
        total += ends[i] - x.off[words[i]]
    return total


@called_by_kernels
def keep(at_hand, score, out, work, n):
    """Put a hit into the short list of a query, one place per entity, best first.

    Of equals the one that stands first in the list goes first.
    """
    best, found, paired, near = out
    name, reading, count = at_hand
    entity = n.entity[name]
    at = len(best) - 1
    for k in range(len(best)):
        if found[k, 1] == entity:
            at = k
            break
    if score < best[at]:
        return
    if score == best[at] and found[at, 1] >= 0:
        if entity > found[at, 1]:
            return
        if entity == found[at, 1] and n.listed[name] >= n.listed[found[at, 0]]:
            return
    while at > 0 and (
        best[at - 1] < score or (best[at - 1] == score and found[at - 1, 1] > entity)
    ):
        best[at] = best[at - 1]
        found[at, :], paired[at, :], near[at, :] = found[at - 1], paired[at - 1], near[at - 1]
        at -= 1
    best[at] = score
    found[at, 0], found[at, 1], found[at, 2] = name, entity, reading
    for i in range(count):
        paired[at, i] = work.paired[i]
        near[at, i] = work.sims[i, work.paired[i]] if work.paired[i] >= 0 else np.float32(0.0)


@called_by_kernels
def name_at(off, place):
    """Number of the name whose tokens begin at a place."""
    low, high = 0, len(off) - 1
    while high - low > 1:
        middle = (low + high) >> 1
        if off[middle] <= place:
            low = middle
        else:
            high = middle
    return low


@called_by_kernels
def read_names(places, n, state, side, work, knobs):
    """Score each name that begins at one of these places.

    Most share too little with the question: what their tokens add at most, summed up, is under
    the least agreement, and they are passed over after one look at their tokens. A name met
    twice, by two of its words, is read twice, which is rare and changes nothing.
    """
    asked, facts, reading, out = state
    rows, slot, tok, count = work.rows, work.slot, side.tok, len(asked)
    initials = np.float32(0.0)
    for i in range(count):
        if asked[i, LETTER] != 0:
            initials += facts[WORTH] / facts[TOTAL] * asked[i, WEIGHT]
    least = least_agreement(facts, knobs) - SLACK - initials
    for place in places:
        at, token, most = place, tok[place], np.float32(0.0)
        while token >= 0:
            most += rows[slot[token], count]
            at += 1
            token = tok[at]
        most += rows[slot[~token], count]
        if most < least:
            continue
        name = name_at(side.off, place)
        score = score_name(name, side, asked, facts, work, knobs)
        if score >= facts[FLOOR] and score > 0.0:
            keep((name, reading, count), score, out, work, n)
            # Once the short list is full, only better ones matter.
            if out[0][-1] > facts[FLOOR]:
                raise_floor(facts, out[0][-1], knobs)
                least = least_agreement(facts, knobs) - SLACK - initials


@called_by_kernels
def left_over(near, weight, later, knobs):
    """Least share of a listed name that stays uncovered if its first pair is no nearer than this.

    near is to the power already; weight is that of the listed token, later how many words asked
    about may still be paired.
    """
    return (weight * max(0.0, 1.0 - near) / (weight + later)) ** knobs[LEFT_POWER]


@called_by_kernels
def may_reach(cover, left, facts, knobs):
    """Tell whether a cover of the asked words may reach the floor, so much left over."""
    person = cover * (1.0 - knobs[LEFT_PERSON] * left)
    least = facts[LEAST_PERSON]
    if not may_be_person(facts):
        person *= knobs[SORT_DIFFERS]
        least = facts[LEAST_OTHER]
    other = cover * (1.0 - knobs[LEFT_OTHER] * left)
    return person >= least - SLACK or other >= facts[LEAST_OTHER] - SLACK


@called_by_kernels
def follow(words, lists, plan, state, scoring, knobs):
    """Read the names that the words lead to, in the order of the plan, as far as the bound asks."""
    asked, facts = state[0], state[1]
    (n, x), (side, work) = lists, scoring
    share = facts[WORTH] / facts[TOTAL]
    rest = plan.gain[: len(words)].sum()
    for k in range(len(words)):
        i = plan.order[k]
        if rest < least_agreement(facts, knobs) - SLACK:
            return
        rest -= plan.gain[i]
        later = len(words) - 1 - k
        for at in range(x.off[words[i]], plan.end[i]):
            token, near = x.tok[at], x.sim[at] ** knobs[POWER]
            cover = rest + share * asked[i, WEIGHT] * near
            if cover < least_agreement(facts, knobs) - SLACK:
                break
            if not may_reach(cover, left_over(near, n.weight[token], later, knobs), facts, knobs):
                continue
            begin, stop = n.post_off[token], n.post_off[token + 1]
            read_names(n.post[begin:stop], n, state, side, work, knobs)
        needed = least_agreement(facts, knobs) - SLACK - rest
        letter = int(asked[i, LETTER])
        if knobs[INITIAL_SIM] < nearness_needed(needed, share, asked[i, WEIGHT], knobs):
            continue
        for at in range(n.letter_off[letter], n.letter_off[letter + 1]):
            begin, stop = n.post_off[n.letter_tok[at]], n.post_off[n.letter_tok[at] + 1]
            read_names(n.post[begin:stop], n, state, side, work, knobs)


def search(q, n, x, limit, knobs, marks):
    """Best entities of each query: scores; numbers of name, entity, reading; pairs; how near.

    Entity -1 stands for no hit. pairs: for each asked word its place in the name, or -1.
    Work grows with the names that the rarest words lead to; see the bound above.
    """
    queries = len(q.reading_off) - 1
    scores = np.zeros((queries, limit), np.float32)
    found = np.full((queries, limit, 3), -1, np.int32)
    pairs = np.full((queries, limit, MAX_WORDS), -1, np.int8)
    nears = np.zeros((queries, limit, MAX_WORDS), np.float32)
    cells = np.zeros(4096, np.float32)
    sims, paired = np.zeros((MAX_WORDS, MAX_WORDS), np.float32), np.zeros(MAX_WORDS, np.int32)
    used = np.zeros(MAX_WORDS, np.bool_)
    plan = Plan(
        np.zeros(MAX_WORDS, np.float64), np.zeros(MAX_WORDS, np.int64),
        np.zeros(MAX_WORDS, np.int64), np.zeros(MAX_WORDS, np.int64),
    )  # fmt: skip
    side = Side(n.off, n.tok, n.facts, n.weight, n.kind, n.first)
    for query in range(queries):
        out = (scores[query], found[query], pairs[query], nears[query])
        for reading in range(q.reading_off[query], q.reading_off[query + 1]):
            start, end = q.word_off[reading], q.word_off[reading + 1]
            words, asked = q.word[start:end], q.asked[start:end]
            facts = q.facts[reading].copy()
            raise_floor(facts, max(facts[FLOOR], scores[query, limit - 1]), knobs)
            total = planned((words, asked, facts), x, n.post_off, knobs, plan)
            if total < max(least_agreement(facts, knobs), np.float32(1e-4)) - SLACK:
                continue
            needed, wide = rows_needed(words, plan.end, x), len(words) + 1
            if needed * wide > len(cells):
                cells = np.zeros(2 * needed * wide, np.float32)
            rows = cells[: needed * wide].reshape(needed, wide)
            mark_rows((words, asked, facts), plan.end, x, marks.slot, rows, knobs)
            work = Work(sims, rows, marks.slot, paired, used)
            state = (asked, facts, reading, out)
            follow(words, (n, x), plan, state, (side, work), knobs)
            unmark_rows(words, plan.end, x, marks.slot)
    return scores, found, pairs, nears


def score_all(q, n, x, knobs):
    """Score every listed name for every query, without retrieval: the slow twin of search."""
    queries = len(q.reading_off) - 1
    out = np.zeros((queries, len(n.entity)), np.float32)
    slot = np.zeros(len(n.weight), np.int32)
    sims, paired = np.zeros((MAX_WORDS, MAX_WORDS), np.float32), np.zeros(MAX_WORDS, np.int32)
    used = np.zeros(MAX_WORDS, np.bool_)
    side = Side(n.off, n.tok, n.facts, n.weight, n.kind, n.first)
    for query in range(queries):
        for reading in range(q.reading_off[query], q.reading_off[query + 1]):
            start, end = q.word_off[reading], q.word_off[reading + 1]
            words, asked = q.word[start:end], q.asked[start:end]
            facts = q.facts[reading].copy()
            raise_floor(facts, np.float32(0.0), knobs)
            ends = x.off[words + 1]
            rows = np.zeros((rows_needed(words, ends, x), len(words) + 1), np.float32)
            mark_rows((words, asked, facts), ends, x, slot, rows, knobs)
            work = Work(sims, rows, slot, paired, used)
            for name in range(len(n.entity)):
                score = score_name(name, side, asked, facts, work, knobs)
                out[query, name] = max(out[query, name], score)
            unmark_rows(words, ends, x, slot)
    return out
