"""The parties of a file or of installed lists, read for an index: large ones with all cores."""

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from enduse.errors import BadInput, UnreadableSource

if TYPE_CHECKING:
    from enduse.screening import Listed, Part

# Another process starts in a second or two; so many parties or bytes are worth it.
_WORTH_PARTIES, _WORTH_BYTES = 60_000, 16_000_000
_MOST_PROCESSES = 4


Place = Path | tuple[str, str]
"""Where parties are listed: a file, or name and version of an installed list."""


def parts_of(places: Sequence[Place], home: Path) -> "list[Part]":
    """Read all parties, in stretches side by side where there are many.

    Args:
        places: FtM JSON lines files, and installed lists.
        home: Folder of installed lists.

    Raises:
        UnreadableSource: A file is not FtM JSON lines.
        BadInput: It lists no party.
    """
    many = min(_MOST_PROCESSES, os.cpu_count() or 1) if _are_many(places, home) else 1
    if many == 1:
        parts = [read_stretch(places, home, 0, 1)]
    else:
        # "spawn": a forked process would inherit locks of threads that it does not have.
        with ProcessPoolExecutor(many - 1, mp_context=get_context("spawn")) as pool:
            rest = [pool.submit(read_stretch, places, home, n, many) for n in range(1, many)]
            first = read_stretch(places, home, 0, many)
            parts = [first, *(one.result() for one in rest)]
    files = [place for place in places if isinstance(place, Path)]
    if files and not any(part.sorts for part in parts):
        hint = "Give FtM entities, one JSON object a line."
        raise BadInput(f"{files[0]} lists no party.", hint=hint)
    return parts


def read_stretch(places: Sequence[Place], home: Path, number: int, many: int) -> "Part":
    """Read one of so many stretches of equal length; runs in a process of its own."""
    from enduse.screening import read_part

    with no_collection():
        return read_part(
            listed for place in places for listed in _listed(place, home, number, many)
        )


def _listed(place: Place, home: Path, number: int, many: int) -> "Iterator[Listed]":
    """A stretch of one file or list."""
    if isinstance(place, Path):
        return _of_file(place, number, many)
    return _of_list(place, home, number, many)


@contextmanager
def no_collection() -> Iterator[None]:
    """Let millions of small objects be made without looking for circles among them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _are_many(places: Sequence[Place], home: Path) -> bool:
    from enduse.lists.opened import open_list

    files = [place for place in places if isinstance(place, Path)]
    lists = [place for place in places if not isinstance(place, Path)]
    return (
        sum(file.stat().st_size for file in files) > _WORTH_BYTES
        or sum(open_list(home, *one).version.parties for one in lists) > _WORTH_PARTIES
    )


def _of_list(place: tuple[str, str], home: Path, number: int, many: int) -> "Iterator[Listed]":
    from enduse.lists.opened import open_list
    from enduse.screening import listed_from_ftm

    for entity in open_list(home, *place).parties(number, many):
        one = listed_from_ftm(entity)
        if one is not None:
            yield one


def _of_file(path: Path, number: int, many: int) -> "Iterator[Listed]":
    from enduse.screening import listed_from_ftm

    size = path.stat().st_size
    begin, end = size * number // many, size * (number + 1) // many
    with path.open("rb") as file:
        place = _line_from(file, begin)
        while place < end and (line := file.readline()):
            start, place = place, place + len(line)
            if line.isspace():
                continue
            try:
                one = listed_from_ftm(orjson.loads(line))
            except (ValueError, TypeError, KeyError, AttributeError) as error:
                why = f"it is no FtM entity ({error})"
                raise UnreadableSource(str(path), _line_at(path, start), why) from error
            if one is not None:
                yield one


def _line_from(file: Any, begin: int) -> int:
    """Go to the first line that begins at this byte or after it."""
    if begin:
        file.seek(begin - 1)
        file.readline()
    return int(file.tell())


def _line_at(path: Path, start: int) -> str:
    with path.open("rb") as file:
        return f"line {file.read(start).count(10) + 1}"
