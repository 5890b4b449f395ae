"""Names and features of one party of SDN_ADVANCED."""

from collections.abc import Iterator

from enduse.model import Evidence
from enduse.sources.watchlists import put
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.ofac.background import Background
from enduse.sources.watchlists.ofac.facts import Facts
from enduse.sources.watchlists.ofac.periods import words_of
from enduse.sources.watchlists.ofac.remarks import item
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.xml_records import Element

_ORDER = ("first", "middle", "patronymic", "matronymic", "nickname", "last", "maiden")
_PARTS = {"first name": "firstName", "middle name": "middleName", "last name": "lastName"}


def add_names(
    entry: Entry, facts: Facts, place: XmlPlace, profile: Element, background: Background
) -> list[Entry]:
    """Add every name with its kind, strength and script; then the documents of its identities.

    Returns:
        Documents as entities of their own.
    """
    papers: list[Entry] = []
    for identity in profile.all("Identity"):
        kinds = {
            one.get("ID"): background.reference.word("NamePartType", one.get("NamePartTypeID"))
            for one in identity.walk()
            if one.tag == "NamePartGroup"
        }
        for alias in identity.all("Alias"):
            prop = _kind(alias, background)
            for number, documented in enumerate(alias.all("DocumentedName")):
                chosen = "alias" if prop == "name" and number else prop
                _name(entry, place, documented, kinds, chosen)
        for given, evidence in background.papers.get(identity.get("ID"), ()):
            if made := _paper(entry, facts, given, evidence):
                papers.append(made)
    if not entry.has("name"):
        entry.issue(entry.proof, "This party has no primary name.")
    return papers


def _kind(alias: Element, background: Background) -> str:
    if alias.get("LowQuality") == "true":
        return "weakAlias"
    if alias.get("Primary") == "true":
        return "name"
    word = background.reference.word("AliasType", alias.get("AliasTypeID")).lower()
    return "previousName" if word.startswith("f.k.a") else "alias"


def _rank(kind: str) -> int:
    return next((at for at, word in enumerate(_ORDER) if kind.lower().startswith(word)), 0)


def _name(
    entry: Entry, place: XmlPlace, documented: Element, kinds: dict[str, str], prop: str
) -> None:  # fmt: skip
    parts = [
        (kinds.get(one.get("NamePartGroupID"), ""), one)
        for one in documented.inside("DocumentedNamePart", "NamePartValue")
        if one.text
    ]
    if not parts:
        entry.issue(place.whole(documented), "This name is empty.")
        return
    written = [one for _, one in parts]
    if entry.schema == "Person":
        parts.sort(key=lambda part: _rank(part[0]))
    whole = " ".join(one.text for _, one in parts)
    entry.say(prop, whole, place.between(written[0], written[-1], "NamePartValue"))
    if prop == "name" and entry.schema == "Person":
        for kind, one in parts:
            if target := _PARTS.get(kind.lower()):
                entry.add(target, one.text, place.text(one))


def _paper(entry: Entry, facts: Facts, given: put.Paper, evidence: Evidence) -> Entry | None:
    found = item(f"{given.label} {given.number}")
    if found.kind not in ("paper", ""):
        facts.take(found, evidence)
        return None
    return put.paper(entry, given, evidence)


def add_features(
    entry: Entry, facts: Facts, place: XmlPlace, profile: Element, background: Background
) -> list[Entry]:
    """Add what the features say; addresses come back as entities of their own."""
    places: list[Entry] = []
    for feature in profile.all("Feature"):
        label = background.reference.word("FeatureType", feature.get("FeatureTypeID"))
        for version in feature.all("FeatureVersion"):
            for text, evidence in _values(place, version, background):
                _feature(entry, facts, label, text, evidence)
            for one in version.all("VersionLocation"):
                if found := background.places.get(one.get("LocationID")):
                    _location(entry, facts, label, found, places)
    return places


def _values(
    place: XmlPlace, version: Element, background: Background
) -> Iterator[tuple[str, Evidence]]:
    for one in version.all("VersionDetail"):
        text = one.text or background.reference.word(
            "DetailReference", one.get("DetailReferenceID")
        )
        if text:
            yield text, place.text(one)
    for one in version.all("DatePeriod"):
        if text := words_of(one):
            yield text, place.whole(one)
    for one in version.all("Comment"):
        if one.text:
            yield one.text, place.text(one)


def _feature(entry: Entry, facts: Facts, label: str, text: str, evidence: Evidence) -> None:
    if label == "Title":
        put.fitting(entry, "position", text, evidence)
        return
    found = item(f"{label} {text}")
    if found.kind:
        facts.take(found, evidence)
    else:
        entry.add("notes", f"{label}: {text}" if label else text, evidence, text)


def _location(
    entry: Entry,
    facts: Facts,
    label: str,
    found: tuple[dict[str, str], Evidence],
    places: list[Entry],
) -> None:
    parts, evidence = found
    if not any(parts.values()):
        return
    if "Nationality" in label or "Citizenship" in label or "Flag" in label:
        facts.take(item(f"{label} {parts.get('country', '')}"), evidence)
    elif "Birth" in label:
        put.fitting(entry, "birthPlace", ", ".join(parts.values()), evidence)
    else:
        places.append(put.address(entry, parts, evidence))
