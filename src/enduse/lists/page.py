"""The page of the docs that lists every reader, from what each says of itself."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from enduse.sources.registry import REGISTERS, WATCHLISTS, names
from enduse.sources.source_info import SourceInfo, source_info

Counts = Mapping[str, Mapping[str, Mapping[str, int]]]
"""By reader, by file: how many entities of each schema came out, and how many issues."""

_HEAD = """# Readers

Every list and register that `enduse` reads. A reader is named in `enduse add --as KIND`,
`enduse lists read KIND` and `enduse lists install KIND`; readers of other packages come in
through the same entry points. This page is written by `enduse lists page`.
"""


def readers_page(counts: Counts | None = None) -> str:
    """Write the page, in Markdown, with one entry for every reader that is installed.

    Args:
        counts: What came out of known files, if it was measured.
    """
    parts = [_HEAD]
    for title, group in (("Watchlists", WATCHLISTS), ("Registers", REGISTERS)):
        parts.append(f"## {title}\n")
        parts.extend(
            entry(source_info(kind), (counts or {}).get(kind, {})) for kind in names(group)
        )
    return "\n".join(parts)


def entry(info: SourceInfo, counts: Mapping[str, Mapping[str, int]]) -> str:
    """The entry of one reader."""
    rows = [
        ("Publisher", info.publisher),
        ("Licence", info.licence),
        ("Page", info.url),
        ("Means", info.measure),
        ("Rhythm", f"out of date after {info.rhythm_days} days" if info.rhythm_days else ""),
        ("Fetched from", "<br>".join(info.addresses.values())),
        ("A whole version has", _least(info)),
    ]
    lines = [f"### {info.name}", "", f"{info.title}.", "", "| | |", "|---|---|"]
    lines += [f"| {name} | {_cell(value)} |" for name, value in rows if value]
    if info.keeps:
        lines += ["", f"Keeps: {info.keeps}"]
    if counts:
        lines += ["", "| File | What came out |", "|---|---|"]
        lines += [f"| {_cell(file)} | {_counted(found)} |" for file, found in counts.items()]
    return "\n".join([*lines, ""])


def _least(info: SourceInfo) -> str:
    least = [f"at least {count:,} {schema}" for schema, count in info.assertions.items()]
    rates = [
        f"{rate:.0%} of {schema} with {prop}"
        for schema, props in info.fill_rates.items()
        for prop, rate in props.items()
    ]
    return ", ".join(least + rates)


def _counted(found: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in found.items())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def read_counts(path: Path) -> Counts:
    """Read measured counts from a JSON file."""
    found: Counts = json.loads(path.read_text("utf-8"))["counts"]
    return found


if __name__ == "__main__":
    sys.stdout.write(readers_page(read_counts(Path(sys.argv[1])) if sys.argv[1:] else None))
