"""Very large files cut into blocks of whole lines, so that several processes can read them.

A reader that has `blocks` and `rows` beside `read` is read this way when a list is installed.
A row is a statement as a bare tuple: making objects of twenty million values takes minutes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, runtime_checkable

from enduse.model import Issue, Statement
from enduse.sources.json_split import RECORD_LIMIT
from enduse.sources.protocols import StoredFile
from enduse.sources.text_chunks import text_chunks

BLOCK = 4_000_000

Row: TypeAlias = tuple[
    str, str, str, str, str, str | None, str | None, str | None, str, int, int, str, str, str | None
]
"""entity_id, schema, prop, value, dataset, original_value, lang, origin, source, start, end,
part, field, quote; the quote is None where it is the original value, or else the value."""


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


@dataclass(frozen=True, slots=True)
class Verbatim:
    """An entity whose values all stand in one record as they are: no original, no language.

    Attributes:
        entity_id: Its id.
        schema: FtM schema.
        datasets: Those that say that it is there: a statement for each, at `place`.
        dataset: The one under which its values stand.
        origin: Which reader made it.
        source: Hash of the file.
        part: The record as a person finds it.
        place: First character of the id in the file's text.
        properties: Its values by property, as the record gives them; none is empty.
        starts: First character of each value, in the order of `properties`.
        ends: One past the last of each.
    """

    entity_id: str
    schema: str
    datasets: Sequence[str]
    dataset: str
    origin: str
    source: str
    part: str
    place: int
    properties: Mapping[str, list[str]]
    starts: list[int]
    ends: list[int]

    def rows(self) -> list[Row]:
        """The same as rows."""
        here = (self.origin, self.source)
        made = [self._row("id", self.entity_id, one, (*here, self.place)) for one in self.datasets]
        starts = iter(self.starts)
        for prop, values in self.properties.items():
            made += [self._row(prop, v, self.dataset, (*here, next(starts))) for v in values]
        return made

    def _row(self, prop: str, value: str, dataset: str, place: tuple[str, str, int]) -> Row:
        origin, source, start = place
        return (
            self.entity_id, self.schema, prop, value, dataset, None, None, origin,
            source, start, start + len(value), self.part, prop, None,
        )  # fmt: skip


@runtime_checkable
class BlockReader(Protocol):
    """A reader of lists whose files can be read block by block, in any process."""

    name: str
    version: str

    def blocks(self, files: Sequence[StoredFile]) -> Iterator[Block] | None:
        """Cut the files of one version; None where their shape does not allow it."""
        ...

    def rows(self, block: Block) -> Iterator[list[Row] | Verbatim | Issue]:
        """Read a block to the same statements as `read` gives, in the same order.

        Yields:
            One entity, or an issue.
        """
        ...


def row_of(one: Statement) -> Row:
    """A statement as a row."""
    place, quote = one.evidence.locator, one.evidence.quote
    told = one.original_value if one.original_value is not None else one.value
    return (
        one.entity_id, one.schema, one.prop, one.value, one.dataset, one.original_value,
        one.lang, one.origin, place.source, place.start, place.end, place.part, place.field,
        None if quote == told else quote,
    )  # fmt: skip


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
