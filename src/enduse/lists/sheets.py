"""Sheets of entities made into tables, column by column, without looking at a single value."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from enduse.lists.columns import Packed, Wholes, column, statement_columns
from enduse.sources.blocks import Sheet

_Counts = npt.NDArray[np.int64]


def packed_sheet(sheet: Sheet) -> Packed:
    """A sheet as tables: of each entity the statements that it is there, then its values."""
    import pyarrow as pa

    if not sheet.ids:
        return Packed(statement_columns().empty_table(), Wholes().table(), (), Wholes().filled())
    there = np.fromiter(map(len, sheet.datasets), np.int64, len(sheet.ids))
    held = np.fromiter(map(len, sheet.values), np.int64, len(sheet.ids))
    is_value = np.repeat(np.tile([False, True], len(there)), np.stack([there, held], 1).ravel())
    schema = statement_columns()
    known = _words(sheet, there, held) | _places(sheet, there, is_value)
    known["value"] = column(_values(sheet), pa.string())
    for name in ("original_value", "lang", "quote"):
        known[name] = pa.nulls(len(is_value), schema.field(name).type)
    statements = pa.Table.from_arrays([known[name] for name in schema.names], schema=schema)
    wholes = _wholes(sheet, there + held)
    return Packed(statements, wholes.table(), (), wholes.filled())


def _all(counts: Any) -> _Counts:
    return np.fromiter(chain.from_iterable(counts), np.int64)


def _spread(values: Sequence[str], counts: _Counts) -> Any:
    """A column of words that holds each value so many times."""
    import pyarrow as pa

    coded = pa.array(values, pa.string()).dictionary_encode()
    places = np.repeat(coded.indices.to_numpy(), counts)
    return pa.DictionaryArray.from_arrays(pa.array(places), coded.dictionary)


def _words(sheet: Sheet, there: _Counts, held: _Counts) -> dict[str, Any]:
    """The columns whose values come again and again."""
    whole = there + held
    # The statements of an entity's id are one run, those of each of its properties another.
    props = list(chain.from_iterable(("id", *one) for one in sheet.properties))
    sizes = _all(
        (count, *map(len, one.values()))
        for count, one in zip(there.tolist(), sheet.properties, strict=True)
    )
    prop = _spread(props, sizes)
    names = list(
        chain.from_iterable(
            (*each, one) for each, one in zip(sheet.datasets, sheet.dataset, strict=True)
        )
    )
    by_name = np.ones(len(names), np.int64)
    by_name[np.cumsum(there + 1) - 1] = held
    return {
        "entity_id": _spread(sheet.ids, whole),
        "schema": _spread(sheet.schemata, whole),
        "prop": prop,
        "dataset": _spread(names, by_name),
        "origin": _spread([sheet.origin], whole.sum(keepdims=True)),
        "source": _spread([sheet.source], whole.sum(keepdims=True)),
        "part": _spread(sheet.parts, whole),
        "field": prop,
    }


def _places(sheet: Sheet, there: _Counts, is_value: npt.NDArray[np.bool_]) -> dict[str, Any]:
    import pyarrow as pa

    starts = np.array(sheet.places)
    ends = starts + np.fromiter(map(len, sheet.ids), np.int64, len(starts))
    made = {}
    for name, values, ids in (("start", sheet.starts, starts), ("end", sheet.ends, ends)):
        spots = np.empty(len(is_value), np.int64)
        spots[is_value], spots[~is_value] = values, np.repeat(ids, there)
        made[name] = pa.array(spots)
    return made


def _values(sheet: Sheet) -> list[str]:
    values = list[str]()
    for entity_id, names, held in zip(sheet.ids, sheet.datasets, sheet.values, strict=True):
        values += [entity_id] * len(names)
        values += held
    return values


def _wholes(sheet: Sheet, counts: _Counts) -> Wholes:
    made = Wholes()
    columns = zip(sheet.datasets, sheet.dataset, sheet.properties, sheet.values, strict=True)
    for entity_id, schema, (names, name, told, values), count in zip(
        sheet.ids, sheet.schemata, columns, counts.tolist(), strict=True
    ):
        made.add(entity_id, schema, {*names, name}, _once(told, values), count)
    return made


def _once(told: Mapping[str, list[str]], values: list[str]) -> Mapping[str, list[str]]:
    """The same values, none of them twice under one property."""
    if len(set(values)) == len(values):
        return told
    return {prop: list(dict.fromkeys(held)) for prop, held in told.items()}
