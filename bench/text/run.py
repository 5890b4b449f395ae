"""Scores quantities and names on public test data: `python -m bench.text.run`.

Needs the shared data folder; the corpora are measured with and never shipped. MeasEval counts
an enumeration as one quantity, factRuEval leaves the closing quotation mark out: the printed
spans are brought to those habits before they are compared.
"""

import json
import os
import platform
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.text import factrueval, measeval, msra

HERE = Path(__file__).parent


def main() -> None:
    data = _data()
    if data is None:
        print("The shared data folder is not here; nothing was measured.")
        return
    results: dict[str, Any] = {"machine": _machine()}
    results["measeval_trial_quantities"] = measeval.score(data / "measeval")
    russian, chinese = _russian(), _chinese()
    results["factrueval_half"] = factrueval.score(data / "factrueval", russian)
    results["msra_half"] = msra.score(data / "msra" / "msra_half_bio.txt", chinese)
    news = [text for text, _ in factrueval.documents(data / "factrueval")]
    lines = [text for text, _ in msra.sentences(data / "msra" / "msra_half_bio.txt")]
    results["characters_per_second"] = {
        "russian_names": _speed(russian, news),
        "russian_natasha_alone": _speed(_natasha(), news),
        "chinese_names": _speed(chinese, lines),
    }
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(json.dumps(results, indent=1))


def _russian() -> factrueval.Tagger:
    from enduse.extract.russian import names

    def tag(text: str) -> list[tuple[str, int, int]]:
        return [
            (n.kind, n.span.start, n.span.end - (text[n.span.end - 1] in '»"“”'))
            for n in names(text)
        ]

    return tag


def _natasha() -> factrueval.Tagger:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def tag(text: str) -> list[tuple[str, int, int]]:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return [(s.type, s.start, s.stop) for s in doc.spans]

    return tag


def _chinese() -> factrueval.Tagger:
    from enduse.extract.chinese import names

    def tag(text: str) -> list[tuple[str, int, int]]:
        return [(n.kind, n.span.start, n.span.end) for n in names(text)]

    return tag


def _speed(tag: Callable[[str], Any], texts: list[str]) -> int:
    for text in texts[:2]:
        tag(text)
    start = time.process_time()
    for text in texts:
        tag(text)
    return round(sum(map(len, texts)) / (time.process_time() - start))


def _data() -> Path | None:
    for parent in HERE.resolve().parents:
        if (parent / "shared" / "data" / "text").is_dir():
            return parent / "shared" / "data" / "text"
    return None


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "cpu": platform.processor() or platform.machine(),
    }


if __name__ == "__main__":
    main()
