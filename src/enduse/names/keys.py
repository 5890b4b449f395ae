"""Keys under which spellings of one sound fall together; what differs is scored elsewhere.

All of them take many words at once: a rule is applied to the words written one a line, so that
half a million words cost no more calls than one.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from enduse.names.romanise import ARABIC_MARK

# Order matters: long German and French groups first, then English ones, then single letters.
# S = sh, zh, shch; C = ch. A key is never shown.
_GROUPS = tuple(
    tuple(step.split("="))
    for step in (
        "schtsch=S schtch=S chtch=S shch=S schch=S stsch=S szcz=S tsch=C tch=C dsch=C sch=S "
        "sh=S zh=S sz=S cz=C dzh=y dj=y kh=h ch=C ph=f ck=k q=k gh=g th=t dh=d tz=s ts=s tc=s "
        "dz=s x=ks ce=se ci=si cy=si c=k w=v z=s j=y oo=u ou=u y=i ii=i ii=i ia=a ie=e "
        "io=o iu=u ue=u"
    ).split()
)
_SILENT_E = re.compile(r"([ao])e(?![aeiou])")
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL_LIKE = re.compile(r"[aeiouwvy]+")
_SOUNDS = tuple(
    tuple(step.split("="))
    for step in (
        "sch=S sh=S tch=C ch=C kh=x gh=g th=t dh=z dj=j zh=j ph=f ou=u oo=u ee=i ck=k ce=se ci=si "
        "cy=sy c=k"
    ).split()
)
_CLASSES = str.maketrans({"q": "k", "z": "d", "C": "S", "p": "b", "g": "j"})
_FINAL_H = re.compile(r"(?<=[aeiou])h$", re.MULTILINE)
_CH = re.compile(r"(?<![tsc])ch")


class _Keys(dict[str, str]):
    """Keys that were asked for; one that is not known yet is made."""

    def __missing__(self, word: str) -> str:
        learn_keys((word,))
        return self[word]


_KNOWN = _Keys()
_MOST_KNOWN = 500_000


def learn_keys(words: Iterable[str]) -> None:
    """Make the keys of many words at once, so that `key` has them."""
    new = list({word for word in words if word not in _KNOWN})
    if len(_KNOWN) + len(new) > _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN.update(zip(new, keys(new), strict=True))


def key(word: str) -> str:
    """Fold the romanisations of one word: BGN, ICAO, GOST, German, French and press habit.

    Example:
        >>> {key(w) for w in ("yamshchikov", "iamshchikov", "jamschtschikow")}
        {'amSikov'}
    """
    return _KNOWN[word]


def keys(words: Sequence[str]) -> list[str]:
    """The key of each word, as `key` gives it."""
    return _each(words, _folded, _stands)


def other_key(word: str) -> str | None:
    """The key where "ch" is read as kh, as Germans and Poles write it; None if no "ch"."""
    return other_keys((word,)).get(word)


def other_keys(words: Sequence[str]) -> dict[str, str]:
    """Keys where "ch" is read as kh, of those words that have such a "ch"."""
    heard = {
        word: _CH.sub("kh", word)
        for word in words
        if "ch" in word and not word.startswith(ARABIC_MARK)
    }
    changed = {word: read for word, read in heard.items() if read != word}
    return dict(zip(changed, keys(list(changed.values())), strict=True))


@lru_cache(maxsize=500_000)
def sounds(word: str) -> str:
    """One letter for each sound, vowels kept, for comparing with Arabic letters.

    Example:
        >>> sounds("khashoggi"), sounds("~xaSqjy")
        ('xaSogi', 'xaSqjy')
    """
    return all_sounds((word,))[0]


def all_sounds(words: Sequence[str]) -> list[str]:
    """The sounds of each word, as `sounds` gives them."""
    return _each(words, _heard, _stands_bare)


def skeleton(word: str) -> str:
    """Consonants that Arabic and Latin spelling surely share; empty if there are none.

    Example:
        >>> skeleton("yousef") == skeleton("~ywsf")
        True
        >>> skeleton("pouranvari") == skeleton("~pwranwary")
        True
    """
    return skeletons((word,))[0]


def skeletons(words: Sequence[str]) -> list[str]:
    """The skeleton of each word, as `skeleton` gives it."""
    return skeletons_of_sounds(all_sounds(words))


def skeletons_of_sounds(heard: Sequence[str]) -> list[str]:
    """The skeletons of words whose sounds, as `all_sounds` gives them, are there already."""
    return _lines("\n".join(heard), _bared) if heard else []


def _each(
    words: Sequence[str], rule: Callable[[str], str], stands: Callable[[str], str | None]
) -> list[str]:
    """Apply a rule to all words but those for which `stands` already gives the answer."""
    out = [stands(word) for word in words]
    plain = [word for word, known in zip(words, out, strict=True) if known is None]
    if not plain:
        return [known for known in out if known is not None]
    done = iter(_lines("\n".join(plain), rule))
    return [next(done) if known is None else known for known in out]


def _stands(word: str) -> str | None:
    return word if word[:1] == ARABIC_MARK or word.isdigit() else None


def _stands_bare(word: str) -> str | None:
    return word[1:] if word[:1] == ARABIC_MARK else None


def _lines(text: str, rule: Callable[[str], str]) -> list[str]:
    return rule(text + "\n")[:-1].split("\n")


def _folded(text: str) -> str:
    for group, by in _GROUPS:
        if group in text:
            text = text.replace(group, by)
    text = text.replace("ff\n", "v\n")
    if "ae" in text or "oe" in text:
        text = _SILENT_E.sub(r"\1", text)
    if "h\n" in text:
        text = _FINAL_H.sub("", text)
    return _DOUBLE.sub(r"\1", text)


def _heard(text: str) -> str:
    for group, by in _SOUNDS:
        if group in text:
            text = text.replace(group, by)
    return _DOUBLE.sub(r"\1", text)


def _bared(text: str) -> str:
    text = text.replace("h\n", "\n").translate(_CLASSES)
    return _DOUBLE.sub(r"\1", _VOWEL_LIKE.sub("", text))
