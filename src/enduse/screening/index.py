"""Listed entities with the index of their names, as arrays that can be saved and mapped."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields

import numpy as np
import numpy.typing as npt
import orjson

from enduse.matching import FORMER, STRONG, WEAK, ListedName, NameIndex
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

_FIELDS = tuple(one.name for one in fields(Listed))


def sort_of(schema: str | None) -> Sort:
    """What kind of thing an FtM schema is, as far as names go."""
    return _SORTS[SCHEMATA.get(schema or "", "")]


@dataclass(slots=True)
class ScreeningIndex:
    """Everything needed to screen against one or more lists.

    Example:
        >>> index = ScreeningIndex.build([Listed("x-1", "Company", ("Kupol JSC",))])
        >>> index.entity(0).id
        'x-1'
    """

    names: NameIndex
    blob: Array
    off: Array
    by_identifier: Mapping[str, tuple[int, ...]]
    _decoded: dict[int, Listed] = field(default_factory=dict)

    @classmethod
    def build(cls, listed: Iterable[Listed]) -> "ScreeningIndex":
        """Index listed entities; their order does not matter."""
        kept: list[bytes] = []
        sorts: list[int] = []
        identifiers: dict[str, list[int]] = {}

        def names() -> Iterator[ListedName]:
            for number, entity in enumerate(listed):
                sort = sort_of(entity.schema)
                kept.append(orjson.dumps([getattr(entity, name) for name in _FIELDS]))
                sorts.append(sort)
                for written in entity.identifiers:
                    if found := normalised_identifier(written):
                        identifiers.setdefault(found, []).append(number)
                for kind, some in (
                    (STRONG, entity.names), (FORMER, entity.former), (WEAK, entity.weak),
                ):  # fmt: skip
                    for text in some:
                        yield ListedName(number, sort, text, kind)

        index = NameIndex.build(names(), sorts)
        off = np.concatenate([[0], np.cumsum([len(raw) for raw in kept])]).astype(np.int64)
        blob = np.array(np.frombuffer(b"".join(kept) or b"\0", np.uint8))
        return cls(index, blob, off, {k: tuple(v) for k, v in identifiers.items()})

    def __len__(self) -> int:
        """Count the entities."""
        return len(self.off) - 1

    def entity(self, number: int) -> Listed:
        """Give a listed entity by its number."""
        if number not in self._decoded:
            if len(self._decoded) > 50_000:
                self._decoded.clear()
            raw = bytes(np.asarray(self.blob[self.off[number] : self.off[number + 1]]))
            self._decoded[number] = _listed(orjson.loads(raw))
        return self._decoded[number]

    def arrays(self) -> dict[str, Array]:
        """All arrays by name, to be saved."""
        known = orjson.dumps(dict(self.by_identifier))
        own: dict[str, Array] = {
            "entity_blob": self.blob,
            "entity_off": self.off,
            "identifiers": np.array(np.frombuffer(known, np.uint8)),
        }
        return {**self.names.arrays(), **own}

    @classmethod
    def opened(cls, arrays: Mapping[str, Array]) -> "ScreeningIndex":
        """Use arrays as `arrays` gave them; they may be mapped from disk."""
        known = orjson.loads(bytes(np.asarray(arrays["identifiers"])))
        return cls(
            NameIndex.opened(arrays),
            arrays["entity_blob"],
            arrays["entity_off"],
            {k: tuple(v) for k, v in known.items()},
        )


def _listed(row: list[object]) -> Listed:
    fields = [tuple(cell) if isinstance(cell, list) else cell for cell in row]
    return Listed(*fields)  # type: ignore[arg-type]
