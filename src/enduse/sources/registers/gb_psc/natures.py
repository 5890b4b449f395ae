"""Natures of control, as Companies House codes them."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Nature:
    """What a code says.

    Attributes:
        kind: shares, votes, control or link.
        band: As `percentage` is written; empty where the code gives none.
        through: "trust" or "firm" where it is held as its trustee or member.
    """

    kind: str
    band: str = ""
    through: str = ""


@cache
def _table() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(
        files(__package__).joinpath("natures.yml").read_text("utf-8")
    )
    return found


@cache
def nature(code: str) -> Nature | None:
    """Read one code; None where it is none we know.

    Example:
        >>> nature("voting-rights-50-to-75-percent-as-trust")
        Nature(kind='votes', band='>50-<75', through='trust')
    """
    bare = code.removeprefix("part-")
    table = _table()
    kind = next((kind for start, kind in table["begins"].items() if bare.startswith(start)), None)
    if kind is None:
        return None
    band = next((text for words, text in table["bands"].items() if f"-{words}" in bare), "")
    through = "trust" if "trust" in bare else "firm" if "-firm" in bare else ""
    if kind in ("shares", "votes") and not band:
        return None
    return Nature(kind, band, through)
