"""What a listing by OFAC means: the programmes, and the measure that each stands for."""

from collections.abc import Sequence

from enduse.model import Evidence
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists.entry import Entry

AUTHORITY = "Office of Foreign Assets Control"


def sanction_of(
    info: SourceInfo, entry: Entry, whole: Evidence, programs: Sequence[tuple[str, Evidence]]
) -> Entry:
    """Make the sanction of a party, and put its topics on the party.

    Args:
        info: The list; `lookups.programs` names each programme's measure and topic.
        entry: The party.
        whole: Where the programmes stand.
        programs: OFAC's codes, each with its place.

    Returns:
        The sanction; a programme that is not known is kept and reported.
    """
    made = entry.beside("sanction", "Sanction", info.name, whole)
    made.say("entity", entry.entity_id, whole)
    made.say("authority", AUTHORITY, whole)
    made.say("country", "us", whole)
    made.say("authorityId", entry.entity_id.split("-")[1], entry.proof)
    if not programs:
        entry.issue(whole, "This party stands under no programme.")
        entry.say("topics", info.lookups["defaults"]["topic"], whole)
    measures: dict[str, None] = {}
    topics: dict[str, None] = {}
    for code, evidence in programs:
        made.add("program", code, evidence)
        made.add("programId", code, evidence)
        known = info.lookups["programs"].get(code)
        if known is None:
            entry.issue(evidence, f"The programme {code!r} is not known; it was kept as written.")
        measure = known or info.lookups["defaults"]
        measures[measure["measure"]] = topics[measure["topic"]] = None
    for one in measures:
        made.say("provisions", one, whole)
    for topic in topics:
        entry.say("topics", topic, whole)
    return made
