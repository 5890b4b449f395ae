"""Which language a text is in, from its letters first and its words second."""

import re

__all__ = ["READ", "detect"]

READ = ("en", "ru", "zh")
"""Languages with rules of their own."""

_SAMPLE = 20_000
_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_OTHER_CYRILLIC = re.compile(r"[іїєґўјљњћџѓќәғқңөұүһ]", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|is|was|has|that|for|with|said|by|from|on|are)\b", re.IGNORECASE
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")


def detect(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, None where there are too few words.

    Example:
        >>> detect("The company said that it is not for sale."), detect("公司拒绝评论。")
        ('en', 'zh')
    """
    sample = text[:_SAMPLE]
    han, cyrillic = len(_HAN.findall(sample)), len(_CYRILLIC.findall(sample))
    latin_words = _LATIN.findall(sample)
    latin = sum(map(len, latin_words))
    if han > 3 and han * 3 > latin + cyrillic and not _KANA.search(sample):
        return "zh"
    if cyrillic > latin and cyrillic > 8 and not _OTHER_CYRILLIC.search(sample):
        return "ru"
    if latin_words and len(_ENGLISH.findall(sample)) > len(latin_words) * 0.12:
        return "en"
    if len(latin_words) < 8 and latin and latin >= cyrillic + han:
        return "en"
    return _guess(sample)


def _guess(sample: str) -> str | None:
    """What py3langid thinks of a longer text that the quick tests leave open."""
    if sum(c.isalpha() for c in sample) < 2:
        return None
    import py3langid

    return str(py3langid.classify(sample)[0])
