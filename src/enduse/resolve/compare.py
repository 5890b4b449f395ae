"""How likely two records are the same party, and why, in words a reviewer understands."""

from collections.abc import Set
from dataclasses import dataclass

from enduse.names import Sort
from enduse.resolve.record import DOCUMENTS, Record

NAMES_AGREE = 0.86
_SAME_DAY, _SAME_MONTH, _SAME_YEAR = 0.6, 0.4, 0.25
_OTHER_DAY, _OTHER_YEAR = -0.1, -0.25
_SAME_COUNTRY, _OTHER_COUNTRY = 0.1, -0.05
_SAME_ADDRESS, _SAME_OWNER, _MORE_NAMES = 0.3, 0.2, 0.15
_OTHER_IDENTIFIER, _OTHER_SORT, _SAME_LIST = -0.3, -0.3, -0.06
_SAME_NUMBER = 0.8


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that speaks for or against two records being one party.

    Attributes:
        about: names, date, country, identifier, address, owner, kind or list.
        weight: For: the part of the doubt it takes away, 0 to 1. Against: what it takes from
            the score, below 0.
        words: What was compared, for the reviewer.
    """

    about: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records side by side.

    Attributes:
        score: 0 to 1; it orders the queue and decides nothing.
        grounds: Why, names first.
        automatic: An equal checked identifier with agreeing names and nothing against it:
            the only case in which nobody needs to be asked.
    """

    score: float
    grounds: tuple[Ground, ...]
    automatic: bool

    @property
    def summary(self) -> str:
        """One sentence: what speaks for it, then what speaks against it."""
        speaks = "; ".join(g.words for g in self.grounds if g.weight >= 0)
        against = "; ".join(g.words for g in self.grounds if g.weight < 0)
        return f"{speaks or 'nothing speaks for it'}{f' — but {against}' if against else ''}"


def compare(
    left: Record,
    right: Record,
    name_score: float,
    *,
    names: tuple[str, str] | None = None,
    more_names: int = 0,
    doubtful: frozenset[str] = frozenset(),
) -> Comparison:
    """Weigh everything known of two records.

    Args:
        left: One record.
        right: The other.
        name_score: Score of the names that agree best, 0 to 1; 0 where none do.
        names: Those two names.
        more_names: How many further names of one are found on the other.
        doubtful: Numbers that are known to stand on different parties.

    Returns:
        Score, grounds, and whether it is decisive without a person.
    """
    grounds = [_names(left, right, name_score, names)]
    same, other = _identifiers(left, right)
    grounds += [*same, *other, *_dates(left, right), *_countries(left, right)]
    grounds += [*_addresses(left, right), *_owners(left, right), *_kinds(left, right)]
    if more_names > 0:
        share = min(more_names, 3) / 3
        word = "name agrees" if more_names == 1 else "names agree"
        grounds.append(Ground("names", _MORE_NAMES * share, f"{more_names} more {word}"))
    score = name_score
    for ground in grounds[1:]:
        score += ground.weight * (1 - score) if ground.weight >= 0 else ground.weight
    against = [g for g in grounds if g.weight < 0 and g.about in ("identifier", "date", "kind")]
    checked = {i.value for i in left.identifiers if i.checked and i in right.identifiers} - doubtful
    automatic = bool(checked) and name_score >= NAMES_AGREE and not against
    return Comparison(round(min(max(score, 0.0), 1.0), 4), tuple(grounds), automatic)


def _names(left: Record, right: Record, score: float, names: tuple[str, str] | None) -> Ground:
    one, other = names or (left.names[0], right.names[0])
    if score <= 0:
        return Ground("names", 0.0, f"the names {one!r} and {other!r} do not agree")
    return Ground("names", 0.0, f"{one!r} and {other!r} agree to {score:.2f}")


