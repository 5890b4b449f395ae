"""The Chinese word lists beside this module, and jieba's words with their tags."""

import re
import warnings
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from enduse.extract.segment import Span

# 第二经济委员会, 第九研究所: the number is of the name.
ORDINAL = re.compile(r"第[一二三四五六七八九十百\d]+")


@lru_cache(maxsize=128)
def words(name: str) -> frozenset[str]:
    """A list as a set of words."""
    return frozenset(_lists()[name].split())


@lru_cache(maxsize=8)
def letters(name: str) -> frozenset[str]:
    """A list as a set of single characters."""
    return frozenset(_lists()[name].replace(" ", "").replace("\n", ""))


@lru_cache(maxsize=1)
def _lists() -> dict[str, str]:
    text = files("enduse.extract.chinese").joinpath("words.yml").read_text("utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=1)
def _jieba() -> tuple[Any, dict[str, str]]:
    """jieba, quiet, and the tag of each word of its dictionary."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        import jieba.posseg
    jieba.setLogLevel(60)
    jieba.initialize()
    jieba.posseg.initialize()
    tags: dict[str, str] = jieba.posseg.dt.word_tag_tab
    return jieba, tags


def tagged(text: str, guess: bool = True) -> list[tuple[str, str, Span]]:
    """Cut a text into words, each with jieba's tag ("x" for a word it does not know).

    Args:
        text: What to cut.
        guess: Whether to guess words that are in no dictionary; names need it, clauses do not.

    Example:
        >>> [(w, t) for w, t, _ in tagged("公司在北京")]
        [('公司', 'n'), ('在', 'p'), ('北京', 'ns')]
    """
    return list(_tagged(text, guess))


@lru_cache(maxsize=4096)
def _tagged(text: str, guess: bool) -> tuple[tuple[str, str, Span], ...]:
    """A clause is cut more than once while it is read; the last ones are kept."""
    jieba, tags = _jieba()
    return tuple((w, tags.get(w, "x"), Span(s, e)) for w, s, e in jieba.tokenize(text, HMM=guess))


def known(word: str) -> int:
    """How often a word was counted for jieba's dictionary; 0 for one that is not in it."""
    return int(_jieba()[0].dt.FREQ.get(word) or 0)
