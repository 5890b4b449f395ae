"""One row of stakes.csv."""

from collections.abc import Iterator

from enduse.model import Issue, Statement
from enduse.model.ftm import entity_id
from enduse.sources.registers.draft import Draft
from enduse.sources.registers.links import ENDS, SCHEMA
from enduse.sources.registers.table import Record

STAKE_COLUMNS = frozenset(
    {"owner", "asset", "right", "share", "direct", "basis", "start", "end", "date"}
    | {"source_url", "notes"}
)


def stake(record: Record) -> Iterator[Statement | Issue]:
    """The holding; a row that does not name both its ends is reported."""
    owners = [one.strip() for one in record.text("owner").split(";") if one.strip()]
    asset, kind = record.text("asset"), record.text("right").lower() or "shares"
    place = record.evidence().locator
    if not owners or not asset:
        yield Issue(place, "A stake that does not name owner and asset was left out.")
        return
    if kind not in SCHEMA:
        message = f"{kind!r} is no right; the row was left out. Known: {', '.join(SCHEMA)}."
        yield Issue(record.evidence("right").locator, message, kind)
        return
    row = record.part.removeprefix("row ")
    own_id = entity_id(f"plain-stake-{'-'.join(owners)}-{asset}-{kind}-{row}")
    draft = Draft(own_id, SCHEMA[kind], "plain_register", record.evidence())
    holder, held = ENDS[kind]
    for owner in owners:
        draft.add(holder, entity_id(f"plain-{owner}"), record.evidence("owner"), written=owner)
    draft.add(held, entity_id(f"plain-{asset}"), record.evidence("asset"), written=asset)
    if draft.schema == "Ownership":
        said = record.evidence("right") if record.text("right") else record.evidence()
        draft.add("ownershipType", kind, said)
        record.texts(draft, "ownershipType", "direct")
        record.texts(draft, "percentage", "share")
    elif record.text("share"):
        message = f"A {kind} has no share; it was left out."
        draft.issue(record.evidence("share").locator, message, record.text("share"))
    record.texts(draft, "role", "basis")
    record.dates(draft, "startDate", "start")
    record.dates(draft, "endDate", "end")
    record.dates(draft, "date", "date")
    record.many(draft, "sourceUrl", "source_url")
    record.texts(draft, "description", "notes")
    yield from draft.done()
