"""The command `claims`: what documents say, one JSON object a line."""

from pathlib import Path
from typing import Annotated, Any

import typer

from enduse.cli.output import as_lines
from enduse.cli.workshop import all_readers, default_extractor


def claims(
    source: Annotated[Path, typer.Argument(metavar="FILE|CASE", help="A document or a case.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False,
    published: Annotated[str | None, typer.Option(help="Day of publication of FILE.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher of FILE.")] = None,
) -> None:
    """Print the claims of a document, or of all documents of a case, with their words."""
    rows = _of_case(source) if source.is_dir() else _of_file(source, published, publisher)
    if jsonl:
        as_lines(rows)
        return
    for row in rows:
        what = (row["object"] or {}).get("text") or ""
        number = "" if row["value"] is None else f" {row['value']:g} {row['unit'] or ''}".rstrip()
        print(f"{row['subject']['text']} — {row['predicate']} — {what}{number}")
        doubt = "" if row["modality"] == "fact" else f", {row['modality']}"
        voices = "; ".join(", ".join(v["name"] for v in chain) for chain in row["attribution"])
        print(f"    “{row['quote']}”\n    {voices or 'no voice'} · {row['polarity']}{doubt}")


def _of_case(folder: Path) -> list[dict[str, Any]]:
    from enduse.case import Case
    from enduse.extract.jsonl import claim_json

    with Case.open(folder) as case:
        return [claim_json(one.claim) for one in case.said()]


def _of_file(path: Path, published: str | None, publisher: str | None) -> list[dict[str, Any]]:
    import hashlib
    import sys

    from enduse.errors import BadInput
    from enduse.extract.jsonl import claim_json
    from enduse.extract.protocol import TextToRead
    from enduse.sources.documents import read_document

    if not path.is_file():
        raise BadInput(f"There is no file {path}.", hint="Check the path.")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    readers = tuple(all_readers().documents.values())
    document = read_document(path, sha256, path.name, readers=readers)
    about = TextToRead(
        source=sha256,
        text=document.text,
        language=document.language,
        publisher=publisher or document.publisher,
        published=published or document.published,
    )
    found = default_extractor().extract(about)
    for issue in (*document.issues, *found.issues):
        print(f"issue: {issue.where.part} {issue.message}", file=sys.stderr)
    return [claim_json(one) for one in found.claims]
