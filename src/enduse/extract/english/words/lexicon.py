"""The tables of English, read once: word classes, verb forms, verb frames, countries."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = [
    "ADJECTIVES",
    "Alternative",
    "Frame",
    "Reading",
    "Role",
    "countries",
    "country_or_place",
    "frames",
    "lines",
    "load",
    "pattern",
    "readings",
    "verb_forms",
    "words",
]

_ALTERNATIVE = re.compile(
    r"(?P<subject>\S+) (?P<predicate>\w+)(?:!(?P<polarity>\w+))?(?:/(?P<modality>\w+))?"
    r" (?P<object>\S+)(?: if (?P<tests>.+))?$"
)


@dataclass(frozen=True, slots=True)
class Role:
    """A place in a frame: S, O, A, C, R, V, Y, "-", or prepositions; `kind` "place" or "any"."""

    names: tuple[str, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One claim that a verb may make: who, what, to whom, and tests on the words of roles.

    `polarity` and `modality` stand where the verb itself decides them ("hung up").
    """

    subject: Role
    predicate: str
    object: Role
    tests: tuple["Condition", ...] = ()
    polarity: str | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What the words of a role must hold, or with "!" must not."""

    role: Role
    words: re.Pattern[str]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb says in the active and in the passive voice: of each group one claim."""

    active: tuple[tuple[Alternative, ...], ...]
    passive: tuple[tuple[Alternative, ...], ...]
    place: str | None = None
    purpose: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a verb says besides its frame; `passive` is None where voice does not matter."""

    alternatives: tuple[Alternative, ...]
    passive: bool | None = None


def _read(name: str) -> str:
    return files("enduse.extract.data").joinpath(name).read_text("utf-8")


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a word list, without comments."""
    return tuple(s for s in _read(name).splitlines() if s and not s.startswith("#"))


@cache
def _classes() -> dict[str, frozenset[str]]:
    table: dict[str, str] = yaml.safe_load(_read("words_en.yml"))
    return {name: frozenset(str(value).split()) for name, value in table.items()}


@cache
def words(name: str) -> frozenset[str]:
    """Return one word class of `words_en.yml`."""
    return _classes()[name]


@cache
def countries() -> dict[str, tuple[str, str]]:
    """Return names, demonyms and seats of government as (ISO code, which of the three)."""
    found: dict[str, tuple[str, str]] = {}
    for row in csv.DictReader(_read("countries_en.csv").splitlines()):
        for kind, column in (("demonym", "demonyms"), ("seat", "seats"), ("name", "aliases")):
            for word in filter(None, row[column].split("|")):
                found.setdefault(word, (row["code"], kind))
        found[row["name"]] = (row["code"], "name")
    return found


@cache
def country_names() -> dict[str, str]:
    """Return the English short name of each country code."""
    return {
        row["code"]: row["name"] for row in csv.DictReader(_read("countries_en.csv").splitlines())
    }


def country_or_place(word: str) -> str | None:
    """Return the place that a word names or belongs to: "China" for "Chinese"."""
    known = countries().get(word)
    if known is not None:
        return country_names()[known[0]]
    return word if word[0].isupper() and word in lines("places_en.txt") else None


def _role(text: str) -> Role:
    names, _, kind = text.partition("@")
    return Role(tuple(names.split("|")), kind)


def _alternative(text: str) -> Alternative:
    match = _ALTERNATIVE.match(text)
    if match is None:
        raise ValueError(f"verbs_en.yml: not an alternative: {text}")
    return Alternative(
        _role(match["subject"]),
        match["predicate"],
        _role(match["object"]),
        tuple(_test(part) for part in match["tests"].split(" & ")) if match["tests"] else (),
        match["polarity"],
        match["modality"],
    )


def _test(text: str) -> Condition:
    role, _, words_ = text.partition("~")
    return Condition(_role(role.rstrip("!")), pattern(words_), not role.endswith("!"))


