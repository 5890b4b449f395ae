"""Every figure about reading documents, by one command: `python -m bench.claims.run`.

usage: python -m bench.claims.run [--only PART ...] [--quick] [--verbose]

Writes `results.json`, one entry for each part and the machine once; parts that are not run keep
what they had. `--quick` leaves out the two that take long: training a tagger (ten minutes) and
ten thousand reports through the command line (ten minutes). Corpora are looked for in a `shared`
folder beside the checkout; they are measured with and never shipped, and a part without its
corpus says so. How each is scored stands in `bench/text/README.md`.
"""

import argparse
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from bench.claims import agreement, annotated, scale, speed
from bench.machine import machine
from bench.spans import shared_text
from bench.text import factrueval, measeval, msra, polnear, storyweb

RESULTS = Path(__file__).with_name("results.json")
_LONG = ("polnear_trained", "scale")


def parts(verbose: bool = False) -> dict[str, Callable[[], Any]]:
    """What is measured, by name; those on a corpus get its folder."""
    return {
        "annotated": lambda: annotated.measure(verbose),
        "two_annotators": agreement.measure,
        "speed": speed.measure,
        "polnear_rules": _on("polnear", polnear.rules),
        "polnear_trained": _on("polnear", polnear.trained),
        "measeval_trial_quantities": _on("measeval", measeval.score),
        "factrueval_half": _on("factrueval", factrueval.score),
        "msra_half": _on("msra", msra.score),
        "storyweb_training_part": _on("storyweb", storyweb.score),
        "scale": lambda: scale.measure(10_000),
    }


def _on(corpus: str, measure: Callable[[Path], Any]) -> Callable[[], Any]:
    def run() -> Any:
        folder = shared_text(corpus)
        return "its corpus is not here" if folder is None else measure(folder)

    return run


def main() -> None:
    """Run the parts and write what they found."""
    known = parts()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=list(known), metavar="PART")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    results["machine"] = machine()
    for name, measure in parts(given.verbose).items():
        if name in (given.only or known) and not (given.quick and name in _LONG):
            print(f"{name} ...", flush=True)
            results[name] = measure()
            RESULTS.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
            print(json.dumps(results[name], indent=1))


if __name__ == "__main__":
    main()
