"""How near two words are: kernels that run as they stand and compiled alike.

Words are bytes. A key is a word whose romanisation is folded (names/keys.py); sounds are for
words of Arabic script, whose short vowels are not written.
"""

# numba finds the types of kernels; annotations would say less than their docstrings.
# mypy: disallow-untyped-defs=False, disallow-untyped-calls=False

import numpy as np

from enduse.matching.jitable import called_by_kernels

FAR = np.float32(1e9)
GAP = 0.75  # the least that a letter too many costs
SHORT, LONG = 3, 6  # letters of a key from which one, then two edits are allowed

# Pairs of letters that writers and romanisations exchange, and what that costs of one edit.
_EXCHANGED = {
    "iy": 0.3, "vw": 0.2, "gh": 0.5, "kq": 0.2, "sz": 0.4, "bp": 0.6, "dt": 0.6, "fv": 0.5,
    "ck": 0.3, "cs": 0.5, "SC": 0.4, "Ss": 0.5, "Cs": 0.7, "Ck": 0.7, "Ch": 0.7, "gk": 0.6,
    "uv": 0.6, "jy": 0.4, "ij": 0.4, "xh": 0.4, "zs": 0.4, "gj": 0.5, "lr": 0.7, "mn": 0.7,
}  # fmt: skip


def letter_costs() -> np.ndarray:
    """What it costs to read one letter as another, 256 x 256, 1 for strangers."""
    costs = np.ones((256, 256), np.float32)
    for a in b"aeiou":
        for b in b"aeiou":
            costs[a, b] = 0.6
    for pair, cost in _EXCHANGED.items():
        a, b = pair.encode()
        costs[a, b] = costs[b, a] = cost
    np.fill_diagonal(costs, 0.0)
    return costs


def gap_costs() -> np.ndarray:
    """What a letter too many costs, by letter."""
    costs = np.ones(256, np.float32)
    for letter in b"aeiouyh":
        costs[letter] = GAP
    return costs


@called_by_kernels
def plain_distance(a, b, limit):
    """Edits between two words; limit + 1 if there are more.

    A swap of neighbours is one edit where only one is allowed, else two, as a form with
    letters taken out counts it.
    """
    n, m = len(a), len(b)
    if abs(n - m) > limit:
        return limit + 1
    start = 0
    while start < min(n, m) and a[start] == b[start]:
        start += 1
    while n > start and m > start and a[n - 1] == b[m - 1]:
        n, m = n - 1, m - 1
    if limit <= 1 or min(n, m) == start:
        if limit == 1 and n - start == 2 == m - start:
            if a[start] == b[start + 1] and a[start + 1] == b[start]:
                return 1
        return min(max(n, m) - start, limit + 1)
    return _edits(a[start:n], b[start:m], limit)


@called_by_kernels
def _edits(a, b, limit):
    """Levenshtein's distance by rows; limit + 1 if it is more."""
    rows = np.empty((2, len(b) + 1), np.int32)
    for j in range(len(b) + 1):
        rows[0, j] = j
    for i in range(1, len(a) + 1):
        row, last = i & 1, 1 - (i & 1)
        rows[row, 0] = i
        least = i
        for j in range(1, len(b) + 1):
            best = rows[last, j - 1] + (0 if a[i - 1] == b[j - 1] else 1)
            best = min(best, rows[last, j] + 1, rows[row, j - 1] + 1)
            rows[row, j] = best
            least = min(least, best)
        if least > limit:
            return limit + 1
    return min(int(rows[len(a) & 1, len(b)]), limit + 1)


@called_by_kernels
def note_letters(word, places):
    """Write where each letter of a word stands, one bit for each place."""
    for i in range(len(word)):
        places[word[i]] |= np.uint64(1) << np.uint64(i)


@called_by_kernels
def forget_letters(word, places):
    """Undo note_letters."""
    for letter in word:
        places[letter] = np.uint64(0)


@called_by_kernels
def within_two(places, length, letters, begin, end):
    """Tell whether a stretch of letters is within two edits of a noted word, swaps two edits.

    The word has 1 to 61 letters. Bit i of a row says that its first i letters are met with so
    many edits (Wu and Manber, 1992): all of them at once for each letter of the other word.
    """
    if abs(end - begin - length) > 2:
        return False
    one = np.uint64(1)
    none, some, most = one, np.uint64(3), np.uint64(7)
    for at in range(begin, end):
        match = places[letters[at]] << one
        now = (none << one) & match
        then = ((some << one) & match) | none | ((none | now) << one)
        most = ((most << one) & match) | some | ((some | then) << one)
        none, some = now, then
    return (most >> np.uint64(length)) & one == one


