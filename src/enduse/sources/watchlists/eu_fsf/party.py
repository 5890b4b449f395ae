"""An FSF entity as FtM statements."""

import re
from collections.abc import Iterator

from enduse.sources.source_info import load_source_info
from enduse.sources.watchlists import put
from enduse.sources.watchlists.dates import calendar_date, one_date
from enduse.sources.watchlists.entry import Entry, repeated
from enduse.sources.watchlists.eu_fsf.record import FsfEntity, Piece

DATASET = "eu_fsf"
_LOW = re.compile(r"\blo\w? ?quality|\blow quality|\bweak\b", re.IGNORECASE)
_STANDING = {
    "diplomatic": "diplomatic",
    "knownexpired": "known to have expired",
    "knownfalse": "known to be false",
    "reportedlost": "reported lost",
    "revokedbyissuer": "revoked by the issuer",
}
_LANGUAGES = {
    "en": "eng", "ru": "rus", "uk": "ukr", "be": "bel", "ar": "ara", "fa": "fas", "fr": "fra",
    "de": "deu", "es": "spa", "zh": "zho", "ko": "kor", "tr": "tur", "ka": "kat", "bg": "bul",
    "sr": "srp", "hy": "hye", "he": "heb", "ur": "urd", "ps": "pus", "it": "ita", "pt": "por",
}  # fmt: skip


def party(given: FsfEntity, seen: dict[str, int]) -> Iterator[Entry]:
    """Make the entities of one listing: the party, its sanctions, and what belongs to it."""
    code = (given.text("classificationcode") or given.text("code")[:1]).upper()
    schema = {"P": "Person", "E": "Organization"}.get(code, "LegalEntity")
    entry = Entry(repeated(f"eu-{given.number}", seen), schema, DATASET, given.proof)
    if schema == "LegalEntity":
        entry.issue(given.proof, f"{code!r} is no kind of party we know; it was left open.")
    if seen[f"eu-{given.number}"] > 1:
        entry.issue(given.proof, f"Record {given.number} comes again; it was kept apart.")
    for piece in given.of("namealias"):
        _name(entry, piece)
    if not entry.has("name"):
        entry.issue(given.proof, "This record has no strong name.")
    for piece in given.of("birthdate"):
        _birth(entry, piece)
    for piece in given.of("citizenship"):
        prop = "citizenship" if schema == "Person" else "country"
        _country(entry, prop, piece)
    for piece in given.of("entity"):
        put.fitting(entry, "notes", piece.text("remark"), piece.at("remark"))
    others = [_sanction(entry, given, piece) for piece in given.of("regulation")]
    if not others:
        others = [_sanction(entry, given, None)]
    others += [made for piece in given.of("address") if (made := _address(entry, piece))]
    others += [made for piece in given.of("identification") if (made := _paper(entry, piece))]
    yield from (entry, *others)


def _country(entry: Entry, prop: str, piece: Piece) -> None:
    known = load_source_info(__package__).lookups["no_country"]
    for name in ("countryiso2code", "countrydescription"):
        text = piece.text(name)
        if text and text.lower() not in known:
            put.nation(entry, prop, text, piece.at(name))
            return


def _name(entry: Entry, piece: Piece) -> None:
    whole = " ".join(piece.text("wholename").split())
    if not whole:
        parts = ("firstname", "middlename", "lastname")
        whole = " ".join(text for name in parts if (text := piece.text(name)))
    weak = piece.text("strong").lower() == "false" or bool(_LOW.search(piece.text("remark")))
    prop = "weakAlias" if weak else "alias" if entry.has("name") else "name"
    language = _LANGUAGES.get(piece.text("namelanguage").lower())
    entry.add(prop, whole, piece.at("wholename"), lang=language)
    if entry.schema == "Person" and not weak:
        for name, target in (
            ("firstname", "firstName"),
            ("middlename", "middleName"),
            ("lastname", "lastName"),
        ):
            entry.add(target, piece.text(name), piece.at(name))
    for name, target in (("function", "position"), ("title", "title"), ("remark", "notes")):
        if text := piece.text(name):
            put.fitting(entry, target, text, piece.at(name))
    put.sex(entry, piece.text("gender"), piece.at("gender"))


def _birth(entry: Entry, piece: Piece) -> None:
    prop = "birthDate" if entry.schema == "Person" else "incorporationDate"
    about = "circa " if piece.text("circa").lower() == "true" else ""
    if text := piece.text("birthdate"):
        value = one_date(text)
        _day(entry, prop, value, f"{about}{text}", piece, "birthdate")
    else:
        numbers = [piece.text(name) for name in ("year", "monthofyear", "dayofmonth")]
        year, month, day = (int(text) if text.isdigit() else 0 for text in numbers)
        if year:
            value = calendar_date(year, month, day if month else 0)
            words = "-".join(text for text in numbers if text)
            _day(entry, prop, value, f"{about}{words}", piece, "year")
        for name in ("yearrangefrom", "yearrangeto"):
            if text := piece.text(name):
                words = f"{about}{piece.text('yearrangefrom')} to {piece.text('yearrangeto')}"
                _day(entry, prop, one_date(text), words, piece, name)
    place = [text for name in ("place", "city", "region", "zipcode") if (text := piece.text(name))]
    if place and entry.schema == "Person" and place != ["-"]:
        words = ", ".join(text for text in place if text != "-")
        entry.add("birthPlace", words, piece.whole, words)
    if entry.schema == "Person":
        _country(entry, "birthCountry", piece)
    put.fitting(entry, "notes", piece.text("remark"), piece.at("remark"))


