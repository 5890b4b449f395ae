"""How two paired words agree, in words."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from enduse.names import Kind, common_words, given_names, nicknames, same_sound


@lru_cache(maxsize=100_000)
def how_paired(asked: str, listed: str) -> str:
    """Say how two words agree.

    Args:
        asked: Text of the token asked about.
        listed: Text of the listed token.

    Returns:
        "same", "initial", "romanised", "short form", "same name in another language", "same
        meaning", "consonants", "1 letter off", "2 letters off".

    Example:
        >>> how_paired("yury", "jurij"), how_paired("kupol", "kupal"), how_paired("zavod", "plant")
        ('romanised', '1 letter off', 'same meaning')
    """
    if asked == listed:
        return "same"
    if (asked[0] == "~") != (listed[0] == "~"):
        if _share(asked, listed):
            return "same name in another language"
        return "consonants"
    if min(len(asked), len(listed)) == 1:
        return "initial"
    if same_sound(asked, listed):
        return "romanised"
    if set(given_names().get(asked, ())) & set(given_names().get(listed, ())):
        return "same name in another language"
    if _is_short_form(asked, listed) or _is_short_form(listed, asked):
        return "short form"
    if set(common_words().get(asked, ())) & set(common_words().get(listed, ())):
        return "same meaning"
    off = Levenshtein.distance(asked, listed)
    return "1 letter off" if off == 1 else f"{off} letters off"


def _share(asked: str, listed: str) -> bool:
    names, words = given_names(), common_words()
    return bool(
        set(names.get(asked, ())) & set(names.get(listed, ()))
        or set(words.get(asked, ())) & set(words.get(listed, ()))
    )


def _is_short_form(short: str, full: str) -> bool:
    return bool(set(nicknames().get(short, ())) & set(given_names().get(full, ())))


def word_kind(text: str, kind: Kind) -> str:
    """Name the kind of word for the reader: common word, given name, number..."""
    if kind != Kind.WORD:
        return kind.name.lower()
    if text in common_words():
        return "common word"
    return "given name" if text in given_names() else "word"
