"""Letters of other scripts to Latin ones, word by word."""

import re
import unicodedata
from functools import cache, lru_cache

from enduse.names.tables import lines, pairs

# Arabic letters have no vowels to compare with Latin spelling; such words carry this mark
# in front, and are compared by their consonants.
ARABIC_MARK = "~"

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KEEP = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=200_000)
def romanised(word: str) -> str:
    """Write one word, in lower case, with the letters a to z and digits.

    Args:
        word: One word of one script, casefolded.

    Returns:
        Latin letters and digits; syllables of Hangul apart; consonants after "~" for Arabic
        script; empty if nothing can be read.

    Example:
        >>> romanised("ямщиков"), romanised("купол"), romanised("김영남"), romanised("محمد")
        ('yamshchikov', 'kupol', 'kim yong nam', '~mhmd')
    """
    if word.isascii():
        return word
    if _ARABIC.search(word):
        return _arabic(word)
    if _HANGUL.search(word):
        return " ".join(_hangul(c) for c in word).strip()
    letters = _letters()
    direct = "".join(letters.get(c, c) for c in word)
    if not direct.isascii():
        direct = _without_marks(direct, letters)
    if not direct.isascii():
        direct = _transliterated(direct)
    return _KEEP.sub("", direct.lower())


def is_han(word: str) -> bool:
    """Tell whether a word has Chinese characters."""
    return _HAN.search(word) is not None


def is_hangul(word: str) -> bool:
    """Tell whether a word has Korean syllables."""
    return _HANGUL.search(word) is not None


def spoken(word: str) -> str:
    """Korean syllables as one word, stops voiced inside it, as in names of companies.

    Example:
        >>> spoken("남강")
        'namgang'
    """
    read = "".join(_hangul(c) + "'" for c in word).removesuffix("'")
    return _KEEP.sub("", _VOICED.sub(lambda m: _VOICE[m[1]], read))


def syllables(word: str) -> list[str]:
    """Pinyin of each Chinese character of a word, without tones.

    Example:
        >>> syllables("红兔")
        ['hong', 'tu']
    """
    return [_KEEP.sub("", s.lower()) for s in _transliterated(word).split()]


@cache
def _letters() -> dict[str, str]:
    found = {}
    for line in lines("letters.txt"):
        for cell in line.split():
            letter, _, latin = cell.partition("=")
            found[letter] = latin
    return found


def _without_marks(word: str, letters: dict[str, str]) -> str:
    bare = (c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return "".join(letters.get(c, c) for c in bare)


@cache
def _icu() -> object:
    import icu

    return icu.Transliterator.createInstance("Any-Latin; Latin-ASCII")


def _transliterated(word: str) -> str:
    return str(_icu().transliterate(word))  # type: ignore[attr-defined]


def _arabic(word: str) -> str:
    table = pairs("arabic.txt")
    bare = "".join(table.get(c, "") for c in word)
    return ARABIC_MARK + bare if bare else ""


_INITIALS = "k kk n t tt r m p pp s ss  ch tch ch k t p h".split(" ")
_MEDIALS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split()
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")


_VOICE = {"k": "g", "t": "d", "p": "b", "ch": "j"}
_VOICED = re.compile(r"(?<=[aeiouynmgl])'(ch|[ktp])(?![ktph])")


def _hangul(char: str) -> str:
    at = ord(char) - 0xAC00
    if not 0 <= at < 11172:
        return _KEEP.sub("", char)
    first, middle, last = at // 588, at % 588 // 28, at % 28
    return _INITIALS[first] + _MEDIALS[middle] + _FINALS[last]
