"""Millions of stakes as arrays of whole numbers, with nothing rounded away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from enduse.errors import BadInput
from enduse.graph.stakes.holdings import Holding, Holdings
from enduse.graph.stakes.ranges import Threshold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Ids = NDArray[np.int32]
    Flags = NDArray[np.bool_]

LIMIT = 2**62
SHARES, VOTES, CONTROL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Holdings of one day as columns; a joint holding is held by a party made up for it.

    Shares are multiples of 1/`scale`, so that sums and comparisons of whole numbers are exact.
    An open end of a band is one unit more or less of 1/`fine` of such a multiple: fewer than
    `fine` holdings meet in one company, so the units never add up to a multiple.

    Attributes:
        owner: Number of the holder, per holding.
        asset: Number of the company.
        kind: SHARES, VOTES or CONTROL.
        low: Lower end of what is held, in units of 1/(scale x fine).
        high: Upper end, in the same units.
        parties: How many parties there are, made-up ones included.
        scale: Common denominator of all shares.
        fine: Units in one multiple.
        joint: For made-up parties: their number, and their holders' numbers.
    """

    owner: Ids
    asset: Ids
    kind: NDArray[np.int8]
    low: Ints
    high: Ints
    parties: int
    scale: int
    fine: int
    joint: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def mark(self, threshold: Threshold) -> int:
        """The least whole number that meets a threshold.

        Example:
            >>> from enduse.model import HALF
            >>> one = columns_from_numbers([0], [1], [1], [2], parties=2)
            >>> one.mark(Threshold(HALF, True)), one.mark(Threshold(HALF, False))
            (1, 2)
        """
        exact = Fraction(threshold.share) * self.scale * self.fine
        whole = -(-exact.numerator // exact.denominator)
        return whole + (1 if not threshold.inclusive and whole == exact else 0)


def columns_from_numbers(
    owner: Sequence[int] | Ids,
    asset: Sequence[int] | Ids,
    numerator: Sequence[int] | Ints,
    denominator: Sequence[int] | Ints,
    *,
    parties: int,
) -> Columns:
    """Take exact shares of numbered parties straight from arrays.

    Args:
        owner: Numbers of holders, 0 to parties - 1.
        asset: Numbers of companies.
        numerator: Numerators of the shares, 0 or more.
        denominator: Denominators, 1 or more.
        parties: How many parties there are.

    Raises:
        BadInput: The shares have no common denominator small enough for exact whole numbers.
    """
    import numpy as np

    bottom = np.asarray(denominator, dtype=np.int64)
    scale = lcm(*(int(n) for n in np.unique(bottom))) if len(bottom) else 1
    owners, assets = np.asarray(owner, dtype=np.int32), np.asarray(asset, dtype=np.int32)
    busiest = int(np.bincount(assets).max()) if len(assets) else 0
    top = np.asarray(numerator, dtype=np.int64)
    biggest = int(top.max()) if len(top) else 0
    fits(scale * max(busiest, 1) * max(biggest, 1))
    units = top * (scale // bottom)
    kinds = np.zeros(len(owners), dtype=np.int8)
    return Columns(owners, assets, kinds, units, units, parties, scale, 1)


def columns_from_holdings(book: Holdings, number: dict[str, int]) -> Columns:
    """Turn the holdings of a day into columns.

    Args:
        book: Holdings as `holdings_on` makes them. Joint arrangements have no columns; ask
            about parties bound by one with `assess_party`.
        number: Filled with a number for every party.

    Raises:
        BadInput: The shares have no common denominator small enough for exact whole numbers.
    """
    import numpy as np

    for party in sorted(book.parties):
        number.setdefault(party, len(number))
    rows, busiest = _rows(book)
    scale = lcm(*{n.denominator for h, _ in rows for n in (h.share.low, h.share.high)}, 1)
    fine = 1 << (busiest + 1).bit_length()
    most = max((h.share.high for h, _ in rows), default=Fraction(1))
    fits(scale * fine * (busiest + 1) * (int(most) + 1))
    parties, made_up = len(number), []
    table: list[tuple[int, int, int, int, int]] = []
    for holding, what in rows:
        holder = number[holding.holders[0]]
        if len(holding.holders) > 1:
            holder, parties = parties, parties + 1
            together = tuple(number[one] for one in holding.holders)
            made_up.append((holder, together))
            table += [(one, holder, SHARES, 1, 1) for one in together]
        low = int(holding.share.low * scale) * fine + holding.share.low_open
        high = int(holding.share.high * scale) * fine - holding.share.high_open
        table.append((holder, number[holding.asset], what, low, high))
    for links in book.control.values():
        for link in links:
            company = number[link.asset]
            ruling = [number[one] for one in link.controllers if one != link.asset]
            table += [(one, company, CONTROL, int(link.sure), 1) for one in ruling]
    columns = np.array(table, dtype=np.int64).reshape(-1, 5)
    return Columns(
        columns[:, 0].astype(np.int32),
        columns[:, 1].astype(np.int32),
        columns[:, 2].astype(np.int8),
        columns[:, 3].copy(),
        columns[:, 4].copy(),
        parties,
        scale,
        fine,
        tuple(made_up),
    )


def _rows(book: Holdings) -> tuple[list[tuple[Holding, int]], int]:
    rows: list[tuple[Holding, int]] = []
    busiest = 0
    tables: Iterable[tuple[int, dict[str, list[Holding]]]] = (
        (SHARES, book.shares),
        (VOTES, book.votes),
    )
    for what, table in tables:
        for held in table.values():
            busiest = max(busiest, len(held))
            rows += [(h, what) for h in held]
    return rows, busiest


def fits(largest: int) -> None:
    """Refuse sums that could leave the range of whole numbers.

    Raises:
        BadInput: They could.
    """
    if largest >= LIMIT:
        raise BadInput(
            "The shares have too many different denominators for exact whole numbers.",
            hint="Ask about one party at a time; that reckons with fractions.",
        )
