"""The command `screen`: a name at the desk, or a file of parties by the million."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli.output import Telling, as_json, counted
from enduse.cli.settings import Settings
from enduse.errors import BadInput

if TYPE_CHECKING:
    from enduse.lists.used import UsedList
    from enduse.model import Hit
    from enduse.screening.memory.judged import Sifted, Standing


def screen(
    name: Annotated[str | None, typer.Argument(help="Name of the party, any script.")] = None,
    schema: Annotated[str | None, typer.Option(help="Person, Organization, Vessel...")] = None,
    birth_date: Annotated[str | None, typer.Option(help="1965, 1965-04 or 1965-04-29.")] = None,
    country: Annotated[str | None, typer.Option(help="ISO code; several with commas.")] = None,
    identifier: Annotated[str | None, typer.Option(help="Tax, registration, passport no.")] = None,
    address: Annotated[str | None, typer.Option(help="As written.")] = None,
    party_id: Annotated[str, typer.Option("--id", help="Your own key of the party.")] = "",
    batch: Annotated[Path | None, typer.Option(help="CSV, JSON lines or Parquet.")] = None,
    out: Annotated[Path | None, typer.Option(help="Answers: .jsonl, .csv or .parquet.")] = None,
    given: Annotated[str | None, typer.Option("--list", help="FtM file or installed list.")] = None,
    threshold: Annotated[float | None, typer.Option(help="Least score, 0 to 1.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many hits a party.")] = 5,
    jobs: Annotated[int, typer.Option(help="Processes for a batch; 0: by size.")] = 0,
    record: Annotated[
        bool, typer.Option("--record/--no-record", help="Write the run down, and use judgements.")
    ] = True,
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
        from enduse.cli.batch.job import Job

        if out is None:
            raise BadInput("A batch needs a place for its answers.", hint="Add --out OUT.jsonl.")
        _batch(Job(batch, out, given, least, limit, jobs), record=record, in_json=json)
        return
    if name is None:
        raise BadInput("A name or a batch is needed.", hint='As in: enduse screen "ТСК Вектор"')
    party = Party(
        name, schema, birth_date=birth_date, country=_several(country),
        identifiers=(identifier,) if identifier else (), address=address, id=party_id,
    )  # fmt: skip
    _at_the_desk(_Question(party, given, least, limit), record=record, in_json=json)


# One question to so few names is answered before compiled kernels are even loaded.
_FEW_NAMES = 150_000


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked at the desk."""

    party: Any
    given: str | None
    threshold: float
    limit: int


def _several(country: str | None) -> tuple[str, ...]:
    return tuple(one.strip() for one in (country or "").split(",") if one.strip())


def _batch(job: Any, *, record: bool, in_json: bool) -> None:
    from contextlib import nullcontext

    from enduse.case.desk import Desk
    from enduse.cli.batch.job import run

    compile_in_background()
    home = Settings.read().home
    with Desk(home) if record else nullcontext() as desk:
        done = run(job, home, Telling(), desk)
    if in_json:
        as_json(
            {
                "rows": done.rows, "with_hits": done.with_hits, "suppressed": done.suppressed,
                "issues": done.issues, "out": str(job.out), "run": done.run,
                "lists": {one.name: one.version for one in done.lists},
            }
        )  # fmt: skip
        return
    told = counted(done.rows, "row"), counted(done.issues, "issue")
    print(f"{told[0]}, {done.with_hits:,} with hits, {told[1]}: {job.out}")
    if done.suppressed:
        print(f"Hits of {counted(done.suppressed, 'row')} are suppressed: judged different before.")
    print(f"Lists: {_words(done.lists)}")
    if done.run is not None:
        print(_recorded(done.run, bool(done.with_hits)))


