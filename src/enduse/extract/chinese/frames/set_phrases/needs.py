"""Which characters a set phrase cannot do without: most phrases need not be searched for.

A pattern such as ``(?:悬挂|挂)(?P<o>…)旗`` can only stand where 旗 stands. From the parsed pattern
the literals are taken of which one must be there; a clause that holds none of them is passed by.
"""

import re
from collections.abc import Iterable
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["keys_of", "needed"]

_Needs = frozenset[str]
_NOTHING: _Needs = frozenset()


def needed(pattern: re.Pattern[str]) -> _Needs:
    """Return pairs of characters, or single ones, of which every match holds at least one.

    Example:
        >>> sorted(needed(re.compile("(?:悬挂|打着)(?P<o>[^，]{2,8})")))
        ['悬挂', '打着']
    """
    return frozenset(word[:2] for word in _sequence(parser.parse(pattern.pattern)))


def keys_of(text: str) -> set[str]:
    """Return the single characters and the pairs of neighbours of a text."""
    keys = {text[k : k + 2] for k in range(len(text) - 1)}
    keys.update(text)
    return keys


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Needs:
    """The best of what the parts of a sequence need; runs of literals are one word."""
    best, run = _NOTHING, ""
    for kind, value in items:
        if kind is sre.LITERAL:
            run += chr(value)
            continue
        best, run = _better(best, frozenset((run,)) if run else _NOTHING), ""
        best = _better(best, _part(kind, value))
    return _better(best, frozenset((run,)) if run else _NOTHING)


def _part(kind: Any, value: Any) -> _Needs:
    if kind is sre.SUBPATTERN:
        return _sequence(value[-1])
    if kind is sre.BRANCH:
        each = [_sequence(branch) for branch in value[1]]
        return frozenset().union(*each) if all(each) else _NOTHING
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[0] > 0:
        return _sequence(value[2])
    if kind is sre.IN and all(k is sre.LITERAL for k, _ in value):
        return frozenset(chr(code) for _, code in value)
    return _NOTHING


def _better(one: _Needs, other: _Needs) -> _Needs:
    """Pairs tell more than single characters, few more than many."""
    return max(one, other, key=_worth)


def _worth(needs: _Needs) -> tuple[int, int]:
    if not needs:
        return (0, 0)
    return min(2, min(len(word) for word in needs)), -len(needs)
