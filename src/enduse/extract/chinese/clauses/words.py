"""The small words of a Chinese clause, from the table beside this module."""

from functools import lru_cache
from importlib.resources import files

import yaml

__all__ = ["every_word", "grammar"]


@lru_cache(maxsize=64)
def grammar(name: str) -> frozenset[str]:
    """Return one list of the table.

    Example:
        >>> "向" in grammar("to")
        True
    """
    return frozenset(_lists()[name].split())


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    text = files("enduse.extract.chinese.clauses").joinpath("grammar.yml").read_text("utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def every_word() -> frozenset[str]:
    """All small words: jieba's pieces are joined where they make one of these."""
    return frozenset(word for words in _lists().values() for word in words.split())
