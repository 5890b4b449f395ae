"""FtM entities as bare rows, block by block: the quick way for files of a million entities."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import orjson

from enduse.model import Issue, Locator
from enduse.model.ftm import properties_of
from enduse.sources.blocks import Block, Row, row_of
from enduse.sources.json_split import Piece
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.opensanctions.entities import DATASET, entity_of

_ORIGIN = f"reader:{DATASET}"
Told: TypeAlias = tuple[str, int]
"""Hash of the file, number of the line."""


def rows_of(block: Block) -> Iterator[list[Row] | Issue]:
    """Read the entities of a block to what `entities.read_entities` says of them.

    Values stand in the line in the order in which they are parsed, so that each is found by
    going forward from the one before. A line that needs a second look (escapes, a schema or
    a property that FtM does not have) is read in the careful way. Ids that come again are not
    told apart here: a block does not know of the others.

    Yields:
        The rows of one entity, or an issue.
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
                rows = _quick(line, at, entity, told)
                if rows is None:
                    yield from _careful(line, at, entity, told)
                else:
                    yield rows
        at += len(line) + 1


@cache
def _known(schema: str) -> frozenset[str]:
    return properties_of(schema)


def _quick(line: str, at: int, entity: Any, told: Told) -> list[Row] | None:
    """Rows found by looking for each value behind the one before; None where one is not.

    None too where anything asks for a second look: no id, an unknown schema or property, a
    value that is no text.
    """
    try:
        key, schema, properties = entity["id"], entity["schema"], entity["properties"]
        held = properties.items()
        known = _known(schema)
    except (AttributeError, KeyError, TypeError):
        return None
    source, part, find = told[0], f"record {told[1]}", line.find
    if type(key) is not str or (begin := find(f'"{key}"', find('"id"')) + 1) < 1:
        return None
    datasets = [one for one in entity.get("datasets") or [DATASET] if type(one) is str]
    place, pos = at + begin, find('"properties"')
    rows: list[Row] = [
        (key, schema, "id", key, one, None, None, _ORIGIN,
         source, place, place + len(key), part, "id", None)
        for one in datasets
    ]  # fmt: skip
    dataset = datasets[0] if len(datasets) == 1 else DATASET
    for prop, values in held:
        pos = find(f'"{prop}"', pos)
        if pos < 0 or prop not in known or type(values) is not list:
            return None
        pos += len(prop) + 2
        for value in values:
            if type(value) is not str or (begin := find(f'"{value}"', pos) + 1) < 1:
                return None
            pos = begin + len(value)
            if value:
                rows.append(
                    (key, schema, prop, value, dataset, None, None, _ORIGIN,
                     source, at + begin, at + pos, part, prop, None)
                )  # fmt: skip
            pos += 1
    return rows


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
