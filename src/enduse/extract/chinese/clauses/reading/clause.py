"""Atoms between two marks, with what was read of them."""

from dataclasses import dataclass

from enduse.extract.chinese.clauses.atoms import Atom
from enduse.extract.chinese.clauses.deed import Deed
from enduse.extract.chinese.clauses.phrase import Phrase
from enduse.extract.segment import Span

__all__ = ["Clause"]


@dataclass(frozen=True, slots=True)
class Clause:
    """Atoms between two marks, with what was read of them."""

    atoms: tuple[Atom, ...]
    deeds: tuple[Deed, ...]
    topic: Phrase | None
    subject: Phrase | None
    judging: str = ""
    speaker: Phrase | None = None
    last: Deed | None = None
    company: Phrase | None = None
    condition: Span | None = None
    asked: Span | None = None
    about: Phrase | None = None
