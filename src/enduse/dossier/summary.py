"""The answer on the first page: who is restricted by which list, and what speaks against it."""

from dataclasses import dataclass, replace

from enduse.dossier.view import Dossier, OwnershipLine, PartyPage, Told

REGIMES = (("US", "United States, OFAC"), ("EU", "European Union"), ("UK", "United Kingdom"))
REGIMES_BIS = ("BIS", "BIS Affiliates rule")
_MOST_NAMED = 4
_WORDS = {"verify_rule_status": "verify the rule: reached"}
_OPEN = {
    "indeterminate": "open: what a listed holder has is not known",
    "licence_or_resolve": "resolve or licence: what a listed holder has is not known",
    "verify_rule_status": "verify the rule: what a listed holder has matters",
}
_GROUNDS = {
    "ownership": "by ownership",
    "votes": "by votes",
    "control": "by control",
    "via_controlled_holder": "through a controlled holder",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One party of the answer.

    Attributes:
        page: The party.
        cells: For each regime the answer in a few words.
        other: Measures that freeze nothing, such as export controls.
        undecided: Entries taken for the party that nobody has judged.
    """

    page: PartyPage
    cells: tuple[str, ...]
    other: tuple[Told, ...]
    undecided: int


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to know beside the answer.

    Attributes:
        title: What kind of thing ("Contested").
        sentences: What it is, a few.
        more: How many are not told here.
        href: Where all of them stand.
    """

    title: str
    sentences: tuple[str, ...]
    more: int
    href: str


def regimes_shown(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The regimes that any page answers, in their order."""
    asked = {line.regime for page in dossier.parties for line in page.ownership}
    return tuple(one for one in (*REGIMES, REGIMES_BIS) if one[0] in asked)


def rows(dossier: Dossier) -> list[Row]:
    """Parties on a list, or of whom somebody is known to hold something."""
    shown = [code for code, _ in regimes_shown(dossier)]
    return [
        Row(
            page,
            tuple(_cell(page, code) for code in shown),
            tuple(t for e in page.entries if e.proposed for t in e.listings if _is_other(t.text)),
            sum(entry.proposed and not entry.judged for entry in page.entries),
        )
        for page in dossier.parties
        if page.ownership or any(entry.proposed for entry in page.entries)
    ]


def points(dossier: Dossier) -> list[Point]:
    """What is contested, rests on one origin alone, is not known, or was not read."""
    names = {node.id: node.label for node in dossier.network.nodes}
    ties = [
        (e, f"{names[e.source]} {e.label} {names[e.target]}")
        for e in dossier.network.edges
        if not e.target.startswith("address: ")
    ]
    contested = [said for edge, said in ties if edge.contested]
    single = [said for edge, said in ties if edge.origins < 2 and not edge.contested]
    found = [
        _point("Contested", [f"{one}." for one in contested], _against(dossier)),
        _findings(dossier, "Sources cannot all be right", "conflict"),
        _findings(dossier, "Of a like name, kept apart", "alike"),
        _point("Stands between", [one.sentence for one in dossier.between], "#between"),
        _point("Shared", [one.sentence for one in dossier.shared], "#shared"),
        _one_origin(single, len(ties)),
        _findings(dossier, "Not known", "gap"),
        _unread(dossier),
    ]
    return [one for one in found if one.sentences]


def _against(dossier: Dossier) -> str:
    """Where it stands what speaks against a relation."""
    return "#denial" if dossier.findings("denial") else "#conflict"


def _cell(page: PartyPage, code: str) -> str:
    line = next((one for one in page.ownership if one.regime == code), None)
    if line is None or not line.status:
        return "no entry found"
    if line.ground == "listed":
        word = "restricted: on a list" if code == "BIS" else "on the list"
        return f"{word} since {line.since}" if line.since else word
    return _by_ownership(line)


def _by_ownership(line: OwnershipLine) -> str:
    if not line.held:
        return "no entry found"
    word = _WORDS.get(line.status, line.status.replace("_", " "))
    ground = _GROUNDS.get(line.ground)
    if ground:
        return f"{word} {ground}"
    return _OPEN.get(line.status, "no entry found")


def _is_other(text: str) -> bool:
    told = text.casefold()
    return told.startswith("tagged") or ("export" in told and "freeze" not in told)


def _point(title: str, said: list[str], href: str) -> Point:
    return Point(title, tuple(said[:_MOST_NAMED]), max(0, len(said) - _MOST_NAMED), href)


def _findings(dossier: Dossier, title: str, kind: str) -> Point:
    point = _point(title, [one.sentence for one in dossier.findings(kind)], f"#{kind}")
    return replace(point, more=point.more + dossier.left_out.findings.get(kind, 0))


def _one_origin(single: list[str], every: int) -> Point:
    if not single:
        return Point("One origin alone", (), 0, "")
    first = f"{len(single)} of {every} relations rest on one origin alone, among them:"
    point = _point("One origin alone", [f"{one}." for one in single], "#network")
    return Point(point.title, (first, *point.sentences), point.more, point.href)


def _unread(dossier: Dossier) -> Point:
    if not dossier.issues:
        return Point("Not read", (), 0, "")
    count = len(dossier.issues)
    many = "thing" if count == 1 else "things"
    return Point("Not read", (f"{count} {many} could not be read.",), 0, "#unread")
