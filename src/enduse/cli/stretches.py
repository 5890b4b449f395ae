"""The parties of a file or of installed lists, read for an index: large ones with all cores."""

import gc
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from enduse.errors import BadInput, NotReady, UnreadableSource

if TYPE_CHECKING:
    from enduse.screening import Listed, Part

# Another process starts in a second or two; so many parties or bytes are worth it.
_WORTH_PARTIES, _WORTH_BYTES = 60_000, 16_000_000
_MOST_PROCESSES = 4


def parts_of(given: str | None, home: Path) -> "list[Part]":
    """Read all parties, in stretches side by side where there are many.

    Args:
        given: Path of an FtM JSON lines file, or name of an installed list; None for all.
        home: Folder of installed lists.

    Raises:
        NotReady: No such list is installed.
        UnreadableSource: The file is not FtM JSON lines.
        BadInput: It lists no party.
    """
    many = min(_MOST_PROCESSES, os.cpu_count() or 1) if _is_large(given, home) else 1
    if many == 1:
        parts = [read_stretch(given, home, 0, 1)]
    else:
        # "spawn": a forked process would inherit locks of threads that it does not have.
        with ProcessPoolExecutor(many - 1, mp_context=get_context("spawn")) as pool:
            rest = [pool.submit(read_stretch, given, home, n, many) for n in range(1, many)]
            first = read_stretch(given, home, 0, many)
            parts = [first, *(one.result() for one in rest)]
    if not any(part.sorts for part in parts) and given is not None and Path(given).is_file():
        raise BadInput(
            f"{given} lists no party.", hint="Give FtM entities, one JSON object a line."
        )
    return parts


def read_stretch(given: str | None, home: Path, number: int, many: int) -> "Part":
    """Read one of so many stretches of equal length; runs in a process of its own."""
    from enduse.screening import read_part

    with no_collection():
        if given is not None and Path(given).is_file():
            return read_part(_of_file(Path(given), number, many))
        return read_part(_of_lists(given, home, number, many))


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


def installed_lists(given: str | None, home: Path) -> list[Any]:
    """The installed versions meant, in force.

    Raises:
        NotReady: No such list is installed.
    """
    from enduse.lists.version import installed

    every = [one for one in installed(home) if one.parties]
    found = [one for one in every if given in (None, one.kind)]
    if not found:
        what = "No list is installed." if given is None else f"No file or installed list {given!r}."
        known = f" Installed: {', '.join(o.kind for o in every)}." if every and given else ""
        raise NotReady(what + known, hint="Run: enduse lists install KIND; or give --list FILE.")
    return found


def _is_large(given: str | None, home: Path) -> bool:
    if given is not None and Path(given).is_file():
        return Path(given).stat().st_size > _WORTH_BYTES
    return _parties(given, home) > _WORTH_PARTIES


def _parties(given: str | None, home: Path) -> int:
    return sum(one.parties for one in installed_lists(given, home))


def _of_lists(given: str | None, home: Path, number: int, many: int) -> "Iterator[Listed]":
    from enduse.lists.opened import OpenList
    from enduse.screening import listed_from_ftm

    every = (e for one in installed_lists(given, home) for e in OpenList(one).parties())
    total = _parties(given, home)
    last = None if number == many - 1 else total * (number + 1) // many
    for entity in islice(every, total * number // many, last):
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
