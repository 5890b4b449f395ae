"""Units as written to normalised symbols, and one unit into another through pint."""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import floor, log10
from typing import Any

import yaml

# What may stand between the parts of "km s−1" and "g cm−3", and SI symbols beyond the table.
_POWER = r"(?:[-−–]?[1-9]|[²³])"
_SI = (
    r"(?:[kMGTPmµμnpcf]?(?:eV|Pa|Hz|bar|mol|Wh?|J|N|V|A|K|L|Ω|T|Sv|Bq|Gy|B)|[µμ][mMgsl]|[mnpµμ]M|M"
    r"|[kMGm]?m|[kMGmn]?s|kyr|[kMG]a|[GMb]yr|k?g|RRh|R[pshJ⊙]|cm|dB)"
)
_COMPOUND = rf"{_SI}(?:[ ·/]{_SI}{_POWER}|{_POWER})(?:[ ·/]{_SI}{_POWER})*"


@dataclass(frozen=True, slots=True)
class UnitGrammar:
    """The units of one language.

    Attributes:
        unit: Matches a unit or a currency word, anchored by its user.
        sign: Matches a currency sign or code before a number, at the end of a text.
    """

    unit: re.Pattern[str]
    sign: re.Pattern[str]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    return _load("units.yml")


@lru_cache(maxsize=1)
def _currencies() -> dict[str, dict[str, Any]]:
    return _load("currencies.yml")


def _load(name: str) -> dict[str, dict[str, Any]]:
    text = files("enduse.extract.quantities").joinpath(name).read_text("utf-8")
    loaded: dict[str, dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=4)
def unit_grammar(language: str) -> UnitGrammar:
    """Compile the units of a language, "en", "ru" or "zh"."""
    written = sorted(_forms(language), key=len, reverse=True)
    words = "|".join(_pattern(w) for w in written)
    tail = "" if language == "zh" else r"(?![^\W\d_]|(?<=[a-z])\d(?!\d))"
    free = "" if language == "en" else "(?!)"
    signs = sorted((s for c in _currencies().values() for s in c["sign"]), key=len, reverse=True)
    return UnitGrammar(
        re.compile(
            rf"(?:(?P<si>{free}{_COMPOUND})|(?P<word>{words})|(?P<plain>{free}{_SI}))(?:{tail})"
        ),
        re.compile("(?:" + "|".join(re.escape(s) for s in signs) + r")\s?$"),
    )


@lru_cache(maxsize=4)
def _forms(language: str) -> dict[str, str]:
    """Every way of writing a unit in this language, to its symbol."""
    forms: dict[str, str] = {}
    for symbol, row in (*_currencies().items(), *_table().items()):
        for form in (*row.get("sym", ()), *row.get(language, ())):
            forms.setdefault(form, symbol)
    return forms


def _pattern(form: str) -> str:
    pattern = re.escape(form).replace(r"\*", r"\w{0,3}").replace(r"\ ", r"[ \u00a0]")
    return f"(?i:{pattern})" if len(form) > 4 and form.isascii() else pattern


@lru_cache(maxsize=4096)
def symbol_of(written: str, language: str) -> str:
    """Normalise a unit as written; one that is not in the table is its own symbol.

    Example:
        >>> symbol_of("километров", "ru"), symbol_of("US$", "en"), symbol_of("km s−1", "en")
        ('km', 'USD', 'km s−1')
    """
    forms = _forms(language)
    plain = " ".join(written.replace("\u00a0", " ").split())
    for key in (plain, plain.lower()):
        if key in forms:
            return forms[key]
    for code, row in _currencies().items():
        if plain in row["sign"]:
            return code
    for form in sorted(forms, key=len, reverse=True):
        if "*" in form and re.fullmatch(_pattern(form), plain, re.IGNORECASE):
            return forms[form]
    return plain


def is_currency(symbol: str) -> bool:
    """Tell whether a symbol is a currency of our table."""
    return symbol in _currencies()


@lru_cache(maxsize=1)
def _registry() -> Any:
    from pint import UnitRegistry

    return UnitRegistry(cache_folder=None)


@lru_cache(maxsize=1024)
def converted(value: float, unit: str, other: str) -> float | None:
    """Convert a value between two units of our table.

    Returns:
        The value in the other unit, or None where they measure different things or one of
        them is not in the table.

    Example:
        >>> round(converted(2000, "km", "mi"))
        1243
    """
    names = [_table().get(u, {}).get("pint") for u in (unit, other)]
    if None in names:
        return None
    registry = _registry()
    left, right = (registry.parse_expression(name) for name in names)
    if registry.get_dimensionality(left.units) != registry.get_dimensionality(right.units):
        return None
    if "degree_" in str(names):
        return float(registry.Quantity(value, names[0]).to(names[1]).magnitude)
    return float(value * (left / right).to("").magnitude)


def agrees(exact: float, stated: float) -> bool:
    """Tell whether a stated figure is an exact one, rounded as news round.

    The last digit that is not a trailing zero may be off by half, but never by more than
    5 % of the figure; 1 % is always allowed.

    Example:
        >>> agrees(1242.7, 1200), agrees(1242.7, 1600), agrees(110.2, 110)
        (True, False, True)
    """
    if stated == 0:
        return exact == 0
    digits = (
        f"{stated:.10g}".rstrip("0").rstrip(".") if "." in f"{stated:.10g}" else f"{stated:.0f}"
    )
    if "." in digits:
        step = 10.0 ** -len(digits.split(".")[1])
    else:
        step = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    step = min(step, 10.0 ** floor(log10(abs(stated))))
    allowed = max(min(step / 2, 0.05 * abs(stated)), 0.01 * abs(stated))
    return abs(exact - stated) <= allowed
