"""What else is known on both sides, for and against; what is not known counts for nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from enduse.names import kind_of_identifier, normalised_identifier
from enduse.screening.party import Listed, Party

# The most that other evidence can add to the score of a name. Retrieval looks that much
# deeper when a party brings such evidence, so that nothing is missed.
MOST_ADDED = 0.08
SAME_IDENTIFIER = 0.995
_SAME_DAY, _SAME_MONTH, _SAME_YEAR = 0.05, 0.035, 0.02
_DAY_AND_MONTH_SWAPPED, _NEAR_YEAR = 0.02, 0.0
_OTHER_DAY, _OTHER_YEAR = -0.08, -0.2
_SAME_COUNTRY, _OTHER_COUNTRY = 0.015, -0.04
_OTHER_GENDER, _OTHER_IDENTIFIER = -0.12, -0.1
_SAME_ADDRESS = 0.03


@dataclass(frozen=True, slots=True)
class Remark:
    """One piece of evidence beside the name.

    Attributes:
        about: "birth date", "country", "identifier", "gender" or "address".
        adds: What it adds to the score; negative where it speaks against.
        words: What was compared, for the reviewer.
        decides: An equal identifier stands above the name.
    """

    about: str
    adds: float
    words: str
    decides: bool = False


def weighed(party: Party, listed: Listed) -> list[Remark]:
    """Compare everything known on both sides except names."""
    found = [
        _dates(party, listed),
        _countries(party, listed),
        _genders(party, listed),
        _identifiers(party.identifiers, listed.identifiers),
        _addresses(party, listed),
    ]
    return [remark for remark in found if remark is not None]


def total(name_score: float, remarks: Iterable[Remark]) -> float:
    """Score of the party: the name's, moved by the evidence, within 0 and 1."""
    remarks = list(remarks)
    if any(r.decides for r in remarks):
        return max(SAME_IDENTIFIER, name_score)
    added = sum(r.adds for r in remarks)
    # Agreement fills part of what is missing to 1, so that scores never heap up there.
    moved = name_score + (added * (1 - name_score) * 4 if added > 0 else added)
    ceiling = min(1.0, name_score + MOST_ADDED)
    return max(0.0, min(moved, ceiling))


def _dates(party: Party, listed: Listed) -> Remark | None:
    if not party.birth_date or not listed.dates:
        return None
    return max((_date(party.birth_date, theirs) for theirs in listed.dates), key=lambda r: r.adds)


def _date(ours: str, theirs: str) -> Remark:
    words = f"{ours} and {theirs}"
    shorter = min(len(ours), len(theirs))
    if ours[:shorter] == theirs[:shorter]:
        adds = _SAME_DAY if shorter >= 10 else _SAME_MONTH if shorter >= 7 else _SAME_YEAR
        return Remark("birth date", adds, f"{words} agree as far as both are known")
    if ours[:4] == theirs[:4]:
        if ours[5:7] == theirs[8:10] and ours[8:10] == theirs[5:7]:
            return Remark("birth date", _DAY_AND_MONTH_SWAPPED, f"{words}: day and month swapped")
        return Remark("birth date", _OTHER_DAY, f"{words}: same year, other day")
    years = (ours[:4], theirs[:4])
    if all(y.isdigit() for y in years) and abs(int(years[0]) - int(years[1])) <= 1:
        return Remark("birth date", _NEAR_YEAR, f"{words}: one year apart")
    return Remark("birth date", _OTHER_YEAR, f"{words} differ")


def _countries(party: Party, listed: Listed) -> Remark | None:
    ours, theirs = {c.lower() for c in party.country}, {c.lower() for c in listed.countries}
    if not ours or not theirs:
        return None
    words = f"{', '.join(sorted(ours))} and {', '.join(sorted(theirs))}"
    if ours & theirs:
        return Remark("country", _SAME_COUNTRY, f"{words} share a country")
    return Remark("country", _OTHER_COUNTRY, f"{words} share none")


def _genders(party: Party, listed: Listed) -> Remark | None:
    if not party.gender or not listed.genders or party.gender in listed.genders:
        return None
    return Remark("gender", _OTHER_GENDER, f"{party.gender} and {', '.join(listed.genders)}")


def _identifiers(ours: Iterable[str], theirs: Iterable[str]) -> Remark | None:
    mine = {n for i in ours if (n := normalised_identifier(i))}
    held = {n for i in theirs if (n := normalised_identifier(i))}
    if not mine or not held:
        return None
    if same := mine & held:
        return Remark("identifier", 1.0, f"{min(same)} stands on both sides", decides=True)
    kinds = {kind_of_identifier(n) for n in mine} & {kind_of_identifier(n) for n in held}
    if not kinds:
        return None
    words = f"{', '.join(sorted(mine))} is not {', '.join(sorted(held))}"
    return Remark("identifier", _OTHER_IDENTIFIER, words)


def _addresses(party: Party, listed: Listed) -> Remark | None:
    if not party.address or not listed.addresses:
        return None
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    near = max(
        fuzz.token_set_ratio(party.address, theirs, processor=default_process)
        for theirs in listed.addresses
    )
    if near < 80:
        return None
    return Remark("address", _SAME_ADDRESS, f"{near:.0f} of 100 words and letters agree")
