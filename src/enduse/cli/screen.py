"""The command `screen`: a name at the desk, or a file of parties by the million."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli.output import Telling, as_json
from enduse.cli.settings import Settings
from enduse.errors import BadInput

if TYPE_CHECKING:
    from enduse.model import Hit

# Bytes; so few rows are answered sooner than kernels are compiled.
_SMALL_BATCH = 8_000


def screen(
    name: Annotated[str | None, typer.Argument(help="Name of the party, any script.")] = None,
    schema: Annotated[str | None, typer.Option(help="Person, Organization, Vessel...")] = None,
    birth_date: Annotated[str | None, typer.Option(help="1965, 1965-04 or 1965-04-29.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO code; several with commas.")] = None,
    identifier: Annotated[str | None, typer.Option(help="Tax, registration, passport no.")] = None,
    address: Annotated[str | None, typer.Option(help="As written.")] = None,
    batch: Annotated[Path | None, typer.Option(help="CSV, JSON lines or Parquet.")] = None,
    out: Annotated[Path | None, typer.Option(help="Answers: .jsonl, .csv or .parquet.")] = None,
    given: Annotated[str | None, typer.Option("--list", help="FtM file or installed list.")] = None,
    threshold: Annotated[float | None, typer.Option(help="Least score, 0 to 1.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many hits a party.")] = 5,
    jobs: Annotated[int, typer.Option(help="Processes for a batch; 0: by size.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")] = False,
) -> None:
    """Screen a name, or a file of parties, against the installed lists or a file."""
    from enduse.screening import DEFAULT_THRESHOLD, Party

    least = DEFAULT_THRESHOLD if threshold is None else threshold
    if not 0 <= least <= 1 or limit < 1:
        raise BadInput(
            "The threshold must lie between 0 and 1 and the limit be 1 or more.",
            hint=f"Leave them out for {DEFAULT_THRESHOLD} and 5.",
        )
    if batch is not None:
        from enduse.cli.batch import Job, run

        if out is None:
            raise BadInput("A batch needs a place for its answers.", hint="Add --out OUT.jsonl.")
        _compile_first(batch)
        done = run(Job(batch, out, given, least, limit, jobs), Settings.read().home, Telling())
        print(f"{done.rows:,} rows, {done.with_hits:,} with hits, {done.issues:,} issues: {out}")
        return
    if name is None:
        raise BadInput("A name or a batch is needed.", hint='As in: enduse screen "ТСК Вектор"')
    party = Party(
        name, schema, birth_date=birth_date, country=tuple((country or "").split(",")) if country
        else (), identifiers=(identifier,) if identifier else (), address=address,
    )  # fmt: skip
    _at_the_desk(party, given, least, limit, in_json=json)


def _at_the_desk(
    party: Any, given: str | None, threshold: float, limit: int, *, in_json: bool
) -> None:
    from enduse.cli.indexes import index_for
    from enduse.screening import has_words, hit_data, screen

    if not has_words(party):
        raise BadInput(
            f"There is nothing to compare in {party.name[:40]!r}.",
            hint="Give a name with letters or digits.",
        )
    compile_in_background()
    index, versions = index_for(given, Settings.read().home)
    hits = screen(party, index, threshold, limit)
    if in_json:
        as_json({"id": party.id, "hits": [hit_data(h) for h in hits], "lists": versions})
        return
    for hit in hits:
        _print_hit(hit)
    stands = ", ".join(f"{kind} ({version[:23]})" for kind, version in versions.items())
    if not hits:
        print(f"No match at {threshold:.2f} or above in {stands}.")
    else:
        print(f"Lists: {stands}")


def _print_hit(hit: "Hit") -> None:
    print(f"{hit.score:.2f}  {hit.name}  [{hit.id}; {hit.schema}; {', '.join(hit.datasets)}]")
    print(f"      {hit.explanation.summary}")
    for words in hit.explanation.detail["would_change"]:
        print(f"      {words}")


def _compile_first(batch: Path) -> None:
    """Compile before a batch that would crawl without, and say so; a small one need not wait."""
    from enduse.matching import kept

    if kept() or not batch.is_file():
        return
    if batch.stat().st_size <= _SMALL_BATCH:
        compile_in_background()
        return
    from enduse.cli.kernels import compile_kernels

    words = "Compiling the kernels, once for this installation; it takes about a minute."
    print(words, file=sys.stderr, flush=True)
    compile_kernels()


def compile_in_background() -> None:
    """Start compiling the kernels beside us if that was never done; nobody waits for it."""
    from enduse.matching import kept

    if kept():
        return
    subprocess.Popen(
        [sys.executable, "-m", "enduse.cli.kernels"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_nicely if os.name == "posix" else None,
    )


def _nicely() -> None:
    os.nice(10)
