"""Which judgement stands about a hit today, and which hits it suppresses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from enduse.model import Hit, HitJudgement, Verdict

_WORDS = {
    Verdict.POSITIVE: "judged the same",
    Verdict.NEGATIVE: "judged different",
    Verdict.UNSURE: "left open",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A judgement about a hit that is before us, and whether it still holds.

    Attributes:
        judgement: The newest about these two that was not taken back.
        lapsed: Why it holds no longer; empty where it does.
    """

    judgement: HitJudgement
    lapsed: str = ""

    @property
    def suppresses(self) -> bool:
        """The hit is one that a reviewer set aside, for reasons that still hold."""
        return self.judgement.verdict is Verdict.NEGATIVE and not self.lapsed

    @property
    def settles(self) -> bool:
        """Nobody needs to look at the hit again."""
        return self.judgement.verdict is not Verdict.UNSURE and not self.lapsed

    @property
    def words(self) -> str:
        """The judgement as the next reviewer reads it."""
        made = self.judgement
        said = f"{_WORDS[made.verdict]} by {made.by} on {made.at[:10]}"
        if made.until:
            said += f" until {made.until}"
        return f"{said}: {made.reason}" + (f" ({self.lapsed})" if self.lapsed else "")


@dataclass(frozen=True, slots=True)
class Sifted:
    """Hits of one party, parted by what was judged.

    Attributes:
        open: Hits to look at, with what was judged about them before, best first.
        suppressed: Hits that a reviewer judged different, never silently gone.
    """

    open: tuple[tuple[Hit, Standing | None], ...]
    suppressed: tuple[tuple[Hit, Standing], ...]


class Memory:
    """All judgements about hits, as they stand on one day.

    Example:
        >>> one = HitJudgement(1, "a", (), "x-1", "c", Verdict.NEGATIVE, "Ann", "2026-01-01", "Age")
        >>> Memory([one], "2026-02-01").about("a", "", "x-1", "c").words
        'judged different by Ann on 2026-01-01: Age'
    """

    def __init__(self, made: Iterable[HitJudgement] = (), day: str = "") -> None:
        """Read a record of judgements.

        Args:
            made: In the order in which they were made.
            day: Today, ISO.
        """
        made = list(made)
        self.day = day
        self.last = made[-1].seq if made else 0
        gone = {one.takes_back for one in made}
        self._stands: dict[str, list[HitJudgement]] = {}
        for one in made:
            if one.verdict is not Verdict.RETRACTED and one.seq not in gone:
                self._stands.setdefault(one.asked, []).append(one)

    def __bool__(self) -> bool:
        """Tell whether anything stands."""
        return bool(self._stands)

    @property
    def state(self) -> list[int]:
        """Numbers of the judgements that hold today: what an answer depends on."""
        return sorted(
            one.seq
            for made in self._stands.values()
            for one in made
            if one.until is None or self.day <= one.until
        )

    def spare(self, asked: str) -> int:
        """How many more hits must be asked for so that suppressed ones push no other out."""
        held = self._stands.get(asked)
        return len({one.entity for one in held}) if held else 0

    def about(self, asked: str, party_id: str, entity: str, listed: str) -> Standing | None:
        """The judgement about a hit; None where nobody judged it.

        Args:
            asked: Fingerprint of the party.
            party_id: The caller's key of the party; empty where it has none.
            entity: Id of the listed entity.
            listed: Its fingerprint today.
        """
        for one in reversed(self._stands.get(asked, [])):
            if one.entity == entity and (not one.ids or party_id in one.ids):
                return Standing(one, self._lapsed(one, listed))
        return None

    def _lapsed(self, one: HitJudgement, listed: str) -> str:
        if one.listed != listed:
            return "the list has changed this entity since"
        if one.until is not None and self.day > one.until:
            return "the day has passed"
        return ""

    def sift(self, asked: str, party_id: str, hits: Sequence[Hit], limit: int) -> Sifted:
        """Part the hits of one party; at most `limit` stay open.

        Args:
            asked: Fingerprint of the party.
            party_id: The caller's key of the party; empty where it has none.
            hits: Best first, `spare` more than the limit.
            limit: At most so many open ones.
        """
        open_hits: list[tuple[Hit, Standing | None]] = []
        suppressed: list[tuple[Hit, Standing]] = []
        for hit in hits:
            standing = self.about(asked, party_id, hit.id, hit.content)
            if standing is not None and standing.suppresses:
                suppressed.append((hit, standing))
            elif len(open_hits) < limit:
                open_hits.append((hit, standing))
        return Sifted(tuple(open_hits), tuple(suppressed))