@called_by_kernels
def weighted_distance(a, b, costs, gaps, room):
    """Cost of the cheapest way between words within two edits; swapped neighbours cost 0.9.

    Two edits cost 2 at most, and a letter too many costs GAP at least. So a way that leaves the
    diagonals between the first letters and the last ones is none of the cheapest, but by one
    diagonal where the words are of one length; no other is looked at. room is scratch of three
    rows; if it is too narrow for the second word, new room is made.
    """
    n, m = len(a), len(b)
    rows = room if room.shape[1] > m else np.zeros((3, m + 1), np.float32)
    left = max(0, n - m) if n != m else 1
    right = max(0, m - n) if n != m else 1
    rows[0, 0] = 0.0
    for j in range(1, m + 1):
        rows[0, j] = rows[0, j - 1] + gaps[b[j - 1]]
    for i in range(1, n + 1):
        row, last, before = i % 3, (i - 1) % 3, (i - 2) % 3
        low, high = max(1, i - left), min(m, i + right)
        rows[row, low - 1] = FAR if low > 1 else rows[last, 0] + gaps[a[i - 1]]
        for j in range(low, high + 1):
            best = rows[last, j - 1] + costs[a[i - 1], b[j - 1]]
            best = min(best, rows[last, j] + gaps[a[i - 1]], rows[row, j - 1] + gaps[b[j - 1]])
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, rows[before, j - 2] + np.float32(0.9))
            rows[row, j] = best
        if high < m:
            rows[row, high + 1] = FAR
    return rows[n % 3, m]


@called_by_kernels
def allowed_edits(a_length, b_length):
    """How many edits two keys may be apart: none under 3 letters, one under 6, else two."""
    shorter = min(a_length, b_length)
    return 2 if shorter >= LONG else (1 if shorter >= SHORT else 0)


@called_by_kernels
def key_similarity(a, b, costs, gaps, knobs, room):
    """0 if the keys are further apart than allowed, else 1 less the cost by length."""
    limit = allowed_edits(len(a), len(b))
    if limit == 0 or plain_distance(a, b, limit) > limit:
        return np.float32(0.0)
    return by_cost(a, b, costs, gaps, knobs, room)


@called_by_kernels
def spelt_similarity(a, b, costs, gaps, knobs, room):
    """The same for words as spelt, where one edit or one swap is allowed."""
    if min(len(a), len(b)) < SHORT or plain_distance(a, b, 1) > 1:
        return np.float32(0.0)
    return by_cost(a, b, costs, gaps, knobs, room)


@called_by_kernels
def by_cost(a, b, costs, gaps, knobs, room):
    """1 less the cost of the edits by length; another first letter costs more."""
    cost = weighted_distance(a, b, costs, gaps, room)
    if a[0] != b[0]:
        cost += knobs[4]
    # A second slip in one word is rarer than one slip in each of two.
    if cost > 1.0:
        cost += knobs[5] * (cost - np.float32(1.0))
    longer = max(len(a), len(b))
    return np.float32(max(0.0, 1.0 - knobs[0] * cost / (longer + knobs[3])))


def arabic_costs() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Costs of reading an Arabic letter as a Latin sound, of skipping either."""
    costs = np.ones((256, 256), np.float32)
    np.fill_diagonal(costs, 0.0)
    near = {"kq": 0.15, "dz": 0.2, "SC": 0.2, "pb": 0.1, "gj": 0.4, "xh": 0.5}
    for pair, cost in near.items():
        a, b = pair.encode()
        costs[a, b] = costs[b, a] = cost
    for arabic, latin in (("w", "uov"), ("y", "ie"), ("a", "aeo")):
        for letter in latin.encode():
            costs[ord(arabic), letter] = 0.0 if letter != ord("e") else 0.05
    skip_arabic, skip_latin = np.ones(256, np.float32), np.ones(256, np.float32)
    for letter in b"awyh":
        skip_arabic[letter] = 0.35
    for letter in b"aeiou":
        skip_latin[letter] = 0.07
    skip_latin[ord("y")], skip_latin[ord("h")], skip_latin[ord("w")] = 0.2, 0.4, 0.3
    return costs, skip_arabic, skip_latin


@called_by_kernels
def arabic_similarity(arabic, latin, costs, skip_arabic, skip_latin):
    """Read Arabic consonants against Latin sounds; short vowels cost next to nothing."""
    n, m = len(arabic), len(latin)
    rows = np.zeros((2, m + 1), np.float32)
    for j in range(1, m + 1):
        rows[0, j] = rows[0, j - 1] + skip_latin[latin[j - 1]]
    for i in range(1, n + 1):
        row, last = i % 2, (i - 1) % 2
        rows[row, 0] = rows[last, 0] + skip_arabic[arabic[i - 1]]
        for j in range(1, m + 1):
            best = rows[last, j - 1] + costs[arabic[i - 1], latin[j - 1]]
            best = min(best, rows[last, j] + skip_arabic[arabic[i - 1]])
            rows[row, j] = min(best, rows[row, j - 1] + skip_latin[latin[j - 1]])
    # So few letters prove little.
    most = 0.97 if n > 3 else 0.9
    return np.float32(max(0.0, most - 0.9 * rows[n % 2, m] / max(n, 3)))
