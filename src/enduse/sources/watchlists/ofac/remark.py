"""A remark of OFAC's CSV set, put together where its end stands in the comments file."""

from collections.abc import Iterator, Sequence

from enduse.model import Evidence, Issue
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.ofac.record import Record
from enduse.sources.watchlists.ofac.remarks import Item, items

LIMIT = 1_000
"""OFAC cuts a remark after this many characters; the rest stands in the comments file."""


class Remark:
    """The whole remark of one party and the place of each of its characters.

    Args:
        record: Row of the primary file.
        comments: Rows of the comments file; a remark is cut in the middle of a word.
    """

    def __init__(self, record: Record, comments: Sequence[Record]) -> None:
        head = record.cell("Remarks")
        text = "" if not record.text("Remarks") else head.value
        self._pieces = [(0, len(text), record.place, head, "Remarks")]
        for one in comments:
            if tail := one.text("comment"):
                cell = one.cell("comment")
                begin = len(text)
                text += cell.value
                self._pieces.append((begin, begin + len(cell.value), one.place, cell, "comment"))
                del tail
        self.text = text
        self._is_cut = len(head.value) == LIMIT and len(self._pieces) == 1

    def items(self) -> Iterator[Item]:
        """The items of the whole remark."""
        return items(self.text)

    def evidence(self, item: Item) -> Evidence:
        """Where an item stands; of one that lies across the cut, the longer part of it."""
        begin, end = item.start, item.end
        best = max(self._pieces, key=lambda one: min(end, one[1]) - max(begin, one[0]))
        first, last, place, cell, field = best
        return place.within(cell, field, max(begin, first) - first, min(end, last) - first)

    def keep(self, entry: Entry) -> None:
        """Keep the remark unabridged; report one whose end is missing."""
        text = self.text.strip()
        if not text:
            return
        _, _, place, cell, field = self._pieces[0]
        evidence = place.cell(cell, field)
        entry.add("notes", text, evidence, written=text)
        if self._is_cut:
            message = (
                "This remark is cut at 1,000 characters and its end is in none of the files. "
                "Read it together with the comments file of the same day."
            )
            entry.issues.append(Issue(evidence.locator, message, text[-200:]))
