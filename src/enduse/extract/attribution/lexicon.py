"""The verbs of saying of a language, from the data files beside this module."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["Grammar", "Verb", "VerbForm", "grammar", "load_table", "verb_forms"]

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb, alone or with its particle, and what may follow it.

    Attributes:
        lemma: Dictionary form ("call for").
        frames: Frame ("clause", "hearer", "thing", "deed", "quote") to implication.
    """

    lemma: str
    frames: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """What one written word may be.

    Attributes:
        kinds: Letters: b base, s third person, d past, n past participle, g -ing form.
        alone: The verb without a particle; None where it needs one.
        with_particle: Particle to verb.
    """

    kinds: str
    alone: Verb | None
    with_particle: Mapping[str, Verb]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language: class name to its words, in lower case."""

    classes: Mapping[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.classes[name]


def load_table(name: str) -> Any:
    """Load a YAML table that lies beside this module."""
    table = files(__package__).joinpath("data").joinpath(name).read_text("utf-8")
    return yaml.safe_load(table)


@lru_cache(maxsize=4)
def grammar(language: str) -> Grammar:
    """Return the closed classes of a language.

    Example:
        >>> "because" in grammar("en")["subordinator"]
        True
    """
    table = load_table(f"grammar_{language}.yml")
    return Grammar({name: frozenset(str(words).split()) for name, words in table.items()})


@lru_cache(maxsize=1)
def verb_forms() -> Mapping[str, VerbForm]:
    """Return every written form of the English verbs of saying, in lower case.

    Example:
        >>> verb_forms()["denied"].alone.frames["thing"]
        'denies'
        >>> verb_forms()["called"].with_particle["for"].lemma
        'call for'
    """
    verbs = _verbs(load_table("verbs_en.yml"))
    irregular = {parts[0]: parts for parts in (w.split("/") for w in grammar("en")["irregular"])}
    forms: dict[str, VerbForm] = {}
    for base in sorted({lemma.partition(" ")[0] for lemma in verbs}):
        particles = {
            lemma.partition(" ")[2]: verb
            for lemma, verb in verbs.items()
            if lemma.startswith(base + " ")
        }
        for written, kinds in _inflected(base, irregular.get(base)).items():
            forms[written] = VerbForm(kinds, verbs.get(base), particles)
    return forms


def _verbs(table: Mapping[str, Mapping[str, str]]) -> dict[str, Verb]:
    frames: dict[str, dict[str, str]] = {}
    for implies, by_frame in table.items():
        for frame, words in by_frame.items():
            for word in words.split():
                # The first implication stands: the file lists the stronger ones of a frame first.
                frames.setdefault(word.replace("_", " "), {}).setdefault(frame, implies)
    return {lemma: Verb(lemma, by_frame) for lemma, by_frame in frames.items()}


def _inflected(base: str, irregular: list[str] | None) -> dict[str, str]:
    forms: dict[str, str] = {}
    for kind, written in _paradigm(base, irregular):
        forms[written] = forms.get(written, "") + kind
    return forms


def _paradigm(base: str, irregular: list[str] | None) -> Iterator[tuple[str, str]]:
    yield "b", base
    yield "s", _third_person(base)
    past, participle = (irregular[1], irregular[2]) if irregular else (_past(base), _past(base))
    yield "d", past
    yield "n", participle
    if irregular and len(irregular) > 3:
        yield "g", irregular[3]
    else:
        dropped = base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye")) else base
        yield "g", dropped + "ing"


def _third_person(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "go")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"
