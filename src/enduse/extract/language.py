"""Which language a text is in, from its letters first and its words second."""

import re
from functools import cache
from importlib import resources
from typing import NamedTuple

__all__ = ["READ", "detect", "language_name", "read_as"]

READ = ("en", "ru", "zh")
"""Languages with rules of their own."""

_SAMPLE = 20_000
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_KANA = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_OTHER_CYRILLIC = re.compile(r"[іїєґўјљњћџѓќәғқңөұүһ]", re.IGNORECASE)
_ONLY_EAST_SLAVIC = re.compile(r"[ыэё]", re.IGNORECASE)
_ENGLISH = frozenset("the of and to in is was has that for with said by from on are".split())
_WORD = re.compile(r"\w+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_ENOUGH_CYRILLIC = 200
_ENOUGH_WORDS = 30
_NO_LANGUAGE = "zxx"
_SAME_LETTERS = {
    "ru": frozenset(("be", "bg", "kk", "ky", "mk", "mn", "sr", "tg", "tt", "uk")),
    "zh": frozenset(("ja", "ko")),
}
"""Languages that may be taken for one that we read; a file that states them is believed."""


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, None where there are too few words.

    Example:
        >>> detect("The company said that it is not for sale."), detect("公司拒绝评论。")
        ('en', 'zh')
    """
    seen = _seen(text)
    return _plain(seen) or _guess(seen)


def read_as(text: str, stated: str | None) -> str | None:
    """Return the language in which to read a text of which its file states one.

    Templates and programs state the language of whoever installed them, so the letters and
    the commonest words of the text are believed before the file is.

    Args:
        text: Canonical text.
        stated: ISO 639-1 as the file states it, or None.

    Example:
        >>> read_as("Завод не ответил на вопросы, сообщили в министерстве.", "en")
        'ru'
    """
    seen = _seen(text)
    plain = _plain(seen)
    if stated is None:
        return plain or _guess(seen)
    if plain is None and stated in READ and not _could_be(seen, stated):
        return _guess(seen) or stated
    if plain in (None, stated) or not _is_sure(seen, plain, stated):
        return stated
    return plain


def language_name(code: str) -> str:
    """Return the English name of a language, or its code in quotation marks.

    Example:
        >>> language_name("tr"), language_name("qq")
        ('Turkish', "'qq'")
    """
    return _names().get(code, f"{code!r}")


@cache
def _names() -> dict[str, str]:
    told = resources.files(__package__).joinpath("language_names.txt").read_text("utf-8")
    lines = (line for line in told.splitlines() if not line.startswith("#"))
    return {code: name for code, _, name in (line.partition(" ") for line in lines)}


class _Seen(NamedTuple):
    """The head of a text, and how many letters of each script it holds."""

    sample: str
    letters: int
    latin: int
    cyrillic: int
    han: int
    latin_words: int
    english_words: int


def _seen(text: str) -> _Seen:
    sample = text[:_SAMPLE]
    words = _LATIN.findall(sample)
    return _Seen(
        sample,
        sum(map(str.isalpha, sample)),
        sum(map(len, words)),
        sum(map(len, _CYRILLIC.findall(sample))),
        sum(map(len, _HAN.findall(sample))),
        len(words),
        sum(word in _ENGLISH for word in _WORD.findall(sample.lower())) if words else 0,
    )


def _plain(seen: _Seen) -> str | None:
    """The language where letters and commonest words leave no doubt."""
    others = seen.letters - seen.latin - seen.cyrillic - seen.han
    if _is_chinese(seen):
        return "zh"
    if _is_russian(seen) and seen.cyrillic > others:
        return "ru"
    if _is_english(seen):
        return "en"
    if seen.latin_words < 8 and seen.latin and 2 * seen.latin >= seen.letters:
        return "en"
    return None


def _is_chinese(seen: _Seen) -> bool:
    most = seen.han > 3 and seen.han * 3 > seen.letters - seen.han
    return most and not _KANA.search(seen.sample)


def _is_russian(seen: _Seen) -> bool:
    if seen.cyrillic <= max(seen.latin, 8) or _OTHER_CYRILLIC.search(seen.sample):
        return False
    # Bulgarian has none of the letters that two hundred of a Russian text cannot do without.
    return seen.cyrillic < _ENOUGH_CYRILLIC or bool(_ONLY_EAST_SLAVIC.search(seen.sample))


def _is_english(seen: _Seen) -> bool:
    return bool(seen.latin_words) and seen.english_words > seen.latin_words * 0.12


def _could_be(seen: _Seen, code: str) -> bool:
    """Whether a text without a plain language may still be in this one."""
    if code == "en":
        foreign = seen.latin_words >= _ENOUGH_WORDS and seen.english_words * 50 < seen.latin_words
        return 2 * seen.latin >= seen.letters and not foreign
    return 2 * (seen.cyrillic if code == "ru" else seen.han) >= seen.letters


def _is_sure(seen: _Seen, plain: str, stated: str) -> bool:
    """Whether the plain language is beyond doubt where the file states another."""
    if plain == "en":
        return _is_english(seen)
    return stated not in _SAME_LETTERS[plain]


def _guess(seen: _Seen) -> str | None:
    """What py3langid thinks of a longer text that the quick tests leave open."""
    if seen.letters < 2:
        return None
    import py3langid

    found = str(py3langid.classify(seen.sample)[0])
    return None if found == _NO_LANGUAGE else found