def _at_the_desk(question: _Question, *, record: bool, in_json: bool) -> None:
    from enduse.cli.index.built import index_for
    from enduse.screening import has_words
    from enduse.screening.memory.asking import hits_to_sift
    from enduse.screening.memory.judged import Memory

    if not has_words(question.party):
        raise BadInput(
            f"There is nothing to compare in {question.party.name[:40]!r}.",
            hint="Give a name with letters or digits.",
        )
    compile_in_background()
    index, used = index_for(question.given, Settings.read().home)
    if len(index.names) <= _FEW_NAMES:
        index.names.stay_uncompiled()
    terms = question.threshold, question.limit
    hits = hits_to_sift([question.party], index, Memory(), *terms)[0]
    if not hits and not in_json:
        # The answer first: opening the record takes longer than finding it.
        least = f"{question.threshold:.2f}"
        print(f"No match at {least} or above in {_words(used)}, at {_now()}.", flush=True)
    sifted, run, numbers = Memory().sift("", "", hits, question.limit), None, dict[str, int]()
    if record:
        sifted, run, numbers = _recorded_answer(question, index, used, hits)
    if in_json:
        _print_json(question, used, sifted, run, numbers)
    elif hits:
        _print_hits(sifted, numbers, used)
        if run is not None:
            print(_recorded(run, bool(sifted.open)))


def _recorded_answer(
    question: _Question, index: Any, used: "tuple[UsedList, ...]", hits: "list[Hit]"
) -> "tuple[Sifted, int, dict[str, int]]":
    """Sift hits by what was judged before, and write the run down."""
    from enduse.case.desk import Answered, Desk, Terms
    from enduse.screening.fingerprints import print_of_party
    from enduse.screening.memory.asking import hits_to_sift

    party, given = question.party, question.given
    with Desk(Settings.read().home) as desk:
        memory, asked = desk.memory(), print_of_party(party)
        if memory.spare(asked) and hits:
            hits = hits_to_sift([party], index, memory, question.threshold, question.limit)[0]
        sifted = memory.sift(asked, party.id, hits, question.limit)
        answered = Answered(1, party, lambda: hits, len(sifted.open), len(sifted.suppressed), 1)
        place = str(Path(given).resolve()) if given and Path(given).is_file() else given
        terms = Terms("desk", question.threshold, question.limit, place, used)
        run, numbers = desk.record(terms, memory, [answered])
    return sifted, run, {hit.id: number for hit, number in zip(hits, numbers[0], strict=True)}


def _print_json(
    question: _Question, used: "tuple[UsedList, ...]", sifted: "Sifted", run: int | None,
    numbers: dict[str, int],
) -> None:  # fmt: skip
    from enduse.screening.memory.asking import sifted_data

    told = sifted_data(sifted)
    for hit in (*told["hits"], *told.get("suppressed", [])):
        hit["hit"] = numbers.get(hit["id"])
    lists = {one.name: one.version for one in used}
    asked = {"lists": lists, "threshold": question.threshold, "at": _now(), "run": run}
    as_json({"id": question.party.id, **told, **asked})


def _print_hits(sifted: "Sifted", numbers: dict[str, int], used: "tuple[UsedList, ...]") -> None:
    for hit, standing in (*sifted.open, *sifted.suppressed):
        label = f"  hit {numbers[hit.id]}" if hit.id in numbers else ""
        if standing is not None and standing.suppresses:
            print(f"----  {hit.name}  [{hit.id}]{label}\n      suppressed: {standing.words}")
        else:
            _print_hit(hit, standing, label)
    if not sifted.open:
        print("No match is left that was not judged different before.")
    print(f"Lists: {_words(used)}")


def _print_hit(hit: "Hit", standing: "Standing | None", label: str) -> None:
    told = f"{hit.id}; {hit.schema}; {', '.join(hit.datasets)}"
    print(f"{hit.score:.2f}  {hit.name}  [{told}]{label}")
    print(f"      {hit.explanation.summary}")
    if standing is not None:
        print(f"      {standing.words}")
    for words in hit.explanation.detail["would_change"]:
        print(f"      {words}")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _words(used: "tuple[UsedList, ...]") -> str:
    return ", ".join(f"{one.name} ({one.version[:23]})" for one in used)


def _recorded(run: int, has_open: bool) -> str:
    return f"Recorded as run {run}." + (" Next: enduse review" if has_open else "")


def compile_in_background() -> None:
    """Start compiling the kernels beside us if that was never done; nobody waits for it.

    Until they are there names are compared uncompiled, slower and alike.
    """
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
