"""Interests of a BODS file: who holds what share, which vote or which control."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.json_records import Node
from enduse.sources.registers.bods.context import Context
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.links import ENDS, SCHEMA

_Out = Iterator[Statement | Issue]


@cache
def _kinds() -> dict[str, str]:
    text = files(__package__).joinpath("interests.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


def kind_of(code: str) -> str:
    """What an interest type says of its holder: shares, votes, control, office or link.

    Example:
        >>> kind_of("votingRights"), kind_of("voting-rights"), kind_of("nominee")
        ('votes', 'votes', 'link')
    """
    return _kinds().get(code.replace("-", "").lower(), "link")


def interests(at: Context) -> _Out:
    """One FtM entity for every interest of a relationship, because each has its own share."""
    subject = at.details.at("subject", "describedByEntityStatement") or at.details.at("subject")
    party = _party(at.details.at("interestedParty"))
    if not subject or not isinstance(subject.value, str) or not subject.value:
        yield _issue(at, subject or at.details, "The subject of this interest is not named.")
    elif party is None:
        yield _unnamed(at)
    else:
        for number, node in enumerate(at.details.items("interests") or [None], 1):
            yield from _interest(
                at, entity_id(f"bods-{at.record_id}-{number}"), (party, subject), node
            )


def _party(node: Node | None) -> Node | None:
    """The reference to the holder; None where the file gives a reason instead."""
    if node is None:
        return None
    for key in ("describedByEntityStatement", "describedByPersonStatement"):
        if found := node.at(key):
            return found
    return node if isinstance(node.value, str) and node.value else None


def _unnamed(at: Context) -> Issue:
    node = at.details.at("interestedParty")
    unspecified = (node.at("unspecified") or node) if node else None
    reason = unspecified.text("reason") if unspecified else ""
    words = unspecified.text("description") if unspecified else ""
    message = f"No owner is named; the reason given: {reason or 'none'}"
    return _issue(at, node or at.details, f"{message}{f' ({words})' if words else ''}.")


def _issue(at: Context, node: Node, message: str) -> Issue:
    place = at.evidence(node, "interestedParty").locator
    return Issue(place, message, node.quote[:200])


def _interest(at: Context, own_id: str, ends: tuple[Node, Node], node: Node | None) -> _Out:
    code = node.at("type") if node else None
    kind = kind_of(code.value) if code and isinstance(code.value, str) else "link"
    draft = at.draft(own_id, SCHEMA[kind])
    for prop, end, field in zip(ENDS[kind], ends, ("interestedParty", "subject"), strict=True):
        target = entity_id(f"bods-{at.index.record(end.value)}")
        draft.add(prop, target, at.evidence(end, field), written=end.value)
    if code:
        draft.text("role", str(code.value), at.evidence(code, "type"))
    if node is not None:
        _terms(at, draft, kind, node)
    _standing(at, draft)
    yield from draft.done()


def _terms(at: Context, draft: Draft, kind: str, node: Node) -> None:
    if draft.schema == "Ownership":
        draft.add("ownershipType", kind, at.evidence(node.at("type") or node, "type"))
        _level(at, draft, node)
        if share := node.at("share"):
            _share(at, draft, share)
    for prop, key in (("startDate", "startDate"), ("endDate", "endDate")):
        if day := node.at(key):
            draft.date(prop, node.text(key), at.evidence(day, key))
    if words := node.at("details"):
        draft.text("description", node.text("details"), at.evidence(words, "details"))


def _level(at: Context, draft: Draft, node: Node) -> None:
    level = node.at("directOrIndirect") or node.at("interestLevel")
    if level and level.value in ("direct", "indirect"):
        draft.text("ownershipType", level.value, at.evidence(level, "directOrIndirect"))
    beneficial = node.at("beneficialOwnershipOrControl")
    if beneficial and beneficial.value is True:
        draft.add("ownershipType", "beneficial", at.evidence(beneficial, "beneficialOwnership"))
    component = at.details.at("isComponent") or at.root.at("isComponent")
    if component and component.value is True:
        draft.add("ownershipType", "component", at.evidence(component, "isComponent"))
    chain = at.details.at("componentRecords") or at.details.at("componentStatementIDs")
    if chain and chain.items() and not (level and level.value == "direct"):
        draft.add("ownershipType", "chain", at.evidence(chain, "componentRecords"))


def _share(at: Context, draft: Draft, share: Node) -> None:
    low, low_open = _bound(share, "minimum", "exclusiveMinimum")
    high, high_open = _bound(share, "maximum", "exclusiveMaximum")
    if exact := share.at("exact"):
        draft.text("percentage", share.text("exact"), at.evidence(exact, "share.exact"))
    elif low or high:
        written = f"{'>' if low_open else ''}{low or '0'}-{'<' if high_open else ''}{high or '100'}"
        draft.add("percentage", written, at.evidence(share, "share"))


def _bound(share: Node, inclusive: str, exclusive: str) -> tuple[str, bool]:
    """One end of a band; before 0.4 `exclusive` is a flag, since then a number."""
    flag = share.at(exclusive)
    if flag is not None and isinstance(flag.value, str):
        return flag.value, True
    return share.text(inclusive), flag is not None and flag.value is True


def _standing(at: Context, draft: Draft) -> None:
    for prop, key in (("date", "statementDate"), ("recordId", "recordId")):
        if node := at.root.at(key):
            (draft.date if prop == "date" else draft.text)(
                prop, at.root.text(key), at.evidence(node, key)
            )
    if url := at.root.at("source", "url"):
        draft.text("sourceUrl", at.root.text("source", "url"), at.evidence(url, "source.url"))
    if at.is_closed and (status := at.root.at("recordStatus")):
        draft.text("status", "closed", at.evidence(status, "recordStatus"))
        if not draft.has("endDate") and (day := at.root.at("statementDate")):
            # Closed by this day; the file does not say when before it the interest ended.
            draft.date("endDate", at.root.text("statementDate"), at.evidence(day, "statementDate"))
