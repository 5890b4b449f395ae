"""Folding: one name written twice, differing only in case, marks and punctuation, is one string."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Fold case, compatibility forms, marks, punctuation and spacing; no letter is translated.

    Args:
        name: A name in any script.

    Returns:
        The folded name; folding it again changes nothing.

    Example:
        >>> fold("Xiamen  Limbach Aircraft Engine Co., Ltd.")
        'xiamen limbach aircraft engine co ltd'
    """
    previous = None
    while name != previous:
        previous = name
        name = " ".join("".join(map(_kept, _decomposed(name))).split())
    return name


def _decomposed(name: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())


def _kept(char: str) -> str:
    if char.isalnum():
        return char
    return "" if unicodedata.category(char) in ("Mn", "Me", "Cf") else " "
