"""How answers to labelled queries are judged; the same rule for every engine.

A query names a listed party (`cluster`) or nobody. A hit on any entity of the cluster is right.
R@k: the right party stands among the first k, ties not held against it. A query is a false
alarm where nobody was to be found and a hit reaches the threshold.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Hits = Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Query:
    """A labelled query; no cluster means that nobody may be found."""

    id: str
    text: str
    schema: str
    category: str
    cluster: str | None


@dataclass(frozen=True, slots=True)
class Judged:
    """One query's answer: scores of the best hit and the best right hit, -1 where none."""

    category: str
    listed: bool
    top: float
    right: float
    wrong_before: int


def judged(query: Query, hits: Hits, cluster: Mapping[str, str]) -> Judged:
    top = max((score for _, score in hits), default=-1.0)
    if query.cluster is None:
        return Judged(query.category, False, top, -1.0, 0)
    right = max((s for e, s in hits if cluster.get(e) == query.cluster), default=-1.0)
    before = {e for e, s in hits if s > right and cluster.get(e) != query.cluster}
    return Judged(query.category, True, top, right, len(before))


def at(answers: Iterable[Judged], threshold: float) -> dict[str, float]:
    """Precision, recall, F1 and false alarms where hits from `threshold` on count."""
    found = wrong = alarms = listed = unlisted = 0
    for one in answers:
        listed, unlisted = listed + one.listed, unlisted + (not one.listed)
        found += one.listed and one.right >= threshold
        wrong += one.listed and one.top >= threshold > one.right
        alarms += not one.listed and one.top >= threshold
    claimed = found + wrong + alarms
    precision = found / claimed if claimed else 0.0
    recall = found / listed if listed else 0.0
    both = precision + recall
    return {
        "threshold": threshold,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / both if both else 0.0, 4),
        "false_alarms": round(alarms / unlisted if unlisted else 0.0, 4),
    }


def quality(answers: Sequence[Judged], threshold: float | None) -> dict[str, object]:
    """All that is reported of an engine's answers; `threshold` is its own default, if any."""
    listed = [one for one in answers if one.listed]
    hit = [one for one in listed if one.right >= 0]
    out: dict[str, object] = {
        "queries": len(answers),
        "r_at_1": round(sum(one.wrong_before == 0 for one in hit) / len(listed), 4),
        "r_at_10": round(sum(one.wrong_before < 10 for one in hit) / len(listed), 4),
        "best_f1": max((at(answers, t / 200) for t in range(40, 201)), key=lambda row: row["f1"]),
        "unlisted_at_1.0": _share(o.top >= 0.9999 for o in answers if not o.listed),
        "r_at_1_by_class": _by_class(listed, lambda o: o.right >= 0 and o.wrong_before == 0),
    }
    if threshold is not None:
        unlisted = [one for one in answers if not one.listed]
        out["default"] = at(answers, threshold)
        out["recall_by_class"] = _by_class(listed, lambda o: o.right >= threshold)
        out["false_alarms_by_class"] = _by_class(unlisted, lambda o: o.top >= threshold)
    return out


def _share(some: Iterable[bool]) -> float:
    every = list(some)
    return round(sum(every) / len(every), 4) if every else 0.0


def _by_class(some: Sequence[Judged], test: Callable[[Judged], bool]) -> dict[str, float]:
    rows: dict[str, list[bool]] = defaultdict(list)
    for one in some:
        rows[one.category].append(test(one))
    return {category: _share(row) for category, row in sorted(rows.items())}
