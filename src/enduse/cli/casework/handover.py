"""Commands that hand the case over: assess and dossier."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enduse.cli.casework.making import AsJson, CaseFolder
from enduse.cli.output import as_json, issue_lines

if TYPE_CHECKING:
    from enduse.case import Case


def assess(
    case: CaseFolder,
    issues: Annotated[bool, typer.Option("--issues", help="List what could not be read.")] = False,
    json: AsJson = False,
) -> None:
    """Print the findings of a case: conflicts, denials, corroboration, gaps, network, ownership."""
    from enduse.case import Case

    with Case.open(case) as opened:
        if issues:
            _print_issues(opened, json)
            return
        found = opened.assessment()
    if json:
        from enduse.dossier.jsonl import finding_json

        as_json([finding_json(one) for one in found])
        return
    for kind in dict.fromkeys(one.kind for one in found):
        print(kind.capitalize())
        for one in found:
            if one.kind == kind:
                print(f"  {one.sentence}")


def dossier(
    case: CaseFolder,
    out: Annotated[Path, typer.Option(help="X.html, .json, .docx, .ftm.jsonl, .svg, .graphml.")],
    plain_ftm: Annotated[
        bool, typer.Option("--plain-ftm", help="Leave out what FtM's stock model lacks.")
    ] = False,
) -> None:
    """Write the dossier: every sentence with the words that prove it."""
    from enduse.case import Case
    from enduse.dossier import write

    with Case.open(case) as opened:
        for line in write(opened.dossier(), out, plain_ftm=plain_ftm):
            print(line)


def _print_issues(case: "Case", json: bool) -> None:
    found = case.issues()
    if json:
        as_json(
            [
                {
                    "source": i.where.source,
                    "part": i.where.part,
                    "field": i.where.field,
                    "message": i.message,
                    "value": i.value,
                }
                for i in found
            ]
        )
        return
    for line in issue_lines(found, case.sources()):
        print(line)
