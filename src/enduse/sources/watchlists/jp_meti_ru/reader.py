"""Reads the text of Japan's export-ban lists for Russia, Belarus and third countries."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from enduse.errors import UnreadableSource
from enduse.model import Evidence, Issue, Locator, Statement
from enduse.sources.decoding import decoded
from enduse.sources.protocols import StoredFile
from enduse.sources.watchlists import put
from enduse.sources.watchlists.countries import country
from enduse.sources.watchlists.entry import Entry, repeated, told
from enduse.sources.watchlists.jp_meti_ru.entries import ADDRESS, EntryText, Span, entries

DATASET = "jp_meti_ru"
_LIMIT = 20_000_000
_DAY = re.compile(r"(指定日|最終更新日)：\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


class MetiReader:
    """An export ban by the Foreign Exchange and Foreign Trade Act; no asset freeze."""

    name = DATASET
    version = "1"

    def read(self, files: Sequence[StoredFile]) -> Iterator[Statement | Issue]:
        """Read the text of one list or of several.

        Raises:
            UnreadableSource: A file is not the text of such a list.
        """
        seen: dict[str, int] = {}
        for file in files:
            if file.path.stat().st_size > _LIMIT:
                raise UnreadableSource(file.name, "the text", "it is longer than any such list")
            text = decoded(file.path.read_bytes())[0]
            found = list(entries(text))
            if not ADDRESS.search(text) or not found:
                why = "it holds no numbered entries with 所在地"
                raise UnreadableSource(file.name, "the text", why)
            for one in found:
                yield from told(_party(file, text, one, seen))


def _evidence(file: StoredFile, part: str, found: Span, field: str) -> Evidence:
    return Evidence(Locator(file.sha256, found.start, found.end, part, field), found.text)


def _party(file: StoredFile, text: str, given: EntryText, seen: dict[str, int]) -> Iterator[Entry]:
    part = f"entry {given.number}"
    first = given.english or given.japanese or given.whole
    digest = hashlib.sha1(first.words.casefold().encode(), usedforsecurity=False).hexdigest()
    ident = f"meti-{digest[:16]}"
    entry = Entry(
        repeated(ident, seen), "Organization", DATASET, _evidence(file, part, first, "name")
    )
    if seen[ident] > 1:
        entry.issue(entry.proof, "This name comes again; the entry was kept apart.")
    _names(entry, file, part, given)
    sanction = _sanction(entry, file, text, given)
    places = []
    for one in given.addresses:
        evidence = _evidence(file, part, one, "所在地")
        parts = {"full": one.words}
        if code := country(one.words.rpartition(",")[2]):
            parts["country"] = code
        places.append(put.address(entry, parts, evidence))
    if not given.addresses:
        entry.issue(entry.proof, "This entry has no address.")
    yield from (entry, sanction, *places)


def _names(entry: Entry, file: StoredFile, part: str, given: EntryText) -> None:
    if given.english:
        evidence = _evidence(file, part, given.english, "name")
        entry.add("name", given.english.words, evidence, lang="eng")
    if given.japanese:
        evidence = _evidence(file, part, given.japanese, "name")
        prop = "alias" if given.english else "name"
        entry.add(prop, given.japanese.words, evidence, lang="jpn")
    for one in given.aliases:
        lang = "jpn" if _JAPANESE.search(one.text) else "eng"
        entry.add("alias", one.words, _evidence(file, part, one, "alias"), lang=lang)
    if given.announced and given.announced != given.counted:
        message = f"The text announces {given.announced} aliases; {given.counted} were found."
        entry.issue(_evidence(file, part, given.whole, "alias"), message)


def _sanction(entry: Entry, file: StoredFile, text: str, given: EntryText) -> Entry:
    made = entry.beside("sanction", "Sanction", DATASET, entry.proof)
    made.say("entity", entry.entity_id, entry.proof)
    made.say("authority", "Ministry of Economy, Trade and Industry", entry.proof)
    made.say("country", "jp", entry.proof)
    made.say("provisions", "Export ban", entry.proof)
    entry.say("topics", "export.control", entry.proof)
    number = Span(given.whole.start, given.whole.start + len(str(given.number)), "")
    number = Span(number.start, number.end, text[number.start : number.end])
    made.say("recordId", str(given.number), _evidence(file, f"entry {given.number}", number, "no"))
    head = text[: text.find("指定日")] if "指定日" in text[:2000] else ""
    if head.strip():
        title = Span(0, len(head.rstrip()), head.rstrip())
        evidence = _evidence(file, "head", title, "title")
        made.say("program", title.words.lstrip("\ufeff○ "), evidence)
    for found in _DAY.finditer(text[:4000]):
        # The days are those of the list: an entry may have joined it later than its first day.
        if found[1] == "最終更新日":
            words = Span(found.start(2), found.end(), text[found.start(2) : found.end()])
            day = f"{found[2]}-{int(found[3]):02}-{int(found[4]):02}"
            put.date(made, "modifiedAt", day, _evidence(file, "head", words, found[1]))
    return made
