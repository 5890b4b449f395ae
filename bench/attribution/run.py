"""Score attributions on PolNeAR: the rules, and a tagger trained on the spot.

usage: python -m bench.attribution.run [--only rules|crf] [--out bench/attribution/results.json]
"""

import argparse
import json
import os
import platform
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.attribution.score import Score, Whole
from enduse.extract.attribution import Attribution, attributions
from enduse.extract.segment import Span, sentences
from enduse.extract.train.brat import AnnotatedText, annotated_texts

Find = Callable[[str, Sequence[Span], str], tuple[Attribution, ...]]
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


def score(texts: Sequence[AnnotatedText], find: Find) -> dict[str, Any]:
    """Score a finder on annotated texts, and time it."""
    pieces, whole, seconds, size = Score(), Whole(), 0.0, 0
    for text in texts:
        start = time.perf_counter()
        found = find(text.text, sentences(text.text, "en"), "en")
        seconds += time.perf_counter() - start
        size += len(text.text)
        for role in ROLES:
            gold = [span for a in text.attributions for span in getattr(a, role)]
            ours = spans_of(found, role)
            getattr(pieces, role).add((p for g in gold for p in g), (p for o in ours for p in o))
            getattr(whole, role).add(gold, ours)
    return {
        "texts": len(texts),
        "characters": size,
        "characters_per_second": round(size / seconds, -3),
        "pieces": pieces.report(),
        "whole": whole.report(),
    }


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    cpu = platform.processor()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [x for x in info.read_text("utf-8").splitlines() if x.startswith("model name")]
        cpu = names[0].partition(":")[2].strip() if names else cpu
    return {"cores": os.cpu_count(), "python": platform.python_version(), "cpu": cpu}


def trained(folder: Path, dev: Sequence[AnnotatedText], sets: dict[str, Any]) -> dict[str, Any]:
    """Train on the training texts, score on the others, keep nothing of the model."""
    from enduse.extract.train import load, train

    with tempfile.TemporaryDirectory() as scratch:
        model = Path(scratch) / "model"
        start = time.perf_counter()
        done = train(folder / "train", model)
        seconds = time.perf_counter() - start
        about = {
            "training_texts": done.texts,
            "training_seconds": round(seconds),
            "model_megabytes": round(model.stat().st_size / 1e6, 1),
        }
        tagger = load(model)
        return about | {name: score(texts, tagger.attributions) for name, texts in sets.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with train and dev")
    parser.add_argument("--only", choices=("rules", "crf"))
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("results.json"))
    arguments = parser.parse_args()
    folder = arguments.data or _shared()
    dev = list(annotated_texts(folder / "dev"))
    first = list({text.text: text for text in reversed(dev)}.values())[::-1]
    sets = {"dev_all_annotations": dev, "dev_one_annotation_a_text": first}
    known = json.loads(arguments.out.read_text("utf-8")) if arguments.out.exists() else {}
    known["machine"] = machine()
    if arguments.only != "crf":
        known["rules"] = {name: score(texts, attributions) for name, texts in sets.items()}
    if arguments.only != "rules":
        known["crf_trained_on_train"] = trained(folder, dev, sets)
    arguments.out.write_text(json.dumps(known, indent=1) + "\n", "utf-8")
    for name in ("rules", "crf_trained_on_train"):
        for role, row in (
            known.get(name, {}).get("dev_all_annotations", {}).get("pieces", {}).items()
        ):
            print(f"{name:22}{role:9}exact {row['exact_f1']:5}  overlap {row['overlap_f1']:5}")


def _shared() -> Path:
    for parent in Path(__file__).resolve().parents:
        folder = parent / "shared" / "data" / "text" / "polnear"
        if folder.is_dir():
            return folder
    raise SystemExit("PolNeAR is not on this machine; give its folder with --data.")


if __name__ == "__main__":
    main()
