"""Written forms of the Russian verbs of saying, from their table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from enduse.extract.attribution.lexicon import grammar, load_table

__all__ = ["RussianVerb", "russian_verbs"]

# Past stems whose masculine form hides the stem: опроверг, опровергла.
_PAST_STEMS = {
    "опроверг": "опровергл",
    "отверг": "отвергл",
    "предостерёг": "предостерегл",
    "предостерег": "предостерегл",
    "счёл": "сочл",
    "счел": "сочл",
}


@dataclass(frozen=True, slots=True)
class RussianVerb:
    """One written form.

    Attributes:
        lemma: The form under which the table lists the verb.
        implies: What it implies.
        manner: finite, impersonal or participle (деепричастие).
        takes_thing: A noun phrase may follow it.
    """

    lemma: str
    implies: str
    manner: str
    takes_thing: bool


@lru_cache(maxsize=1)
def russian_verbs() -> Mapping[str, RussianVerb]:
    """Return every written form, in lower case.

    Example:
        >>> russian_verbs()["сообщили"].implies, russian_verbs()["отметив"].manner
        ('states', 'participle')
    """
    things = grammar("ru")["thing_verb"]
    forms: dict[str, RussianVerb] = {}
    for implies, by_tense in load_table("verbs_ru.yml").items():
        for tense, words in by_tense.items():
            for lemma in words.split():
                for written, manner in _forms(lemma, tense):
                    verb = RussianVerb(lemma, implies, manner, written in things)
                    forms.setdefault(written, verb)
    return forms


def _forms(lemma: str, tense: str) -> Iterator[tuple[str, str]]:
    if tense == "impersonal":
        yield lemma, "impersonal"
        return
    yield lemma, "finite"
    if tense == "past":
        yield from _past(lemma)
    else:
        yield from _present(lemma)


def _past(lemma: str) -> Iterator[tuple[str, str]]:
    if lemma.endswith("лся"):
        stem = lemma[:-3]
        yield from ((stem + ending, "finite") for ending in ("лась", "лось", "лись"))
        yield stem + "вшись", "participle"
        return
    stem = _PAST_STEMS.get(lemma) or lemma
    yield from ((stem + ending, "finite") for ending in "аои")
    if lemma.endswith("л") and lemma not in _PAST_STEMS:
        yield lemma[:-1] + "в", "participle"


def _present(lemma: str) -> Iterator[tuple[str, str]]:
    reflexive = "ся" if lemma.endswith("ся") else ""
    stem = lemma.removesuffix("ся")
    if stem.endswith("ит"):
        yield stem[:-2] + "ят" + reflexive, "finite"
        yield stem[:-2] + "я" + ("сь" if reflexive else ""), "participle"
    elif stem.endswith(("ет", "ёт")):
        after_vowel = stem[-3] in "аеиоуыэюяё"
        yield stem[:-2] + ("ют" if after_vowel else "ут") + reflexive, "finite"
        if after_vowel:
            yield stem[:-2] + "я" + ("сь" if reflexive else ""), "participle"
