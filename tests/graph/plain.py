"""A slow, plain solver of the ownership rules, written apart from the real one to check it.

It knows nothing of indices, ranks or bands as objects: it picks one number for every stake,
loops over everything until nothing changes, and is asked twice, for the lowest and for the
highest numbers the data allow.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

Met = Callable[[Fraction, bool], bool]


@dataclass
class Plain:
    """A graph in plain values. Amounts are (low, low_open, high, high_open) in percent."""

    shares: list[tuple[tuple[str, ...], str, tuple[Fraction, bool, Fraction, bool]]]
    votes: list[tuple[tuple[str, ...], str, tuple[Fraction, bool, Fraction, bool]]]
    control: list[tuple[str, str]]
    agreed: list[tuple[tuple[str, ...], str]] = field(default_factory=list)


def at_least(mark: int, low_end: bool) -> Met:
    """Met by the number itself; an open upper end never quite gets there."""
    return lambda n, is_open: n > mark or (n == mark and (low_end or not is_open))


def more_than(mark: int, low_end: bool) -> Met:
    """Met by anything above; an open lower end is above its number."""
    return lambda n, is_open: n > mark or (n == mark and low_end and is_open)


def pick(amount: tuple[Fraction, bool, Fraction, bool], low_end: bool) -> tuple[Fraction, bool]:
    return (amount[0], amount[1]) if low_end else (amount[2], amount[3])


def votes_of(
    graph: Plain, asset: str
) -> list[tuple[tuple[str, ...], tuple[Fraction, bool, Fraction, bool]]]:
    stated = [(h, n) for h, a, n in graph.votes if a == asset]
    if not stated:
        return []
    apart = {h for h, _ in stated}
    return stated + [(h, n) for h, a, n in graph.shares if a == asset and h not in apart]


def summed(amounts: list[tuple[Fraction, bool]]) -> tuple[Fraction, bool]:
    return sum((n for n, _ in amounts), Fraction(0)), any(o for _, o in amounts)


def added_up(
    graph: Plain, listed: set[str], low_end: bool, *, inclusive: bool, control: bool
) -> tuple[set[str], dict[str, Fraction]]:
    """US, BIS (control False) and EU (control True): one pot for all listed persons."""
    owned = (at_least if inclusive else more_than)(50, low_end)
    majority = more_than(50, low_end)
    caught = set(listed)
    assets = {a for _, a, _ in graph.shares} | {a for _, a, _ in graph.votes}
    assets |= {a for _, a in graph.control}
    while True:
        more = set()
        for asset in assets - caught:
            held = [
                pick(n, low_end)
                for holders, a, n in graph.shares
                if a == asset and holders != (asset,) and set(holders) <= caught
            ]
            ballots = [
                pick(n, low_end) for holders, n in votes_of(graph, asset) if set(holders) <= caught
            ]
            if (
                owned(*summed(held))
                or (control and ballots and majority(*summed(ballots)))
                or (control and any(a == asset and c in caught for c, a in graph.control))
            ):
                more.add(asset)
        if not more:
            break
        caught |= more
    sums = {
        asset: summed(
            [
                pick(n, low_end)
                for holders, a, n in graph.shares
                if a == asset and holders != (asset,) and set(holders) <= caught
            ]
        )[0]
        for asset in assets
    }
    return caught, sums


def apart(graph: Plain, listed: set[str], low_end: bool) -> tuple[set[str], dict[str, Fraction]]:
    """UK: every person alone, everybody solved at once because of joint arrangements."""
    over = more_than(50, low_end)
    everybody = {h for hs, _, _ in graph.shares for h in hs} | listed
    everybody |= {p for ps, _ in graph.agreed for p in ps} | {c for c, _ in graph.control}
    assets = {a for _, a, _ in graph.shares} | {a for _, a, _ in graph.votes}
    assets |= {a for _, a in graph.control}
    has = {person: {person} for person in everybody}
    links = {person: {person} for person in everybody}

    def speaks_for(person: str, asset: str) -> set[str]:
        voice = set(links[person])
        grew = True
        while grew:
            grew = False
            for parties, a in graph.agreed:
                if a == asset and voice & set(parties):
                    wider = voice.union(*(links.get(p, {p}) for p in parties), set(parties))
                    grew = grew or wider != voice
                    voice = wider
        return voice

    def total(person: str, asset: str) -> tuple[Fraction, bool]:
        voice = speaks_for(person, asset)
        return summed(
            [
                pick(n, low_end)
                for holders, a, n in graph.shares
                if a == asset and holders != (asset,) and set(holders) & voice
            ]
        )

    changed = True
    while changed:
        changed = False
        for person in everybody:
            for asset in assets - links[person]:
                voice = speaks_for(person, asset)
                ballots = [
                    pick(n, low_end)
                    for holders, n in votes_of(graph, asset)
                    if set(holders) & voice
                ]
                by_shares = over(*total(person, asset))
                by_rights = (ballots and over(*summed(ballots))) or any(
                    a == asset and c in links[person] for c, a in graph.control
                )
                if asset not in has[person] and (by_shares or by_rights):
                    has[person].add(asset)
                    changed = True
                if by_rights or (by_shares and not votes_of(graph, asset)):
                    links[person].add(asset)
                    changed = True
    caught = set(listed).union(*(has[p] for p in listed))
    sums = {a: max((total(p, a)[0] for p in listed), default=Fraction(0)) for a in assets}
    return caught, sums
