"""One company of the PSC register with everybody who controls it."""

from collections.abc import Iterator, Sequence

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.json_records import Node
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.gb_psc.line import Line
from enduse.sources.registers.gb_psc.natures import nature
from enduse.sources.registers.gb_psc.person import person
from enduse.sources.registers.links import ENDS, SCHEMA

_Said = Iterator[Statement | Issue]
_NO_PERSON = ("persons-with-significant-control-statement", "exemptions")
_OVERSEAS = "OE"


def company(lines: Sequence[Line]) -> _Said:
    """The company, then each person and what they have."""
    first = lines[0]
    number = first.root.at("company_number")
    assert number is not None
    proof = first.evidence(number, "company_number")
    draft = Draft(entity_id(f"gb-coh-{first.company}"), "Company", "gb_psc", proof)
    draft.add("registrationNumber", first.company, proof)
    if not first.company.startswith(_OVERSEAS):
        draft.add("jurisdiction", "gb", proof, written=first.company)
    for line in lines:
        if line.kind.startswith(_NO_PERSON):
            _note(draft, line)
    yield from draft.done()
    seen = set[str]()
    for line in lines:
        if not line.kind.startswith(_NO_PERSON):
            yield from _holding(draft.entity_id, line, seen)


def _note(draft: Draft, line: Line) -> None:
    """A statement that there is nobody to name, or that the company is exempt."""
    told = line.data.at("statement") or line.data.at("exemptions") or line.data.at("kind")
    if told is None:
        return
    words = told.value if isinstance(told.value, str) else ", ".join(told.fields)
    since, until = line.data.text("notified_on"), line.data.text("ceased_on")
    days = f" (from {since or '?'} to {until})" if until else f" (from {since})" if since else ""
    draft.add("notes", f"{words}{days}", line.evidence(told, "statement"), written=words)


def _holding(company_id: str, line: Line, seen: set[str]) -> _Said:
    key = line.data.text("links", "self").rstrip("/").rpartition("/")[2] or line.data.text("etag")
    if not key:
        place = line.evidence(line.root, "data")
        yield Issue(place.locator, "A person without any key cannot be told apart.", line.company)
        return
    holder_id = entity_id(f"gb-psc-{line.company}-{key}")
    if key in seen:
        told = line.data.at("links", "self") or line.data.at("etag") or line.root
        message = "This person of the company appears again; what both lines say was joined."
        yield Issue(line.evidence(told, "links.self").locator, message, key)
    seen.add(key)
    yield from person(line, holder_id)
    natures = line.data.items("natures_of_control")
    for number, node in enumerate(natures, 1):
        yield from _nature(line, f"{holder_id}-{number}", (holder_id, company_id), node)
    if not natures:
        yield from _nature(line, f"{holder_id}-1", (holder_id, company_id), None)


def _nature(line: Line, own_id: str, ends: tuple[str, str], node: Node | None) -> _Said:
    code = node.value if node and isinstance(node.value, str) else ""
    known = nature(code)
    kind = known.kind if known else "link"
    proof = line.evidence(node or line.root, "natures_of_control")
    draft = Draft(own_id, SCHEMA[kind], "gb_psc", proof)
    number = line.root.at("company_number") or line.root
    places = (
        line.evidence(line.data.at("links", "self") or line.data, "links.self"),
        line.evidence(number, "company_number"),
    )
    for prop, end, place in zip(ENDS[kind], ends, places, strict=True):
        draft.add(prop, end, place)
    draft.text("role", code, proof)
    if draft.schema == "Ownership":
        draft.add("ownershipType", kind, proof)
    if known and known.through:
        draft.add("description", f"held as a member of a {known.through}", proof)
    if known and known.band:
        draft.add("percentage", known.band, proof)
    line.dates(draft, "startDate", "notified_on")
    line.dates(draft, "endDate", "ceased_on")
    if known is None and node is not None:
        message = f"The nature of control {code!r} is not known; kept as a link without a share."
        draft.issue(proof.locator, message, code)
    yield from draft.done()
