"""What a regime's module says of itself, and how all of them are found."""

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from enduse.errors import UnknownName
from enduse.graph.reach.rule import Rule
from enduse.graph.reach.spread import Terms
from enduse.graph.reach.view import View
from enduse.graph.review import Reason


@dataclass(frozen=True, slots=True)
class Regime:
    """One regime's way of asking who is owned or controlled.

    Attributes:
        code: "US", "EU"...
        together: Listed persons are added up; False keeps each alone.
        terms: What reaches under the rule of a day.
        reasons: Review notes that apply.
        cautions: Sentences to print next to an answer that is not "blocked".
        status: Puts the outcome in the regime's own words; None where blocked,
            not_blocked and indeterminate are its words.
    """

    code: str
    together: bool
    terms: Callable[[Rule], Terms]
    reasons: tuple[Reason, ...]
    cautions: tuple[Reason, ...] = ()
    status: Callable[[View], str] | None = None


@cache
def regimes() -> dict[str, Regime]:
    """All regimes, by code: each module of the folder `regimes` brings one.

    Example:
        >>> sorted(regimes())
        ['BIS', 'CA', 'CH', 'EU', 'UK', 'US']
    """
    package = importlib.import_module("enduse.graph.regimes")
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    modules = [importlib.import_module(f"enduse.graph.regimes.{name}") for name in names]
    return {module.REGIME.code: module.REGIME for module in modules}


def regime_called(code: str) -> Regime:
    """One regime by its code.

    Raises:
        UnknownName: No module brings it.
    """
    known = regimes()
    if code not in known:
        raise UnknownName("ownership rule", code, known)
    return known[code]
