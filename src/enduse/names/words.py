"""One written word to the tokens that are compared."""

import re
from collections.abc import Callable
from enum import IntEnum
from functools import cache, lru_cache
from typing import NamedTuple

from enduse.names.organisations import LEGAL
from enduse.names.romanise import ARABIC_MARK, is_han, is_hangul, romanised, spoken, syllables
from enduse.names.tables import lines, pairs

_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_ABD = re.compile(r"abd[aeou]l(?!lah?$|ah?$)(?=.{3})")
_ALLAH = re.compile(r"(?<=.{3})[aou]ll?ah$")


class Kind(IntEnum):
    """How a token is compared: numbers and letters are never near each other."""

    WORD = 0
    NUMBER = 1
    LETTER = 2
    PARTICLE = 3
    LEGAL = 4

    # Tokens are keys of large tables: the hash of an int, without a call.
    __hash__ = int.__hash__


class Token(NamedTuple):
    """One comparable word.

    Attributes:
        text: Lower-case Latin letters and digits; "~" and consonants for Arabic script.
        kind: How it is compared.
        written: The word it was read from, for the explanation.
    """

    text: str
    kind: Kind
    written: str


@lru_cache(maxsize=400_000)
def tokens_of_word(word: str, person: bool) -> tuple[Token, ...]:
    """Read one casefolded word of any script.

    Example:
        >>> [t.text for t in tokens_of_word("нии", False)]
        ['scientific', 'research', 'institute']
    """
    if word.isascii():
        return _latin(word, word, person)
    if not person and (known := _abbreviations().get(word)):
        return tuple(_token(t, word, False) for t in known.split())
    if is_han(word):
        return _han(word, person)
    if is_hangul(word):
        return _hangul(word, person)
    text = romanised(word)
    if text.startswith(ARABIC_MARK):
        return _arabic(word, person)
    return _latin(text, word, person) if text else ()


def _latin(text: str, written: str, person: bool) -> tuple[Token, ...]:
    if person:
        for pattern in (_ABD, _ALLAH):
            if found := pattern.search(text):
                cut = found.end() if pattern is _ABD else found.start()
                return tuple(_token(t, written, True) for t in (text[:cut], text[cut:]))
    elif known := _abbreviations().get(text):
        return tuple(_token(t, written, False) for t in known.split())
    return (_token(text, written, person),)


def _token(text: str, written: str, person: bool) -> Token:
    if not person and text in LEGAL:
        return Token(text, Kind.LEGAL, written)
    if not person and text in _ROMAN:
        return Token(_ROMAN[text], Kind.NUMBER, written)
    if text[0].isdigit() or text[-1].isdigit():
        return Token(text, Kind.NUMBER, written)
    if len(text.removeprefix(ARABIC_MARK)) == 1:
        return Token(text, Kind.LETTER, written)
    if person and text in _particles():
        return Token(text, Kind.PARTICLE, written)
    return Token(text, Kind.WORD, written)


def _arabic(word: str, person: bool) -> tuple[Token, ...]:
    if not person and (known := _translations("ar").get(word)):
        return tuple(_token(t, word, False) for t in known.split())
    parts = [word]
    if word.startswith("عبدال") and word != "عبدالله" and len(word) > 7:
        parts = ["عبد", word[5:]]
    elif word.startswith("ال") and len(word) > 4 and word != "الله":
        parts = [word[2:]]
    elif word.endswith("الله") and len(word) > 6 and word != "عبدالله":
        parts = [word[:-4], "الله"]
    texts = [romanised(p) for p in parts]
    return tuple(_token(t, word, person) for t in texts if t)


def _han(word: str, person: bool) -> tuple[Token, ...]:
    if person:
        read = syllables(word)
        given = ["".join(read[1:])] if len(read) > 1 else []
        return tuple(_token(t, word, True) for t in read[:1] + given if t)
    return _translated(word, "zh", lambda rest: "".join(syllables(rest)))


def _hangul(word: str, person: bool) -> tuple[Token, ...]:
    if person:
        return tuple(_token(t, word, True) for t in romanised(word).split())
    return _translated(word, "ko", spoken)


def _translated(word: str, language: str, read: Callable[[str], str]) -> tuple[Token, ...]:
    table, out, rest, at = _translations(language), [], "", 0
    longest = max(map(len, table))
    while at < len(word):
        for size in range(min(longest, len(word) - at), 0, -1):
            if meaning := table.get(word[at : at + size]):
                break
        else:
            rest, at = rest + word[at], at + 1
            continue
        out += _read_rest(rest, read) + [(word[at : at + size], t) for t in meaning.split()]
        rest, at = "", at + size
    out += _read_rest(rest, read)
    return tuple(_token(text, written, False) for written, text in out if text)


def _read_rest(rest: str, read: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(rest, read(rest))] if rest else []


@cache
def _translations(language: str) -> dict[str, str]:
    return pairs(f"translations_{language}.txt")


@cache
def _abbreviations() -> dict[str, str]:
    return pairs("phrases.txt")


@cache
def _particles() -> frozenset[str]:
    return frozenset(
        romanised(w.casefold()) for line in lines("particles.txt") for w in line.split()
    ) | {"~abd", "~bd", "~bn", "abd", "allah", "ullah", "ollah", "alah", "~allh", "~bw", "~abw"}
