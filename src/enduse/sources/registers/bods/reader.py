"""Read BODS statements of any version into companies, persons and interests."""

from collections.abc import Iterator, Sequence
from json import JSONDecodeError

from enduse.errors import UnreadableSource
from enduse.model import Issue, Locator, Statement
from enduse.sources.json_records import json_pieces, parsed
from enduse.sources.protocols import StoredFile
from enduse.sources.registers.bods.context import Context
from enduse.sources.registers.bods.index import indexed
from enduse.sources.registers.bods.interests import interests
from enduse.sources.registers.bods.parties import entity, person
from enduse.sources.text_chunks import packed

_KINDS = {
    "entity": entity,
    "entityStatement": entity,
    "person": person,
    "personStatement": person,
    "relationship": interests,
    "ownershipOrControlStatement": interests,
}


class BodsReader:
    """Reads BODS 0.1 to 0.4 from JSON arrays or JSON lines. Entry-point name: `bods`."""

    name = "bods"
    version = "2"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read declarations; of several statements of one record the latest stands.

        Raises:
            UnreadableSource: A file is packed, or holds not one BODS statement.
        """
        for file in files:
            if packing := packed(file.path):
                raise UnreadableSource(file.name, "the file", f"it is packed ({packing})")
            yield from self._file(file)

    def _file(self, file: StoredFile) -> Iterator[Statement | Issue]:
        index = indexed(json_pieces(file.path))
        if not index.standing:
            raise UnreadableSource(file.name, "the file", "no BODS statement is in it")
        for piece in json_pieces(file.path):
            where = Locator(file.sha256, piece.start, piece.end, f"statement {piece.number}")
            if piece.fault:
                yield Issue(where, piece.fault, piece.text[:200])
                continue
            try:
                root = parsed(piece)
            except JSONDecodeError as error:
                message = f"Not JSON at its character {error.pos + 1}: {error.msg}."
                yield Issue(where, message, piece.text[:200])
                continue
            if piece.number in index.again:
                message = "The id of this statement came before; of the two the later one stands."
                yield Issue(where, message, piece.text[:200])
            yield from _statement(Context(file.sha256, piece, root, index), where)


def _statement(at: Context, where: Locator) -> Iterator[Statement | Issue]:
    kind = at.root.text("recordType") or at.root.text("statementType")
    make = _KINDS.get(kind)
    if make is None or not at.record_id:
        yield Issue(where, f"A statement of the unknown kind {kind!r}, or without an id.", at.start)
    elif at.is_standing:
        yield from make(at)
