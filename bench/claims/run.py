"""Scores the rules on annotated reports and measures their speed: `python -m bench.claims.run`.

The reports in `reports/` were open while the rules were written, those in `reports/aside/`
were annotated before and not looked at, those in `reports/aside2/` were written later and
scored once, after the rules were changed. Two English reports of the second group,
`customs_investigation` and `sanctions_alert`, were scored once, then opened to learn from, and
now stand among the open ones. Where the shared data folder is found, the annotated
first part of its article is scored too.
"""

import hashlib
import json
import os
import platform
import sys
import time
from pathlib import Path
from typing import Any

from bench.claims.score import Tally, score
from enduse.extract.jsonl import claim_json
from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor

HERE = Path(__file__).parent


def main() -> None:
    results: dict[str, Any] = {"machine": _machine(), "reports": {}}
    reports = HERE / "reports"
    halves = ("open", reports), ("aside", reports / "aside"), ("blind", reports / "aside2")
    for half, folder in halves:
        whole = Tally()
        for gold in sorted(folder.glob("*.json")):
            tally = _one(gold.with_suffix(".txt"), gold)
            results["reports"][f"{half}/{gold.stem}"] = tally.report()
            whole.add(tally)
            if half == "open" and "--verbose" in sys.argv:
                print(gold.stem, "missed:", *tally.missed, "extra:", *tally.extra, sep="\n  ")
        results[half] = whole.report()
    shared = _shared()
    if shared is not None:
        article = shared / "data" / "seed_article.txt"
        gold = shared / "cases" / "seed_claims_first_part.json"
        results["article_first_part"] = _one(article, gold).report()
    results["speed"] = _speed()
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(json.dumps({k: v for k, v in results.items() if k != "reports"}, indent=1))


def _one(path: Path, gold: Path) -> Tally:
    text = path.read_text("utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    claims = RuleExtractor().extract(TextToRead(digest, text)).claims
    rows = json.loads(gold.read_text("utf-8"))["claims"]
    return score(text, rows, [claim_json(c) for c in claims])


def _speed() -> dict[str, int]:
    """Characters a second on one core, the English reports repeated as separate documents."""
    texts = [p.read_text("utf-8") for p in sorted((HERE / "reports").rglob("*.txt"))]
    texts = [t for t in texts if t.isascii() or sum(c < "\u0250" for c in t) > len(t) * 0.9]
    extractor = RuleExtractor()
    for text in texts:
        extractor.extract(TextToRead("0" * 64, text, "en"))
    began, done = time.process_time(), 0
    while time.process_time() - began < 3:
        for i, text in enumerate(texts):
            extractor.extract(TextToRead(f"{i:064d}", f"{text}\n{done}", "en"))
            done += len(text)
    return {"english_characters_per_second": round(done / (time.process_time() - began))}


def _shared() -> Path | None:
    for parent in HERE.resolve().parents:
        if (parent / "shared" / "data").is_dir():
            return parent / "shared"
    return None


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "cpu": platform.processor() or platform.machine(),
    }


if __name__ == "__main__":
    main()
