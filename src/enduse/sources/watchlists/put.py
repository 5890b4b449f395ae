"""Values of all lists put where FtM wants them; what does not fit is kept and reported."""

from collections.abc import Mapping
from dataclasses import dataclass

from enduse.model import Evidence
from enduse.model.ftm import has_property
from enduse.sources.watchlists.countries import countries, country
from enduse.sources.watchlists.dates import one_date, when
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.identifiers import Identifier, labelled
from enduse.sources.watchlists.values import email, gender, phone, web_address

_NOWHERE = ("none identified", "unknown", "undetermined", "not known", "na", "n/a", "-", "zz", "00")
_ADDRESS = ("street", "street2", "city", "region", "state", "postalCode", "postOfficeBox")
DOCUMENTS = frozenset(
    {
        "passportNumber", "idNumber", "taxNumber", "registrationNumber", "innCode", "ogrnCode",
        "okpoCode", "uscCode", "leiCode", "licenseNumber", "vatCode", "socialSecurityNumber",
    }
)  # fmt: skip
"""Identifiers that become an `Identification` too, with country and days."""
LONGEST_IDENTIFIER = 64
LONGEST_NAME = 384
LONGEST_ADDRESS = 250
_NAMES = frozenset({"name", "alias", "weakAlias", "previousName"})


def date(entry: Entry, prop: str, text: str, evidence: Evidence, *, american: bool = False) -> None:
    """Add a date, both ends of a stretch; what is no date becomes an issue."""
    if not text.strip():
        return
    single = one_date(text, month_first=american)
    found = when(text) if single is None else None
    values = (single,) if single else found.values if found else ()
    for value in values:
        entry.add(prop, value, evidence, written=text)
    if not values:
        entry.issue(evidence, f"{text[:80]!r} is no date of the calendar.")
        _remember(entry, prop, text, evidence)


def _remember(entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
    """Keep what could not be read as a note: a reader of the entity loses nothing."""
    place = "notes" if has_property(entry.schema, "notes") else "description"
    if has_property(entry.schema, place):
        entry.add(place, f"{prop}: {text.strip()}", evidence, text)


def nation(entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
    """Add the countries that a text names; an unknown one becomes an issue."""
    if not text.strip() or text.strip().lower() in _NOWHERE:
        return
    found = countries(text)
    for code in found:
        fitting(entry, prop, code, evidence, text)
    if not found:
        entry.issue(evidence, f"{text[:80]!r} is no country we know.")
        _remember(entry, prop, text, evidence)


def fitting(
    entry: Entry, prop: str, value: str, evidence: Evidence, written: str | None = None
) -> None:
    """Add a value where the schema has the property; else keep it as a note."""
    if has_property(entry.schema, prop) and len(value) <= longest(prop):
        entry.add(prop, value, evidence, written)
    else:
        entry.add("notes", value, evidence, written)


def longest(prop: str) -> int:
    """Most characters that FtM takes for a property.

    Example:
        >>> longest("passportNumber"), longest("name")
        (64, 384)
    """
    if prop in DOCUMENTS:
        return LONGEST_IDENTIFIER
    return LONGEST_NAME if prop in _NAMES else 65_000


def contact(entry: Entry, prop: str, text: str, evidence: Evidence) -> None:
    """Add an e-mail or web address or a telephone; one in no known form becomes a note."""
    clean = {"email": email, "website": web_address, "phone": phone}[prop]
    if not text.strip():
        return
    if value := clean(text):
        fitting(entry, prop, value, evidence, text)
    else:
        entry.add("notes", f"{prop}: {text}", evidence, text)


def sex(entry: Entry, text: str, evidence: Evidence) -> None:
    """Add a gender; a word that is not known becomes an issue."""
    if value := gender(text):
        fitting(entry, "gender", value, evidence)
    elif text.strip():
        entry.issue(evidence, f"{text!r} is no gender we know.")


def code(entry: Entry, found: Identifier, evidence: Evidence, written: str) -> None:
    """Add an identifier that was checked; a fault becomes an issue."""
    if found.fault:
        entry.issue(evidence, found.fault)
    fitting(entry, found.prop, found.value, evidence, written)


def program(entry: Entry, made: Entry, text: str, evidence: Evidence, *, is_known: bool) -> None:
    """Add the programme of a listing; one that we do not know is kept as written and reported.

    Args:
        entry: The party: who reads its issues must know that the measure may be another.
        made: Its sanction.
        text: The programme.
        evidence: Its place.
        is_known: The list's `source.yml` names it.
    """
    made.add("program", text, evidence)
    if text and not is_known:
        entry.issue(evidence, f"The programme {text[:80]!r} is not known; it was kept as written.")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document or number as a list gives it; "" where it says nothing."""

    label: str
    number: str
    country: str = ""
    issued: str = ""
    expires: str = ""
    note: str = ""


def paper(entry: Entry, given: Paper, evidence: Evidence) -> Entry | None:
    """Add an identifier by the label before it, and the document that it stands for.

    Returns:
        The `Identification` or `Passport`; None where there is no number.
    """
    if not given.number.strip():
        return None
    if len(" ".join(given.number.split())) > LONGEST_IDENTIFIER:
        entry.issue(evidence, "This is too long for one number; it was kept as a note.")
        entry.add("notes", f"{given.label}: {given.number}", evidence, given.number)
        return None
    where = country(given.country) if given.country else None
    found = labelled(given.label, given.number, where, entry.schema)
    found = found or Identifier("idNumber", " ".join(given.number.split()))
    code(entry, found, evidence, given.number)
    if found.prop not in DOCUMENTS:
        return None
    schema = "Passport" if found.prop == "passportNumber" else "Identification"
    key = "|".join((given.label, given.number, given.country, given.issued, given.expires))
    made = entry.beside("id", schema, key, evidence)
    made.say("holder", entry.entity_id, evidence)
    made.say("number", " ".join(given.number.split()), evidence)
    made.say("type", given.label, evidence)
    nation(made, "country", given.country, evidence)
    date(made, "startDate", given.issued, evidence)
    date(made, "endDate", given.expires, evidence)
    made.say("summary", given.note, evidence)
    return made


def address(entry: Entry, parts: Mapping[str, str], evidence: Evidence, key: str = "") -> Entry:
    """Put an address on its holder, and make the entity that holds its parts.

    Args:
        entry: Whose address it is.
        parts: By FtM property, and "country" and "remarks" as written; "full" where the list
            gives it whole.
        evidence: Its place.
        key: Its id, where the list has one of its own.
    """
    full = parts.get("full") or ", ".join(
        text for prop in (*_ADDRESS, "country") if (text := parts.get(prop, "").strip())
    )
    made = entry.beside("addr", "Address", full, evidence)
    if key:
        made = Entry(key, "Address", entry.dataset, evidence)
    full = " ".join(full.split())
    if len(full) > LONGEST_ADDRESS:
        entry.issue(evidence, "This is too long for one address; it was kept as a note.")
        entry.say("notes", full, evidence)
        full = full[:LONGEST_ADDRESS].rpartition(",")[0] or full[:LONGEST_ADDRESS]
    made.say("full", full, evidence)
    for prop in (*_ADDRESS, "remarks"):
        made.say(prop, parts.get(prop, "").strip(), evidence)
    nation(made, "country", parts.get("country", ""), evidence)
    entry.say("address", full, evidence)
    entry.say("addressEntity", made.entity_id, evidence)
    for found in made.values("country"):
        entry.say("country", found, evidence)
    return made
