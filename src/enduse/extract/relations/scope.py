"""How firmly a clause says what it says: negation, denial and hedges, from a table per language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from enduse.extract.segment import Span, clauses
from enduse.extract.signs import Index, needed

__all__ = ["Firmness", "firmness"]


@dataclass(frozen=True, slots=True)
class Firmness:
    """Polarity, modality and the words that weaken."""

    polarity: str = "asserted"
    modality: str = "fact"
    hedge: Span | None = None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    negated: "_Ending"
    denied: "_Ending"
    hedges: "_Words"
    governing: "_Words"


@dataclass(frozen=True, slots=True)
class _Ending:
    """A pattern for the end of some words; it is slow to say no, so its words are looked for."""

    pattern: re.Pattern[str]
    words: frozenset[str]

    @classmethod
    def of(cls, words: str) -> "_Ending":
        pattern = re.compile(rf"(?i)(?:{words})$")
        return cls(pattern, needed(pattern))

    def ends(self, before: str) -> bool:
        folded = before.lower()
        held = not self.words or any(word in folded for word in self.words)
        return held and self.pattern.search(before) is not None


@dataclass(frozen=True, slots=True)
class _Words:
    """Patterns by the modality that they give, the first that is found counting."""

    rows: tuple[tuple[str, re.Pattern[str]], ...]
    index: Index

    @classmethod
    def of(cls, table: Mapping[str, str]) -> "_Words":
        rows = tuple((m, re.compile(rf"(?i){p}")) for m, p in table.items())
        return cls(rows, Index([p for _, p in rows]))

    def search(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        for number in self.index.possible(text[start:end]):
            modality, words = self.rows[number]
            found = words.search(text, start, end)
            if found:
                return modality, Span(*found.span())
        return None


@lru_cache(maxsize=4)
def _lexicon(package: str) -> _Lexicon:
    table = yaml.load(files(package).joinpath("scope.yml").read_text("utf-8"), yaml.CSafeLoader)
    return _Lexicon(
        _Ending.of(table["negated"]),
        _Ending.of(table["denied"]),
        _Words.of(table["hedges"]),
        _Words.of(table["governing"]),
    )


def firmness(text: str, sentence: Span, quote: Span, focus: int, package: str) -> Firmness:
    """Say how firmly the clause around a verb holds.

    Args:
        text: Canonical text.
        sentence: The sentence.
        quote: The words of the relation.
        focus: Where its verb stands.
        package: Package whose `scope.yml` lists the words.
    """
    lexicon = _lexicon(package)
    clause = next((c for c in clauses(text, sentence) if c.start <= focus < c.end), sentence)
    start = min(clause.start, quote.start)
    polarity = "asserted"
    if lexicon.negated.ends(text[start:focus]):
        polarity = "negated"
    if lexicon.denied.ends(text[sentence.start : focus]):
        polarity = "denied"
    hedge = lexicon.hedges.search(text, start, max(focus + 1, quote.end))
    hedge = hedge or lexicon.governing.search(text, sentence.start, quote.start)
    return Firmness(polarity, *hedge) if hedge else Firmness(polarity)
