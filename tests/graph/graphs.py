"""Random ownership graphs with cycles, bands, dates, votes, control and joint holdings."""

from dataclasses import dataclass
from fractions import Fraction
from random import Random

from enduse.model import JointArrangement, Right, Share, ShareRange, Stake
from tests.graph.plain import Plain

AS_OF = "2026-06-01"
AMOUNTS = ("5", "10", "50/3", "25", "30", "40", "49.99", "50", "50.01", "51", "60", "75", "100")
DATES = ((None, None), (None, None), ("2020-01-01", None), (None, "2026-06-01"))
PAST_OR_FUTURE = (("2026-06-02", None), (None, "2026-05-31"), ("2019", "2025"))


@dataclass(frozen=True)
class Drawn:
    """One graph twice: as stakes for the real solver, as plain values for the slow one."""

    stakes: list[Stake]
    agreed: tuple[JointArrangement, ...]
    listed: frozenset[str]
    plain: Plain


def draw(random: Random) -> Drawn:
    """Draw a graph of up to nine parties."""
    parties = "abcdefghi"[: random.randint(3, 9)]
    graph = Plain([], [], [])
    stakes: list[Stake] = []
    seen: set[tuple[Right, tuple[str, ...], str]] = set()
    for _ in range(random.randint(2, 16)):
        right = random.choices([Right.SHARES, Right.VOTES, Right.CONTROL], [8, 1, 1])[0]
        holders = tuple(sorted(random.sample(parties, 2 if random.random() < 0.1 else 1)))
        asset = random.choice(parties)
        if (right, holders, asset) in seen or (right is not Right.SHARES and asset in holders):
            continue
        if len(holders) > 1 and (right is Right.CONTROL or asset in holders):
            continue
        seen.add((right, holders, asset))
        band = _band(random)
        current = random.random() > 0.1
        start, end = random.choice(DATES if current else PAST_OR_FUTURE)
        share = ShareRange(Share(band[0] / 100), Share(band[2] / 100), band[1], band[3])
        if current and right is not Right.CONTROL and random.random() < 0.05:
            start, band = "2026-06", (Fraction(0), False, band[2], band[3])
        given = None if right is Right.CONTROL else share
        joint = holders if len(holders) > 1 else ()
        stakes.append(Stake("+".join(holders), asset, given, None, right, start, end, None, joint))
        if not current:
            continue
        if right is Right.CONTROL:
            graph.control.append((holders[0], asset))
        else:
            table = graph.shares if right is Right.SHARES else graph.votes
            table.append((holders, asset, band))
    agreed: list[JointArrangement] = []
    while random.random() < 0.25:
        together, asset = tuple(random.sample(parties, 2)), random.choice(parties)
        if asset not in together:
            agreed.append(JointArrangement(together, asset))
            graph.agreed.append((together, asset))
    listed = frozenset(random.sample(parties, random.randint(1, 2)))
    random.shuffle(stakes)
    return Drawn(stakes, tuple(agreed), listed, graph)


def _band(random: Random) -> tuple[Fraction, bool, Fraction, bool]:
    if random.random() < 0.75:
        exact = Fraction(random.choice(AMOUNTS))
        return exact, False, exact, False
    low, high = sorted(Fraction(n) for n in random.sample(["0", "10", "25", "50", "75"], 2))
    return low, random.random() < 0.5, high, random.random() < 0.3
