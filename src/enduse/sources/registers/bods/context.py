"""One BODS statement with what the readers of its parts ask for, whatever its version."""

from enduse.model import Evidence, Locator
from enduse.sources.json_records import Node
from enduse.sources.json_split import Piece
from enduse.sources.registers.bods.index import Index
from enduse.sources.registers.draft import Draft


class Context:
    """A statement, its place, and the index of its file.

    Attributes:
        root: The whole statement.
        details: Its record: `recordDetails` in 0.4, the statement itself before.
        index: Of the whole file.
        record_id: The record's id, without our prefix; empty where it has none.
    """

    def __init__(self, source: str, piece: Piece, root: Node, index: Index) -> None:
        self.source, self.root, self.index = source, root, index
        self._piece = piece
        self.details = root.at("recordDetails") or root
        statement = root.text("statementId") or root.text("statementID")
        self._part = f"statement {statement or piece.number}"
        self.record_id = root.text("recordId") or index.record(statement)

    @property
    def is_standing(self) -> bool:
        """This statement, and no later one, says how its record stands."""
        return self.index.standing.get(self.record_id) == self._piece.number

    @property
    def is_closed(self) -> bool:
        """The publisher has closed the record."""
        return self.root.text("recordStatus") == "closed"

    @property
    def start(self) -> str:
        """The beginning of the statement, for issues."""
        return self._piece.text[:200]

    def evidence(self, node: Node, field: str) -> Evidence:
        """The words of one value."""
        place = Locator(self.source, node.start, node.end, self._part, field)
        return Evidence(place, node.quote)

    def draft(self, entity_id: str, schema: str) -> Draft:
        """A new entity, proved by the statement as a whole."""
        id_key = "recordId" if self.root.text("recordId") else "statementID"
        node = self.root.at(id_key) or self.root.at("statementId") or self.root
        node = node if node.quote else self.root
        return Draft(entity_id, schema, "bods", self.evidence(node, id_key))

    def texts(self, draft: Draft, prop: str, *path: str) -> None:
        """Add every string under these keys as a text."""
        for node in self.details.items(*path):
            if isinstance(node.value, str):
                draft.text(prop, node.value, self.evidence(node, path[-1]))

    def dates(self, draft: Draft, prop: str, *path: str) -> None:
        """Add the date under these keys."""
        for node in self.details.items(*path):
            if isinstance(node.value, str):
                draft.date(prop, node.value, self.evidence(node, path[-1]))

    def countries(self, draft: Draft, prop: str, *path: str) -> None:
        """Add every country object or string under these keys, by its code if it has one."""
        for node in self.details.items(*path):
            self.country(draft, prop, node, path[-1])

    def country(self, draft: Draft, prop: str, node: Node, field: str) -> None:
        """Add one country, an object of code and name or a bare string."""
        told = node.at("code") or node.at("name") or node
        if isinstance(told.value, str):
            draft.country(prop, told.value, self.evidence(told, field))
