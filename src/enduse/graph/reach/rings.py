"""Rings: companies that own each other, directly or round a circle."""

from collections.abc import Iterable, Mapping


def rings(owners: Mapping[str, Iterable[str]]) -> list[frozenset[str]]:
    """Find all sets of two or more companies that reach each other by ownership.

    Args:
        owners: For each company, who holds shares in it; a stake in itself is no ring.

    Returns:
        Strongly connected components of two or more members, in the order of their
        smallest member. Deep graphs are walked without recursion (Tarjan).

    Example:
        >>> [sorted(ring) for ring in rings({"a": ["x", "b"], "b": ["a"]})]
        [['a', 'b']]
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    found: list[frozenset[str]] = []
    for start in sorted(owners):
        if start in index:
            continue
        path = [(start, iter(sorted(owners.get(start, ()))))]
        index[start] = low[start] = len(index)
        stack.append(start)
        waiting.add(start)
        while path:
            node, rest = path[-1]
            after = next(rest, None)
            if after is None:
                path.pop()
                if path:
                    parent = path[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    found.append(_pop(stack, waiting, node))
            elif after not in index:
                index[after] = low[after] = len(index)
                stack.append(after)
                waiting.add(after)
                path.append((after, iter(sorted(owners.get(after, ())))))
            elif after in waiting:
                low[node] = min(low[node], index[after])
    return sorted((ring for ring in found if len(ring) > 1), key=min)


def _pop(stack: list[str], waiting: set[str], node: str) -> frozenset[str]:
    members = set()
    while True:
        member = stack.pop()
        waiting.discard(member)
        members.add(member)
        if member == node:
            return frozenset(members)
