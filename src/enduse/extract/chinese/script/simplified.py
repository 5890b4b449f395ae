"""Folds traditional characters and Taiwan's words so that one set of rules reads both scripts."""

import re
from functools import lru_cache
from importlib.resources import files

import yaml

__all__ = ["simplified"]


def simplified(text: str) -> str:
    """Return a text in simplified characters, each where the other stood.

    Words that are called otherwise in Taiwan are exchanged only where the text is written in
    traditional characters.

    Example:
        >>> simplified("飛彈的晶片"), simplified("中国公司")
        ('导弹的芯片', '中国公司')
    """
    folded = text.translate(_characters())
    if folded == text:
        return text
    folded = _PARTICLE.sub("着", folded)
    pattern, words = _words()
    return pattern.sub(lambda match: words[match.group()], folded)


# 著 is a particle (有著) unless it means to write, or well known: 著作, 显著.
_PARTICLE = re.compile(r"(?<![显原名专编合土])著(?![名作者述称])")


@lru_cache(maxsize=1)
def _characters() -> dict[int, int]:
    lines = _read("characters.txt").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    pairs = zip("".join(rows[::2]), "".join(rows[1::2]), strict=True)
    return {ord(old): ord(new) for old, new in pairs}


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    table = yaml.load(_read("words.yml"), Loader=yaml.CSafeLoader)["words"]
    words = dict(pair.split("=") for pair in table.split())
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), words


def _read(name: str) -> str:
    return files("enduse.extract.chinese.script").joinpath(name).read_text("utf-8")
