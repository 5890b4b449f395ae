"""Span F1 of cues, sources and contents: exact, and by overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """Counts of one role over all texts."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    gold_met: int = 0
    found_met: int = 0

    def add(self, gold: Iterable[Span], found: Iterable[Span]) -> None:
        """Count one text; a span that several attributions share counts once."""
        ours, theirs = sorted(set(found)), sorted(set(gold))
        self.gold += len(theirs)
        self.found += len(ours)
        self.exact += len(set(ours) & set(theirs))
        self.gold_met += _met(theirs, ours)
        self.found_met += _met(ours, theirs)

    def report(self) -> dict[str, float]:
        """Return precision, recall and F1 in percent, exact and by overlap."""
        return {
            "exact_p": _percent(self.exact, self.found),
            "exact_r": _percent(self.exact, self.gold),
            "exact_f1": _f1(self.exact, self.found, self.exact, self.gold),
            "overlap_p": _percent(self.found_met, self.found),
            "overlap_r": _percent(self.gold_met, self.gold),
            "overlap_f1": _f1(self.found_met, self.found, self.gold_met, self.gold),
            "gold": self.gold,
            "found": self.found,
        }


@dataclass(slots=True)
class Score:
    """The three roles."""

    cue: Tally = field(default_factory=Tally)
    source: Tally = field(default_factory=Tally)
    content: Tally = field(default_factory=Tally)

    def report(self) -> dict[str, dict[str, float]]:
        """Return the report of each role."""
        return {role: getattr(self, role).report() for role in ("cue", "source", "content")}


@dataclass(slots=True)
class Exact:
    """Counts of one role of which all pieces must be right."""

    gold: int = 0
    found: int = 0
    exact: int = 0

    def add(self, gold: Iterable[tuple[Span, ...]], found: Iterable[tuple[Span, ...]]) -> None:
        """Count one text."""
        ours, theirs = set(found), set(gold)
        self.gold += len(theirs)
        self.found += len(ours)
        self.exact += len(ours & theirs)


@dataclass(slots=True)
class Whole:
    """The three roles, each whole with all its pieces or not at all."""

    cue: Exact = field(default_factory=Exact)
    source: Exact = field(default_factory=Exact)
    content: Exact = field(default_factory=Exact)

    def report(self) -> dict[str, float]:
        """Return the exact F1 of each role, in percent."""
        roles = {role: getattr(self, role) for role in ("cue", "source", "content")}
        return {role: _f1(t.exact, t.found, t.exact, t.gold) for role, t in roles.items()}


def _met(spans: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(any(a < d and c < b for c, d in others) for a, b in spans)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _f1(right: int, found: int, met: int, gold: int) -> float:
    precision = right / found if found else 0.0
    recall = met / gold if gold else 0.0
    total = precision + recall
    return round(200 * precision * recall / total, 1) if total else 0.0
