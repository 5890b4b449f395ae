"""Dealings that are none: who "got an idea", "sent a letter", "bought time" deals in no goods."""

from functools import cache
from re import Pattern

from enduse.extract.english.syntax.phrases import Sentence
from enduse.extract.english.syntax.predicates import Predicate
from enduse.extract.english.words.lexicon import Alternative, pattern

__all__ = ["is_idle"]

_MOVED = frozenset({"shipped_to", "exported_to", "delivered_to", "supplied_to"})
_TAKEN = frozenset({"acquired", "received", "contracted_with"})


@cache
def _abstract() -> Pattern[str]:
    return pattern(r"(?:{abstract}|^(?:it|that|this|so|one))\W*$")


@cache
def _papers() -> Pattern[str]:
    return pattern(r"(?:{doc}|{abstract}|^no|^nothing)\W*$")


def is_idle(alternative: Alternative, p: Predicate, s: Sentence) -> bool:
    """Tell whether what is moved or taken is a paper or nothing that can be dealt in."""
    if alternative.predicate not in _MOVED | _TAKEN:
        return False
    thing = p.subject if s.chunks[p.chunk].passive else p.object
    if thing is None:
        return False
    words = s.words(thing.head)
    if alternative.predicate in _TAKEN and s.chunks[p.chunk].lemma not in ("receive", "sign"):
        if _papers().search(words) and alternative.predicate != "contracted_with":
            return True  # read, not dealt in: "papers obtained by the newspaper"
    return bool((_papers() if alternative.predicate in _MOVED else _abstract()).search(words))
