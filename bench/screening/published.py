"""The public list and the labelled queries the engines are measured on."""

import json
from pathlib import Path
from typing import Any

from bench.screening.score import Query
from tests.shared import SHARED


def folder() -> Path | None:
    """Where list and queries lie, or None where this machine does not have them."""
    found = SHARED / "data" / "screening" if SHARED else None
    return found if found and (found / "queries_dev.jsonl").is_file() else None


def lines(path: Path) -> list[dict[str, Any]]:
    with path.open("rb") as file:
        return [json.loads(line) for line in file]


def queries(path: Path) -> list[Query]:
    rows = lines(path)
    return [Query(r["id"], r["query"], r["schema"], r["category"], r["cluster"]) for r in rows]


def clusters(data: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads((data / "clusters.json").read_text("utf-8"))
    return found
