"""The record of the desk handed over: runs, judgements and the chained log, as JSON lines.

A reader needs nothing else to check it: the log's chain holds in itself, each run's lines give
the digest that the log remembers, each judgement stands in the log word for word.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import orjson

import enduse
from enduse.case.desk.desk import Desk
from enduse.case.desk.lines import Line, digest_of, lines_of_run
from enduse.errors import BadInput
from enduse.model import HitJudgement, Verdict
from enduse.store import log
from enduse.store.desk.judgements import judgement_body, judgements
from enduse.store.desk.runs import run_of, runs
from enduse.store.log import LogEntry

FORMAT = 1


@dataclass(slots=True)
class RecordedRun:
    """One run of an export.

    Attributes:
        line: The run.
        questions: Its questions.
    """

    line: Line
    questions: list[Line] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Of the run."""
        return int(self.line["run"])


@dataclass(slots=True)
class Export:
    """What an export says, and what in it does not hold.

    Attributes:
        head: Hash of the newest log entry when it was written.
        runs: By their numbers.
        judgements: Oldest first.
        log: Oldest first.
    """

    head: str
    runs: list[RecordedRun] = field(default_factory=list)
    judgements: list[HitJudgement] = field(default_factory=list)
    log: list[LogEntry] = field(default_factory=list)


def export_lines(desk: Desk, since: str = "", only: int | None = None) -> Iterator[Line]:
    """Everything recorded, the log and all judgements always whole.

    Args:
        desk: The record.
        since: ISO day; older runs are left out.
        only: Only this run.

    Raises:
        BadInput: There is no such run.
    """
    with desk.reading() as connection:
        newest = log.last(connection)
        yield {
            "kind": "audit", "format": FORMAT, "tool": enduse.__version__, "at": log.now(),
            "head": newest.hash if newest else "",
        }  # fmt: skip
        wanted = runs(connection, since)
        if only is not None:
            one = run_of(connection, only)
            if one is None:
                raise BadInput(f"There is no run {only}.", hint="Leave out --run for all.")
            wanted = [one]
        for run in wanted:
            yield from lines_of_run(connection, run)
        for made in judgements(connection):
            yield {"kind": "judgement", **judgement_body(made)}
        for entry in log.entries(connection):
            # What happened is "what" here, for "kind" tells the lines apart.
            told = asdict(entry)
            yield {"kind": "log", "what": told.pop("kind"), **told}


def read_export(lines: Iterable[bytes]) -> Export:
    """Read an export back.

    Raises:
        BadInput: It is no export, or one of a later format.
    """
    found: Export | None = None
    for number, raw in enumerate(lines, start=1):
        try:
            line = orjson.loads(raw)
            if found is None:
                found = _begun(line)
            else:
                _take(found, line)
        except (ValueError, KeyError, TypeError) as error:
            raise BadInput(
                f"Line {number} is no line of an audit export.",
                hint="Write one with: enduse audit export --out F.jsonl",
            ) from error
    if found is None:
        raise BadInput("The export is empty.", hint="Write one: enduse audit export --out F.jsonl")
    return found


def _begun(line: Mapping[str, Any]) -> Export:
    if line["kind"] != "audit":
        raise ValueError(line["kind"])
    if line["format"] > FORMAT:
        raise BadInput(
            f"The export has format {line['format']}; this enduse reads up to {FORMAT}.",
            hint="Install the newer enduse that wrote it.",
        )
    return Export(str(line["head"]))


def _take(found: Export, line: Line) -> None:
    match line["kind"]:
        case "run":
            found.runs.append(RecordedRun(line))
        case "question":
            found.runs[-1].questions.append(line)
        case "judgement":
            told = {k: v for k, v in line.items() if k != "kind"}
            told |= {"ids": tuple(told["ids"]), "verdict": Verdict(told["verdict"])}
            found.judgements.append(HitJudgement(**told))
        case "log":
            told = {k: v for k, v in line.items() if k not in ("kind", "what")}
            found.log.append(LogEntry(kind=line["what"], **told))
        case other:
            raise ValueError(other)


def faults_of(found: Export) -> Iterator[str]:
    """Say what in an export does not hold in itself; nothing where it is as it was written."""
    yield from log.broken_chain(found.log, found.head or None)
    digests: dict[int, str] = {}
    judged: dict[int, Any] = {}
    for entry in found.log:
        body = orjson.loads(entry.body)
        if entry.kind == "screened":
            digests[body["run"]] = body["digest"]
        elif entry.kind == "judged":
            judged[body["seq"]] = body
    for run in found.runs:
        if digests.get(run.number) != digest_of([run.line, *run.questions]):
            yield f"Run {run.number} is not as the log remembers it."
    for made in found.judgements:
        if judged.pop(made.seq, None) != judgement_body(made):
            yield f"Judgement {made.seq} is not as the log remembers it."
    for seq in judged:
        yield f"Judgement {seq} is missing."
