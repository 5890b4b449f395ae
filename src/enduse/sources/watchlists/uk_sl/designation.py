"""A UK designation as FtM statements."""

from collections.abc import Iterator

from enduse.model import Evidence
from enduse.sources.source_info import load_source_info
from enduse.sources.watchlists import put
from enduse.sources.watchlists.entry import Entry, repeated
from enduse.sources.watchlists.identifiers import identifier, is_sound
from enduse.sources.watchlists.names import NameIndex
from enduse.sources.watchlists.uk_sl.listing import NAME, Listing, NameGiven
from enduse.sources.watchlists.values import number

DATASET = "uk_sl"
_ORDER = (*NAME[1:], "Name 6", "Name")
_TEXTS = {
    "Title": "title",
    "Position": "position",
    "Town of birth": "birthPlace",
    "Type of entity": "classification",
    "Type of ship": "type",
    "Hull identification number (HIN)": "registrationNumber",
    "Name non-latin script": "alias",
    "Other Information": "notes",
}
_LABELLED = (
    "National Identifier additional information",
    "Passport additional information",
    "Previous owner/operator (s)",
    "Length of ship",
)
_CONTACTS = {"Phone number": "phone", "Website": "website", "Email address": "email"}
_COUNTRIES = {
    "Nationality(/ies)": "nationality",
    "Country of birth": "birthCountry",
    "Current believed flag of ship": "flag",
    "Previous flags": "pastFlags",
}
_SANCTION = {
    "UK Statement of Reasons": "reason",
    "UN Reference Number": "unscId",
    "OFSI Group ID": "recordId",
    "Designation source": "summary",
}


def full_name(name: NameGiven) -> str:
    """The whole name, given names first: the list keeps the family name in "Name 6"."""
    return " ".join(name.parts[column][0] for column in _ORDER if column in name.parts)


def designation(listing: Listing, index: NameIndex, seen: dict[str, int]) -> Iterator[Entry]:
    """Make the entities of one designation: the party, its sanction, and what belongs to it."""
    info = load_source_info(__package__)
    kinds = listing.values.get("Designation Type", {})
    kind = next(iter(kinds), "").lower()
    schema = info.lookups["schemata"].get(kind, "LegalEntity")
    entry = Entry(repeated(f"uk-{listing.number}", seen), schema, DATASET, listing.proof)
    if kind not in info.lookups["schemata"]:
        where = next(iter(kinds.values()), listing.proof)
        entry.issue(where, f"{kind!r} is no kind of party we know; it was left open.")
    if seen[f"uk-{listing.number}"] > 1:
        entry.issue(listing.proof, f"{listing.number} comes again; it was kept apart.")
    _names(entry, listing)
    sanction = _sanction(entry, listing)
    others = [*_facts(entry, listing), *_links(entry, listing, index)]
    yield from (entry, sanction, *others)


def _names(entry: Entry, listing: Listing) -> None:
    for name in listing.names:
        kind, weak = name.kind.lower(), "low" in name.strength.lower()
        prop = "name" if kind == "primary name" else "alias"
        if weak:
            prop = "weakAlias"
        whole = full_name(name)
        parts = list(name.parts.values())
        entry.add(prop, " ".join(whole.split()), parts[0][1] if len(parts) == 1 else name.whole)
        if entry.schema == "Person" and kind == "primary name":
            for column, target in (("Name 6", "lastName"), ("Name 1", "firstName")):
                if column in name.parts:
                    entry.add(target, *name.parts[column])
            for column in ("Name 2", "Name 3", "Name 4", "Name 5"):
                if column in name.parts:
                    entry.add("middleName", *name.parts[column])
    if not entry.has("name"):
        entry.issue(listing.proof, "This designation has no primary name.")


def _facts(entry: Entry, listing: Listing) -> Iterator[Entry]:
    values = listing.values
    for column, prop in _TEXTS.items():
        for text, evidence in values.get(column, {}).items():
            put.fitting(entry, prop, text, evidence)
    for column in _LABELLED:
        for text, evidence in values.get(column, {}).items():
            entry.add("notes", f"{column}: {text}", evidence, text)
    for column, prop in _CONTACTS.items():
        for text, evidence in values.get(column, {}).items():
            put.contact(entry, prop, text, evidence)
    for column, prop in _COUNTRIES.items():
        for text, evidence in values.get(column, {}).items():
            put.nation(entry, prop, text, evidence)
    for text, evidence in values.get("D.O.B", {}).items():
        put.date(entry, "birthDate", text, evidence)
    for text, evidence in values.get("Gender", {}).items():
        put.sex(entry, text, evidence)
    _ship(entry, listing)
    yield from _papers(entry, listing)
    for parts, evidence in listing.addresses:
        lines = [text for column, text in parts.items() if column.startswith("Address Line")]
        given = {
            "street": ", ".join(line for line in lines if line),
            "postalCode": parts.get("Address Postal Code", ""),
            "country": parts.get("Address Country", ""),
        }
        yield put.address(entry, given, evidence)


