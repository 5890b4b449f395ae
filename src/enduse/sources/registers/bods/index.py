"""The first look at a BODS file: which statements stand, and which ids mean the same record."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from enduse.sources.json_split import Piece


@dataclass(slots=True)
class Index:
    """What must be known of all statements before the first can be read.

    Attributes:
        standing: Record id to the number of the piece that says how the record stands now.
        subjects: Ids of records in which somebody has an interest.
        root: Statement id (before 0.4) to the id of the first statement of its series.
        again: Numbers of the pieces whose statement id came before.
    """

    standing: dict[str, int] = field(default_factory=dict)
    subjects: set[str] = field(default_factory=set)
    root: dict[str, str] = field(default_factory=dict)
    again: set[int] = field(default_factory=set)
    _statements: set[str] = field(default_factory=set)
    _days: dict[str, str] = field(default_factory=dict)

    def record(self, statement_or_record: str) -> str:
        """The id under which a record is known, whichever of its statements is named."""
        seen = {statement_or_record}
        at = statement_or_record
        while (before := self.root.get(at)) is not None and before not in seen:
            seen.add(before)
            at = before
        return at

    def note(self, number: int, statement: dict[str, Any]) -> None:
        """Take one statement into account; of two of one record the later day stands."""
        own = _text(statement.get("recordId"))
        said = _text(statement.get("statementID") or statement.get("statementId"))
        if said in self._statements:
            self.again.add(number)
        elif said:
            self._statements.add(said)
        if not own:
            own = said
            replaced = statement.get("replacesStatements")
            if own and isinstance(replaced, list) and replaced:
                self.root[own] = _text(replaced[0])
            own = self.record(own)
        day = _text(statement.get("statementDate"))
        if own and day >= self._days.get(own, ""):
            self.standing[own], self._days[own] = number, day
        details = statement.get("recordDetails", statement)
        if isinstance(details, dict):
            subject = details.get("subject")
            if isinstance(subject, dict):
                subject = subject.get("describedByEntityStatement")
            if isinstance(subject, str):
                self.subjects.add(subject)


def _text(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)  # against the standard, but there
    return value if isinstance(value, str) else ""


def indexed(pieces: Iterable[Piece]) -> Index:
    """Read a file once for its ids alone; what is no JSON is left to the second reading."""
    index = Index()
    for piece in pieces:
        if piece.fault:
            continue
        try:
            statement = orjson.loads(piece.text)
        except orjson.JSONDecodeError:
            continue
        index.note(piece.number, statement)
    index.subjects = {index.record(subject) for subject in index.subjects}
    return index
