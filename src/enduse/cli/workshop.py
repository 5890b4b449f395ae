"""The readers and the extractor that commands hand to a case."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enduse.case import InstalledList, Readers
    from enduse.extract.protocol import Extractor
    from enduse.lists.opened import OpenList
    from enduse.screening import Listed


def all_readers() -> "Readers":
    """Every reader that is installed, ours and those of other packages."""
    from enduse.case import Readers
    from enduse.sources import registry

    return Readers(
        documents=registry.readers(registry.DOCUMENTS),
        records=registry.RecordReaders(),
    )


def default_extractor() -> "Extractor":
    """The rules, which need no model and no network."""
    from enduse.cli.extractors import DEFAULT, chosen

    return chosen(DEFAULT)


def installed_lists() -> "list[InstalledList]":
    """Every list in force on this machine; their parties are only read if screening needs them."""
    from enduse.case import InstalledList
    from enduse.cli.settings import Settings
    from enduse.lists.opened import OpenList
    from enduse.lists.version import installed

    found = []
    for version in installed(Settings.read().home):
        found.append(
            InstalledList(
                name=version.kind,
                version=version.id,
                label=f"{version.kind}, {version.day}",
                parties=version.parties,
                listed=partial(_parties, OpenList(version)),
            )
        )
    return found


def _parties(opened: "OpenList") -> "Iterator[Listed]":
    from enduse.screening import listed_from_ftm

    for entity in opened.parties():
        one = listed_from_ftm(entity)
        if one is not None:
            yield one
