"""One relationship of the Offshore Leaks database."""

from collections.abc import Iterator, Mapping
from functools import cache

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.icij_offshore.nodes import iso_from_icij, schema_of
from enduse.sources.registers.links import ENDS, SCHEMA
from enduse.sources.registers.table import Record
from enduse.sources.source_info import load_source_info

ALIKE = frozenset({"same_name_as", "similar", "same_company_as", "same_as", "same_id_as",
                   "probably_same_officer_as", "same_intermediary_as", "same_address_as",
                   "similar_company_as"})  # fmt: skip
"""ICIJ's own likenesses of names and numbers: something to look at, never identity."""


@cache
def _roles() -> Mapping[str, str]:
    return load_source_info(__package__).lookups["roles"]


def kind_of(words: str, schema: str) -> str:
    """What the words of a relationship say: shares, office or link.

    Nominees hold for others: they stay links, as does whoever is tied to anything that is no
    company.

    Example:
        >>> kind_of("shareholder of", "Company"), kind_of("nominee shareholder of", "Company")
        ('shares', 'link')
    """
    role = words.lower().removesuffix(" of").strip()
    if schema != "Company" or "nominee" in role:
        return "link"
    return _roles().get(role, "link")


def link(record: Record, kinds: Mapping[str, str]) -> Iterator[Statement | Issue]:
    """The relationship; one whose ends are not in the set is reported and kept."""
    start, end = record.text("node_id_start"), record.text("node_id_end")
    kind_text = record.text("rel_type")
    if not start or not end:
        yield Issue(record.evidence().locator, "A relationship without both ends was left out.")
        return
    for column, key in (("node_id_start", start), ("node_id_end", end)):
        if kinds and key not in kinds:
            place = record.evidence(column).locator
            yield Issue(place, f"The node {key} is not in these files.", key)
    words = record.text("link") or kind_text.replace("_", " ")
    alike = kind_text in ALIKE
    kind = "link" if alike else kind_of(words, schema_of(kinds.get(end, "entities")))
    told = "-".join(f"{kind_text} {words}".lower().replace("_", " ").split())
    own_id = entity_id(f"icij-{start}-{end}-{told}")
    draft = Draft(own_id, SCHEMA[kind], "icij_offshore", record.evidence())
    for prop, column in zip(ENDS[kind], ("node_id_start", "node_id_end"), strict=True):
        node = record.text(column)
        draft.add(prop, entity_id(f"icij-{node}"), record.evidence(column), written=node)
    draft.text("role", words, record.evidence("link" if record.text("link") else "rel_type"))
    if kind == "shares":
        draft.add("ownershipType", kind, record.evidence("link"))
    if alike:
        note = "ICIJ found these two alike; that does not make them one."
        draft.add("description", note, record.evidence("rel_type"))
    for column, prop in (("start_date", "startDate"), ("end_date", "endDate")):
        if text := record.text(column):
            draft.date(prop, iso_from_icij(text), record.evidence(column))
    record.texts(draft, "status", "status")
    record.texts(draft, "publisher", "sourceID")
    yield from draft.done()
