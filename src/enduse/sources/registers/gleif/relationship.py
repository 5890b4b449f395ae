"""One relationship of level 2: who consolidates, manages, feeds or is a branch of whom."""

from collections.abc import Iterator

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.gleif.fields import Fields

_CHILD, _PARENT = "Relationship.StartNode", "Relationship.EndNode"
_TYPE = "Relationship.RelationshipType"
_PERIODS = (
    "Relationship.RelationshipPeriods.RelationshipPeriod",
    "Relationship.RelationshipPeriod",
    "Relationship.Period",
)
_QUANTITIES = (
    "Relationship.RelationshipQuantifiers.RelationshipQuantifier",
    "Relationship.RelationshipQuantifier",
    "Relationship.Quantifiers",
)
NO_SHARE = "Consolidation in the parent's accounts; it says nothing of a share."


def relationship(fields: Fields) -> Iterator[Statement | Issue]:
    """The relationship as a link from child to parent; no share is made of it."""
    child, parent = fields.one(f"{_CHILD}.NodeID"), fields.one(f"{_PARENT}.NodeID")
    kind = fields.one(_TYPE)
    whole = fields.whole()
    if child is None or parent is None or kind is None:
        yield Issue(whole.locator, "A relationship without both ends and a type was left out.")
        return
    for node in (_CHILD, _PARENT):
        if (told := fields.one(f"{node}.NodeIDType")) and told.text != "LEI":
            message = f"An end of this relationship is no LEI but {told.text}; it was left out."
            yield Issue(told.evidence.locator, message, told.text)
            return
    own_id = entity_id(f"lei-rr-{child.text}-{parent.text}-{kind.text.replace('_', '-')}")
    draft = Draft(own_id, "UnknownLink", "gleif", kind.evidence)
    draft.add("subject", entity_id(f"lei-{child.text}"), child.evidence, written=child.text)
    draft.add("object", entity_id(f"lei-{parent.text}"), parent.evidence, written=parent.text)
    draft.text("role", kind.text, kind.evidence)
    if kind.text.endswith("CONSOLIDATED_BY"):
        draft.add("description", NO_SHARE, kind.evidence, written=kind.text)
    _period(fields, draft)
    _quantity(fields, draft)
    if (status := fields.one("Relationship.RelationshipStatus")) is not None:
        draft.text("status", status.text, status.evidence)
    if (day := fields.one("Registration.LastUpdateDate")) is not None:
        draft.date("modifiedAt", day.text, day.evidence)
    yield from draft.done()


def _period(fields: Fields, draft: Draft) -> None:
    """When the relationship holds; the years of the accounts it was read from are not that."""
    for name in _PERIODS:
        for period in fields.several(name):
            if period.said("periodtype") not in ("", "RELATIONSHIP_PERIOD"):
                continue
            for key, prop in (("startdate", "startDate"), ("enddate", "endDate")):
                if value := period.attributes.get(key):
                    draft.date(prop, value.text, value.evidence)


def _quantity(fields: Fields, draft: Draft) -> None:
    """A quantifier measures consolidation, never a holding: it stays a text."""
    for name in _QUANTITIES:
        for quantity in fields.several(name):
            keys = ("measurementmethod", "quantifieramount", "quantifierunits")
            words = " ".join(quantity.said(key) for key in keys if quantity.said(key))
            if words:
                draft.add("summary", words, quantity.evidence, written=words)
