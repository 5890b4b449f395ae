"""What in the lists made the difference between two answers, as far as their versions tell."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from enduse.errors import EnduseError

if TYPE_CHECKING:
    from enduse.lists.used import UsedList
    from enduse.screening.memory.changes import HitChange
    from enduse.store.desk.rows import HitRow

_OTHERWISE = {
    "new": "not changed; its words are rarer in the lists now, or enduse is another version",
    "gone": "below the threshold now",
    "cut": "others are better now",
}
_Touched = tuple[frozenset[str], frozenset[str]]


class Reasons:
    """Compares lists of a choice, as they were and as they are."""

    def __init__(self, home: Path, before: "Iterable[UsedList]", now: "Iterable[UsedList]") -> None:
        """Note which lists have other versions, came or went.

        Args:
            home: Folder of installed lists.
            before: The lists of the earlier answers; one may stand there in several versions.
            now: The lists of the later answer.
        """
        versions = {one.name: one.version for one in now}
        before = list(before)
        names = {one.name for one in before}
        self.updates = {
            (one.name, one.version): versions.get(one.name, "not installed")
            for one in before
            if versions.get(one.name) != one.version
        }
        self._came = versions.keys() - names
        self._went = names - versions.keys()
        self.updates |= {(name, "not asked"): versions[name] for name in self._came}
        self._home = home
        self._known: dict[tuple[str, str], _Touched] = {}

    def why(self, one: "HitChange[HitRow]") -> str:
        """Say it in a few words for the reviewer."""
        hit = one.now or one.before
        datasets = set(hit.datasets.split("\n")) if hit is not None else set[str]()
        if one.before is None and (names := datasets & self._came):
            return f"{min(names)} was not asked before"
        if one.now is None and (names := datasets & self._went):
            return f"{min(names)} is no longer installed"
        for (name, old), new in self.updates.items():
            parties, gone = self._touched(name, old, new)
            if one.entity in gone:
                return "no longer listed"
            if one.entity in parties:
                return "the list changed it" if one.before else "the list added or changed it"
        return _OTHERWISE.get(one.what, "")

    def _touched(self, name: str, old: str, new: str) -> _Touched:
        """Parties that came or changed, and parties that are gone; none known of a file."""
        from enduse.lists.diff import to_screen_again

        if (name, old) not in self._known:
            self._known[name, old] = frozenset(), frozenset()
            if name not in self._came | self._went:
                try:
                    found = to_screen_again(self._home, name, old, new)
                except EnduseError:
                    return self._known[name, old]
                self._known[name, old] = found.parties, found.gone
        return self._known[name, old]
