"""Count what comes out of every known file: `python -m bench.lists.counts`, for docs/readers.md.

Then: `enduse lists page --counts bench/lists/counts.json --out docs/readers.md`.
"""

import hashlib
import json
from collections import Counter
from pathlib import Path

from enduse.model import Issue
from enduse.sources.protocols import StoredFile
from enduse.sources.registry import record_kinds, record_reader
from tests.shared import SHARED

OUT = Path(__file__).with_name("counts.json")
_ROOT = Path(__file__).parents[2]
_LISTS, _REGISTERS = "data/lists", "data/registers"
FILES: dict[str, dict[str, str]] = {
    "us_ofac_sdn": {
        "SDN CSV set of 2021-07-07": f"{_LISTS}/us_ofac/sdn_2021-07-07",
    },
    "us_ofac_cons": {
        "consolidated CSV set of December 2025": f"{_LISTS}/us_ofac/consolidated_2025-12"
    },
    "us_csl": {
        "28 columns, 2019": f"{_LISTS}/us_csl/csl_2019_28col.csv",
        "29 columns, sample of 2023": f"{_LISTS}/us_csl/csl_2023_29col_sample.csv",
    },
    "us_bis_dpl": {"2021": f"{_LISTS}/us_csl/dpl_2021.txt"},
    "eu_journal": {
        "consolidated acts with amendments to July 2026": f"{_LISTS}/eu/official_journal"
    },
    "eu_fsf": {"XML 1.1 sample": f"{_LISTS}/eu/fsf_fixtures"},
    "un_sc": {"2026-02-27": f"{_LISTS}/un/UN_consolidated_2026-02-27.xml"},
    "uk_sl": {
        "8 columns, 2025-08-11": f"{_LISTS}/uk/FCDO_SL_2025-08-11_from_ods.csv",
        "58 columns, sample of 2026": f"{_LISTS}/uk/uk_sanctions_list_2026_58col_sample.csv",
    },
    "ch_seco": {"3 targets of 2026-08-27": f"{_LISTS}/ch/seco_trimmed_2026-08-27.xml"},
    "jp_meti_ru": {"export-ban lists of September 2025": f"{_LISTS}/jp"},
    "opensanctions": {
        "entities, an Izhevsk network": f"{_LISTS}/ftm/yente_fixtures/zala/entities.ftm.json",
        "targets.simple.csv, War and Sanctions, 2026-03-13": (
            f"{_LISTS}/ua/war_sanctions_targets_simple_2026-03-13.csv"
        ),
    },
    "bods": {
        "300 statements, 0.4": f"{_REGISTERS}/bods/sample_300_statements_0.4.json",
        "19 worked examples, 0.4": f"{_REGISTERS}/bods/examples",
    },
    "gb_psc": {"one line of the snapshot": f"{_REGISTERS}/psc/psc_snapshot_sample.jsonl"},
}
OWN = "tests/sources/registers/fixtures"
OURS: dict[str, dict[str, str]] = {
    "gb_psc": {"made-up lines in the published shape": f"{OWN}/gb_psc.jsonl"},
    "gleif": {
        "made-up level 1, CSV": f"{OWN}/gleif/lei2.csv",
        "made-up level 1, XML": f"{OWN}/gleif/lei2.xml",
        "made-up level 2, CSV": f"{OWN}/gleif/rr.csv",
        "made-up level 2, XML": f"{OWN}/gleif/rr.xml",
    },
    "icij_offshore": {"made-up rows in the published columns": f"{OWN}/icij"},
    "plain_register": {"made-up tables": f"{OWN}/plain"},
}


def counted(kind: str, path: Path) -> dict[str, int]:
    """How many entities of each schema, and how many issues."""
    inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    files = [StoredFile(_hash(one), one.name, one) for one in inside if one.suffix != ".md"]
    ids: dict[str, set[str]] = {}
    issues = 0
    for one in record_reader(kind).read(files):
        if isinstance(one, Issue):
            issues += 1
        else:
            ids.setdefault(one.schema, set()).add(one.entity_id)
    found = Counter({schema: len(known) for schema, known in ids.items()})
    return {**dict(found.most_common()), "issues": issues}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    assert SHARED is not None, "the shared data folder is not here"
    counts: dict[str, dict[str, dict[str, int]]] = {}
    for kind in record_kinds():
        for root, table in ((SHARED, FILES), (_ROOT, OURS)):
            for label, place in table.get(kind, {}).items():
                counts.setdefault(kind, {})[label] = counted(kind, root / place)
                print(kind, label, counts[kind][label])
    OUT.write_text(json.dumps({"counts": counts}, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
