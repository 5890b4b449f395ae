"""An answer that is given again, beside the one that was recorded: the same, or how it differs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from enduse.model import Hit

# Scores are recorded with four digits; the last may be rounded otherwise on another processor.
_ROUNDING = 0.00011


@dataclass(frozen=True, slots=True)
class Recorded:
    """One recorded question.

    Attributes:
        name: The party's, for the reader.
        hits: Listed entity to its fingerprint and score.
        rows: How many rows asked it.
    """

    name: str
    hits: Mapping[str, tuple[str, float]]
    rows: int = 1


@dataclass(slots=True)
class Comparison:
    """Takes answers one by one and notes what differs from the record.

    Attributes:
        recorded: By fingerprint of the party.
        differences: One sentence each.
    """

    recorded: Mapping[str, Recorded]
    differences: list[str] = field(default_factory=list)
    _met: dict[str, int] = field(default_factory=dict)

    def take(self, asked: str, name: str, hits: Sequence[Hit], rows: int = 1) -> None:
        """Compare the answer to one question.

        Args:
            asked: Fingerprint of the party.
            name: Its name.
            hits: What was found now.
            rows: How many rows ask it.
        """
        was = self.recorded.get(asked)
        again = asked in self._met
        self._met[asked] = self._met.get(asked, 0) + rows
        if again:
            return
        old = dict(was.hits) if was else {}
        for hit in hits:
            held = old.pop(hit.id, None)
            if held is None:
                self._note(name, f"{hit.id} is found at {hit.score:.4f} and was not recorded")
            elif held[0] != hit.content:
                self._note(name, f"{hit.id} is another record in the list")
            elif abs(held[1] - hit.score) > _ROUNDING:
                self._note(name, f"{hit.id} scores {hit.score:.4f}, recorded {held[1]:.4f}")
        for entity, (_, score) in old.items():
            self._note(name, f"{entity}, recorded at {score:.4f}, is not found")

    def finish(self) -> list[str]:
        """Note what was recorded and never asked again; give all differences."""
        for asked, was in self.recorded.items():
            rows = self._met.get(asked, 0)
            if rows != was.rows:
                self._note(was.name, f"has an answer in {rows:,} rows, recorded {was.rows:,}")
        return self.differences

    def _note(self, name: str, what: str) -> None:
        self.differences.append(f"{name}: {what}.")
