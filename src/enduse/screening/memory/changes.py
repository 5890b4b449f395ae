"""Two answers about the same parties side by side: what is new, what changed, what is gone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

NEW, CHANGED, GONE, CUT = "new", "changed", "gone", "cut"


class Seen(Protocol):
    """A hit as it was recorded."""

    @property
    def listed(self) -> str:
        """Fingerprint of the listed entity."""
        ...

    @property
    def score(self) -> float:
        """0 to 1."""
        ...


S = TypeVar("S", bound=Seen)


@dataclass(frozen=True, slots=True)
class HitChange(Generic[S]):
    """One hit that is not as it was.

    Attributes:
        what: "new", "changed" (what the list says of the entity), "gone", or "cut" (others are
            better now, and no more are shown).
        asked: Fingerprint of the party.
        entity: Id of the listed entity.
        before: As it was; None of a new one.
        now: As it is; None of one that is gone or cut.
    """

    what: str
    asked: str
    entity: str
    before: S | None
    now: S | None


@dataclass(frozen=True, slots=True)
class Changes(Generic[S]):
    """What a second run found otherwise.

    Attributes:
        hits: Those that are not as they were, in the order of parties and entities.
        same: How many hits are as they were.
        moved: How many of these have another score: words are rarer or more frequent now.
        furthest: By how much at most.
    """

    hits: tuple[HitChange[S], ...]
    same: int
    moved: int
    furthest: float


Answers = Mapping[str, Mapping[str, S]]
"""Fingerprint of a party to its hits by entity."""


def changes(before: Answers[S], now: Answers[S], limit: int) -> Changes[S]:
    """Compare two answers hit by hit.

    Args:
        before: The earlier ones.
        now: The later ones.
        limit: At most so many hits a party were given.

    A listed entity whose record is the same, at a score a little higher or lower, is no news:
    scores weigh words by how rare they are in the lists, so each update moves some. These are
    counted and not shown.
    """
    found: list[HitChange[S]] = []
    same, moved, furthest = 0, 0, 0.0
    for asked in sorted(before.keys() | now.keys()):
        old, new = before.get(asked, {}), now.get(asked, {})
        for entity in sorted(old.keys() | new.keys()):
            was, is_now = old.get(entity), new.get(entity)
            if was is None or is_now is None or was.listed != is_now.listed:
                lost = CUT if len(new) >= limit else GONE
                what = NEW if was is None else lost if is_now is None else CHANGED
                found.append(HitChange(what, asked, entity, was, is_now))
                continue
            by = abs(was.score - is_now.score)
            same, moved, furthest = same + 1, moved + (by > 0), max(furthest, by)
    return Changes(tuple(found), same, moved, furthest)