def _ship(entry: Entry, listing: Listing) -> None:
    for text, evidence in listing.values.get("IMO number", {}).items():
        put.code(entry, identifier("imoNumber", text), evidence, text)
    for text, evidence in listing.values.get("Tonnage of ship", {}).items():
        if value := number(text):
            put.fitting(entry, "tonnage", value, evidence)
        else:
            entry.add("notes", f"Tonnage of ship: {text}", evidence, text)
    for text, evidence in listing.values.get("Year Built", {}).items():
        put.date(entry, "buildDate", text, evidence)


def _papers(entry: Entry, listing: Listing) -> Iterator[Entry]:
    for column, label in (
        ("Passport number", "Passport"),
        ("National Identifier number", "National ID No."),
        ("Business registration number (s)", "Company Number"),
    ):
        for text, evidence in listing.values.get(column, {}).items():
            if made := put.paper(entry, put.Paper(_label(label, text, entry), text), evidence):
                yield made


def _label(label: str, text: str, entry: Entry) -> str:
    """A business number that is an LEI by its check digits is called what it is."""
    bare = text.replace(" ", "")
    if label == "Company Number" and len(bare) == 20 and is_sound("leiCode", bare):
        return "LEI"
    return label


def _links(entry: Entry, listing: Listing, index: NameIndex) -> Iterator[Entry]:
    for column, schema, props in (
        ("Parent company", "Ownership", ("asset", "owner")),
        ("Subsidiaries", "Ownership", ("owner", "asset")),
        ("Current owner/operator (s)", "UnknownLink", ("object", "subject")),
    ):
        for text, evidence in listing.values.get(column, {}).items():
            other = index.only(text, but=entry.entity_id)
            if other is None or entry.schema == "Person":
                entry.add("notes", f"{column}: {text}", evidence, text)
                continue
            made = entry.beside("link", schema, f"{column}|{other}", evidence)
            made.say(props[0], entry.entity_id, evidence)
            made.say(props[1], other, evidence)
            made.say("role", column, evidence)
            yield made


def _sanction(entry: Entry, listing: Listing) -> Entry:
    made = entry.beside("sanction", "Sanction", DATASET, entry.proof)
    made.say("entity", entry.entity_id, entry.proof)
    made.say("authority", "Foreign, Commonwealth and Development Office", entry.proof)
    made.say("country", "gb", entry.proof)
    made.add("authorityId", listing.number, listing.proof)
    known = load_source_info(__package__).lookups["programs"]
    for text, evidence in listing.values.get("Regime Name", {}).items():
        is_known = any(part in text for part in known)
        put.program(entry, made, text, evidence, is_known=is_known)
    for column, prop in _SANCTION.items():
        for text, evidence in listing.values.get(column, {}).items():
            words = f"Designated by: {text}" if prop == "summary" else text
            made.add(prop, words, evidence, text)
    for column, prop in (("Date Designated", "listingDate"), ("Last Updated", "modifiedAt")):
        for text, evidence in listing.values.get(column, {}).items():
            put.date(made, prop, text, evidence)
    for text, evidence in listing.values.get("Sanctions Imposed", {}).items():
        _measures(entry, made, text, evidence)
    if not made.has("provisions"):
        entry.say("topics", "sanction", entry.proof)
    return made


def _measures(entry: Entry, made: Entry, text: str, evidence: Evidence) -> None:
    known = load_source_info(__package__).lookups["topics"]
    for one in text.replace(", ", "|").split("|") if "|" in text or ", " in text else [text]:
        words = one.strip(" -,")
        if not words or words in made.values("provisions"):
            continue
        made.add("provisions", words, evidence, one)
        topic = known.get(words.lower(), "sanction")
        if topic not in entry.values("topics"):
            entry.say("topics", topic, evidence)
