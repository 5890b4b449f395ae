"""The example case: built from the files that ship with enduse, offline."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree
from typing import Any

import enduse
from enduse.case.case import Case
from enduse.case.intake import Given
from enduse.case.progress import Progress
from enduse.case.steps.reading import Readers
from enduse.dossier import Dossier, write
from enduse.dossier.files import put
from enduse.dossier.jsonl import finding_json
from enduse.errors import BadInput, EnduseError
from enduse.extract.jsonl import claim_json
from enduse.extract.protocol import Extractor
from enduse.model import Verdict

_NAME = "procurement_network"
_OURS = "case.sqlite"
_COUNTED = {
    "conflict": "{} conflicts between sources",
    "alike": "{} pairs of parties of a like name",
    "denial": "{} denials",
    "gap": "{} things not known",
}


def example_folder() -> Path:
    """Where the files of the example lie: in the package, or beside it in a checkout."""
    package = Path(enduse.__file__).parent
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / _NAME / "case.toml").is_file():
            return folder / _NAME
    raise EnduseError("The example files are missing.", hint="Install enduse again.")


def build_example(
    out: Path, readers: Readers, extractor: Extractor, progress: Progress
) -> list[str]:
    """Build the case under `out/case` and write everything an analyst takes from it.

    Returns:
        Lines for the terminal: what was found, and where it was written.

    Raises:
        BadInput: `out/case` holds something that is no case of ours.
    """
    folder = example_folder()
    plan = tomllib.loads((folder / "case.toml").read_text("utf-8"))
    with _fresh_case(out / "case", plan["question"]) as case:
        for entry in plan["document"]:
            case.add([folder / entry["file"]], _given(entry))
        for entry in plan["list"]:
            files = [folder / one for one in entry["files"]]
            case.add(files, _given(entry, entry["kind"]), readers.records)
        case.build(readers, extractor, progress=progress)
        _judge(case, plan.get("same", ()))
        case.build(readers, extractor, progress=progress)
        dossier = case.dossier()
        claims = [claim_json(one.claim) for one in case.said()]
        findings = [finding_json(one) for one in case.findings()]
    written = [
        *write(dossier, out / "dossier.html"),
        _lines(out / "claims.jsonl", claims),
        _lines(out / "findings.jsonl", findings),
        *write(dossier, out / "entities.ftm.jsonl"),
    ]
    put(out / "network.svg", dossier.network_svg)
    return [*summary(dossier, len(claims)), "", *written, f"Wrote {out / 'network.svg'}."]


def _fresh_case(folder: Path, question: str) -> Case:
    if (folder / _OURS).is_file():
        rmtree(folder)
    elif folder.exists():
        raise BadInput(f"{folder} is in use.", hint="Choose another place with --out.")
    return Case.create(folder, question, reviewer="the example")


def _judge(case: Case, same: Iterable[dict[str, str]]) -> None:
    """Make the judgements of the example, where the documents named both parties."""
    named = {one.name: one.id for one in case.parties()}
    for pair in same:
        left, right = named.get(pair["one"]), named.get(pair.get("other", ""), pair.get("entry"))
        if left and right and left != right:
            case.judge(left, right, Verdict.POSITIVE, pair["reason"])


def _given(entry: dict[str, Any], kind: str = "document") -> Given:
    said = {k: entry.get(k) for k in ("publisher", "published", "title", "url", "reliability")}
    return Given(kind=kind, **said)


def _lines(path: Path, rows: Iterable[dict[str, Any]]) -> str:
    import orjson

    packed = [orjson.dumps(row) for row in rows]
    put(path, b"".join(one + b"\n" for one in packed))
    return f"Wrote {path}: {len(packed)} lines."


def summary(dossier: Dossier, claims: int) -> list[str]:
    """What the case found, in words for the terminal."""
    lines = [
        dossier.question,
        "",
        f"{len(dossier.documents)} documents say {claims} things about "
        f"{len(dossier.parties)} parties; {len(dossier.lists)} lists were read.",
    ]
    for page in dossier.parties:
        proposed = [one for one in page.entries if one.proposed]
        if proposed:
            entries = ", ".join(f"{e.hit.datasets[0]} {e.number} {e.hit.name}" for e in proposed)
            lines.append(f"  {page.name}: {entries}")
    apart = {
        f"{e.number} {e.hit.name}" for p in dossier.parties for e in p.entries if not e.proposed
    }
    if apart:
        lines.append(f"  of a like name only, kept apart: {'; '.join(sorted(apart))}")
    for kind in ("conflict", "alike", "denial", "gap"):
        found = dossier.findings(kind)
        if found:
            lines.append(f"{_COUNTED[kind].format(len(found))}, the first: {found[0].sentence}")
    return lines
