"""What kind of thing a phrase names, as the roles of the tables ask: "в+accs:place"."""

from collections.abc import Callable, Mapping

from enduse.extract.russian.clauses import Phrase, words
from enduse.extract.russian.frames.table import table

__all__ = ["is_of"]

_NAMED = frozenset(("Company", "Organization", "PublicBody", "LegalEntity", "Person", "Address"))
_SEATS = frozenset(("Address", "Company", "Organization", "LegalEntity"))
_PRONOUNS = frozenset(("он", "она", "оно", "они"))
_WRECKS = frozenset("обломок остаток сбитый фрагмент часть оборудование прибор".split())


def is_of(phrase: Phrase, kind: str) -> bool:
    """Whether a phrase is of a kind; of none, where none is asked for."""
    known = _KINDS.get(kind)
    return known is None or known(phrase)


def _schema(phrase: Phrase) -> str:
    return phrase.mention.schema if phrase.mention is not None else ""


def _is_name(phrase: Phrase) -> bool:
    if phrase.mention is None and phrase.lemma in _PRONOUNS:
        return False
    return phrase.human or _schema(phrase) in _NAMED


def _is_whole(phrase: Phrase) -> bool:
    lemma = phrase.meant.lemma
    return _schema(phrase) == "Product" or lemma in table().wholes or lemma in _WRECKS


def _is_title(phrase: Phrase) -> bool:
    own = phrase.head.mention
    latin = phrase.head.low.isascii() and phrase.head.low[0].isalpha()
    return latin or own is not None and own.kind == "name"


def _is_org(phrase: Phrase) -> bool:
    if phrase.mention is None:
        return phrase.lemma in words("actors")
    return _schema(phrase) not in ("Person", "Address", "Product")


def _is_product(phrase: Phrase) -> bool:
    return _schema(phrase) == "Product" or phrase.mention is None and not phrase.human


def _is_person(phrase: Phrase) -> bool:
    return _schema(phrase) == "Person" or phrase.lemma in ("он", "она")


def _is_thing(phrase: Phrase) -> bool:
    mention = phrase.mention
    if mention is not None:
        return mention.schema == "Product" or mention.kind == "descriptor"
    living = any(f.human for f in phrase.head.forms[:1])
    return phrase.meant.head.pos != "NPRO" and not living


def _is_spot(phrase: Phrase) -> bool:
    lemma = phrase.meant.lemma
    known = lemma in table().sites or lemma in table().districts or lemma in _SPOTS
    return _schema(phrase) in _SEATS or phrase.mention is None and known


_SPOTS = frozenset("борт трюм территория граница контейнер этаж двор станция зона подвал".split())


_KINDS: Mapping[str, Callable[[Phrase], bool]] = {
    "name": _is_name,
    "whole": _is_whole,
    "title": _is_title,
    "model": lambda phrase: _schema(phrase) == "Product",
    "quality": lambda phrase: phrase.head.pos in ("ADJF", "PRTF"),
    "org": _is_org,
    "product": _is_product,
    "place": lambda phrase: _schema(phrase) in _SEATS,
    "spot": _is_spot,
    "person": _is_person,
    "thing": _is_thing,
}