def _identifiers(left: Record, right: Record) -> tuple[list[Ground], list[Ground]]:
    mine = {(i.kind, i.value): i for i in left.identifiers}
    theirs = {(i.kind, i.value): i for i in right.identifiers}
    same, other = [], []
    for key in sorted(mine.keys() & theirs.keys()):
        checked = mine[key].checked
        words = f"both have {key[0]} {key[1]}"
        same.append(Ground("identifier", 0.97 if checked else 0.8, words))
    same += _without_kind(mine.keys(), theirs.keys())
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in theirs}
    agreed = {key[0] for key in mine.keys() & theirs.keys()}
    for kind in sorted(kinds - agreed - {"number"}):
        ours = ", ".join(sorted(v for k, v in mine if k == kind))
        others = ", ".join(sorted(v for k, v in theirs if k == kind))
        other.append(Ground("identifier", _OTHER_IDENTIFIER, f"{kind} {ours} is not {others}"))
    return same, other


def _without_kind(mine: Set[tuple[str, str]], theirs: Set[tuple[str, str]]) -> list[Ground]:
    """A number that one source names by its kind and the other writes under "number"."""
    ours, others = {v: k for k, v in mine - theirs}, {v: k for k, v in theirs - mine}
    return [
        Ground("identifier", _SAME_NUMBER, f"both have {value}, {kind} where a kind is named")
        for value in sorted(ours.keys() & others.keys())
        for kind in {ours[value], others[value]} - {"number"}
        if "number" in (ours[value], others[value])
    ]


def _dates(left: Record, right: Record) -> list[Ground]:
    pairs = [(a, b) for a in left.dates for b in right.dates]
    if not pairs:
        return []
    return [max((_date(a, b) for a, b in pairs), key=lambda g: g.weight)]


def _date(one: str, other: str) -> Ground:
    short = min(len(one), len(other), 10)
    if one[:short] == other[:short]:
        weight = _SAME_DAY if short == 10 else _SAME_MONTH if short >= 7 else _SAME_YEAR
        return Ground("date", weight, f"the dates {one} and {other} agree")
    if one[:4] == other[:4]:
        return Ground("date", _OTHER_DAY, f"{one} and {other}: same year, other day")
    near = one[:4].isdigit() and other[:4].isdigit() and abs(int(one[:4]) - int(other[:4])) == 1
    weight = _OTHER_DAY if near else _OTHER_YEAR
    return Ground("date", weight, f"the dates {one} and {other} differ")


def _countries(left: Record, right: Record) -> list[Ground]:
    ours, theirs = set(left.countries), set(right.countries)
    if not ours or not theirs:
        return []
    if both := ours & theirs:
        return [Ground("country", _SAME_COUNTRY, f"both in {', '.join(sorted(both))}")]
    if {len(c) == 2 for c in ours} != {len(c) == 2 for c in theirs}:
        return []  # a code beside a name says nothing
    words = f"{', '.join(sorted(ours))} and {', '.join(sorted(theirs))} are other countries"
    return [Ground("country", _OTHER_COUNTRY, words)]


def _addresses(left: Record, right: Record) -> list[Ground]:
    ours, theirs = _precise(left.addresses), _precise(right.addresses)
    if not ours or not theirs:
        return []
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    near, one, other = max(
        (fuzz.token_set_ratio(a, b, processor=default_process), a, b) for a in ours for b in theirs
    )
    if near < 85:
        return []
    return [Ground("address", _SAME_ADDRESS, f"the addresses {one!r} and {other!r} agree")]


def _precise(addresses: tuple[str, ...]) -> list[str]:
    """Addresses of more than a town and its code."""
    return [address for address in addresses if len(address.split()) >= 4]


def _owners(left: Record, right: Record) -> list[Ground]:
    both = set(left.owners) & set(right.owners)
    return (
        [Ground("owner", _SAME_OWNER, f"both owned by {', '.join(sorted(both))}")] if both else []
    )


def _kinds(left: Record, right: Record) -> list[Ground]:
    found = []
    if Sort.UNKNOWN not in (left.sort, right.sort) and left.sort != right.sort:
        words = f"one is {left.schema}, the other {right.schema}"
        found.append(Ground("kind", _OTHER_SORT, words))
    if left.dataset == right.dataset and left.dataset not in ("", DOCUMENTS):
        words = f"both stand on {left.dataset}, which seldom names a party twice"
        found.append(Ground("list", _SAME_LIST, words))
    return found
