"""Scores the rules on annotated reports.

The reports in `reports/` were open while the rules were written, those in `reports/aside/`
were annotated before and not looked at, those in `reports/aside2/` were written later and
scored once, after the rules were changed. Two of these, `customs_investigation` and
`sanctions_alert`, were opened after that and now stand among the open ones. Where the shared
data folder is found, the annotated first part of its article is scored too.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from bench.claims.score import Tally, score
from bench.spans import shared_text
from enduse.extract.jsonl import claim_json
from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor

REPORTS = Path(__file__).parent / "reports"
_HALVES = {"open": REPORTS, "aside": REPORTS / "aside", "blind": REPORTS / "aside2"}


def measure(verbose: bool = False) -> dict[str, Any]:
    """Each report, each half, and the article.

    Args:
        verbose: Print what was missed in open reports; of the others nothing is ever printed.
    """
    results: dict[str, Any] = {"reports": {}}
    for half, folder in _HALVES.items():
        whole = Tally()
        for gold in sorted(folder.glob("*.json")):
            tally = _one(gold.with_suffix(".txt"), gold)
            results["reports"][f"{half}/{gold.stem}"] = tally.report()
            whole.add(tally)
            if half == "open" and verbose:
                print(gold.stem, "missed:", *tally.missed, "extra:", *tally.extra, sep="\n  ")
        results[half] = whole.report()
    corpus = shared_text("polnear")
    if corpus is not None:
        shared = corpus.parents[2]
        gold = shared / "cases" / "seed_claims_first_part.json"
        results["article_first_part"] = _one(shared / "data" / "seed_article.txt", gold).report()
    return results


def _one(path: Path, gold: Path) -> Tally:
    text = path.read_text("utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    claims = RuleExtractor().extract(TextToRead(digest, text)).claims
    rows = json.loads(gold.read_text("utf-8"))["claims"]
    return score(text, rows, [claim_json(c) for c in claims])
