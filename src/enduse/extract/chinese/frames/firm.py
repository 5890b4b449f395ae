"""How firmly a Chinese deed is said to be done: from the words before its verb."""

import re
from functools import lru_cache
from importlib.resources import files

import yaml

from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.words import grammar
from enduse.extract.relations.scope import Firmness
from enduse.extract.segment import Span

__all__ = ["firm"]


def firm(text: str, deed: Deed, clause_start: int) -> Firmness:
    """Return polarity, modality and hedge of a deed.

    Args:
        text: Canonical text.
        deed: The deed.
        clause_start: Where its clause begins.
    """
    polarity = "denied" if deed.denied else "asserted"
    if polarity == "asserted" and (deed.negated or deed.governed in grammar("stops")):
        polarity = "negated"
    if deed.condition is not None:
        end = min(deed.condition.end, deed.condition.start + 2)
        return Firmness(polarity, "conditional", Span(deed.condition.start, end))
    start = deed.span.start if deed.inside else clause_start
    for modality, pattern in _hedges():
        hedge = pattern.search(text, start, deed.verb.span.end)
        if hedge is not None and _reaches(deed, hedge.start()):
            return Firmness(polarity, modality, Span(*hedge.span()))
    return Firmness(polarity)


def _reaches(deed: Deed, at: int) -> bool:
    """A hedge inside the subject is not one of the verb."""
    return deed.subject is None or deed.subject.span.end <= at or at < deed.subject.span.start


@lru_cache(maxsize=1)
def _hedges() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = files("enduse.extract.chinese").joinpath("scope.yml").read_text("utf-8")
    table = yaml.load(text, Loader=yaml.CSafeLoader)
    return tuple((modality, re.compile(words)) for modality, words in table.items())
