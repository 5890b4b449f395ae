"""Records made from statements, so that every source enters the comparison the same way."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from enduse.model import Evidence, Statement
from enduse.resolve.record import Record, record_from_ftm

_QUOTED = ("name", "alias", "previousName", "weakAlias")
_NUMBERS = ("Code", "Number")
_MOST_QUOTED = 8


def records_from_statements(statements: Iterable[Statement]) -> list[Record]:
    """Make one record per party and dataset, with quotations of its names and numbers.

    Holders come from Ownership entities, addresses from Address entities that a party's
    `addressEntity` names. Entities that are no party make no record.

    Args:
        statements: Statements of any entities, in any order.

    Returns:
        Records in the order of their ids.
    """
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    schema: dict[str, str] = {}
    dataset: dict[str, str] = {}
    quoted: dict[str, list[Evidence]] = defaultdict(list)
    for one in statements:
        values[one.entity_id][one.prop].append(one.value)
        schema[one.entity_id] = one.schema
        dataset.setdefault(one.entity_id, one.dataset)
        told = one.prop in _QUOTED or one.prop.endswith(_NUMBERS)
        if told and len(quoted[one.entity_id]) < _MOST_QUOTED:
            quoted[one.entity_id].append(one.evidence)
    owners: dict[str, list[str]] = defaultdict(list)
    for entity, held in values.items():
        if schema[entity] == "Ownership":
            for asset in held.get("asset", ()):
                owners[asset] += held.get("owner", [])
    found = []
    for entity, held in list(values.items()):
        places = [one for one in held.get("addressEntity", ()) if one in schema]
        full = [text for one in places for text in values[one].get("full", ())]
        props = {**held, "address": [*held.get("address", ()), *full]}
        record = record_from_ftm(
            {
                "id": entity,
                "schema": schema[entity],
                "properties": props,
                "datasets": [dataset[entity]],
            }
        )
        if record is not None:
            holders = tuple(dict.fromkeys(owners.get(entity, ())))
            found.append(replace(record, owners=holders, evidence=tuple(quoted[entity])))
    return sorted(found, key=lambda record: record.id)
