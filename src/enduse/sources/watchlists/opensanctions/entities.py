"""FtM entities, one JSON object a line, and deltas between two versions."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from enduse.model import Evidence, Issue, Locator, Statement
from enduse.model.ftm import has_property, is_schema
from enduse.sources.json_records import json_pieces, parsed
from enduse.sources.json_split import Piece
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists.entry import repeated

DATASET = "opensanctions"
_ORIGIN = f"reader:{DATASET}"


def read_entities(
    files: Sequence[StoredFile], deltas: Sequence[StoredFile]
) -> Iterator[Statement | Issue]:
    """Read entities; deltas, in the order given, take the place of what they change."""
    changed: dict[str, tuple[StoredFile, Piece] | None] = {}
    for file in deltas:
        for piece in json_pieces(file.path):
            found = _parsed(file, piece)
            if isinstance(found, Issue):
                yield found
                continue
            entity = found.get("entity")
            ident = entity.get("id") if isinstance(entity, dict) else None
            if not ident or found.get("op") not in ("ADD", "MOD", "DEL"):
                where = Locator(file.sha256, piece.start, piece.end, f"record {piece.number}")
                yield Issue(where, "This line is no change of an entity.", piece.text[:200])
                continue
            changed[ident] = None if found["op"] == "DEL" else (file, piece)
    seen: dict[str, int] = {}
    for file in files:
        for piece in json_pieces(file.path):
            found = _parsed(file, piece)
            if isinstance(found, Issue):
                yield found
            elif found.get("id") not in changed:
                yield from entity_of(file, piece, found, seen)
    for change in changed.values():
        if change is not None:
            file, piece = change
            yield from entity_of(file, piece, orjson.loads(piece.text)["entity"], seen)


def _parsed(file: StoredFile, piece: Piece) -> dict[str, Any] | Issue:
    where = Locator(file.sha256, piece.start, piece.end, f"record {piece.number}")
    if piece.fault:
        return Issue(where, piece.fault, piece.text[:200])
    try:
        found = orjson.loads(piece.text)
    except orjson.JSONDecodeError as error:
        return Issue(where, f"This line is no JSON: {error}.", piece.text[:200])
    if isinstance(found, dict):
        return found
    return Issue(where, "This line is no JSON object.", piece.text[:200])


class _Finder:
    """Finds the place of values in the text of one entity."""

    __slots__ = ("_at", "_piece", "_source", "part")

    def __init__(self, source: str, piece: Piece, part: str) -> None:
        self._source, self._piece, self.part = source, piece, part
        self._at = max(piece.text.find('"properties"'), 0)

    def key(self, prop: str) -> int:
        """Where a property begins; its values are looked for behind it, one after the other."""
        at = self._piece.text.find(f'"{prop}"', self._at)
        if at >= 0:
            self._at = at + len(prop) + 2
        return at

    def value(self, prop: str, value: str, after: int) -> Evidence:
        """The place of a value of a property that begins at `after`."""
        text, base = self._piece.text, self._piece.start
        at = text.find(f'"{value}"', self._at) + 1
        if at and after >= 0:
            self._at = at + len(value) + 1
            where = Locator(self._source, base + at, base + at + len(value), self.part, prop)
            return Evidence(where, value)
        for ascii_only in (False, True):
            written = json.dumps(value, ensure_ascii=ascii_only)[1:-1]
            at = text.find(f'"{written}"', after) + 1
            if at and after >= 0:
                start = base + at
                where = Locator(self._source, start, start + len(written), self.part, prop)
                return Evidence(where, written)
        return self._escaped(prop, value)

    def _escaped(self, prop: str, value: str) -> Evidence:
        """The place of a value that is written with escapes in a way of its own."""
        root = parsed(self._piece)
        root = root.at("entity") or root
        for node in root.items("properties", prop):
            if node.value == value:
                where = Locator(self._source, node.start, node.end, self.part, prop)
                return Evidence(where, node.quote)
        return self.whole(prop)

    def whole(self, field: str) -> Evidence:
        """The whole line."""
        piece = self._piece
        return Evidence(Locator(self._source, piece.start, piece.end, self.part, field), piece.text)

    def ident(self, ident: str) -> Evidence:
        """Where the id stands."""
        at = self._piece.text.find(f'"{ident}"') + 1
        if not at:
            return self.whole("id")
        start = self._piece.start + at
        return Evidence(Locator(self._source, start, start + len(ident), self.part, "id"), ident)


def entity_of(
    file: StoredFile, piece: Piece, found: dict[str, Any], seen: dict[str, int]
) -> Iterator[Statement | Issue]:
    """What one line says of its entity; `seen` counts the ids that came before."""
    part = f"record {piece.number}"
    finder = _Finder(file.sha256, piece, part)
    ident, schema = found.get("id"), found.get("schema")
    properties = found.get("properties")
    if not (isinstance(ident, str) and isinstance(schema, str) and isinstance(properties, dict)):
        message = "This line has no id, schema and properties; it was left out."
        yield Issue(finder.whole("").locator, message, piece.text[:200])
        return
    proof = finder.ident(ident)
    entity_id = repeated(ident, seen)
    if entity_id != ident:
        yield Issue(proof.locator, f"The id {ident} comes again; it was kept apart.", ident)
    if not is_schema(schema):
        message = f"{schema!r} is no schema of FollowTheMoney; the values were kept all the same."
        yield Issue(proof.locator, message, schema)
    datasets = [one for one in found.get("datasets") or [DATASET] if isinstance(one, str)]
    for dataset in datasets:
        yield Statement(entity_id, schema, "id", entity_id, dataset, proof, None, None, _ORIGIN)
    dataset = datasets[0] if len(datasets) == 1 else DATASET
    for prop, values in properties.items():
        after = finder.key(prop)
        if not isinstance(values, list):
            message = f"The property {prop!r} holds no list; it was left out."
            yield Issue(finder.whole(prop).locator, message, json.dumps(values)[:200])
            continue
        if is_schema(schema) and not has_property(schema, prop):
            message = f"A {schema} has no property {prop!r}; it was left out."
            yield Issue(finder.whole(prop).locator, message, ", ".join(map(str, values))[:200])
            continue
        for value in values:
            if isinstance(value, str) and value:
                evidence = finder.value(prop, value, after)
                if "\ufffd" in value or "\0" in value:
                    message = "Some characters of this value are no text; it was kept as it is."
                    yield Issue(evidence.locator, message, value[:200])
                yield Statement(
                    entity_id, schema, prop, value, dataset, evidence, None, None, _ORIGIN
                )
            elif value:
                message = f"A value of {prop!r} is no text; it was left out."
                yield Issue(finder.whole(prop).locator, message, json.dumps(value)[:200])
