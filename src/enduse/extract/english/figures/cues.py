"""Words that tell which figure a number is: "a range of", "weighing", "apiece"."""

import re
from typing import NamedTuple

from enduse.extract.quantities import Quantity

__all__ = ["CUES", "RATE", "Cue", "kind_of"]


class Cue(NamedTuple):
    """The words before or right after a number of one kind that make a figure of it."""

    kind: str
    predicate: str
    before: re.Pattern[str]
    after: re.Pattern[str]


_KINDS = {
    "length": frozenset({"km", "mi", "nmi", "m"}),
    "mass": frozenset({"kg", "g", "t", "ton", "lb"}),
    "speed": frozenset({"km/h", "mph", "m/s", "kn"}),
    "time": frozenset({"h", "min"}),
    "power": frozenset({"Ah", "Wh", "kWh"}),
}


def kind_of(quantity: Quantity) -> str | None:
    """Return what a quantity measures, None where it is no figure of a product."""
    if quantity.kind in ("money", "count"):
        return quantity.kind
    return next((kind for kind, units in _KINDS.items() if quantity.unit in units), None)


def _cue(kind: str, predicate: str, before: str, after: str) -> Cue:
    ahead = re.compile(rf"[\s-]?(?:\([^)]*\)\s)?(?:\w+\s)?(?:{after})\b", re.IGNORECASE)
    return Cue(kind, predicate, re.compile(rf"\b(?:{before})", re.IGNORECASE), ahead)


CUES = (
    _cue(
        "length",
        "has_range",
        r"rang(?:e|es|ed|ing)\b|fl(?:y|ies|ew|ying|ight|ights)\b|travel|reach|strik|hit\b|distance|"
        r"cover|detect|radius|engag|as far as|out to|warhead|payload",
        "range|reach|away|radius|flight|(?:cruise |ballistic )?missile",
    ),
    _cue(
        "mass",
        "has_payload",
        r"payload|warhead|carr(?:y|ies|ied|ying)\b|lift(?:s|ed|ing)?\b|bomb load|explosive|"
        r"charge of|loaded with",
        "payload|warhead|bomb|explosives?|charge|(?:high-)?explosive|load",
    ),
    _cue(
        "mass", "has_mass", r"weigh|mass\b|weight|tipping the scales", "in weight|take-?off|apiece"
    ),
    _cue(
        "speed", "has_speed", r"speed|fl(?:y|ies|ew|ying)\b|travel|cruis|at\b|velocity|:", "speed"
    ),
    _cue(
        "time",
        "has_endurance",
        r"endurance|aloft|airborne|flight time|loiter|in the air|fl(?:y|ies)\b|battery|stay",
        "endurance|aloft|in the air|airborne|loiter|flight|flying",
    ),
    _cue(
        "money",
        "has_price",
        r"cost|pric(?:e|es|ed|ing)\b|worth\b|valu(?:e|ed|ing)\b|sell(?:s|ing)? for|sold for|"
        r"retail|fetch|apiece|list(?:ed)? at|market value|going for|bill of|"
        r"per (?:unit|piece|copy|aircraft|drone|missile|set)|asking",
        "apiece|each|per (?:unit|piece|copy|item|drone|set|kilogram|kilo)|"
        "a (?:piece|pop|unit|time)|price",
    ),
    _cue(
        "mass", "has_capacity", r"capacity|capable of lifting|can lift\b", "(?:lifting )?capacity"
    ),
    _cue(
        "count",
        "has_capacity",
        r"capacity of|(?:can|could|able to) hold\b|room for|space for|accommodat|"
        r"stor(?:e|es|ing)\b",
        "capacity",
    ),
    _cue("power", "has_capacity", "capacity|batter", "batter(?:y|ies)|capacity"),
)
RATE = re.compile(
    r"\b(?:output|capacity|rate|produc\w*|turn(?:s|ed|ing)? out|churn\w*|assembl\w*|"
    r"ma(?:ke|kes|de|king)|buil(?:d|ds|t|ding)|deliver\w*|roll\w*|manufactur\w*|"
    r"put\w* together|throughput|"
    r"finish\w*|"
    r"lines?|plants?|factor(?:y|ies)|workshops?)\b",
    re.IGNORECASE,
)
