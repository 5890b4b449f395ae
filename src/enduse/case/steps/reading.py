"""Step one: documents to canonical text, lists and registers to statements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from enduse.case.groups import in_groups
from enduse.case.intake import DOCUMENT, add_attachment
from enduse.case.progress import Progress
from enduse.errors import EnduseError
from enduse.model import Issue, Locator, Source, Statement
from enduse.sources.protocols import Document, DocumentReader, RecordReader, StoredFile
from enduse.store import Store, log
from enduse.store.issues import replace_issues
from enduse.store.sources import bundles, complete_source, source_of, sources
from enduse.store.statements import add_statements, remove_statements
from enduse.store.steps import is_done, key_of, keys, mark_all_done, mark_done
from enduse.store.texts import save_text

if TYPE_CHECKING:
    from enduse.sources.documents import ParserPool


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers this machine has, by name."""

    documents: Mapping[str, DocumentReader]
    records: Mapping[str, RecordReader]

    @property
    def document_version(self) -> str:
        """Changes when any document reader does: which one takes a file depends on all."""
        return key_of(f"{one.name} {one.version}" for one in self.documents.values())


@dataclass(frozen=True, slots=True)
class Parsing:
    """Where untrusted files are parsed, and how deep inside other files they were found."""

    pool: "ParserPool"
    depth: int


def read_documents(store: Store, readers: Readers, progress: Progress) -> int:
    """Read every document that has not been read by these readers; files inside files too.

    Returns:
        How many were read.
    """
    waiting = _unread(store, readers)
    if not waiting:
        return 0
    from enduse.sources.documents import ParserPool

    count, depth = 0, 0
    with ParserPool() as pool:
        while waiting:
            read = _one_by_one(store, readers, waiting, Parsing(pool, depth), progress)
            for group in in_groups(read):
                _keep(store, readers, group)
            # What is waiting now was found inside what has just been read.
            count, depth, waiting = count + len(waiting), depth + 1, _unread(store, readers)
    return count


def _unread(store: Store, readers: Readers) -> list[Source]:
    key = readers.document_version
    with store.read() as connection:
        done = keys(connection, "read")
        return [
            one
            for one in sources(connection)
            if one.kind == DOCUMENT and done.get(one.sha256) != key
        ]


def _one_by_one(
    store: Store, readers: Readers, waiting: Sequence[Source], parsing: Parsing, progress: Progress
) -> Iterator[tuple[Source, Document]]:
    for number, source in enumerate(waiting):
        progress("read", number, len(waiting))
        yield source, _document(store, readers, source, parsing)


def _keep(store: Store, readers: Readers, group: Sequence[tuple[Source, Document]]) -> None:
    with store.write() as connection:
        bodies = [_stored(store, connection, source, document) for source, document in group]
        log.append_all(connection, "read", bodies)
        done = {source.sha256: readers.document_version for source, _ in group}
        mark_all_done(connection, "read", done)


def _stored(
    store: Store, connection: Connection, source: Source, document: Document
) -> dict[str, object]:
    parts = [(p.label, p.start, p.end, p.box, p.raw, p.codec) for p in document.parts]
    digest = save_text(connection, source.sha256, document.text, parts)
    replace_issues(connection, source.sha256, document.issues)
    _complete(connection, source, document)
    for inside in document.attachments:
        add_attachment(store, connection, inside.name, inside.data, source)
    return {"source": source.sha256, "text": digest, "issues": len(document.issues)}


def _document(store: Store, readers: Readers, source: Source, parsing: Parsing) -> Document:
    from enduse.sources.documents import Limits, read_document

    limits = Limits()
    for _ in range(parsing.depth):
        limits = limits.inside()
    try:
        return read_document(
            store.originals.path(source.sha256),
            source.sha256,
            source.name,
            readers=tuple(readers.documents.values()),
            limits=limits,
            pool=parsing.pool,
        )
    except EnduseError as error:
        why = str(error).removeprefix(f"{source.name}: ")
    except OSError as error:
        why = f"not read: {error.strerror or type(error).__name__}."
    where = Locator(source.sha256, 0, 0, "the file")
    return Document("", issues=(Issue(where, why[:1].upper() + why[1:]),))


def _complete(connection: Connection, source: Source, document: Document) -> None:
    # What the analyst said wins over what the file says of itself.
    known = source_of(connection, source.sha256) or source
    complete_source(
        connection,
        replace(
            known,
            publisher=known.publisher or document.publisher,
            published=known.published or document.published,
            title=known.title or document.title,
            author=known.author or document.author,
            language=known.language or document.language,
        ),
    )


def read_records(store: Store, readers: Readers, progress: Progress) -> int:
    """Read every list and register that has not been read by its present reader.

    Returns:
        How many list versions were read.
    """
    with store.read() as connection:
        known = bundles(connection)
        waiting = [
            (bundle, kind, files)
            for bundle, kind, files in known
            if not is_done(connection, "list", bundle, readers.records[kind].version)
        ]
    for number, (bundle, kind, files) in enumerate(waiting):
        progress(f"read {kind}", number, len(waiting))
        _read_bundle(store, readers.records[kind], bundle, files)
    return len(waiting)


def _read_bundle(store: Store, reader: RecordReader, bundle: str, files: Sequence[str]) -> None:
    with store.write() as connection:
        named = [source_of(connection, one) for one in files]
        stored = [
            StoredFile(one.sha256, one.name, store.originals.path(one.sha256))
            for one in named
            if one is not None
        ]
        remove_statements(connection, bundle)
        issues: list[Issue] = []
        try:
            said = _sorted_out(reader.read(stored), issues)
            count, digest = add_statements(connection, bundle, said)
        except EnduseError as error:
            remove_statements(connection, bundle)
            issues = [Issue(Locator(files[0], 0, 0, reader.name), str(error))]
            count, digest = add_statements(connection, bundle, ())
        replace_issues(connection, bundle, issues)
        body = {
            "bundle": bundle,
            "kind": reader.name,
            "statements": count,
            "issues": len(issues),
            "digest": digest,
        }
        log.append(connection, "listed", body)
        mark_done(connection, "list", bundle, reader.version)


def _sorted_out(found: Iterator[Statement | Issue], issues: list[Issue]) -> Iterator[Statement]:
    for one in found:
        if isinstance(one, Issue):
            issues.append(one)
        else:
            yield one
