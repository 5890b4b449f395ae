"""Chinese prepositions, the roles they bring, and where their letters are parts of other words."""

import re
from functools import lru_cache

from enduse.extract.chinese.frames.table import table

__all__ = ["is_preposition", "prepositions", "role_of"]


@lru_cache(maxsize=1)
def prepositions() -> re.Pattern[str]:
    """Matches any preposition, the longest first."""
    return re.compile("|".join(sorted(table().prepositions, key=len, reverse=True)))


def role_of(preposition: str) -> str:
    """The role that a preposition brings: to, from, by, ba, at, via, with, for, per."""
    return table().prepositions[preposition].role


def is_preposition(left: str, mark: "re.Match[str]") -> bool:
    """Tell whether a letter is a preposition there, and no part of another word."""
    word, at = mark.group(), mark.start()
    known = table().prepositions[word]
    before, after = left[max(0, at - 1) : at], left[mark.end() : mark.end() + 1]
    if not after:
        return word in ("被", "由")
    if before and before in known.not_after:
        return False
    return after not in known.not_before
