"""The predicates that a claim may have, by family, with their place in FollowTheMoney."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

__all__ = ["Predicate", "predicates"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """One predicate.

    Attributes:
        name: As it stands in claims.
        family: The question it answers: ownership, role, place, supply...
        ftm: FollowTheMoney schema, or schema and property; None where FtM has neither.
        means: What it says, as a sentence.
    """

    name: str
    family: str
    ftm: str | None
    means: str


@cache
def predicates() -> dict[str, Predicate]:
    """Return all predicates by name.

    Example:
        >>> predicates()["subsidiary_of"].family
        'ownership'
    """
    table = files("enduse.extract.data").joinpath("predicates.yml").read_text("utf-8")
    return {
        name: Predicate(name, family, row["ftm"], row["means"])
        for family, rows in yaml.safe_load(table).items()
        for name, row in rows.items()
    }
