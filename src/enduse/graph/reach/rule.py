"""The ownership rule of a regime on a day, read from dated data."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from enduse.errors import UnknownName
from enduse.graph.stakes.ranges import Threshold
from enduse.model import share_from_percent


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal text, its date, and how certain we are of it.

    Attributes:
        text: What it says, in our words, with its reference.
        date: Day of the text used; None where the page bears none.
        certainty: primary, two_secondary, one_secondary, practice or unverified.
    """

    text: str
    date: str | None
    certainty: str

    def __str__(self) -> str:
        return f"{self.text} [{self.date or 'undated'}; {self.certainty.replace('_', ' ')}]"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a regime says on one day.

    Attributes:
        regime: "US", "EU", "UK", "BIS", "CA", "CH".
        authority: Who administers it.
        as_of: The day.
        since: First day of this period; None for the oldest period known.
        until: First day of the next period; None while it lasts.
        owned: Share of ownership from which a company is owned.
        votes: Share of votes that counts; None where votes do not.
        force: in_force, none, suspended or unknown (nobody could be asked).
        lists: Lists whose parties count.
        programme_list: A list of which only parties under `programmes` count.
        programmes: Those programmes.
        exempt_countries: Companies of these countries are not reached.
        margin: How near under a threshold calls for a second look.
        largest_from: From which share "largest known holder" is worth a look.
        checked: No legal text after this day was read.
        cites: The texts.
        together: Listed persons are added up on that day; None where the regime always does
            the same.
        aside: Lists whose parties do not count, and of whom a note speaks.
    """

    regime: str
    authority: str
    as_of: str
    since: str | None
    until: str | None
    owned: Threshold
    votes: Threshold | None
    force: str
    lists: tuple[str, ...]
    programme_list: str | None
    programmes: frozenset[str]
    exempt_countries: frozenset[str]
    margin: Fraction
    largest_from: Fraction
    checked: str
    cites: tuple[Citation, ...]
    together: bool | None = None
    aside: tuple[str, ...] = ()

    @property
    def unread(self) -> str:
        """That the day lies after the last text read; empty where it does not."""
        if self.as_of <= self.checked:
            return ""
        return f"No legal text of after {self.checked} was read."


@lru_cache(maxsize=256)
def rule_on(regime: str, as_of: str) -> Rule:
    """Find the rule of a regime on a day.

    Args:
        regime: Its code, such as "EU".
        as_of: Full ISO day.

    Returns:
        The rule, with thresholds as shares and the texts it rests on.

    Raises:
        UnknownName: There is no such regime.

    Example:
        >>> str(rule_on("EU", "2024-07-02").owned), str(rule_on("EU", "2024-07-03").owned)
        ('more than 50 %', '50 % or more')
    """
    table = _table()
    entry = table.get(regime)
    if not isinstance(entry, dict):
        known = [code for code, value in table.items() if isinstance(value, dict)]
        raise UnknownName("ownership rule", regime, known)
    periods = entry["periods"]
    current = max(i for i, p in enumerate(periods) if (p["from"] or "") <= as_of)
    period = periods[current]
    later = periods[current + 1]["from"] if current + 1 < len(periods) else None
    return Rule(
        regime=regime,
        authority=entry["authority"],
        as_of=as_of,
        since=period["from"],
        until=later,
        owned=_threshold(period["owned"]),
        votes=_threshold(period["votes"]) if "votes" in period else None,
        force=period.get("force", "in_force"),
        lists=tuple(entry["lists"]),
        programme_list=entry.get("programme_list"),
        programmes=frozenset(entry.get("programmes", ())),
        exempt_countries=frozenset(entry.get("exempt_countries", ())),
        margin=share_from_percent(table["review_margin"]),
        largest_from=share_from_percent(table["largest_holder_from"]),
        checked=table["checked"],
        cites=tuple(Citation(c["text"], c["date"], c["certainty"]) for c in period["cites"]),
        together=period.get("together"),
        aside=tuple(entry.get("aside", ())),
    )


def known_lists() -> frozenset[str]:
    """All lists that any rule asks about, or sets aside."""
    entries = [entry for entry in _table().values() if isinstance(entry, dict)]
    named = [name for e in entries for name in (*e["lists"], *e.get("aside", ()))]
    return frozenset(named) | {e["programme_list"] for e in entries if "programme_list" in e}


@cache
def _table() -> dict[str, Any]:
    import yaml

    text = files("enduse.graph").joinpath("data/rules.yml").read_text("utf-8")
    table: dict[str, Any] = yaml.safe_load(text)
    return table


def _threshold(entry: Mapping[str, Any]) -> Threshold:
    return Threshold(share_from_percent(entry["percent"]), entry["inclusive"])
