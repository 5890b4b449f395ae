"""Step two: canonical text to mentions and claims, each quotation checked at the door."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sqlalchemy import Connection

from enduse.case.groups import in_groups
from enduse.case.intake import DOCUMENT
from enduse.case.progress import Progress
from enduse.case.steps.taking import Taken
from enduse.case.steps.workers import extractions
from enduse.extract.protocol import Extractor, TextToRead
from enduse.model import Issue, Locator, Source
from enduse.store import Store, log
from enduse.store.extraction import replace_extraction
from enduse.store.issues import replace_issues
from enduse.store.sources import sources
from enduse.store.statements import statements
from enduse.store.steps import key_of, keys, mark_all_done, state_of
from enduse.store.texts import digests, text_of

_NAMES = ("name", "alias", "previousName")
PARTY_SCHEMATA = frozenset(
    {"Company", "LegalEntity", "Organization", "Person", "PublicBody", "Vessel", "Airplane"}
)


def extract_claims(store: Store, extractor: Extractor, progress: Progress) -> tuple[int, int]:
    """Extract claims from every text that this extractor has not yet seen in this state.

    Returns:
        How many documents were worked through, and for how many of them nobody answered.
    """
    with store.read() as connection:
        # The lists that were read stand for the names on them, which need not be loaded.
        names = state_of(connection, "list")
        texts, done = digests(connection), keys(connection, "extract")
        wanted = [
            (one, _key(extractor, one, names, texts.get(one.sha256, "")))
            for one in sources(connection)
            if one.kind == DOCUMENT
        ]
    waiting = [(one, key) for one, key in wanted if done.get(one.sha256) != key]
    if not waiting:
        return 0, 0
    unread = (_text_to_read(store, source) for source, _ in waiting)
    told = partial(_tell, progress, len(waiting))
    found = extractions(extractor, known_names(store), unread, len(waiting), told)
    unanswered = 0
    for group in in_groups(_one_by_one(waiting, found, progress)):
        _keep(store, extractor, group)
        unanswered += sum(one.is_unread for _, _, one in group)
    return len(waiting), unanswered


def _tell(progress: Progress, count: int, number: int, characters: int, share: float) -> None:
    step = f"extract {number + 1}/{count}, characters"
    progress(step, max(0, int(share * characters) - 1), characters)


def _one_by_one(
    waiting: Sequence[tuple[Source, str]],
    found: Iterable[tuple[TextToRead, Taken]],
    progress: Progress,
) -> Iterator[tuple[Source, str, Taken]]:
    for number, ((source, key), (_, one)) in enumerate(zip(waiting, found, strict=True)):
        progress("extract", number, len(waiting))
        yield source, key, one


def known_names(store: Store) -> dict[str, str]:
    """Names on the lists and registers of the case, each with its FtM schema."""
    with store.read() as connection:
        return {
            one.value: one.schema
            for prop in _NAMES
            for one in statements(connection, prop=prop)
            if one.schema in PARTY_SCHEMATA
        }


def _key(extractor: Extractor, source: Source, names: str, digest: str) -> str:
    about = (source.publisher or "", source.published or "", source.language or "")
    return key_of((extractor.name, extractor.version, names, *about, digest))


def _text_to_read(store: Store, source: Source) -> TextToRead:
    with store.read() as connection:
        text = text_of(connection, source.sha256) or ""
    return TextToRead(
        source=source.sha256,
        text=text,
        language=source.language,
        publisher=source.publisher,
        published=source.published,
    )


def _keep(store: Store, extractor: Extractor, group: Sequence[tuple[Source, str, Taken]]) -> None:
    said = f"{extractor.name} {extractor.version}"
    with store.write() as connection:
        read = [(source, one) for source, _, one in group if not one.is_unread]
        bodies = [_stored(connection, source.sha256, one) for source, one in read]
        for source, _, one in group:
            if one.is_unread:
                replace_issues(connection, f"extract:{source.sha256}", one.issues)
        log.append_all(connection, "extracted", [body | {"extractor": said} for body in bodies])
        done = {source.sha256: key for source, key, one in group if one.is_complete}
        mark_all_done(connection, "extract", done)


def _stored(connection: Connection, source: str, found: Taken) -> dict[str, object]:
    digest, lost = replace_extraction(connection, source, found.rows)
    issues = [*found.issues]
    if lost:
        message = f"{lost} claims were left out: another document has claims of the same ids."
        issues.append(Issue(Locator(source, 0, 0), message))
    replace_issues(connection, f"extract:{source}", issues)
    return {
        "source": source,
        "mentions": len(found.rows.mentions),
        "claims": len(found.rows.claims) - lost,
        "digest": digest,
    }
