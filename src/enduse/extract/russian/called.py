"""How a Russian name is compared, shown and classed."""

import re
from functools import lru_cache

from enduse.extract.russian.morphology import body_nominative, is_adjective, lemma
from enduse.extract.russian.words import LEGAL_FORM, countries, country_adjective, place_of, stems

__all__ = ["class_noun", "country_of", "is_in", "key_of", "kind_of", "leads", "shown_name"]

_WORD = re.compile(r"[^\W_]+")
_KEY_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\d*|\d+[^\W_]*")
_QUOTED = re.compile(r"[«\"„“]([^«»\"„“”]+)[»\"“”]?")
_SOCIETY = re.compile(r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ОсОО|ТОО)\b")
# What a text calls a plant or a firm when it speaks of it again.
_GENERAL = {
    "завод": "предприятие", "фабрика": "предприятие", "комбинат": "предприятие",
    "верфь": "предприятие", "концерн": "холдинг", "холдинг": "концерн", "телеканал": "канал",
}  # fmt: skip
_OWN_NAME = re.compile(r"[«\"„“](?P<quoted>[^«»\"„“”]{3,})[»\"“”]?$|(?P<latin>[A-Z][^А-яЁё]*)$")


def class_noun(words: str) -> str | None:
    """«банк» of «Банк «Меридиан»»: the noun before the name that is not its own."""
    if _SOCIETY.match(words):
        return "общество"
    for word in _WORD.findall(re.split(r"[«\"„“A-Z]", words, maxsplit=1)[0]):
        if is_in("company", word) or is_in("organisation", word):
            noun = lemma(word)
            return f"{noun} {_GENERAL[noun]}" if noun in _GENERAL else noun
    return None


def shown_name(words: str) -> str | None:
    """The name without the class nouns before it, which decline; None where there are none."""
    own = _OWN_NAME.search(words)
    if own is None:
        return body_nominative(words)
    if not own.start():
        return None
    for word in words[: own.start()].split():
        tells = word[0].islower() and is_adjective(word)
        if not (tells or is_in("company", word) or is_in("organisation", word)):
            return None
    return own["quoted"] or own["latin"]


def leads(words: str) -> bool:
    """Whether the first word is an adjective that tells about the name and is no part of it."""
    first, _, rest = words.partition(" ")
    if not first:
        return False
    if country_adjective().fullmatch(first) or place_of(first) is not None:
        return first[0].islower() or not is_in("public", rest.split(" ")[0])
    return first[0].islower() and is_adjective(first) and not _has("public", words)


def kind_of(words: str) -> tuple[str, int]:
    """The FtM schema that the words of a name speak for, and how surely."""
    if re.match(LEGAL_FORM, words) or _has("company", words):
        return "Company", 2
    if _has("public", words) or re.fullmatch(r"[А-ЯЁ]{2,5}(?: [А-ЯЁ]\w+)?", words):
        return "PublicBody", 1
    if _has("organisation", words):
        return "Organization", 2
    return (
        ("Company", 2)
        if re.search(r"\b(?:Ltd|Limited|LLC|Inc|FZE|Co)\b", words)
        else ("LegalEntity", 0)
    )


@lru_cache(maxsize=8)
def _list(name: str) -> re.Pattern[str]:
    return re.compile(stems(name))


def _has(name: str, words: str) -> bool:
    return any(_list(name).fullmatch(w) for w in _WORD.findall(words))


def is_in(name: str, word: str) -> bool:
    """Whether a word has a stem of one of the lists of `words.yml`."""
    return _list(name).fullmatch(word) is not None


def country_of(words: str) -> str | None:
    """The country whose adjective stands in a name, as ISO 3166 alpha-2."""
    found = country_adjective().search(words)
    return countries()[found["stem"].lower()] if found else None


def key_of(words: str) -> str:
    """The name by which two mentions are compared: lemmas, without class noun and quotes.

    Example:
        >>> key_of("концерна «Уралприбор»") == key_of("«Уралприбору»") == "уралприбор"
        True
    """
    quoted = _QUOTED.search(words)
    inner = quoted[1] if quoted and len(quoted[1]) > 2 else words
    parts = _KEY_WORD.findall(inner)
    generic = "company", "organisation"
    kept = [
        p
        for p in parts
        if not re.fullmatch(LEGAL_FORM, p)
        and not any(is_in(g, p) and p[0].islower() for g in generic)
    ]
    latin = re.compile(r"(?:Ltd|Limited|LLC|Inc|Corp|Co|FZE|GmbH)")
    kept = [p for p in kept if not latin.fullmatch(p)] or kept or parts
    return " ".join(lemma(p) if p[0].isalpha() else p for p in kept) or words.casefold()
