"""Scores extracted claims against annotated ones, by the rule that DESIGN's scorer uses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from enduse.extract.relations.predicates import predicates

Row = Mapping[str, Any]
_STOP = {"the", "and", "its", "for"}


@dataclass(slots=True)
class Tally:
    """Counts over one report or many; shares are computed when asked."""

    annotated: int = 0
    printed: int = 0
    unsupported: int = 0
    found: int = 0
    good: int = 0
    claimant: int = 0
    polarity: int = 0
    marked: int = 0
    marked_right: int = 0
    modality: int = 0
    values: int = 0
    values_right: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Count another report in."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def report(self) -> dict[str, float | int | None]:
        """Return the counts and shares to publish."""
        return {
            "annotated": self.annotated,
            "printed": self.printed,
            "unsupported": self.unsupported,
            "recall": _share(self.found, self.annotated),
            "precision": _share(self.good, self.printed),
            "claimant": _share(self.claimant, self.found),
            "polarity": _share(self.polarity, self.found),
            "polarity_not_asserted": _share(self.marked_right, self.marked),
            "modality": _share(self.modality, self.found),
            "value": _share(self.values_right, self.values),
        }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


def score(text: str, gold: Sequence[Row], printed: Sequence[Row]) -> Tally:
    """Return how well the printed claims of one text meet the annotated ones."""
    first, last = min(g["start"] for g in gold), max(g["end"] for g in gold)
    inside = [p for p in printed if p["start"] < last and p["end"] > first]
    pairs = [(g, [p for p in inside if _matches(g, p)]) for g in gold]
    found = [(g, ps) for g, ps in pairs if ps]
    good = [p for p in inside if any(_matches(g, p) for g in gold)]
    marked = [(g, ps) for g, ps in pairs if g["polarity"] != "asserted"]
    valued = [(g, ps) for g, ps in pairs if g.get("value") is not None]
    return Tally(
        annotated=len(gold),
        printed=len(inside),
        unsupported=sum(text[p["start"] : p["end"]] != p["quote"] for p in printed),
        found=len(found),
        good=len(good),
        claimant=sum(any(_same_claimant(g, p) for p in ps) for g, ps in found),
        polarity=sum(any(g["polarity"] == p["polarity"] for p in ps) for g, ps in found),
        marked=len(marked),
        marked_right=sum(any(g["polarity"] == p["polarity"] for p in ps) for g, ps in marked),
        modality=sum(any(_same_firmness(g, p) for p in ps) for g, ps in found),
        values=len(valued),
        values_right=sum(any(_same_value(g, p) for p in ps) for g, ps in valued),
        missed=[f"{g['subject']} {g['predicate']} {g['object']}" for g, ps in pairs if not ps],
        extra=[f"{_label(p['subject'])} {p['predicate']}" for p in inside if p not in good],
    )


def _matches(g: Row, p: Row) -> bool:
    if _overlap(g, p) < 0.5 or _family(g["predicate"]) != _family(p["predicate"]):
        return False
    mine = _words(_label(p["subject"])) | _words(_label(p["object"]))
    theirs = _words(g["subject"]) | _words(str(g["object"] or ""))
    return bool(mine & theirs) or g.get("value") is not None


def _family(predicate: str) -> str | None:
    known = predicates().get(predicate)
    return known.family if known else None


def _overlap(a: Row, b: Row) -> float:
    both = min(a["end"], b["end"]) - max(a["start"], b["start"])
    if both <= 0:
        return 0.0
    if both == min(a["end"] - a["start"], b["end"] - b["start"]):
        return 1.0
    return float(both / (max(a["end"], b["end"]) - min(a["start"], b["start"])))


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"\w+", text.lower()) if len(w) > 2 and w not in _STOP}


def _label(value: Any) -> str:
    return str(value.get("text") or "") if isinstance(value, dict) else str(value or "")


def _same_claimant(g: Row, p: Row) -> bool:
    if g["claimant"] == ["outlet:unnamed"]:
        return not p["attribution_cue"]
    last = [_words(chain[-1]["name"]) for chain in p["attribution"] if chain]
    return any(_words(c.replace("outlet:unnamed", "")) & n for c in g["claimant"] for n in last)


def _same_firmness(g: Row, p: Row) -> bool:
    return bool((g["modality"] == "fact") == (p["modality"] == "fact"))


def _same_value(g: Row, p: Row) -> bool:
    stated = [p["value"], *(c["value"] for c in p["conversions"])]
    return any(v is not None and abs(float(v) - float(g["value"])) < 1e-9 for v in stated)
