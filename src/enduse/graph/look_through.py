"""Economic interest by look-through: for information, under its own name, never deciding.

The interest multiplies stakes along every path. No regime here asks for it; analysts are shown
it beside the answer because it is often mistaken for the answer.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from enduse.graph.stakes.days import day
from enduse.graph.stakes.holdings import holdings_on
from enduse.model import Stake


def look_through_interest(
    stakes: Iterable[Stake], listed: Iterable[str], as_of: str
) -> dict[str, Fraction | None]:
    """Multiply listed persons' stakes through every chain, rings and own shares included.

    Args:
        stakes: Shares of any date; bands, votes and control have no product and are left out.
        listed: Ids of listed persons.
        as_of: Full ISO day.

    Returns:
        For every company the listed persons' interest as an exact fraction; None where a
        band stands in its chain or a ring owns itself entirely, so that there is no number.

    Example:
        >>> from enduse.model import HALF, ShareRange
        >>> half = ShareRange.exactly(HALF)
        >>> chained = [Stake("x", "a", half), Stake("a", "b", half)]
        >>> look_through_interest(chained, ["x"], "2026-06-01")["b"]
        Fraction(1, 4)
    """
    book = holdings_on(day(as_of), stakes)
    source = frozenset(listed)
    rows: dict[str, dict[str, Fraction]] = {}
    fixed: dict[str, Fraction] = {}
    vague: set[str] = set()
    for asset, held in book.shares.items():
        own = book.treasury.get(asset)
        row: dict[str, Fraction] = {} if own is None else {asset: Fraction(own.share.low)}
        known = Fraction(0)
        for holding in held:
            if not holding.share.is_exact or len(holding.holders) > 1:
                vague.add(asset)
            elif holding.holders[0] in source:
                known += holding.share.low
            else:
                one = holding.holders[0]
                row[one] = row.get(one, Fraction(0)) + holding.share.low
        rows[asset], fixed[asset] = row, known
    _spread_vague(rows, vague)
    solvable = {asset: row for asset, row in rows.items() if asset not in vague}
    return dict.fromkeys(vague) | _solve(solvable, fixed)


def _spread_vague(rows: Mapping[str, Mapping[str, Fraction]], vague: set[str]) -> None:
    """A company that depends on one without a number has none either."""
    while True:
        more = {asset for asset, row in rows.items() if vague.intersection(row)} - vague
        if not more:
            return
        vague |= more


def _solve(
    rows: Mapping[str, Mapping[str, Fraction]], fixed: Mapping[str, Fraction]
) -> dict[str, Fraction | None]:
    """Solve interest = fixed + rows x interest, exactly, by elimination."""
    terms = {a: {k: v for k, v in row.items() if k in rows} for a, row in rows.items()}
    constant = {asset: fixed[asset] for asset in rows}
    done: list[str] = []
    stuck: set[str] = set()
    for asset in sorted(rows):
        own = terms[asset].pop(asset, Fraction(0))
        if own == 1:
            stuck.add(asset)
            continue
        scale = 1 / (1 - own)
        terms[asset] = {k: v * scale for k, v in terms[asset].items()}
        constant[asset] *= scale
        for other in rows:
            weight = terms[other].pop(asset, None) if other != asset else None
            if weight is None:
                continue
            constant[other] += weight * constant[asset]
            for k, v in terms[asset].items():
                terms[other][k] = terms[other].get(k, Fraction(0)) + weight * v
        done.append(asset)
    return {a: None if stuck.intersection(terms[a]) or a in stuck else constant[a] for a in rows}
