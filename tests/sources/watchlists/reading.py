"""Read a fixture or a shared file with a reader, and look at what came out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from enduse.model import Issue, Statement
from enduse.sources.decoding import decoded
from enduse.sources.protocols import StoredFile
from enduse.sources.registry import record_reader

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Read:
    statements: Sequence[Statement]
    issues: Sequence[Issue]

    def values(self, entity: str, prop: str) -> list[str]:
        return [s.value for s in self.statements if s.entity_id == entity and s.prop == prop]

    def ids(self, *schemata: str) -> set[str]:
        return {s.entity_id for s in self.statements if s.schema in schemata}

    def of(self, prop: str) -> list[Statement]:
        return [s for s in self.statements if s.prop == prop]

    def about(self, text: str) -> list[Issue]:
        return [issue for issue in self.issues if text in issue.message]


def stored(path: Path) -> StoredFile:
    return StoredFile(hashlib.sha256(path.read_bytes()).hexdigest(), path.name, path)


@cache
def read(kind: str, *paths: Path) -> Read:
    """Everything a reader says of files; every quotation is found again first."""
    files = [stored(path) for path in paths]
    out = list(record_reader(kind).read(files))
    made = Read(
        [one for one in out if isinstance(one, Statement)],
        [one for one in out if isinstance(one, Issue)],
    )
    texts = {file.sha256: decoded(file.path.read_bytes())[0] for file in files}
    for statement in made.statements:
        evidence = statement.evidence
        assert evidence.quote and evidence.holds(texts[evidence.locator.source]), statement
    for issue in made.issues:
        assert 0 <= issue.where.start <= issue.where.end <= len(texts[issue.where.source])
    assert_contiguous(made.statements)
    return made


def assert_contiguous(statements: Sequence[Statement]) -> None:
    """The statements of one entity follow each other."""
    done: set[str] = set()
    last = ""
    for statement in statements:
        if statement.entity_id != last:
            assert statement.entity_id not in done, statement.entity_id
            done.add(last)
            last = statement.entity_id
