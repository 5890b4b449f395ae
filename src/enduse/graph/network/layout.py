"""Where the parties of a picture stand: the same input always gives the same places.

Distances on the page follow distances in the graph (stress majorisation, Gansner, Koren and
North 2004), started from classical scaling, so that no chance is involved. Boxes are then
pushed apart until no two overlap, and separate parts are set side by side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Point = tuple[float, float]
Size = tuple[float, float]
ROUNDS, PUSHES = 150, 400
STRETCH = 1.25


def positions(
    sizes: Mapping[str, Size],
    pairs: Iterable[tuple[str, str]],
    *,
    apart: float = 200.0,
    page: float = 1400.0,
    previous: Mapping[str, Point] | None = None,
) -> dict[str, Point]:
    """Place every node of a graph on a page.

    Args:
        sizes: Width and height of each node's box, label included, by id; in pixels.
        pairs: Ids that are related, in any order and direction.
        apart: Distance of neighbours, in pixels.
        page: Width at which separate parts of the graph go to a new line, in pixels.
        previous: Places in an earlier picture; where given, known nodes start from there, so
            that a picture with one party more looks like the one before.

    Returns:
        The centre of each box, rounded to a tenth of a pixel; boxes do not overlap.

    Example:
        >>> placed = positions({"a": (80, 40), "b": (80, 40)}, [("a", "b")])
        >>> abs(placed["a"][0] - placed["b"][0]) > 80
        True
    """
    import numpy as np

    linked = {frozenset(p) for p in pairs if p[0] != p[1] and set(p) <= sizes.keys()}
    placed: dict[str, Point] = {}
    left, top, line = 0.0, 0.0, 0.0
    for part in _parts(sizes, linked):
        boxes = np.array([sizes[one] for one in part], dtype=np.float64)
        spots = _stress(part, linked, apart, previous or {})
        spots = _pushed_apart(spots, boxes)
        low = (spots - boxes / 2).min(axis=0)
        width, height = (spots + boxes / 2).max(axis=0) - low
        if left > 0 and left + width > page:
            left, top, line = 0.0, top + line + 40, 0.0
        for one, (x, y) in zip(part, spots - low, strict=True):
            placed[one] = (round(float(x + left), 1), round(float(y + top), 1))
        left, line = left + width + 40, max(line, height)
    return placed


def _parts(sizes: Mapping[str, Size], linked: set[frozenset[str]]) -> list[list[str]]:
    """Connected parts, the largest first; members in the order of their ids."""
    near: dict[str, set[str]] = {one: set() for one in sizes}
    for pair in linked:
        one, other = sorted(pair)
        near[one].add(other)
        near[other].add(one)
    left, parts = set(sizes), []
    while left:
        pending = [min(left)]
        part = set(pending)
        while pending:
            new = near[pending.pop()] - part
            part |= new
            pending += sorted(new)
        parts.append(sorted(part))
        left -= part
    return sorted(parts, key=lambda p: (-len(p), p[0]))


def _stress(
    part: Sequence[str],
    linked: set[frozenset[str]],
    apart: float,
    previous: Mapping[str, Point],
) -> Array:
    import numpy as np

    if len(part) == 1:
        return np.zeros((1, 2))
    wanted = _distances(part, linked) * apart
    spots = _scaled(wanted)
    known = [i for i, one in enumerate(part) if one in previous]
    if len(known) > len(part) / 2:
        old = np.array([previous[part[i]] for i in known])
        spots += old.mean(axis=0) - spots[known].mean(axis=0)
        spots[known] = old
    np.fill_diagonal(wanted, 1.0)
    weight = wanted**-2.0
    np.fill_diagonal(weight, 0.0)
    whole = weight.sum(axis=1)[:, None]
    for _ in range(ROUNDS):
        gap = spots[:, None, :] - spots[None, :, :]
        length = np.sqrt((gap**2).sum(axis=2))
        np.fill_diagonal(length, 1.0)
        pull = weight * wanted / np.maximum(length, 1e-9)
        target = weight @ spots + pull.sum(axis=1)[:, None] * spots - pull @ spots
        spots = target / whole
    spots[:, 0] *= STRETCH
    return spots


def _distances(part: Sequence[str], linked: set[frozenset[str]]) -> Array:
    """Hops between all pairs, each a little off by its ids so that no two axes tie."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import shortest_path

    place = {one: i for i, one in enumerate(part)}
    pairs = sorted(tuple(sorted(pair)) for pair in linked if min(pair) in place)
    rows = [place[one] for one, _ in pairs]
    columns = [place[other] for _, other in pairs]
    size = len(part)
    graph = coo_array((np.ones(len(pairs)), (rows, columns)), shape=(size, size)).tocsr()
    hops = np.asarray(shortest_path(graph, directed=False, unweighted=True), dtype=np.float64)
    own = np.array([_number(one) for one in part])
    tilt = 1 + 0.05 * ((own[:, None] + own[None, :]) % 1.0)
    return np.asarray(hops * tilt, dtype=np.float64)


def _number(text: str) -> float:
    """A number from 0 to 1 that depends on nothing but the text."""
    return int.from_bytes(hashlib.sha1(text.encode("utf-8")).digest()[:6]) / 2**48


def _scaled(wanted: Array) -> Array:
    """Classical scaling: the two main axes of the distances; signs fixed by the first node."""
    import numpy as np
    from scipy.linalg import eigh

    squared = wanted**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    last = len(wanted) - 1
    values, vectors = eigh(-centred / 2, subset_by_index=[last - 1, last])
    spots = vectors[:, ::-1] * np.sqrt(np.maximum(values[::-1], 1.0))
    for axis in (0, 1):
        first = spots[np.argmax(np.abs(spots[:, axis]) > 1e-6), axis]
        spots[:, axis] *= -1 if first > 0 else 1
    return np.asarray(spots, dtype=np.float64)


def _pushed_apart(spots: Array, boxes: Array) -> Array:
    """Push overlapping boxes apart along the shorter way until none overlap."""
    import numpy as np

    gap = np.array([18.0, 14.0])
    need = (boxes[:, None, :] + boxes[None, :, :]) / 2 + gap
    for _ in range(PUSHES):
        between = spots[:, None, :] - spots[None, :, :]
        over = need - np.abs(between)
        hit = np.triu((over > 1e-6).all(axis=2), 1)
        if not hit.any():
            break
        for one, other in np.argwhere(hit):
            step = need[one, other] - np.abs(spots[one] - spots[other])
            if (step <= 1e-6).any():
                continue
            axis = int(np.argmin(step))
            sign = 1.0 if spots[one, axis] >= spots[other, axis] else -1.0
            spots[one, axis] += sign * step[axis] / 2
            spots[other, axis] -= sign * step[axis] / 2
    return spots
