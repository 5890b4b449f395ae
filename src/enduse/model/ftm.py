"""Statements put together into FollowTheMoney entities, without loading the library."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from enduse.errors import BadInput
from enduse.model.statement import Statement

_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_NO_ID = re.compile(r"[^0-9a-zA-Z.]+")


@dataclass(frozen=True, slots=True)
class _Schema:
    ancestors: frozenset[str]  # itself among them
    properties: frozenset[str]
    caption: tuple[str, ...]


@cache
def _schemata() -> Mapping[str, _Schema]:
    text = files(__package__).joinpath("ftm_schemata.yml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    made: dict[str, _Schema] = {}

    def build(name: str) -> _Schema:
        if name not in made:
            entry = table[name]
            above = [build(one) for one in entry["extends"]]
            made[name] = _Schema(
                frozenset({name}).union(*(one.ancestors for one in above)),
                frozenset(entry["properties"].split()).union(*(one.properties for one in above)),
                tuple(entry["caption"]),
            )
        return made[name]

    for name in table:
        build(name)
    return made


def entity_id(text: str) -> str:
    """An id in the form that FtM takes: letters, digits, hyphens and full stops.

    Its tools drop entities whose ids hold anything else, and links to them, without a word.

    Returns:
        The text itself where it has the form; else its letters with the beginning of its hash,
        so that two texts never share an id.

    Example:
        >>> entity_id("gb-psc-00000001-Aa1"), entity_id("plain-ООО 7")
        ('gb-psc-00000001-Aa1', 'plain-7-4c0c1b21')
    """
    if _ID.fullmatch(text):
        return text
    digest = hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest()
    return f"{_NO_ID.sub('-', text).strip('-.') or 'id'}-{digest[:8]}"


def is_schema(name: str) -> bool:
    """Whether FtM, or our own addition to it, has a schema of this name."""
    return name in _schemata()


def has_property(schema: str, prop: str) -> bool:
    """Whether entities of a schema can have this property.

    Example:
        >>> has_property("Vessel", "imoNumber"), has_property("Person", "imoNumber")
        (True, False)
    """
    return schema in _schemata() and prop in _schemata()[schema].properties


def properties_of(schema: str) -> frozenset[str]:
    """All properties that entities of a schema can have; none where there is no such schema."""
    return frozenset(_schemata()[schema].properties) if schema in _schemata() else frozenset()


def is_a(schema: str, ancestor: str) -> bool:
    """Whether a schema is another one or extends it.

    Example:
        >>> is_a("Company", "LegalEntity"), is_a("LegalEntity", "Company")
        (True, False)
    """
    if schema == ancestor:
        return True
    return schema in _schemata() and ancestor in _schemata()[schema].ancestors


def common_schema(left: str, right: str) -> str:
    """The most specific schema that an entity called both of these can have.

    Raises:
        BadInput: Neither extends the other and nothing extends both.

    Example:
        >>> common_schema("LegalEntity", "Company"), common_schema("Asset", "Organization")
        ('Company', 'Company')
    """
    if is_a(left, right):
        return left
    if is_a(right, left):
        return right
    both = [name for name in _schemata() if is_a(name, left) and is_a(name, right)]
    if not both:
        raise BadInput(
            f"One entity cannot be both a {left} and a {right}.",
            hint="Give the two their own ids in the source, or correct the kind of one.",
        )
    return min(both, key=lambda name: (len(_schemata()[name].ancestors), name))


def values_of(properties: Mapping[str, Sequence[str]], *props: str) -> tuple[str, ...]:
    """The values of some properties of an entity, each once, blank ones left out.

    Example:
        >>> values_of({"name": ["A", " A ", ""], "alias": ["B"]}, "name", "alias")
        ('A', 'B')
    """
    if properties.keys().isdisjoint(props):
        return ()
    told = [str(value).strip() for prop in props for value in properties.get(prop) or ()]
    return tuple(dict.fromkeys([value for value in told if value]))


def entity(statements: Iterable[Statement]) -> dict[str, Any]:
    """One FtM entity from all of its statements.

    Args:
        statements: Of one entity, in order; at least one.

    Returns:
        FtM's JSON: id, caption, schema, properties, datasets, referents, target.

    Raises:
        BadInput: Its schemata cannot be brought together.
    """
    schema, ident = "", ""
    properties: dict[str, dict[str, None]] = {}
    datasets: dict[str, None] = {}
    for one in statements:
        ident = ident or one.entity_id
        if one.schema != schema:
            schema = common_schema(schema, one.schema) if schema else one.schema
        datasets[one.dataset] = None
        if one.prop != "id":
            properties.setdefault(one.prop, {})[one.value] = None
    listed = {prop: list(values) for prop, values in properties.items()}
    return {
        "id": ident,
        "caption": _caption(schema, listed),
        "schema": schema,
        "properties": listed,
        "datasets": list(datasets),
        "referents": [],
        "target": "topics" in listed,
    }


def _caption(schema: str, properties: Mapping[str, list[str]]) -> str:
    for prop in _schemata()[schema].caption if schema in _schemata() else ("name",):
        if values := properties.get(prop):
            return values[0]
    return schema


def entities(statements: Iterable[Statement]) -> Iterator[dict[str, Any]]:
    """FtM entities from statements in which those of one entity follow each other.

    Args:
        statements: As readers give them.

    Yields:
        One entity for each run of statements with the same id. A reader that comes back to
        an id makes two; put all statements in order of their ids first where that matters.

    Raises:
        BadInput: The schemata of one entity cannot be brought together.
    """
    run: list[Statement] = []
    for one in statements:
        if run and one.entity_id != run[0].entity_id:
            yield entity(run)
            run = []
        run.append(one)
    if run:
        yield entity(run)
