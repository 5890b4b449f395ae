"""Characters that deceive: invisible ones and look-alikes are seen through and reported."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from enduse.names.tables import pairs

MAX_LENGTH = 1000

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_GREEK = re.compile("[\u0370-\u03ff]")
_LIKE_LATIN = re.compile("[\u0400-\u052f\u0370-\u03ff]")
_LATIN = re.compile("[A-Za-z]")
# A word with letters of both, which `_one_script` may change.
_MIXED = re.compile(
    r"[A-Za-z][^\W\d_]*[\u0400-\u052f\u0370-\u03ff]|[\u0400-\u052f\u0370-\u03ff][^\W\d_]*[A-Za-z]"
)
_MARK = re.compile("['’‘ʼʻ`´ʹ′ʿʾ\u0640]")
# The mark first: it is seldom there, and looking for it takes no time.
_JOINING_MARK = re.compile(rf"{_MARK.pattern}(?<=\w.)(?=\w)")


def clean(written: str) -> tuple[str, tuple[str, ...]]:
    """Take out what the eye does not see, and put each word back into one script.

    Args:
        written: A name as it stands in the source.

    Returns:
        The name to compare, and a sentence for each thing found: invisible characters,
        words of mixed scripts, a name that was cut.

    Example:
        >>> clean("Iванов")
        ('Іванов', ("'Iванов' mixes Cyrillic and Latin letters that look alike.",))
    """
    if written.isascii():
        return _without_marks(written[:MAX_LENGTH]), _cut(written)
    notes = list(_cut(written))
    text = unicodedata.normalize("NFKC", written[:MAX_LENGTH])
    seen = _INVISIBLE.sub("", text)
    if seen != text:
        notes.append(f"{len(text) - len(seen)} invisible characters were taken out.")
    if not (_LATIN.search(seen) and _LIKE_LATIN.search(seen)):
        return _JOINING_MARK.sub("", seen), tuple(notes)
    for word in _WORD.findall(seen):
        single = _one_script(word)
        if single != word:
            notes.append(f"{word!r} mixes {_mix(word)} letters that look alike.")
            seen = seen.replace(word, single)
    return _JOINING_MARK.sub("", seen), tuple(notes)


def clean_many(written: Sequence[str]) -> list[str]:
    """The text of each name as `clean` gives it, of at most MAX_LENGTH and in one line each.

    All are ASCII, or none is.
    """
    text = "\n".join(written)
    if text.isascii():
        return _without_marks(text).split("\n")
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    lines = _without_marks(text).split("\n")
    if len(lines) != len(written):
        return [clean(one)[0] for one in written]
    for number, line in enumerate(lines):
        if _LATIN.search(line) and _LIKE_LATIN.search(line) and _MIXED.search(line):
            lines[number] = clean(written[number])[0]
    return lines


def _without_marks(text: str) -> str:
    return _JOINING_MARK.sub("", text) if _MARK.search(text) else text


def _cut(written: str) -> tuple[str, ...]:
    if len(written) <= MAX_LENGTH:
        return ()
    return (f"Only the first {MAX_LENGTH} of {len(written)} characters were compared.",)


def _mix(word: str) -> str:
    return "Cyrillic and Latin" if _CYRILLIC.search(word) else "Greek and Latin"


@lru_cache(maxsize=100_000)
def _one_script(word: str) -> str:
    latin = len(_LATIN.findall(word))
    cyrillic, greek = len(_CYRILLIC.findall(word)), len(_GREEK.findall(word))
    if not latin or not (cyrillic or greek):
        return word
    to_latin = pairs("lookalikes.txt")
    if latin >= cyrillic + greek:
        return "".join(to_latin.get(c, c) for c in word)
    if cyrillic:
        back = _to_cyrillic()
        return "".join(back.get(c, c) for c in word)
    return word


@cache
def _to_cyrillic() -> dict[str, str]:
    return {v: k for k, v in pairs("lookalikes.txt").items() if _CYRILLIC.match(k)}
