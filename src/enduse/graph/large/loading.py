"""Register-sized sets of stakes made into columns in one pass, without a fraction per row."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from math import lcm
from typing import TYPE_CHECKING

from enduse.graph.large.columns import CONTROL, SHARES, VOTES, Columns, columns_from_holdings, fits
from enduse.graph.stakes.days import Holds, day, on
from enduse.graph.stakes.holdings import holdings_on
from enduse.graph.stakes.ranges import UNKNOWN
from enduse.model import FULL, NOTHING, Right, ShareRange, Stake

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.int64]

_KINDS = {Right.SHARES: SHARES, Right.VOTES: VOTES, Right.CONTROL: CONTROL}


def columns_from_stakes(stakes: Sequence[Stake], as_of: str, number: dict[str, int]) -> Columns:
    """Turn stakes of any dates into columns of one day.

    The same as `holdings_on` and `columns_from_holdings`, which still do what is not plain:
    joint holdings, and whatever several records say of one holder and company.

    Args:
        stakes: Shares, votes and control; parents in the accounts have no share and are
            left out.
        as_of: Full ISO day.
        number: Filled with a number for every party.

    Returns:
        The columns.

    Raises:
        BadInput: The shares have no common denominator small enough for exact whole numbers.
    """
    import numpy as np

    flat, bands = _read(stakes, day(as_of), number)
    rows = np.frombuffer(flat, dtype=np.int64).reshape(-1, 5)
    special = _special(rows, len(number))
    by_hand = np.isin(rows[:, 1], rows[special | (rows[:, 2] == VOTES), 1])
    rest = [stakes[row] for row in rows[by_hand, 4].tolist()]
    slow = columns_from_holdings(holdings_on(as_of, rest), number)
    kept = rows[~by_hand]
    scale = lcm(slow.scale, *{n.denominator for b in bands for n in (b.low, b.high)})
    busiest = int(np.bincount(rows[:, 1]).max()) if len(rows) else 0
    fine = max(slow.fine, 1 << (busiest + 1).bit_length())
    fits(scale * fine * (busiest + 1) * (int(max((b.high for b in bands), default=0)) + 1))
    low = np.array([int(b.low * scale) * fine + b.low_open for b in bands], dtype=np.int64)
    high = np.array([int(b.high * scale) * fine - b.high_open for b in bands], dtype=np.int64)
    control = kept[:, 2] == CONTROL
    lows = np.where(control, kept[:, 3], low[np.where(control, 0, kept[:, 3])])
    highs = np.where(control, 1, high[np.where(control, 0, kept[:, 3])])
    again_low, again_high = _rescaled(slow, scale, fine)
    return Columns(
        np.concatenate([kept[:, 0].astype(np.int32), slow.owner]),
        np.concatenate([kept[:, 1].astype(np.int32), slow.asset]),
        np.concatenate([kept[:, 2].astype(np.int8), slow.kind]),
        np.concatenate([lows, again_low]),
        np.concatenate([highs, again_high]),
        slow.parties,
        scale,
        fine,
        slow.joint,
    )


def _read(
    stakes: Sequence[Stake], as_of: str, number: dict[str, int]
) -> tuple[array[int], list[ShareRange]]:
    """Five numbers per stake of the day: holder, company, kind, band or certainty, place.

    The holder of a joint holding is -1. Bands are looked up by their numerators and
    denominators, because the hash of a fraction costs more than all the rest.
    """
    table = array("q")
    bands: list[ShareRange] = [UNKNOWN]
    known: dict[tuple[object, ...], int] = {}
    dated: dict[tuple[str | None, str | None], Holds] = {}
    count = number.setdefault
    for place, stake in enumerate(stakes):
        asset = count(stake.asset, len(number))
        owner = -1 if stake.joint else count(stake.owner, len(number))
        for one in stake.joint:
            count(one, len(number))
        dates = stake.start, stake.end
        holds = dated.get(dates)
        if holds is None:
            holds = dated[dates] = on(as_of, *dates)
        kind = _KINDS.get(stake.right)
        if holds is Holds.NO or kind is None or owner == asset:
            continue
        if kind == CONTROL:
            table.extend((owner, asset, kind, int(holds is Holds.YES), place))
            continue
        share = stake.share
        band = 0
        if share is not None:
            low, high = share.low.as_integer_ratio(), share.high.as_integer_ratio()
            key = low, high, share.low_open, share.high_open, holds
            found = known.get(key)
            if found is None:
                found = known[key] = len(bands)
                sure = holds is Holds.YES
                bands.append(share if sure else ShareRange(NOTHING, share.high, False, key[3]))
            band = found
        elif holds is Holds.PERHAPS:
            band = known.setdefault((), len(bands))
            if band == len(bands):
                bands.append(ShareRange(NOTHING, FULL))
        table.extend((owner, asset, kind, band, place))
    return table, bands


def _special(rows: Table, parties: int) -> NDArray[np.bool_]:
    """Rows that do not stand for themselves: joint ones, and several about the same pair."""
    import numpy as np

    key = (rows[:, 0] * parties + rows[:, 1]) * 3 + rows[:, 2]
    _, first, count = np.unique(key, return_inverse=True, return_counts=True)
    return np.asarray((count[first] > 1) | (rows[:, 0] < 0))


def _rescaled(slow: Columns, scale: int, fine: int) -> tuple[Table, Table]:
    """Bring columns made by hand to the common scale; ends keep their open units."""
    import numpy as np

    control, made_up = slow.kind == CONTROL, np.isin(slow.asset, [n for n, _ in slow.joint])
    keep = control | made_up
    factor = scale // slow.scale
    low = (slow.low // slow.fine) * factor * fine + slow.low % slow.fine
    upper = -(-slow.high // slow.fine)
    high = upper * factor * fine - (upper * slow.fine - slow.high)
    return np.where(keep, slow.low, low), np.where(keep, slow.high, high)
