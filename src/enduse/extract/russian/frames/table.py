"""The tables of verbs in `data`: what they say, and where its arguments stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["Frame", "Relational", "Table", "table"]


_SETS = (
    "support", "copulas", "transparent", "plans", "parts", "wholes", "goods", "sites", "firms",
    "districts", "streets", "deeds",
)  # fmt: skip
# The tables of frames, in the order in which those of one verb are tried.
_FRAMES = (
    "responses", "identity", "provenance", "restrictions", "products", "supply", "links",
    "ownership", "roles", "places", "programmes", "stances",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """What one verb says.

    Attributes:
        predicate: The predicate of the claim.
        subject: Roles for its subject, the first that is filled.
        object: Roles for its object.
        value: Role whose number is the value; "" for none.
        conditions: Roles that must have one of these heads; any of them is enough.
        text: The object where no role is filled.
        words: The object is told by its words.
        own: The writer says it in passing.
        only: Other frames of the verb are not tried after this one.
        bare: It is said even where no role is filled for the object.
        negated: Holds only where the verb is negated, and the negation is spent on it.
        polarity: Where the frame decides it.
        beside: One of these words must stand in the clause: «впервые слышит».
    """

    predicate: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    value: str
    conditions: Mapping[str, frozenset[str]]
    text: str | None = None
    words: bool = False
    own: bool = False
    only: bool = False
    bare: bool = False
    negated: bool = False
    polarity: str | None = None
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Relational:
    """What a noun like «владелец» says of what stands after it.

    Attributes:
        predicate: The predicate.
        genitive_first: What stands in the genitive is the subject.
        text: The object where nothing stands in the genitive.
    """

    predicate: str
    genitive_first: bool
    text: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """All of it, by dictionary form."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    relational: Mapping[str, Relational]
    measures: Mapping[str, str]
    posts: Mapping[str, str]
    bonds: Mapping[str, str]
    support: frozenset[str]
    copulas: frozenset[str]
    transparent: frozenset[str]
    plans: frozenset[str]
    parts: frozenset[str]
    wholes: frozenset[str]
    goods: frozenset[str]
    sites: frozenset[str]
    firms: frozenset[str]
    districts: frozenset[str]
    streets: frozenset[str]
    deeds: frozenset[str]


@lru_cache(maxsize=1)
def table() -> Table:
    """Load the table.

    Example:
        >>> [f.predicate for f in table().verbs["экспортировать"]]
        ['exported_to']
    """
    raw = _read("nouns")
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    for row in (row for name in _FRAMES for row in _read(name)["frames"]):
        frame = _frame(row)
        for lemma in row["v"].split():
            verbs.setdefault(lemma, []).append(frame)
        for lemma in row.get("n", "").split():
            nouns.setdefault(lemma, []).append(frame)
    relational = {
        lemma: Relational(row["p"], row["of"] == "s", row.get("text"))
        for row in raw["relational"]
        for lemma in row["n"].split()
    }
    measures, posts, bonds = (_by_noun(raw[name]) for name in ("measures", "posts", "bonds"))
    sets = {name: frozenset(raw[name].split()) for name in _SETS}
    return Table(
        {lemma: tuple(some) for lemma, some in verbs.items()},
        {lemma: tuple(some) for lemma, some in nouns.items()},
        relational,
        measures,
        posts,
        bonds,
        **sets,
    )


def _by_noun(rows: Mapping[str, str]) -> Mapping[str, str]:
    return {lemma: p for p, lemmas in rows.items() for lemma in lemmas.split()}


def _read(name: str) -> dict[str, Any]:
    text = files("enduse.extract.russian.frames.data").joinpath(f"{name}.yml").read_text("utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def _frame(row: Mapping[str, Any]) -> Frame:
    kept = {
        k: row[k]
        for k in ("text", "words", "own", "only", "bare", "negated", "polarity")
        if k in row
    }
    conditions = {role: frozenset(heads.split()) for role, heads in row.get("if", {}).items()}
    value = row.get("q", "theme")
    return Frame(
        row["p"],
        tuple(row["s"].split()),
        tuple(row.get("o", "").split()),
        "" if value == "none" else value,
        conditions,
        beside=frozenset(row.get("with", "").split()),
        **kept,
    )
