"""Step two: canonical text to mentions and claims, each quotation checked at the door."""

from collections.abc import Iterator

from enduse.case.digest import extraction_digest
from enduse.case.intake import DOCUMENT
from enduse.case.progress import Progress
from enduse.case.workers import extractions
from enduse.extract.protocol import Extraction, Extractor, TextToRead
from enduse.model import Claim, Evidence, Issue, Locator, Mention, Source
from enduse.store import Store, log
from enduse.store.claims import replace_extraction
from enduse.store.issues import replace_issues
from enduse.store.sources import sources
from enduse.store.statements import statements
from enduse.store.steps import key_of, keys, mark_done, state_of
from enduse.store.texts import digests, text_of

_NAMES = ("name", "alias", "previousName")
PARTY_SCHEMATA = frozenset(
    {"Company", "LegalEntity", "Organization", "Person", "PublicBody", "Vessel", "Airplane"}
)


def extract_claims(store: Store, extractor: Extractor, progress: Progress) -> int:
    """Extract claims from every text that this extractor has not yet seen in this state.

    Returns:
        How many documents were worked through.
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
        return 0
    unread = (_text_to_read(store, source) for source, _ in waiting)
    found = extractions(extractor, known_names(store), unread, len(waiting))
    for number, ((_, key), (text, one)) in enumerate(zip(waiting, found, strict=True)):
        progress("extract", number, len(waiting))
        _keep(store, extractor, text, one, key)
    return len(waiting)


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


def _keep(
    store: Store, extractor: Extractor, about: TextToRead, found: Extraction, key: str
) -> None:
    text = about.text
    mentions = [one for one in found.mentions if one.evidence.holds(text)]
    claims = [one for one in found.claims if one.evidence.holds(text)]
    issues = [*found.issues, *_unsupported(found, text, about.source)]
    with store.write() as connection:
        replace_extraction(connection, about.source, mentions, claims)
        replace_issues(connection, f"extract:{about.source}", issues)
        body = {
            "source": about.source,
            "extractor": f"{extractor.name} {extractor.version}",
            "mentions": len(mentions),
            "claims": len(claims),
            "digest": extraction_digest(connection, about.source),
        }
        log.append(connection, "extracted", body)
        mark_done(connection, "extract", about.source, key)


def _unsupported(found: Extraction, text: str, source: str) -> Iterator[Issue]:
    rows: tuple[Claim | Mention, ...] = (*found.claims, *found.mentions)
    for one in rows:
        evidence: Evidence = one.evidence
        if not evidence.holds(text):
            place = Locator(source, evidence.locator.start, evidence.locator.end)
            yield Issue(place, "Left out: the quotation is not the text there.", evidence.quote)
