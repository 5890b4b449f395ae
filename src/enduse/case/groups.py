"""Results in groups: one transaction for each is a quarter of the work of many small ones."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

_Result = TypeVar("_Result")
_MOST, _SECONDS = 64, 1.0


def in_groups(results: Iterable[_Result]) -> Iterator[list[_Result]]:
    """Give results on in groups of a second's work.

    A result that took longer is given on as soon as it is there: whoever stops the program loses
    no more finished work than a second's.
    Where the results end in an error, those before it are given on first.

    Example:
        >>> list(in_groups("abc"))
        [['a', 'b', 'c']]
    """
    group: list[_Result] = []
    due = time.monotonic() + _SECONDS
    try:
        for one in results:
            group.append(one)
            if len(group) == _MOST or time.monotonic() >= due:
                yield group
                group, due = [], time.monotonic() + _SECONDS
    except Exception:
        if group:
            yield group
        raise
    if group:
        yield group
