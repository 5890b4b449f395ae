"""Countries as lists write them, turned into FtM's codes, without loading a library for it."""

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

_PARTS = re.compile(r"\s*(?:,|/|;|\band/or\b|\band\b|\(?\b[a-h]\))\s*")
_DOUBT = re.compile(r"^(?:possibly|allegedly|assumed|presumed|formerly)\s+|\s*\(presumed\)", re.I)


@cache
def _table() -> dict[str, str]:
    text = files(__package__).joinpath("countries.csv").read_text("utf-8")
    return {row["name"]: row["code"] for row in csv.DictReader(text.splitlines())}


def _key(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").strip(" .\"'(").split())


@lru_cache(maxsize=8192)
def country(text: str) -> str | None:
    """The FtM code of a country, territory or nationality.

    Returns:
        A lower-case code; None for a name that the table does not hold.

    Example:
        >>> country("Korea, North"), country("Russian"), country("Atlantis")
        ('kp', 'ru', None)
    """
    key = _key(text)
    return _table().get(key) or _table().get(key.partition(" (")[0])


@lru_cache(maxsize=8192)
def countries(text: str) -> tuple[str, ...]:
    """The countries in a cell that may name several: "(a) German, (b) Moroccan".

    Returns:
        Their codes; nothing where any part is not known, so that nothing is lost in silence.

    Example:
        >>> countries("Ukrainian, Russian"), countries("Congo, Democratic Republic of the")
        (('ua', 'ru'), ('cd',))
    """
    if whole := country(text):
        return (whole,)
    bare = _DOUBT.sub("", text)
    if single := country(bare):
        return (single,)
    parts = [country(part) for part in _PARTS.split(bare) if part.strip()]
    return tuple(dict.fromkeys(part for part in parts if part)) if all(parts) else ()
