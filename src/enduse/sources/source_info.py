"""What a list or register says of itself: the `source.yml` beside its reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from typing import Any

import yaml

from enduse.errors import EnduseError, UnknownName

_GROUPS = ("enduse.watchlists", "enduse.registers")


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """One list or register.

    Attributes:
        name: Name of the reader and of its dataset ("us_ofac_sdn").
        title: As its publisher calls it.
        publisher: Who publishes it.
        licence: Terms on which it may be used, as far as the publisher states them.
        url: Page for people.
        addresses: Addresses to download, by file name; several files make one version.
        rhythm_days: Older than this many days it is out of date; None where it has no rhythm.
        measure: What a listing means: "asset freeze", "export control", "debarment", "mixed"...
        keeps: What the reader keeps, in one paragraph.
        assertions: Least number of entities by schema in a complete version ("Person": 7000).
        fill_rates: Least share of entities that carry a property, 0 to 1, as
            {"Person": {"birthDate": 0.6}}.
        lookups: Messy values and what they mean, by column or kind of value.
    """

    name: str
    title: str
    publisher: str
    licence: str
    url: str
    addresses: Mapping[str, str] = field(default_factory=dict)
    rhythm_days: int | None = None
    measure: str = ""
    keeps: str = ""
    assertions: Mapping[str, int] = field(default_factory=dict)
    fill_rates: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    lookups: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@cache
def load_source_info(package: str) -> SourceInfo:
    """Read `source.yml` of the package that holds a reader.

    Args:
        package: Dotted name of the package.

    Raises:
        EnduseError: There is no such file, or it is not complete.
    """
    try:
        found = yaml.safe_load(files(package).joinpath("source.yml").read_text("utf-8"))
        return _info(found)
    except (OSError, KeyError, TypeError, ValueError, yaml.YAMLError) as error:
        raise EnduseError(
            f"The source.yml of {package} cannot be read: {error!r}.",
            hint="Reinstall the package that brings this reader.",
        ) from error


def _info(found: Mapping[str, Any]) -> SourceInfo:
    return SourceInfo(
        name=found["name"],
        title=found["title"],
        publisher=found["publisher"],
        licence=found["licence"],
        url=found.get("url") or found.get("page") or "",
        addresses=found.get("addresses") or {},
        rhythm_days=found.get("rhythm_days"),
        measure=found.get("measure") or "",
        keeps=" ".join(str(found.get("keeps") or "").split()),
        assertions=found.get("assertions") or {},
        fill_rates=found.get("fill_rates") or {},
        lookups=found.get("lookups") or {},
    )


def source_info(kind: str) -> SourceInfo:
    """What the list or register of this name says of itself; its reader is not imported.

    Raises:
        UnknownName: No list and no register of that name.
        EnduseError: Its `source.yml` is missing or not complete.

    Example:
        >>> source_info("us_ofac_sdn").publisher
        'Office of Foreign Assets Control (OFAC), U.S. Department of the Treasury'
    """
    doors = {point.name: point for group in _GROUPS for point in entry_points(group=group)}
    if kind not in doors:
        raise UnknownName("list or register", kind, doors)
    return load_source_info(doors[kind].module.rpartition(".")[0])
