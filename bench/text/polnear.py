"""Who says what, on PolNeAR: by the rules, and by a tagger trained on the spot."""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.spans import Tally, f1
from enduse.extract.attribution import Attribution, attributions
from enduse.extract.segment import Span, sentences
from enduse.extract.train.brat import AnnotatedText, annotated_texts

Find = Callable[[str, Sequence[Span], str], tuple[Attribution, ...]]
Pieces = tuple[tuple[int, int], ...]
ROLES = ("cue", "source", "content")


def spans_of(found: Sequence[Attribution], role: str) -> list[tuple[tuple[int, int], ...]]:
    """The places of one role of each attribution, in pieces."""
    result = []
    for each in found:
        pieces = each.source if role == "source" else getattr(each, role)
        pieces = () if pieces is None else (pieces,) if isinstance(pieces, Span) else pieces
        if pieces:
            result.append(tuple((piece.start, piece.end) for piece in pieces))
    return result


@dataclass(slots=True)
class Whole:
    """Counts of one role of which all pieces must be right."""

    gold: int = 0
    printed: int = 0
    exact: int = 0

    def add(self, gold: Sequence[Pieces], printed: Sequence[Pieces]) -> None:
        """Count one text."""
        wanted, got = set(gold), set(printed)
        self.gold += len(wanted)
        self.printed += len(got)
        self.exact += len(wanted & got)

    def exact_f1(self) -> float:
        """Percent."""
        return f1(self.exact, self.printed, self.exact, self.gold)


def score(texts: Sequence[AnnotatedText], find: Find) -> dict[str, Any]:
    """Score a finder on annotated texts, and time it in processor seconds."""
    pieces, whole = {r: Tally() for r in ROLES}, {r: Whole() for r in ROLES}
    seconds, size = 0.0, 0
    for text in texts:
        start = time.process_time()
        found = find(text.text, sentences(text.text, "en"), "en")
        seconds += time.process_time() - start
        size += len(text.text)
        for role in ROLES:
            gold = [span for a in text.attributions for span in getattr(a, role)]
            ours = spans_of(found, role)
            pieces[role].add((p for g in gold for p in g), (p for o in ours for p in o))
            whole[role].add(gold, ours)
    return {
        "texts": len(texts),
        "characters": size,
        "characters_per_second": round(size / seconds, -3),
        "pieces": {role: tally.scores() for role, tally in pieces.items()},
        "whole": {role: tally.exact_f1() for role, tally in whole.items()},
    }


def rules(folder: Path) -> dict[str, Any]:
    """The rules on `dev`."""
    return {name: score(texts, attributions) for name, texts in _sets(folder).items()}


def trained(folder: Path) -> dict[str, Any]:
    """Train on `train`, score on `dev`, keep nothing of the model."""
    from enduse.extract.train import load, train

    with tempfile.TemporaryDirectory() as scratch:
        model = Path(scratch) / "model"
        start = time.process_time()
        done = train(folder / "train", model)
        about = {
            "training_texts": done.texts,
            "training_processor_seconds": round(time.process_time() - start),
            "model_megabytes": round(model.stat().st_size / 1e6, 1),
        }
        tagger = load(model)
        sets = _sets(folder)
        return about | {name: score(texts, tagger.attributions) for name, texts in sets.items()}


def _sets(folder: Path) -> dict[str, list[AnnotatedText]]:
    """All annotations of `dev`, and the first annotation of each text."""
    dev = list(annotated_texts(folder / "dev"))
    first = list({text.text: text for text in reversed(dev)}.values())[::-1]
    return {"dev_all_annotations": dev, "dev_one_annotation_a_text": first}
