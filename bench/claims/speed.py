"""How fast texts become claims, on one core, in processor seconds.

Russian is timed beside natasha's own tagger on the same texts, turn by turn in one process, so
that what else the machine does weighs on both alike. Linear algebra gets one thread, as the
command line gives it.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any

from bench.claims.annotated import REPORTS
from bench.spans import shared_text
from enduse.extract.language import detect
from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor

_ROUNDS = 5
_CHARACTERS = 60_000
Read = Callable[[str, str], object]


def measure() -> dict[str, Any]:
    """Characters a second by language and kind of text; the best of five rounds."""
    annotated: dict[str, list[str]] = {}
    for path in sorted(REPORTS.rglob("*.txt")):
        text = path.read_text("utf-8")
        annotated.setdefault(detect(text) or "", []).append(text)
    found: dict[str, Any] = {
        f"{language}_annotated_reports": _speeds([_reading(language)], annotated[language])[0]
        for language in ("en", "zh")
    }
    news = shared_text("polnear")
    if news is not None:
        texts = [p.read_text("utf-8") for p in sorted((news / "dev").rglob("*.txt"))[:20]]
        found["en_news"] = _speeds([_reading("en")], texts)[0]
    russian = annotated["ru"]
    folder = shared_text("factrueval")
    if folder is not None:
        paths = [p for p in sorted(folder.glob("*.txt")) if p.name != "list.txt"]
        russian = [p.read_text("utf-8") for p in paths[:30]]
    ours, theirs = _speeds([_reading("ru"), _natasha()], russian)
    found["ru_news"], found["ru_natasha_alone"] = ours, theirs
    found["ru_to_natasha_alone"] = round(ours / theirs, 2)
    return found


def _speeds(readers: Sequence[Read], texts: Sequence[str]) -> list[int]:
    """Characters a second of each reader, turn by turn over the same texts."""
    size = sum(map(len, texts))
    repeated = list(texts) * max(1, _CHARACTERS // size)
    for read in readers:
        read(texts[0], "")
    best = [float("inf")] * len(readers)
    for turn in range(_ROUNDS):
        for number, read in enumerate(readers):
            began = time.process_time()
            for place, text in enumerate(repeated):
                # Nothing kept from the text before may help: no two are the same.
                read(f"{text}\n{turn} {place}", f"{place:064d}")
            best[number] = min(best[number], time.process_time() - began)
    total = sum(map(len, repeated))
    return [round(total / seconds) for seconds in best]


def _reading(language: str) -> Read:
    extractor = RuleExtractor()
    return lambda text, source: extractor.extract(TextToRead(source or "0" * 64, text, language))


def _natasha() -> Read:
    from natasha import Doc, NewsEmbedding, NewsNERTagger, Segmenter

    segmenter, tagger = Segmenter(), NewsNERTagger(NewsEmbedding())

    def tag(text: str, _: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_ner(tagger)
        return doc.spans

    return tag
