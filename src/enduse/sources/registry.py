"""Find readers by name through entry points: ours and strangers' come in by the same door."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, cast

from enduse.errors import EnduseError, UnknownName
from enduse.sources.protocols import RecordReader

WATCHLISTS = "enduse.watchlists"
REGISTERS = "enduse.registers"
DOCUMENTS = "enduse.documents"


@cache
def _doors(group: str) -> Mapping[str, EntryPoint]:
    return {point.name: point for point in sorted(entry_points(group=group))}


@cache
def _opened(point: EntryPoint) -> Any:
    """Import what the entry point names; a class is made into an object, once."""
    found = _imported(point, "reader")
    return found() if isinstance(found, type) else found


def _imported(point: EntryPoint, what: str) -> Any:
    try:
        return point.load()
    except Exception as error:
        raise EnduseError(
            f"The {what} {point.name!r} ({point.value}) cannot be loaded: {error}.",
            hint="Mend or uninstall the package that brings it.",
        ) from error


def registered(group: str, name: str, what: str) -> Any:
    """What an entry point names, as it is: a class is not made into an object.

    Args:
        group: An entry-point group such as "enduse.extractors".
        name: The name registered there.
        what: What such a thing is called in an error: "extractor".

    Raises:
        UnknownName: None of that name; the nearest ones are offered.
        EnduseError: The package that brings it does not load.
    """
    doors = _doors(group)
    if name not in doors:
        raise UnknownName(what, name, doors)
    return _imported(doors[name], what)


def names(group: str) -> tuple[str, ...]:
    """All names registered in a group, sorted; nothing is imported.

    Args:
        group: An entry-point group such as "enduse.registers".
    """
    return tuple(_doors(group))


def reader(group: str, name: str) -> Any:
    """The reader registered under a name; only its own module is imported.

    Raises:
        UnknownName: No reader of that name; the nearest ones are offered.
        EnduseError: The package that brings it does not load.
    """
    doors = _doors(group)
    if name not in doors:
        raise UnknownName("reader", name, doors)
    return _opened(doors[name])


def readers(group: str) -> dict[str, Any]:
    """Every reader of a group by its name; imports all of them.

    Raises:
        EnduseError: A package that brings one does not load.
    """
    return {name: reader(group, name) for name in _doors(group)}


def record_kinds() -> tuple[str, ...]:
    """Names of all lists and registers that can be read; nothing is imported."""
    return tuple(sorted({*names(WATCHLISTS), *names(REGISTERS)}))


def record_reader(kind: str) -> RecordReader:
    """The reader of a list or register, whichever of the two groups it stands in.

    Raises:
        UnknownName: No list and no register of that name; the nearest ones are offered.
        EnduseError: The package that brings it does not load.
    """
    for group in (WATCHLISTS, REGISTERS):
        if kind in _doors(group):
            return cast(RecordReader, reader(group, kind))
    raise UnknownName("list or register", kind, record_kinds())


class RecordReaders(Mapping[str, RecordReader]):
    """All readers of lists and registers; each is imported when it is first asked for."""

    def __getitem__(self, kind: str) -> RecordReader:
        if kind not in record_kinds():
            raise KeyError(kind)
        return record_reader(kind)

    def __iter__(self) -> Iterator[str]:
        return iter(record_kinds())

    def __len__(self) -> int:
        return len(record_kinds())
