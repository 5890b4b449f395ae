"""One line of the snapshot of persons with significant control, with its place."""

from enduse.model import Evidence, Locator
from enduse.sources.json_records import Node
from enduse.sources.registers.draft import Draft


class Line:
    """One line of the snapshot.

    Attributes:
        company: Company number; empty where there is none.
        kind: Kind of record.
        data: What is said.
    """

    def __init__(self, source: str, number: int, root: Node) -> None:
        self.source, self._part = source, f"row {number}"
        self.root = root
        self.data = root.at("data") or root
        self.company = root.text("company_number")
        self.kind = self.data.text("kind")

    def evidence(self, node: Node, field: str) -> Evidence:
        """The words of one value."""
        return Evidence(Locator(self.source, node.start, node.end, self._part, field), node.quote)

    def texts(self, draft: Draft, prop: str, *path: str) -> None:
        """Add the text under these keys."""
        if (node := self.data.at(*path)) and isinstance(node.value, str):
            draft.text(prop, node.value, self.evidence(node, ".".join(path)))

    def dates(self, draft: Draft, prop: str, *path: str) -> None:
        """Add the date under these keys."""
        if (node := self.data.at(*path)) and isinstance(node.value, str):
            draft.date(prop, node.value, self.evidence(node, ".".join(path)))

    def countries(self, draft: Draft, prop: str, *path: str) -> None:
        """Add the country or nationality under these keys; several stand with commas."""
        if (node := self.data.at(*path)) and isinstance(node.value, str):
            for one in node.value.split(","):
                draft.country(prop, one.strip(), self.evidence(node, ".".join(path)))
