"""The names of parties against all lists at once; loaded only where something must be screened."""

from collections.abc import Iterable, Iterator, Sequence

from enduse.matching import fingerprint
from enduse.model import Hit
from enduse.model.ftm import entities
from enduse.screening import (
    DEFAULT_THRESHOLD,
    Listed,
    Party,
    ScreeningIndex,
    listed_from_ftm,
    screen,
)
from enduse.store import Store
from enduse.store.parties import PartyRow
from enduse.store.statements import statements

MOST_HITS = 8
# Entries below the threshold are kept too, down to here: an analyst must see which like names
# were met and not proposed. "VEKTOR, OOO" beside "TSK Vektor" is such a one.
LIKE_NAME = 0.35


class Comparing:
    """An index over the lists of a case and those installed on the machine."""

    threshold = DEFAULT_THRESHOLD
    kept_from = LIKE_NAME

    @property
    def terms(self) -> dict[str, object]:
        """On what terms parties are screened: what a second person needs beside the lists."""
        terms = {"threshold": DEFAULT_THRESHOLD, "kept_from": LIKE_NAME, "limit": MOST_HITS}
        return {**terms, "engine": fingerprint()}

    def __init__(self, store: Store, outside: Iterable[Listed]) -> None:
        self._index = ScreeningIndex.build([*_listed(store), *outside])

    def hits(self, row: PartyRow, names: Sequence[str]) -> list[Hit]:
        """Entries that resemble one party by any of its names, best first."""
        party = Party(name=row.name, schema=row.schema, other_names=tuple(names))
        return screen(party, self._index, LIKE_NAME, MOST_HITS)


def _listed(store: Store) -> Iterator[Listed]:
    with store.read() as connection:
        for entity in entities(statements(connection)):
            one = listed_from_ftm(entity)
            if one is not None:
                yield one


def proposed(found: Sequence[Hit]) -> set[str]:
    """Ids of the best entry of each list that reaches the threshold; equals are all kept."""
    best: dict[tuple[str, ...], float] = {}
    for hit in found:
        best[hit.datasets] = max(best.get(hit.datasets, DEFAULT_THRESHOLD), hit.score)
    return {hit.id for hit in found if hit.score >= best[hit.datasets]}
