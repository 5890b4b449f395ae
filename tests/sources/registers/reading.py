"""Read a fixture or a shared file with a reader, and look at what came out."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from enduse.model import Issue, Statement
from enduse.sources.decoding import decoded
from enduse.sources.protocols import StoredFile
from enduse.sources.registry import record_reader

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Read:
    statements: list[Statement]
    issues: list[Issue]

    def values(self, entity: str, prop: str) -> list[str]:
        return [s.value for s in self.statements if s.entity_id == entity and s.prop == prop]

    def count(self, schema: str) -> int:
        return len({s.entity_id for s in self.statements if s.schema == schema})


def stored(path: Path) -> StoredFile:
    return StoredFile(hashlib.sha256(path.read_bytes()).hexdigest(), path.name, path)


def read(kind: str, *paths: Path) -> Read:
    """Everything the reader says; every quotation is found again first."""
    files = [stored(path) for path in paths]
    out = list(record_reader(kind).read(files))
    texts = {file.sha256: decoded(file.path.read_bytes())[0] for file in files}
    made = Read(
        [x for x in out if isinstance(x, Statement)], [x for x in out if isinstance(x, Issue)]
    )
    for statement in made.statements:
        assert statement.evidence.quote
        assert statement.evidence.holds(texts[statement.evidence.locator.source]), statement
    for issue in made.issues:
        assert 0 <= issue.where.start <= issue.where.end <= len(texts[issue.where.source])
    assert_contiguous(made.statements)
    return made


def assert_contiguous(statements: Sequence[Statement]) -> None:
    """The statements of one entity follow each other."""
    done: set[str] = set()
    last = ""
    for statement in statements:
        if statement.entity_id != last and not statement.entity_id.partition("-")[2].startswith(
            "addr"
        ):
            assert statement.entity_id not in done, statement.entity_id
        done.add(last)
        last = statement.entity_id
