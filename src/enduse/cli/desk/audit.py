"""The commands `audit`: hand the record over, replay it to the same answer, check it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer

from enduse.cli.output import Telling, as_json, counted, table
from enduse.cli.settings import Settings
from enduse.errors import BadInput, DoesNotHold, NotReady

if TYPE_CHECKING:
    from enduse.case.desk.audit import Export, RecordedRun
    from enduse.case.desk.replay import Replayed, RowAnswer
    from enduse.screening import ScreeningIndex
    from enduse.screening.memory.judged import Memory

audit_app = typer.Typer(help="The record of what was screened: export, replay, check.")
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of words.")]
_SHOWN = 5


@audit_app.command()
def export(
    out: Annotated[Path, typer.Option(help="F.jsonl.")],
    since: Annotated[str, typer.Option(help="Only runs since this day, 2026-11-23.")] = "",
    run: Annotated[int | None, typer.Option(help="Only this run.")] = None,
    json: AsJson = False,
) -> None:
    """Write runs, judgements and the log to a file that a second person can replay."""
    from enduse.case.desk import Desk
    from enduse.case.desk.audit import export_lines

    home = _recorded()
    counts = dict.fromkeys(("run", "question", "judgement", "log"), 0)
    fresh = out.with_name(out.name + ".new")
    with Desk(home) as desk, fresh.open("wb") as file:
        for line in export_lines(desk, since, run):
            counts[line["kind"]] = counts.get(line["kind"], 0) + 1
            file.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
    fresh.replace(out)
    if json:
        as_json({"out": str(out), **{f"{kind}s": counts[kind] for kind in counts}})
        return
    told = f"{counted(counts['run'], 'run')}, {counted(counts['judgement'], 'judgement')}"
    print(f"Wrote {told}, and the log of {counts['log']:,} entries: {out}")
    print(f"Next: enduse audit replay {out}")


@audit_app.command()
def replay(
    file: Annotated[Path, typer.Argument(metavar="F.jsonl", help="An audit export.")],
    lists: Annotated[
        list[Path] | None, typer.Option("--list", help="A file of listed entities it names.")
    ] = None,
    inputs: Annotated[
        list[Path] | None, typer.Option("--input", help="A batch file it names.")
    ] = None,
    any_version: Annotated[
        bool, typer.Option("--any-version", help="Also what another version of enduse made.")
    ] = False,
    json: AsJson = False,
) -> None:
    """Ask everything again: the same, differs and how, or cannot and why."""
    from enduse.case.desk.replay import replay as replay_run

    found = _read(file)
    faults = _faults(found)
    open_lists = _opener(Settings.read().home, tuple(lists or ()))
    answers = _Inputs(inputs or (), Settings.read().home, tuple(lists or ()))
    done = []
    for run in found.runs:
        done.append(replay_run(found, run, open_lists, answers, any_version=any_version))
    if json:
        as_json(_data(found, done, faults))
    else:
        _show(found, done, faults)
    if faults or any(one.verdict == "differs" for one in done):
        raise DoesNotHold(f"{file} does not replay to the same answers.", hint="See above.")
    if any(one.verdict == "cannot" for one in done):
        raise NotReady(
            f"Not all of {file} could be replayed.", hint="What is missing stands above."
        )


@audit_app.command()
def check(json: AsJson = False) -> None:
    """Check the record on this machine: its log, and every run and judgement against it."""
    from enduse.case.desk import Desk
    from enduse.case.desk.audit import export_lines, faults_of, read_export

    with Desk(_recorded()) as desk:
        found = read_export(orjson.dumps(line) for line in export_lines(desk))
        found.head = desk.head() or found.head
    faults = list(faults_of(found))
    if json:
        as_json({"runs": len(found.runs), "judgements": len(found.judgements), "faults": faults})
    else:
        for fault in faults:
            print(fault)
    if faults:
        raise DoesNotHold(
            f"{len(faults)} things in the record do not hold.", hint="Restore it from a copy."
        )
    if not json:
        print(
            f"Everything holds: {counted(len(found.runs), 'run')}, "
            f"{counted(len(found.judgements), 'judgement')}, and the whole log."
        )


def _recorded() -> Path:
    from enduse.case.desk import Desk

    home = Settings.read().home
    if not Desk.is_there(home):
        raise NotReady("Nothing was screened yet.", hint='Run: enduse screen "NAME"')
    return home


def _read(file: Path) -> "Export":
    from enduse.case.desk.audit import read_export

    if not file.is_file():
        raise BadInput(f"There is no file {file}.", hint="Check the path.")
    with file.open("rb") as lines:
        return read_export(lines)


def _faults(found: "Export") -> list[str]:
    from enduse.case.desk.audit import faults_of

    return list(faults_of(found))


def _opener(home: Path, files: tuple[Path, ...]) -> "Callable[[Sequence[Any]], ScreeningIndex]":
    """Opens lists; runs that used the same ones share them."""
    from enduse.cli.index.built import index_of

    known: dict[Any, ScreeningIndex] = {}

    def opened(lists: Sequence[Any]) -> "ScreeningIndex":
        key = tuple(lists)
        if key not in known:
            known.clear()
            known[key] = index_of(lists, home, files)
        return known[key]

    return opened


class _Inputs:
    """Batch files by their hashes."""

    def __init__(self, paths: Iterable[Path], home: Path, lists: tuple[Path, ...]) -> None:
        from enduse.lists.used import used_file

        for path in paths:
            if not path.is_file():
                raise BadInput(f"There is no file {path}.", hint="Check the path.")
        self._paths = {used_file(path).version: path for path in paths}
        self._home, self._lists = home, lists

    def __call__(
        self, run: "RecordedRun", index: "ScreeningIndex", memory: "Memory"
    ) -> "Iterator[RowAnswer] | None":
        path = self._paths.get(run.line["input"]["sha256"])
        return None if path is None else self._answers(path, run, index, memory)

    def _answers(
        self, path: Path, run: "RecordedRun", index: "ScreeningIndex", memory: "Memory"
    ) -> "Iterator[RowAnswer]":
        from enduse.cli.batch.answering import Answering, answered_in_chunks
        from enduse.cli.batch.rows import rows_of
        from enduse.lists.used import UsedList

        line, tell = run.line, Telling()
        used = tuple(UsedList.from_data(one) for one in line["lists"])
        asking = Answering(used, self._lists, self._home, memory, line["threshold"], line["limit"])
        for rows, answers in answered_in_chunks(asking, index, rows_of(path), 0):
            for row, answer in zip(rows, answers, strict=True):
                yield row.party, answer.as_hits(), bool(row.issue)
            tell.say(f"replayed {rows[-1].number:,} rows of run {run.number}")
        tell.close()


def _counts(done: "Sequence[Replayed]") -> dict[str, int]:
    return {v: sum(one.verdict == v for one in done) for v in ("same", "differs", "cannot")}


def _data(found: "Export", done: "Sequence[Replayed]", faults: list[str]) -> dict[str, Any]:
    entries = {"log": len(found.log), "judgements": len(found.judgements)}
    return {**_counts(done), **entries, "faults": faults, "runs": [asdict(one) for one in done]}


def _show(found: "Export", done: "Sequence[Replayed]", faults: list[str]) -> None:
    lines = {run.number: run.line for run in found.runs}
    rows = [
        (str(r["run"]), r["made"], r["at"], f"{r['rows']:,}", one.verdict)
        for one, r in ((one, lines[one.run]) for one in done)
    ]
    head, *told = table(("run", "made", "at", "rows", ""), rows)
    print(head)
    for words, one in zip(told, done, strict=True):
        print(words)
        _show_why(one, lines[one.run]["input"])
    _show_cannot(done)
    for fault in faults:
        print(f"Does not hold: {fault}")
    if not faults:
        print(f"The log holds ({len(found.log):,} entries).")
    same, differs, cannot = _counts(done).values()
    sums = f"{same:,} the same, {differs:,} different, {cannot:,} cannot be replayed"
    print(f"{counted(len(done), 'run')}: {sums}.")


def _show_why(one: "Replayed", source: dict[str, Any] | None) -> None:
    if one.verdict == "cannot":
        return
    for words in one.why[:_SHOWN]:
        print(f"     {words}")
    if len(one.why) > _SHOWN:
        print(f"     and {len(one.why) - _SHOWN:,} more (--json shows all)")
    if one.left_out and source:
        told = f"{one.left_out:,} rows had no hits and were not asked"
        print(f"     {told}; for these add --input {source['name']}")


def _show_cannot(done: "Sequence[Replayed]") -> None:
    """Each reason once, with its runs."""
    reasons: dict[str, list[str]] = {}
    for one in done:
        if one.verdict == "cannot":
            reasons.setdefault(one.why[0], []).append(str(one.run))
    for words, runs in reasons.items():
        few = ", ".join(runs[:12]) + (f" and {len(runs) - 12:,} more" if len(runs) > 12 else "")
        print(f"Run {few} cannot: {words}" if len(runs) == 1 else f"Runs {few} cannot: {words}")
