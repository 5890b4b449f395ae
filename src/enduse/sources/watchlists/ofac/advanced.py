"""OFAC's SDN_ADVANCED.XML and CONS_ADVANCED.XML, streamed: two passes, one record in memory."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from enduse.model import Issue, Locator, Statement
from enduse.sources.protocols import StoredFile
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists.entry import Entry, repeated, told
from enduse.sources.watchlists.names import NameIndex
from enduse.sources.watchlists.ofac.advanced_party import add_features, add_names
from enduse.sources.watchlists.ofac.background import Background, Listing
from enduse.sources.watchlists.ofac.facts import Facts
from enduse.sources.watchlists.ofac.periods import day_of
from enduse.sources.watchlists.ofac.sanction import sanction_of
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.watchlists.xml_issues import issues_of
from enduse.sources.xml_records import Fault, Record, xml_records

_FIRST = ("ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty")
_LAST = ("ProfileRelationship", "SanctionsEntry")
_BEHIND = re.compile(r"<(?:\w+:)?(?:ProfileRelationships|SanctionsEntries)\b")


@dataclass(slots=True)
class _File:
    info: SourceInfo
    source: str
    background: Background = field(default_factory=Background)
    seen: dict[str, int] = field(default_factory=dict)


def read_advanced(info: SourceInfo, file: StoredFile) -> Iterator[Statement | Issue]:
    """Read one file.

    What a listing means and who is linked to whom stands behind the parties: the first pass
    reads only that, the second everything else.
    """
    state = _File(info, file.sha256)
    for record in xml_records(file.path, _LAST, after=_BEHIND):
        if isinstance(record, Record):
            _listing(state, record)
    for record in xml_records(file.path, _FIRST):
        if isinstance(record, Fault):
            where = Locator(file.sha256, record.start, record.end)
            yield Issue(where, record.message, record.text)
        elif record.root.tag == "DistinctParty":
            yield from _party(state, record)
        else:
            state.background.take(XmlPlace(file.sha256, "", record))


def _listing(state: _File, record: Record) -> None:
    root = record.root
    if root.tag == "ProfileRelationship":
        place = XmlPlace(state.source, f"relationship {root.get('ID')}", record)
        link = (root.get("To-ProfileID"), root.get("RelationTypeID"), place.whole(root))
        state.background.links.setdefault(root.get("From-ProfileID"), []).append(link)
        return
    place = XmlPlace(state.source, f"record {root.get('ProfileID')}", record)
    found = Listing(place.span(root.start, root.inner, "SanctionsEntry"), root.get("ListID"))
    for event in root.all("EntryEvent"):
        if (date := event.first("Date")) and (day := day_of(date)):
            found.days.append((day, place.whole(date)))
    for measure in root.all("SanctionsMeasure"):
        if (comment := measure.first("Comment")) and comment.text:
            found.programs.append((comment.text, place.text(comment)))
    state.background.listings.setdefault(root.get("ProfileID"), []).append(found)


def _party(state: _File, record: Record) -> Iterator[Statement | Issue]:
    for profile in record.root.all("Profile"):
        ident = profile.get("ID")
        place = XmlPlace(state.source, f"record {ident or record.number}", record)
        yield from issues_of(place)
        if not ident:
            yield Issue(place.whole(profile).locator, "This profile has no ID; it was left out.")
            continue
        proof = place.attribute(profile, "ID")
        schema = state.background.reference.schema(profile.get("PartySubTypeID"))
        party_id = repeated(f"ofac-{ident}", state.seen)
        entry = Entry(party_id, schema, state.info.name, proof)
        if party_id != f"ofac-{ident}":
            entry.issue(proof, f"Record {ident} comes again; it was kept as a party of its own.")
        facts = Facts(entry, NameIndex())
        facts.sanction = _sanction(state, entry, ident)
        for comment in record.root.all("Comment"):
            if comment.text:
                entry.add("notes", comment.text, place.text(comment))
        papers = add_names(entry, facts, place, profile, state.background)
        places = add_features(entry, facts, place, profile, state.background)
        links = _links(state, entry, ident)
        yield from told((entry, facts.sanction, *places, *facts.others, *papers, *links))


def _sanction(state: _File, entry: Entry, ident: str) -> Entry:
    listings = state.background.listings.get(ident, [])
    if not listings:
        made = sanction_of(state.info, entry, entry.proof, ())
        made.say("provisions", state.info.lookups["defaults"]["measure"], entry.proof)
        return made
    known = state.info.lookups["programs"]
    programs = [one for listing in listings for one in listing.programs if one[0] in known]
    others = [one for listing in listings for one in listing.programs if one[0] not in known]
    # A comment on a measure is a programme's code, or free words.
    codes = [one for one in others if re.fullmatch(r"[A-Z0-9][A-Z0-9 -]{1,30}", one[0])]
    made = sanction_of(state.info, entry, listings[0].proof, (*programs, *codes))
    for words, evidence in others:
        if (words, evidence) not in codes:
            made.add("summary", words, evidence)
    for listing in listings:
        for day, evidence in listing.days:
            made.say("listingDate", day, evidence)
    return made


def _links(state: _File, entry: Entry, ident: str) -> Iterator[Entry]:
    for other, kind, evidence in state.background.links.get(ident, ()):
        role = state.background.reference.word("RelationType", kind) or "Linked To"
        made = entry.beside("link", "UnknownLink", f"ofac-{other}|{role}", evidence)
        made.say("subject", entry.entity_id, evidence)
        made.say("object", f"ofac-{other}", evidence)
        made.say("role", role, evidence)
        yield made
