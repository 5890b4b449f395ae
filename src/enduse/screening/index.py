"""Listed entities with the index of their names, as arrays that can be saved and mapped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson

from enduse.matching import (
    FORMER,
    STRONG,
    WEAK,
    Gathered,
    HashTable,
    Letters,
    ListedName,
    NameIndex,
    gather,
    narrow,
)
from enduse.names import Sort, normalised_identifier
from enduse.screening.party import SCHEMATA, Listed

Array = npt.NDArray[np.generic]
_SORTS = {
    "person": Sort.PERSON,
    "organisation": Sort.ORGANISATION,
    "vessel": Sort.VESSEL,
    "aircraft": Sort.AIRCRAFT,
    "": Sort.UNKNOWN,
}

_MOST_DECODED = 50_000
# Texts that only hits need.
ON_DISK = ("entity_blob", "text_blob")


def sort_of(schema: str | None) -> Sort:
    """What kind of thing an FtM schema is, as far as names go."""
    return _SORTS[SCHEMATA.get(schema or "", "")]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a list, read and ready to be joined with others.

    Attributes:
        names: The names of its entities, numbered from 0.
        sorts: What kind of thing each entity is.
        entities: The entities, as JSON, one after the other.
        lengths: Bytes of each of them.
        identifiers: Numbers they bear, made comparable, each with the entity that bears it.
    """

    names: Gathered
    sorts: list[int]
    entities: bytes
    lengths: list[int]
    identifiers: list[tuple[str, int]]


def read_part(listed: Iterable[Listed]) -> Part:
    """Read a stretch of a list; stretches may be read side by side in several processes."""
    kept: list[bytes] = []
    sorts: list[int] = []
    identifiers: list[tuple[str, int]] = []

    def names() -> Iterator[ListedName]:
        for number, entity in enumerate(listed):
            sort = sort_of(entity.schema)
            kept.append(orjson.dumps(tuple(entity)))
            sorts.append(sort)
            for written in entity.identifiers:
                if found := normalised_identifier(written):
                    identifiers.append((found, number))
            for text in entity.names:
                yield ListedName(number, sort, text, STRONG)
            for text in entity.former:
                yield ListedName(number, sort, text, FORMER)
            for text in entity.weak:
                yield ListedName(number, sort, text, WEAK)

    gathered = gather(names())
    return Part(gathered, sorts, b"".join(kept), [len(raw) for raw in kept], identifiers)


@dataclass(slots=True)
class ScreeningIndex:
    """Everything needed to screen against one or more lists.

    Example:
        >>> index = ScreeningIndex.build([Listed("x-1", "Company", ("Kupol JSC",))])
        >>> index.entity(0).id
        'x-1'
    """

    names: NameIndex
    blob: Letters
    off: Array
    numbered: HashTable
    _decoded: dict[int, Listed] = field(default_factory=dict)

    @classmethod
    def build(cls, listed: Iterable[Listed]) -> "ScreeningIndex":
        """Index listed entities; their order does not matter."""
        return cls.of_parts([read_part(listed)])

    @classmethod
    def of_parts(cls, parts: Sequence[Part]) -> "ScreeningIndex":
        """Join parts of a list that `read_part` gave, in their order."""
        index = NameIndex.of_parts([p.names for p in parts], [p.sorts for p in parts])
        off = np.concatenate([[0], np.cumsum([n for p in parts for n in p.lengths])])
        raw = b"".join(part.entities for part in parts) or b"\0"
        begin, identifiers = 0, []
        for part in parts:
            identifiers += [(text, begin + number) for text, number in part.identifiers]
            begin += len(part.sorts)
        numbered = HashTable.of(identifiers)
        return cls(index, np.frombuffer(raw, np.uint8), narrow(off.astype(np.int64)), numbered)

    def __len__(self) -> int:
        """Count the entities."""
        return len(self.off) - 1

    def entity(self, number: int) -> Listed:
        """Give a listed entity by its number."""
        found = self._decoded.get(number)
        if found is None:
            if len(self._decoded) > _MOST_DECODED:
                self._decoded.clear()
            found = self._decoded[number] = _listed(
                orjson.loads(self.blob[self.off[number] : self.off[number + 1]].tobytes())
            )
        return found

    def bearing(self, identifier: str) -> list[int]:
        """Entities that bear a number, as `normalised_identifier` gives it."""
        return [
            number
            for number in self.numbered.of_text(identifier)
            if identifier in map(normalised_identifier, self.entity(number).identifiers)
        ]

    def arrays(self) -> dict[str, Array]:
        """All arrays by name, to be saved."""
        own: dict[str, Array] = {
            "entity_blob": self.blob[:],
            "entity_off": self.off,
            "identifier_hash": self.numbered.hashes,
            "identifier_entity": self.numbered.numbers,
        }
        return {**self.names.arrays(), **own}

    @classmethod
    def opened(cls, arrays: Mapping[str, Any]) -> "ScreeningIndex":
        """Use arrays as `arrays` gave them; they may be mapped from disk, or ON_DISK stay there."""
        return cls(
            NameIndex.opened(arrays),
            arrays["entity_blob"],
            arrays["entity_off"],
            HashTable(arrays["identifier_hash"], arrays["identifier_entity"]),
        )


def _listed(row: list[object]) -> Listed:
    cells = [tuple(cell) if isinstance(cell, list) else cell for cell in row]
    return Listed(*cells)  # type: ignore[arg-type]
