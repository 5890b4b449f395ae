"""Check the whole case against itself: originals, quotations, log, and what the log remembers."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from enduse.case.progress import Progress, silent
from enduse.model import Source
from enduse.sources.decoding import decoded
from enduse.store import Store, broken_links, log
from enduse.store.digest import bundle_digest, extraction_digest
from enduse.store.sources import bundles, sources
from enduse.store.tables import claim, judgement, mention, statement, text
from enduse.store.texts import text_digest


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold.

    Attributes:
        kind: original, quotation, text, record, log.
        where: Source, claim, statement or log entry.
        sentence: What is wrong.
    """

    kind: str
    where: str
    sentence: str


def faults(store: Store, progress: Progress = silent) -> Iterator[Fault]:
    """Everything in the case that does not hold.

    Yields:
        A fault for each original whose bytes changed or are gone, each text or set of claims
        that is not the one that was stored, each quotation that no longer stands at its place,
        and each log entry that was changed, moved or removed.
    """
    with store.read() as connection:
        known = sources(connection)
        for number, source in enumerate(known):
            progress("verify", number, len(known))
            yield from _original(store, source)
            yield from _quotations(connection, store, source)
        remembered = _remembered(connection)
        yield from _texts(connection, remembered)
        yield from _stored_results(connection, remembered)
        yield from _judgements(connection)
        for sentence in broken_links(connection, store.head()):
            yield Fault("log", "log", sentence)


def _original(store: Store, source: Source) -> Iterator[Fault]:
    found = store.originals.hash_of(source.sha256)
    if found is None:
        yield Fault("original", source.name, f"The original of {source.name} is gone.")
    elif found != source.sha256:
        sentence = f"The original of {source.name} was changed: its SHA-256 is now {found}."
        yield Fault("original", source.name, sentence)


def _quotations(connection: Connection, store: Store, source: Source) -> Iterator[Fault]:
    written = _canonical_text(connection, store, source)
    for table, label in ((mention, "mention"), (claim, "claim"), (statement, "statement")):
        quote = table.c.text if table is mention else table.c.quote
        query = select(table.c.id, table.c.start, table.c.end, quote.label("quote"))
        for row in connection.execute(query.where(table.c.source == source.sha256)):
            if written is None or written[row.start : row.end] != row.quote:
                sentence = (
                    f"The quotation of {label} {row.id} does not stand at {row.start}:{row.end} "
                    f"of {source.name}."
                )
                yield Fault("quotation", row.id, sentence)


def _canonical_text(connection: Connection, store: Store, source: Source) -> str | None:
    stored = connection.execute(select(text.c.text).where(text.c.source == source.sha256))
    found = stored.scalar_one_or_none()
    if found is not None or source.kind == "document":
        return found
    path = store.originals.path(source.sha256)
    return decoded(path.read_bytes())[0] if path.exists() else None


def _remembered(connection: Connection) -> dict[tuple[str, str], dict[str, str]]:
    # The newest entry wins: a document that was read again is what it was read as last.
    last: dict[tuple[str, str], dict[str, str]] = {}
    for entry in log.entries(connection):
        try:
            body = json.loads(entry.body)
        except ValueError:
            continue  # broken_links names this entry
        subject = body.get("source") or body.get("bundle")
        if entry.kind in ("read", "extracted", "listed") and subject:
            last[entry.kind, subject] = body
    return last


def _texts(
    connection: Connection, remembered: dict[tuple[str, str], dict[str, str]]
) -> Iterator[Fault]:
    for source, written in connection.execute(select(text.c.source, text.c.text)):
        was = remembered.get(("read", source), {}).get("text")
        if was is not None and was != text_digest(written):
            yield Fault("text", source, f"The text of source {source[:12]} was changed.")


def _stored_results(
    connection: Connection, remembered: dict[tuple[str, str], dict[str, str]]
) -> Iterator[Fault]:
    known = {bundle for bundle, _, _ in bundles(connection)}
    checks: dict[str, tuple[str, Callable[[Connection, str], str]]] = {
        "extracted": ("claims", extraction_digest),
        "listed": ("statements", bundle_digest),
    }
    for (kind, subject), body in remembered.items():
        if kind not in checks or (kind == "listed" and subject not in known):
            continue
        noun, digest = checks[kind]
        if body.get("digest") != digest(connection, subject):
            sentence = f"The {noun} of {subject[:12]} are not those that were stored."
            yield Fault("record", subject, sentence)


def _judgements(connection: Connection) -> Iterator[Fault]:
    logged = sum(1 for entry in log.entries(connection) if entry.kind == "judged")
    stored = len(connection.execute(select(judgement.c.seq)).all())
    if logged != stored:
        sentence = f"The log records {logged} judgements, the case holds {stored}."
        yield Fault("record", "judgements", sentence)
