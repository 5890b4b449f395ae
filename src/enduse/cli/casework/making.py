"""Commands that make, fill and check a case: new, add, build, verify."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enduse.cli import extractors
from enduse.cli.output import Telling, as_json, issue_lines
from enduse.cli.workshop import all_readers, installed_lists

if TYPE_CHECKING:
    from enduse.case import Built
    from enduse.model import Issue, Source

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")]


def new(
    case: CaseFolder,
    question: Annotated[str, typer.Option(help="What the case is to answer.")] = "",
) -> None:
    """Start a case folder."""
    from enduse.case import Case

    Case.create(case, question).close()
    print(f"Started {case}. Next: enduse add {case} FILE...")


def add(
    case: CaseFolder,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files and folders.")],
    kind: Annotated[
        str, typer.Option("--as", metavar="KIND", help="A list or register; else a document.")
    ] = "document",
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    published: Annotated[str | None, typer.Option(help="Day: 2024-09-25, 2024-09, 2024.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was got.")] = None,
    reliability: Annotated[str | None, typer.Option(help="Admiralty letter, A to F.")] = None,
    json: AsJson = False,
) -> None:
    """Add files and folders to a case; the originals are copied, hashed and never changed."""
    from enduse.case import Case, Given
    from enduse.sources.registry import record_kinds

    given = Given(kind, publisher, published, None, url, reliability)
    with Case.open(case) as opened:
        added = opened.add(files, given, record_kinds())
    if json:
        as_json(
            {
                "new": [{"sha256": one.sha256, "name": one.name} for one in added.new],
                "known": [{"sha256": one.sha256, "name": one.name} for one in added.known],
                "issues": [{"where": i.where.part, "message": i.message} for i in added.issues],
            }
        )
        return
    print(f"Added {len(added.new)} files to {case}; {len(added.known)} were there already.")
    for issue in added.issues:
        print(f"  {issue.where.part}: {issue.message}")
    print(f"Next: enduse build {case}")


def build(
    case: CaseFolder,
    extractor: extractors.Name = extractors.DEFAULT,
    llm_url: extractors.Url = None,
    llm_model: extractors.Model = None,
    tagger: extractors.Tagger = None,
    json: AsJson = False,
) -> None:
    """Read, extract, group and assess; only what changed since the last time.

    Another extractor than last time reads every document again.
    """
    from dataclasses import asdict

    from enduse.case import Case
    from enduse.errors import NotAnswered

    telling = Telling()
    taking = extractors.chosen(extractor, llm_url, llm_model, tagger)
    with Case.open(case) as opened:
        built = opened.build(all_readers(), taking, installed_lists(), telling)
        telling.close()
        issues, sources = opened.issues(), opened.sources()
        counts = opened.counts()
    if json:
        as_json({"did": asdict(built), "holds": counts})
    else:
        _print_built(case, built, counts, issues, sources)
    if built.unanswered and built.unanswered == built.extracted:
        raise NotAnswered(f"{built.unanswered} documents of {case}")


def _print_built(
    case: Path,
    built: "Built",
    counts: dict[str, int],
    issues: "Sequence[Issue]",
    sources: "Sequence[Source]",
) -> None:
    if not built.changed:
        print("Nothing has changed since the last build.")
    else:
        print(
            f"Read {built.documents} documents and {built.lists} lists; took claims from "
            f"{built.extracted}; screened {built.screened} parties."
        )
    print(
        f"The case holds {counts['claims']} claims about {counts['parties']} parties, and "
        f"{counts['issues']} issues."
    )
    if built.unanswered:
        print(f"For {built.unanswered} documents the language model gave no answer: build again.")
    for line in issue_lines(issues[:5], sources):
        print(f"  {line}")
    if len(issues) > 5:
        print(f"  and {len(issues) - 5} more: enduse assess {case} --issues")


def verify(case: CaseFolder, json: AsJson = False) -> None:
    """Re-check every original, quotation and log entry; exit 4 if one does not hold."""
    from dataclasses import asdict

    from enduse.case import Case
    from enduse.errors import DoesNotHold

    telling = Telling()
    with Case.open(case) as opened:
        found = opened.verify(telling)
        telling.close()
        counts = opened.counts()
    if json:
        as_json({"holds": counts, "faults": [asdict(one) for one in found]})
    else:
        for one in found:
            print(one.sentence)
    if found:
        raise DoesNotHold(
            f"{len(found)} things in {case} do not hold.",
            hint="Restore the folder from a copy, or add the sources to a new case.",
        )
    if not json:
        print(
            f"Everything holds: {counts['sources']} originals, {counts['claims']} claims, "
            "and the whole log."
        )
