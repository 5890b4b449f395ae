"""Rows of the desk's file as the rest of the house takes them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run of screening.

    Attributes:
        id: Number of the run.
        at: When it was begun, UTC, ISO 8601 with seconds.
        kind: "desk", "batch", or "again" after an update of lists.
        tool: Version of enduse.
        engine: Fingerprint of the code and tables that score.
        threshold: Least score, 0 to 1.
        limit: At most so many hits a party.
        given: What stood after --list; None for all installed lists.
        lists: The lists, each with name, version, day and hashes, as JSON.
        source: Path of the batch file; None at the desk.
        source_sha256: Of the batch file.
        out: Path of the batch's answers; known while it is under way.
        again: Number of the run that was repeated; None for a first one.
        judged: Number of the newest judgement that was known.
        day: ISO day by which judgements were taken to hold.
        stamp: What a broken-off run must agree with to be gone on with.
        rows: Rows asked.
        with_hits: Rows with hits that nobody set aside.
        suppressed: Rows with hits that somebody set aside.
        issues: Rows with issues.
        finished: It came to its end.
    """

    id: int
    at: str
    kind: str
    tool: str
    engine: str
    threshold: float
    limit: int
    given: str | None
    lists: str
    source: str | None
    source_sha256: str | None
    out: str | None
    again: int | None
    judged: int
    day: str
    stamp: str
    rows: int = 0
    with_hits: int = 0
    suppressed: int = 0
    issues: int = 0
    finished: bool = False


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One party as asked about in a run, however many rows asked it.

    Attributes:
        id: Number.
        run: Of which run.
        asked: Fingerprint of the party.
        party: The party as JSON.
    """

    id: int
    run: int
    asked: str
    party: str


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit as it was found; what was judged about it stands elsewhere.

    Attributes:
        id: Number by which a reviewer names it.
        question: Which party.
        entity: Id of the listed entity.
        listed: Its fingerprint.
        score: 0 to 1.
        name: The listed name that agreed best.
        schema: FtM schema.
        datasets: Lists it stands on, one a line.
        why: The explanation in a sentence.
    """

    id: int
    question: int
    entity: str
    listed: str
    score: float
    name: str
    schema: str
    datasets: str
    why: str


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One row that asked a question: its place in the file and the caller's key."""

    question: int
    number: int
    party_id: str


def values(row: Any) -> tuple[Any, ...]:
    """The values of a row, in the order of its table."""
    return tuple(getattr(row, name) for name in row.__slots__)
