"""FtM entities in whole columns, block by block: the quick way for files of a million entities."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from enduse.model import Issue, Locator, Statement
from enduse.model.ftm import properties_of
from enduse.sources.blocks import Block, Sheet
from enduse.sources.json_split import Piece
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.opensanctions.entities import DATASET, entity_of

_ORIGIN = f"reader:{DATASET}"
_LISTS, _TEXTS = {list}, {str}
_PROPERTIES = '"properties"'


def rows_of(block: Block) -> Iterator[Sheet | Statement | Issue]:
    """Read the entities of a block to what `entities.read_entities` says of them.

    A line that needs a second look (escapes, a schema or a property that FtM does not have) is
    read in the careful way. Ids that come again are not told apart here: a block does not know
    of the others.

    Yields:
        Statements and issues of such lines, then a sheet of all others.
    """
    if block.fault:
        end = block.start + len(block.text)
        place = Locator(block.source, block.start, end, f"record {block.line}")
        yield Issue(place, block.fault, block.text[:200])
        return
    quick, at, quotes = _Quick(block), block.start, 0
    for number, line in enumerate(block.text.split("\n"), block.line):
        if line and not line.isspace():
            try:
                entity = orjson.loads(line)
            except orjson.JSONDecodeError as error:
                place = Locator(block.source, at, at + len(line), f"record {number}")
                yield Issue(place, f"This line is no JSON: {error}.", line[:200])
            else:
                if not quick.take(line, (at, number, quotes), entity):
                    yield from _careful(block.source, line, (at, number), entity)
        quotes += line.count('"')
        at += len(line) + 1
    yield quick.sheet()


@cache
def _known(schema: str) -> frozenset[str]:
    return properties_of(schema)


class _Quick:
    """The entities of a block that can be read without a second look.

    In a line without escapes every text stands between two quotation marks. As many texts as
    were parsed from the properties must stand there; then they are the same, in the same order,
    and their places can be worked out for the whole block at once.
    """

    def __init__(self, block: Block) -> None:
        self._block = block
        self._made = Sheet(block.source, _ORIGIN)
        self._first_marks: list[int] = []  # which mark of the block opens the first property,
        self._counts: list[int] = []  # how many properties there are,
        self._sizes: list[int] = []  # and how many values in each of them

    def take(self, line: str, where: tuple[int, int, int], entity: Any) -> bool:
        """Take an entity; False where anything asks for a second look.

        Args:
            line: Its line.
            where: Its first character in the file's text, its number, and how many quotation
                marks stand before it in the block.
            entity: The line parsed.
        """
        if "\\" in line or '""' in line or "\ufffd" in line:
            return False
        try:
            key, schema, properties = entity["id"], entity["schema"], entity["properties"]
            sizes = list(map(len, properties.values()))
            values = list(chain.from_iterable(properties.values()))
            if not _known(schema).issuperset(properties):
                return False
        except (AttributeError, KeyError, TypeError):
            return False
        place = line.find(f'"{key}"', line.find('"id"')) + 1
        if not place or not _are_texts(properties, sizes, values):
            return False
        at, number, marks = where
        begin = line.find('"', line.find(_PROPERTIES) + len(_PROPERTIES))
        if line.find(_PROPERTIES, begin) >= 0:  # of two, the last counts
            return False
        if line.count('"', begin, line.find('"]}', begin) + 1) != 2 * (len(sizes) + len(values)):
            return False
        self._first_marks.append(marks + line.count('"', 0, begin))
        self._counts.append(len(sizes))
        self._sizes += sizes
        self._made.places.append(at + place)
        self._made.values.append(values)
        self._put(entity, f"record {number}")
        return True

    def _put(self, entity: dict[str, Any], part: str) -> None:
        made = self._made
        made.ids.append(entity["id"])
        made.schemata.append(entity["schema"])
        made.parts.append(part)
        datasets = [one for one in entity.get("datasets") or [DATASET] if type(one) is str]
        made.datasets.append(datasets)
        made.dataset.append(datasets[0] if len(datasets) == 1 else DATASET)
        made.properties.append(entity["properties"])

    def sheet(self) -> Sheet:
        """All that was taken, with its places."""
        made, base = self._made, self._block.start
        if not made.ids:
            return made
        # Marks come in pairs, so a text's opening mark is two behind that of the text before.
        codes = np.frombuffer(self._block.text.encode("utf-32-le"), "<u4")
        marks = np.flatnonzero(codes == ord('"'))
        counts, sizes = np.array(self._counts), np.array(self._sizes)
        texts_before = np.cumsum(sizes + 1) - (sizes + 1)
        own_first = texts_before[np.cumsum(counts) - counts]
        keys = np.repeat(np.array(self._first_marks) - 2 * own_first, counts) + 2 * texts_before
        values_before = np.cumsum(sizes) - sizes
        opening = np.repeat(keys + 2 - 2 * values_before, sizes) + 2 * np.arange(sizes.sum())
        made.starts, made.ends = base + marks[opening] + 1, base + marks[opening + 1]
        return made


def _are_texts(properties: Mapping[str, Any], sizes: list[int], values: list[Any]) -> bool:
    """Every property holds a list of texts, and none an empty one."""
    return (
        bool(sizes)
        and min(sizes) > 0
        and set(map(type, properties.values())) == _LISTS
        and set(map(type, values)) == _TEXTS
    )


def _careful(
    source: str, line: str, where: tuple[int, int], entity: Any
) -> Iterator[Statement | Issue]:
    at, number = where
    text = line.strip()
    start = at + line.index(text)
    piece = Piece(number, start, start + len(text), text)
    if not isinstance(entity, dict):
        place = Locator(source, piece.start, piece.end, f"record {number}")
        yield Issue(place, "This line is no JSON object.", text[:200])
        return
    yield from entity_of(StoredFile(source, "", Path()), piece, entity, {})
