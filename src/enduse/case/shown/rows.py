"""Whole rows of lists around the values that a dossier cites."""

from collections.abc import Iterable, Mapping

from enduse.dossier import Record
from enduse.dossier.anchors import record_anchor
from enduse.model import Evidence, Source
from enduse.sources.decoding import decoded
from enduse.store import Store

_LONGEST = 4_000


def rows_of(
    store: Store, known: Mapping[str, Source], cited: Iterable[Evidence]
) -> tuple[Record, ...]:
    """The row around each cited value, each row once, in the order of the files.

    Args:
        store: The open case.
        known: Sources by hash.
        cited: Values in lists and registers.
    """
    places: dict[str, dict[str, tuple[int, int, str]]] = {}
    for one in cited:
        where = one.locator
        rows = places.setdefault(where.source, {})
        anchor = record_anchor(one)
        low, high, _ = rows.get(anchor, (where.start, where.end, where.part))
        rows[anchor] = (min(low, where.start), max(high, where.end), where.part)
    found = []
    for source, rows in places.items():
        text = decoded(store.originals.path(source).read_bytes())[0]
        for anchor, (start, end, part) in sorted(rows.items(), key=lambda row: row[1]):
            found.append(Record(anchor, known[source], part, _line(text, start, end)))
    return tuple(found)


def _line(text: str, start: int, end: int) -> str:
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if stop - begin > _LONGEST:
        return f"…{text[max(begin, start - 200) : min(stop, end + 200)]}…"
    return text[begin:stop].strip()