def _alternatives(text: str | None) -> tuple[Alternative, ...]:
    return tuple(_alternative(part) for part in text.split(", ")) if text else ()


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Return what verbs say together with the words after them, by base form."""
    table = load("readings_en.yml")
    found: dict[str, list[Reading]] = {}
    for row in table["readings"]:
        text = _expanded(row["says"], table["words"])
        voice = {"active": False, "passive": True}.get(row.get("voice", ""))
        reading = Reading(tuple(_alternative(line) for line in text.splitlines()), voice)
        for verb in row["verbs"].split():
            found.setdefault(verb, []).append(reading)
    return {verb: tuple(rows) for verb, rows in found.items()}


def _expanded(text: str, named: dict[str, str]) -> str:
    """The row with its word lists put in: "{doubtful}" is a list of the file."""
    for _ in range(2):
        for name, value in named.items():
            text = text.replace("{" + name + "}", "(?:" + "|".join(value.split(" | ")) + ")")
    return text


@cache
def frames() -> dict[str, Frame]:
    """Return the frame of every verb that makes claims, by base form.

    A verb may stand in the tables of several families: each adds a group.
    """
    found: dict[str, Frame] = {}
    for table in ("verbs_en.yml", *_FAMILIES):
        for entry in load(table):
            active = _alternatives(entry.get("active"))
            passive = _alternatives(entry.get("passive"))
            for verb in entry["verbs"].split():
                known = found.get(verb, Frame((), ())) if table != "verbs_en.yml" else Frame((), ())
                found[verb] = Frame(
                    (*known.active, active) if active else known.active,
                    (*known.passive, passive) if passive else known.passive,
                    known.place or entry.get("place"),
                    known.purpose or entry.get("purpose"),
                )
    return found


_FAMILIES = tuple(
    f"frames_en/{family}.yml"
    for family in (
        "supply programme product place purpose provenance identity ownership link restriction"
    ).split()
)


def load(name: str) -> Any:
    """Return a YAML table of the data folder."""
    return yaml.load(_read(name), Loader=yaml.CSafeLoader)


@cache
def _macros() -> dict[str, str]:
    """Word classes that the tests of the frames name in braces: "{goods}"."""
    table: dict[str, str] = load("frames_en/classes.yml")
    return {f"{{{name}}}": "|".join(str(words_).split()) for name, words_ in table.items()}


def pattern(test: str) -> re.Pattern[str]:
    """Compile a test on words, in which "{goods}" stands for any word of that class."""
    for name, words_ in _macros().items():
        test = test.replace(name, rf"\b(?:{words_})(?:e?s)?\b")
    return re.compile(test, re.IGNORECASE)


@cache
def verb_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for every verb form its base forms and what it is: base, s, past, part, ing."""
    irregular = {row.split()[0]: row.split()[1:] for row in lines("irregular_en.txt")}
    bases = {w for row in lines("verbs_plain_en.txt") for w in row.split()}
    bases |= {w for w in (*frames(), *readings()) if "_" not in w and w not in ("be", "have")}
    found: dict[str, list[tuple[str, str]]] = {}
    for base in sorted(bases | set(irregular)):
        for form, kind in _inflect(base, irregular.get(base)):
            found.setdefault(form, []).append((base, kind))
    return {form: tuple(kinds) for form, kinds in found.items()}


@cache
def _doubling() -> frozenset[str]:
    return frozenset(w for row in lines("doubling_en.txt") for w in row.split())


def _inflect(base: str, irregular: list[str] | None) -> list[tuple[str, str]]:
    if base in ADJECTIVES:
        return [(base, "part")]
    if base in _ONLY_PARTICIPLES:
        return [(base + "ed", "part")]
    if base in _NOT_FINITE:
        return [(base + "ed", "past"), (base + "ed", "part"), (base + "ing", "ing")]
    ending, doubled = "s", base
    if re.search(r"(?:s|x|z|ch|sh|o)$", base):
        ending = "es"
    if base in _doubling():
        doubled = base + base[-1]
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "ye")) else doubled
    if base.endswith("ee"):
        stem = base[:-1]  # "agreed"; its gerund keeps both
    plural = base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + ending
    past = base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else stem + "ed"
    ing = base[:-2] + "ying" if base.endswith("ie") else stem + "ing"
    if base.endswith("ee"):
        ing = base + "ing"
    pasts = irregular or [past, past]
    found = [(base, "base"), (plural, "s"), (pasts[0], "past"), (pasts[1], "part"), (ing, "ing")]
    if _EITHER.search(base):
        found += [(base + "led", "past"), (base + "led", "part"), (base + "ling", "ing")]
    return found


ADJECTIVES = frozenset(
    {"subject", "aware", "unaware", "familiar", "responsible", "comparable", "similar", "capable"}
)
# Their other forms are those of other words: "arms", "down".
_NOT_FINITE = frozenset({"arm", "down"})
_ONLY_PARTICIPLES = frozenset({"headquarter"})
_EITHER = re.compile(
    r"^(?!(?:compel|control|expel|feel|propel|repel|rebel|excel|patrol|extol)$).*[^aeo][aeio]l$"
)
