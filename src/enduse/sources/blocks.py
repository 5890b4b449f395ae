"""Very large files cut into blocks of whole lines, so that several processes can read them.

A reader that has `blocks` and `rows` beside `read` is read this way when a list is installed.
What stands in a record as it is goes through as whole columns: making objects of twenty million
values takes minutes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from enduse.model import Issue, Statement
from enduse.sources.json_split import RECORD_LIMIT
from enduse.sources.protocols import StoredFile
from enduse.sources.text_chunks import text_chunks

BLOCK = 4_000_000


@dataclass(frozen=True, slots=True)
class Block:
    """Some whole lines of a file.

    Attributes:
        source: Hash of the file.
        line: Number of the first line, from 1.
        start: First character in the file's text.
        text: The lines.
        fault: Why the text is not to be read; empty where it is.
    """

    source: str
    line: int
    start: int
    text: str
    fault: str = ""


@dataclass(slots=True)
class Sheet:
    """Entities whose values all stand in their records as they are: no original, no language.

    Attributes:
        source: Hash of the file.
        origin: Which reader made them.
        ids: Id of each entity.
        schemata: FtM schema of each.
        parts: Its record as a person finds it.
        places: First character of its id in the file's text.
        datasets: Those that say that it is there: a statement for each, at its place.
        dataset: The one under which its values stand.
        properties: Its values by property, as the record gives them; none is empty.
        values: The same values one after the other.
        starts: First character of each value, of all entities one after the other.
        ends: One past the last character of each.
    """

    source: str
    origin: str
    ids: list[str] = field(default_factory=list)
    schemata: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    datasets: list[Sequence[str]] = field(default_factory=list)
    dataset: list[str] = field(default_factory=list)
    properties: list[Mapping[str, list[str]]] = field(default_factory=list)
    values: list[list[str]] = field(default_factory=list)
    starts: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    ends: npt.NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))


@runtime_checkable
class BlockReader(Protocol):
    """A reader of lists whose files can be read block by block, in any process."""

    name: str
    version: str

    def blocks(self, files: Sequence[StoredFile]) -> Iterator[Block] | None:
        """Cut the files of one version; None where their shape does not allow it."""
        ...

    def rows(self, block: Block) -> Iterator[Sheet | Statement | Issue]:
        """Read a block to the same statements as `read` gives.

        Yields:
            Whole entities, on sheets or as statements, in any order; and issues.
        """
        ...


def line_blocks(file: StoredFile, size: int = BLOCK) -> Iterator[Block]:
    """Cut a file of one record a line; memory holds one block.

    Args:
        file: The file.
        size: Characters of a block, about.
    """
    line, start, held = 1, 0, ""
    for chunk in text_chunks(file.path):
        held += chunk
        while len(held) >= size:
            cut = held.rfind("\n", 0, size)
            cut = held.find("\n", size) if cut < 0 else cut
            if cut < 0:
                break
            yield Block(file.sha256, line, start, held[:cut])
            line, start = line + held.count("\n", 0, cut) + 1, start + cut + 1
            held = held[cut + 1 :]
        if len(held) > max(size, RECORD_LIMIT):
            message = f"A line of more than {RECORD_LIMIT:,} characters; the rest was not read."
            yield Block(file.sha256, line, start, held[:200], message)
            return
    if held.strip():
        yield Block(file.sha256, line, start, held)
