"""How firmly a clause says what it says: negation, denial and hedges, from a table per language."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from enduse.extract.segment import Span, clauses

__all__ = ["Firmness", "firmness"]


@dataclass(frozen=True, slots=True)
class Firmness:
    """Polarity, modality and the words that weaken."""

    polarity: str = "asserted"
    modality: str = "fact"
    hedge: Span | None = None


@dataclass(frozen=True, slots=True)
class _Lexicon:
    negated: re.Pattern[str]
    denied: re.Pattern[str]
    hedges: tuple[tuple[str, re.Pattern[str]], ...]
    governing: tuple[tuple[str, re.Pattern[str]], ...]


@lru_cache(maxsize=4)
def _lexicon(package: str) -> _Lexicon:
    table = yaml.load(files(package).joinpath("scope.yml").read_text("utf-8"), yaml.CSafeLoader)
    return _Lexicon(
        re.compile(rf"(?i)(?:{table['negated']})$"),
        re.compile(rf"(?i)(?:{table['denied']})$"),
        tuple((m, re.compile(rf"(?i){p}")) for m, p in table["hedges"].items()),
        tuple((m, re.compile(rf"(?i){p}")) for m, p in table["governing"].items()),
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
    if lexicon.negated.search(text[start:focus]):
        polarity = "negated"
    if lexicon.denied.search(text[sentence.start : focus]):
        polarity = "denied"
    for modality, words in lexicon.hedges:
        hedge = words.search(text, start, max(focus + 1, quote.end))
        if hedge:
            return Firmness(polarity, modality, Span(*hedge.span()))
    for modality, words in lexicon.governing:
        hedge = words.search(text, sentence.start, quote.start)
        if hedge:
            return Firmness(polarity, modality, Span(*hedge.span()))
    return Firmness(polarity)