def _day(
    entry: Entry, prop: str, value: str | None, words: str, piece: Piece, name: str
) -> None:  # fmt: skip
    if value is None:
        entry.issue(piece.at(name), f"{words!r} is no date of the calendar.")
    elif piece.text("calendartype").upper() not in ("", "GREGORIAN"):
        entry.issue(piece.at(name), f"{words!r} is a date of another calendar.")
        entry.add("notes", f"Date of birth: {words} ({piece.text('calendartype')})", piece.whole)
    else:
        entry.add(prop, value, piece.at(name), words)


def _address(entry: Entry, piece: Piece) -> Entry | None:
    known = load_source_info(__package__).lookups["no_country"]
    named = piece.text("countrydescription")
    code = piece.text("countryiso2code")
    parts = {
        "street": piece.text("street"),
        "city": piece.text("city"),
        "region": ", ".join(t for n in ("place", "region") if (t := piece.text(n))),
        "postalCode": piece.text("zipcode"),
        "postOfficeBox": piece.text("pobox"),
        "country": "" if code.lower() in known else code or named,
        "remarks": piece.text("remark"),
    }
    for name, (text, evidence) in piece.values.items():
        if name.startswith("contact"):
            entry.add("notes", f"{name.partition('_')[2] or 'contact'}: {text}", evidence, text)
    if not any(text for prop, text in parts.items() if prop != "remarks"):
        put.fitting(entry, "notes", piece.text("remark"), piece.at("remark"))
        return None
    return put.address(entry, parts, piece.whole)


def _paper(entry: Entry, piece: Piece) -> Entry | None:
    info = load_source_info(__package__)
    kind = piece.text("identificationtypecode").lower()
    label = info.lookups["papers"].get(kind) or piece.text("identificationtypedescription") or kind
    code = piece.text("countryiso2code")
    standing = [
        word for name, word in _STANDING.items() if piece.text(name).lower() in ("true", "yes")
    ]
    notes = [*standing, piece.text("nameondocument"), piece.text("issuedby"), piece.text("remark")]
    given = put.Paper(
        label,
        piece.text("number") or piece.text("latinnumber"),
        "" if code.lower() in info.lookups["no_country"] else code,
        piece.text("issueddate") or piece.text("validfrom"),
        piece.text("validto"),
        "; ".join(note for note in notes if note),
    )
    if not given.number and given.note:
        entry.add("notes", f"{label}: {given.note}", piece.whole)
    where = piece.at("number") if piece.text("number") else piece.at("latinnumber")
    return put.paper(entry, given, where)


def _sanction(entry: Entry, given: FsfEntity, act: Piece | None) -> Entry:
    key = f"{act.text('numbertitle')}|{act.text('programme')}" if act else ""
    proof = act.whole if act else given.proof
    made = entry.beside("sanction", "Sanction", key, proof)
    made.say("entity", entry.entity_id, given.proof)
    made.say("authority", "Council of the European Union", proof)
    made.say("country", "eu", proof)
    made.say("provisions", "Asset freeze", proof)
    entry.say("topics", "sanction", proof)
    for piece in given.of("entity"):
        for name, prop in (
            ("eureferencenumber", "authorityId"),
            ("unitednationid", "unscId"),
            ("designationdetails", "reason"),
        ):
            made.add(prop, piece.text(name), piece.at(name))
    if act is not None:
        _act(entry, made, act)
    _listed(made, given, act)
    return made


def _act(entry: Entry, made: Entry, act: Piece) -> None:
    code = act.text("programme")
    known = code in load_source_info(__package__).lookups["programs"]
    put.program(entry, made, code, act.at("programme"), is_known=known)
    made.add("recordId", act.text("numbertitle"), act.at("numbertitle"))
    put.date(made, "date", act.text("publicationdate"), act.at("publicationdate"))
    put.date(made, "startDate", act.text("entryintoforcedate"), act.at("entryintoforcedate"))
    url = act.text("publicationurl")
    if url.startswith("http"):
        made.add("sourceUrl", url, act.at("publicationurl"))


def _listed(made: Entry, given: FsfEntity, act: Piece | None) -> None:
    """The listing began with the designation, or with the earliest act where that is not told."""
    found = [(one.text("designationdate"), one.at("designationdate")) for one in given.of("entity")]
    if act is not None:
        found.append((act.text("entryintoforcedate"), act.at("entryintoforcedate")))
    days = [(day, text, where) for text, where in found if text and (day := one_date(text))]
    for text, where in found:
        if text and not one_date(text):
            made.issue(where, f"{text[:80]!r} is no date of the calendar.")
    if days:
        day, text, where = min(days, key=lambda one: one[0])
        made.add("listingDate", day, where, text)
