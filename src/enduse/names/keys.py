"""Keys under which spellings of one sound fall together; what differs is scored elsewhere."""

import re
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
    for group, by in _GROUPS:
        if group in folded:
            folded = folded.replace(group, by)
    if folded.endswith("ff"):
        folded = folded[:-2] + "v"
    if "ae" in folded or "oe" in folded:
        folded = _SILENT_E.sub(r"\1", folded)
    if folded[-1:] == "h" and folded[-2:-1] in ("a", "e", "i", "o", "u"):
        folded = folded[:-1]
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
    for group, by in _SOUNDS:
        if group in word:
            word = word.replace(group, by)
    return _DOUBLE.sub(r"\1", word)


def skeleton(word: str) -> str:
    """Consonants that Arabic and Latin spelling surely share; empty if there are none.

    Example:
        >>> skeleton("yousef") == skeleton("~ywsf")
        True
        >>> skeleton("pouranvari") == skeleton("~pwranwary")
        True
    """
    heard = sounds(word).removesuffix("h").translate(_CLASSES)
    return _DOUBLE.sub(r"\1", _VOWEL_LIKE.sub("", heard))
