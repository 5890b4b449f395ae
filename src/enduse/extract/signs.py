"""What a pattern cannot do without: a look at plain letters spares most of the slow searches."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

__all__ = ["Index", "needed"]

_parser: Any = import_module("re._parser")
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


def needed(pattern: re.Pattern[str]) -> frozenset[str]:
    """Return lower-case words of which every match holds one; empty where there are none.

    They are read off the pattern itself, so that a change of it cannot leave them behind.
    What a pattern only looks ahead or back to is no part of its match and does not count.

    Example:
        >>> sorted(needed(re.compile(r"(?:denied|refused) (?:the )?(?:report|claim)s?")))
        ['denied', 'refused']
    """
    return _of(_parser.parse(pattern.pattern, pattern.flags)) or frozenset()


def _of(items: Iterable[Any]) -> frozenset[str] | None:
    """The best of what the parts of a sequence need."""
    return max(_parts(items), key=_worth, default=None)


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Long words are rare, and few of them are soon looked for."""
    return min(4, *(len(word.strip()) for word in words)), -len(words)


def _parts(items: Iterable[Any]) -> Iterator[frozenset[str]]:
    run = ""
    for op, what in items:
        if str(op) == "LITERAL":
            run += chr(what).lower()
            continue
        if run:
            yield frozenset((run,))
            run = ""
        inside = _inside(str(op), what)
        if inside:
            yield inside
    if run:
        yield frozenset((run,))


def _inside(op: str, what: Any) -> frozenset[str] | None:
    if op == "SUBPATTERN":
        return _of(what[-1])
    if op == "ATOMIC_GROUP":
        return _of(what)
    if op in _REPEATS and what[0]:
        return _of(what[2])
    if op == "IN" and all(str(kind) == "LITERAL" for kind, _ in what):
        return frozenset(chr(code).lower() for _, code in what)
    if op == "BRANCH":
        ways = [_of(way) for way in what[1]]
        if all(ways):
            return frozenset(word for way in ways if way for word in way)
    return None


class Index:
    """Many patterns by the words that they need, so that few of them are tried on a text.

    Example:
        >>> rows = Index([re.compile("拒绝(?:评论|置评)"), re.compile("否认")])
        >>> rows.possible("公司否认此事")
        [1]
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        needs = [needed(one) for one in patterns]
        often = Counter(c for words in needs for c in set("".join(words)))
        self._always = [k for k, words in enumerate(needs) if not words]
        # Each word stands under the letter that fewest patterns share.
        self._words: dict[str, list[tuple[str, int]]] = {}
        for k, words in enumerate(needs):
            for word in words:
                rarest = min(word, key=lambda c: often[c])
                self._words.setdefault(rarest, []).append((word, k))

    def possible(self, text: str) -> list[int]:
        """Return the numbers of the patterns that may match within a text, in order."""
        folded = text.lower()
        found = set(self._always)
        for letter in self._words.keys() & folded:
            found.update(k for word, k in self._words[letter] if word in folded)
        return sorted(found)
