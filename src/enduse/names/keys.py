"""Keys under which spellings of one sound fall together; what differs is scored elsewhere."""

import re
from functools import lru_cache

from enduse.names.romanise import ARABIC_MARK

# Order matters: long German and French groups first, then English ones, then single letters.
# S = sh, zh, shch; C = ch. A key is never shown.
_STEPS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"schtsch|schtch|chtch|shch|schch|stsch|szcz", "S"),
        (r"tsch|tch|dsch", "C"),
        (r"sch|sh|zh|sz", "S"),
        (r"cz", "C"),
        (r"dzh|dj", "j"),
        (r"kh", "h"),
        (r"ch", "C"),
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"gh", "g"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"tz|ts|tc|dz", "s"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"z", "s"),
        (r"j", "y"),
        (r"oo|ou", "u"),
        (r"[yi]+", "i"),
        (r"i(?=[aeou])", ""),
        (r"([ao])e(?=[^aeiou]|$)", r"\1"),
        (r"ue", "u"),
        (r"(?<=[aeiou])h$", ""),
    )
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL_LIKE = re.compile(r"[aeiouwvy]+")
_SOUNDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"sch|sh", "S"), (r"tch|ch", "C"), (r"kh", "x"), (r"gh", "g"), (r"th", "t"),
        (r"dh|dj(?=$)", "z"), (r"dj|zh", "j"), (r"ph", "f"), (r"ou|oo", "u"), (r"ee", "i"),
        (r"ck|c(?![eiy])", "k"), (r"c", "s"),
    )
)  # fmt: skip
_CLASSES = str.maketrans({"q": "k", "z": "d", "C": "S", "p": "b", "g": "j"})


@lru_cache(maxsize=500_000)
def key(word: str) -> str:
    """Fold the romanisations of one word: BGN, ICAO, GOST, German, French and press habit.

    Example:
        >>> {key(w) for w in ("yamshchikov", "iamshchikov", "jamschtschikow")}
        {'amSikov'}
    """
    if word.startswith(ARABIC_MARK) or word.isdigit():
        return word
    folded = word
    for pattern, by in _STEPS:
        folded = pattern.sub(by, folded)
    return _DOUBLE.sub(r"\1", folded) or word


def other_key(word: str) -> str | None:
    """The key where "ch" is read as kh, as Germans and Poles write it; None if no "ch"."""
    if "ch" not in word or word.startswith(ARABIC_MARK):
        return None
    read = re.sub(r"(?<![tsc])ch", "kh", word)
    return key(read) if read != word else None


@lru_cache(maxsize=500_000)
def sounds(word: str) -> str:
    """One letter for each sound, vowels kept, for comparing with Arabic letters.

    Example:
        >>> sounds("khashoggi"), sounds("~xaSqjy")
        ('xaSogi', 'xaSqjy')
    """
    if word.startswith(ARABIC_MARK):
        return word[1:]
    for pattern, by in _SOUNDS:
        word = pattern.sub(by, word)
    return _DOUBLE.sub(r"\1", word)


def skeleton(word: str) -> str:
    """Consonants that Arabic and Latin spelling surely share; empty if there are none.

    Example:
        >>> skeleton("yousef") == skeleton("~ywsf"), skeleton("pouranvari") == skeleton("~pwranwary")
        (True, True)
    """
    heard = sounds(word).removesuffix("h").translate(_CLASSES)
    return _DOUBLE.sub(r"\1", _VOWEL_LIKE.sub("", heard))
