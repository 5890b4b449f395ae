"""Span scores, one way for every corpus: exact and by overlap; precision, recall and F1."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Place", "Tally", "f1", "shared_text"]

Place = tuple[int, int]


@dataclass(slots=True)
class Tally:
    """Counts over documents; a place that several annotations of one text share counts once."""

    gold: int = 0
    printed: int = 0
    exact: int = 0
    gold_met: int = 0
    printed_met: int = 0

    def add(self, gold: Iterable[Place], printed: Iterable[Place]) -> None:
        """Count one document."""
        wanted, got = sorted(set(gold)), sorted(set(printed))
        self.gold += len(wanted)
        self.printed += len(got)
        self.exact += len(set(wanted) & set(got))
        self.gold_met += _met(wanted, got)
        self.printed_met += _met(got, wanted)

    def plus(self, other: "Tally") -> None:
        """Count another tally in."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def scores(self) -> dict[str, float | int]:
        """Percent, to one decimal."""
        return {
            "gold": self.gold,
            "printed": self.printed,
            "exact_precision": _percent(self.exact, self.printed),
            "exact_recall": _percent(self.exact, self.gold),
            "exact_f1": f1(self.exact, self.printed, self.exact, self.gold),
            "overlap_precision": _percent(self.printed_met, self.printed),
            "overlap_recall": _percent(self.gold_met, self.gold),
            "overlap_f1": f1(self.printed_met, self.printed, self.gold_met, self.gold),
        }


def f1(right: int, printed: int, met: int, gold: int) -> float:
    """F1 in percent of `right` among `printed` and `met` among `gold`."""
    precision = right / printed if printed else 0.0
    recall = met / gold if gold else 0.0
    total = precision + recall
    return round(200 * precision * recall / total, 1) if total else 0.0


def shared_text(name: str) -> Path | None:
    """A corpus in the shared data folder beside the checkout; None where it is not."""
    for parent in Path(__file__).resolve().parents:
        folder = parent / "shared" / "data" / "text" / name
        if folder.is_dir():
            return folder
    return None


def _met(spans: Sequence[Place], others: Sequence[Place]) -> int:
    return sum(any(a < d and c < b for c, d in others) for a, b in spans)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
