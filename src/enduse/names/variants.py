"""Words that mean the same: one given name in several languages, one common word."""

from functools import cache

from enduse.names.keys import key
from enduse.names.romanise import romanised
from enduse.names.tables import lines


@cache
def given_names() -> dict[str, frozenset[int]]:
    """Groups of spellings each known given name or patronymic belongs to, by token text."""
    return _groups("given.txt", offset=1)


@cache
def nicknames() -> dict[str, frozenset[int]]:
    """Groups for which a token is a short form."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("given.txt"), start=1):
        for word in line.partition("|")[2].split():
            found.setdefault(word, set()).add(number)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def common_words() -> dict[str, frozenset[int]]:
    """Groups of words of one meaning, by token text; numbered apart from given names."""
    return _groups("words.txt", offset=100_000)


@cache
def legal_words() -> frozenset[str]:
    """Words that legal forms are made of, by token text."""
    return frozenset(
        romanised(w.casefold()) for line in lines("legalwords.txt") for w in line.split()
    )


def _groups(name: str, offset: int) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines(name), start=offset):
        for word in line.partition("|")[0].split():
            text = romanised(word.casefold())
            found.setdefault(text, set()).add(number)
            if text.startswith("~al"):
                found.setdefault("~" + text[3:], set()).add(number)
    return {k: frozenset(v) for k, v in found.items()}


def same_sound(left: str, right: str) -> bool:
    """Tell whether two tokens fall together under one romanisation.

    Example:
        >>> same_sound("yury", "jurij")
        True
    """
    return key(left) == key(right)
