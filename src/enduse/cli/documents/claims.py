"""The command `claims`: what documents say, one JSON object a line."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli import extractors
from enduse.cli.output import Telling, as_lines
from enduse.cli.workshop import all_readers

if TYPE_CHECKING:
    from enduse.extract.protocol import Extractor


def claims(
    source: Annotated[Path, typer.Argument(metavar="FILE|CASE", help="A document or a case.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One JSON object a line.")] = False,
    published: Annotated[str | None, typer.Option(help="Day of publication of FILE.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Publisher of FILE.")] = None,
    extractor: extractors.Name = extractors.DEFAULT,
    llm_url: extractors.Url = None,
    llm_model: extractors.Model = None,
    tagger: extractors.Tagger = None,
) -> None:
    """Print the claims of a document, or of all documents of a case, with their words.

    What was left out, and why, goes to the output of errors, one line each.
    """
    taking = extractors.chosen(extractor, llm_url, llm_model, tagger)
    if source.is_dir():
        rows: Iterable[dict[str, Any]] = _of_case(source, taking)
    else:
        rows = _of_file(source, published, publisher, taking)
    if jsonl:
        as_lines(rows)
        return
    from enduse.model import figure, voice_in_words

    for row in rows:
        what = (row["object"] or {}).get("text") or ""
        number = (
            "" if row["value"] is None else f" {figure(row['value'])} {row['unit'] or ''}".rstrip()
        )
        print(f"{row['subject']['text']} — {row['predicate']} — {what}{number}")
        doubt = "" if row["modality"] == "fact" else f", {row['modality']}"
        chains = (map(voice_in_words, (v["name"] for v in chain)) for chain in row["attribution"])
        voices = "; ".join(map(", ".join, chains))
        print(f"    “{row['quote']}”\n    {voices or 'no voice'} · {row['polarity']}{doubt}")


def _of_case(folder: Path, taking: "Extractor") -> list[dict[str, Any]]:
    from enduse.case import Case
    from enduse.errors import BadInput
    from enduse.extract.jsonl import claim_json

    if taking.name != extractors.DEFAULT:
        raise BadInput(
            f"{folder} is a case, which holds its claims already.",
            hint=f"Take them anew: enduse build {folder} --extractor {taking.name} ...",
        )
    with Case.open(folder) as case:
        return [claim_json(one.claim) for one in case.said()]


def _of_file(
    path: Path, published: str | None, publisher: str | None, taking: "Extractor"
) -> Iterable[dict[str, Any]]:
    import hashlib
    import sys

    from enduse.errors import BadInput, NotAnswered
    from enduse.extract.jsonl import claim_json
    from enduse.extract.protocol import TextToRead
    from enduse.model import shown
    from enduse.sources.documents import read_document

    if not path.is_file():
        raise BadInput(f"There is no file {path}.", hint="Check the path.")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    readers = tuple(all_readers().documents.values())
    document = read_document(path, sha256, path.name, readers=readers)
    telling, size = Telling(), len(document.text)
    about = TextToRead(
        source=sha256,
        text=document.text,
        language=document.language,
        publisher=publisher or document.publisher,
        published=published or document.published,
        told=lambda share: telling("characters", int(share * size) - 1, size),
    )
    found = taking.extract(about)
    telling.close()
    for issue in (*document.issues, *found.issues):
        place = issue.where.part or f"characters {issue.where.start}-{issue.where.end}"
        value = f" “{issue.value}”" if issue.value else ""
        print(shown(f"issue: {place}: {issue.message}{value}"), file=sys.stderr)
    if found.is_unread:
        raise NotAnswered(path.name)
    if not found.is_complete:
        count = f"{found.answered} of {found.asked} parts of the text"
        print(
            f"The language model answered for {count}; claims of the others are missing.",
            file=sys.stderr,
        )
    return (claim_json(one) for one in found.claims)
