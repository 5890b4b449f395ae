"""Span scores: exact and overlap precision, recall and F1."""

from collections.abc import Iterable
from dataclasses import dataclass, field

Place = tuple[int, int]


@dataclass
class Tally:
    """Counts over documents."""

    gold: int = 0
    printed: int = 0
    exact: int = 0
    gold_met: int = 0
    printed_met: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, gold: Iterable[Place], printed: Iterable[Place]) -> None:
        """Count one document."""
        wanted, got = sorted(set(gold)), sorted(set(printed))
        self.gold += len(wanted)
        self.printed += len(got)
        self.exact += len(set(wanted) & set(got))
        self.gold_met += sum(any(_meet(g, p) for p in got) for g in wanted)
        self.printed_met += sum(any(_meet(g, p) for g in wanted) for p in got)

    def scores(self) -> dict[str, float | int]:
        """Percent, to one decimal."""
        return {
            "gold": self.gold,
            "printed": self.printed,
            "exact_f1": _f1(self.exact, self.printed, self.exact, self.gold),
            "overlap_precision": _percent(self.printed_met, self.printed),
            "overlap_recall": _percent(self.gold_met, self.gold),
            "overlap_f1": _f1(self.printed_met, self.printed, self.gold_met, self.gold),
        }


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _f1(good: int, printed: int, found: int, gold: int) -> float:
    if not printed or not gold:
        return 0.0
    precision, recall = good / printed, found / gold
    return round(200 * precision * recall / (precision + recall), 1) if good and found else 0.0
