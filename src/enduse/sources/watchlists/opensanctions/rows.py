"""FtM entities as bare rows, block by block: the quick way for files of a million entities."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from enduse.model import Issue, Locator
from enduse.model.ftm import properties_of
from enduse.sources.blocks import Block, Row, Verbatim, row_of
from enduse.sources.json_split import Piece
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.opensanctions.entities import DATASET, entity_of

_ORIGIN = f"reader:{DATASET}"
Told: TypeAlias = tuple[str, int]
"""Hash of the file, number of the line."""


def rows_of(block: Block) -> Iterator[list[Row] | Verbatim | Issue]:
    """Read the entities of a block to what `entities.read_entities` says of them.

    Values stand in the line in the order in which they are parsed, so that each is found by
    going forward from the one before. A line that needs a second look (escapes, a schema or
    a property that FtM does not have) is read in the careful way. Ids that come again are not
    told apart here: a block does not know of the others.

    Yields:
        One entity, or an issue.
    """
    if block.fault:
        end = block.start + len(block.text)
        place = Locator(block.source, block.start, end, f"record {block.line}")
        yield Issue(place, block.fault, block.text[:200])
        return
    at = block.start
    for number, line in enumerate(block.text.split("\n"), block.line):
        if line and not line.isspace():
            told = (block.source, number)
            try:
                entity = orjson.loads(line)
            except orjson.JSONDecodeError as error:
                place = Locator(block.source, at, at + len(line), f"record {number}")
                yield Issue(place, f"This line is no JSON: {error}.", line[:200])
            else:
                whole = _quick(line, at, entity, told)
                if whole is None:
                    yield from _careful(line, at, entity, told)
                else:
                    yield whole
        at += len(line) + 1


@cache
def _known(schema: str) -> frozenset[str]:
    return properties_of(schema)


def _quick(line: str, at: int, entity: Any, told: Told) -> Verbatim | None:
    """The entity, each value looked for behind the one before; None where one is not found.

    None too where anything asks for a second look: no id, an unknown schema or property, a
    value that is no text.
    """
    try:
        key, schema, properties = entity["id"], entity["schema"], entity["properties"]
        held = properties.items()
        known = _known(schema)
    except (AttributeError, KeyError, TypeError):
        return None
    find = line.find
    if type(key) is not str or (place := find(f'"{key}"', find('"id"')) + 1) < 1:
        return None
    pos = find('"properties"')
    starts, ends = list[int](), list[int]()
    begins, stops = starts.append, ends.append
    for prop, values in held:
        pos = find(f'"{prop}"', pos)
        if pos < 0 or prop not in known or type(values) is not list:
            return None
        pos += len(prop) + 2
        for value in values:
            if not value or type(value) is not str or (pos := find(f'"{value}"', pos) + 1) < 1:
                return None
            begins(at + pos)
            pos += len(value)
            stops(at + pos)
            pos += 1
    datasets = [one for one in entity.get("datasets") or [DATASET] if type(one) is str]
    dataset = datasets[0] if len(datasets) == 1 else DATASET
    part = f"record {told[1]}"
    return Verbatim(
        key, schema, datasets, dataset, _ORIGIN, told[0], part, at + place,
        properties, starts, ends,
    )  # fmt: skip


def _careful(line: str, at: int, entity: Any, told: Told) -> Iterator[list[Row] | Issue]:
    text = line.strip()
    start = at + line.index(text)
    piece = Piece(told[1], start, start + len(text), text)
    if not isinstance(entity, dict):
        place = Locator(told[0], piece.start, piece.end, f"record {told[1]}")
        yield Issue(place, "This line is no JSON object.", text[:200])
        return
    rows: list[Row] = []
    for one in entity_of(StoredFile(told[0], "", Path()), piece, entity, {}):
        if isinstance(one, Issue):
            yield one
        else:
            rows.append(row_of(one))
    if rows:
        yield rows
