"""What a listing by OFAC means: the programmes, and the measure that each stands for."""

from enduse.sources.rows import Cell
from enduse.sources.source_info import SourceInfo
from enduse.sources.watchlists.entry import Entry
from enduse.sources.watchlists.place import Place

AUTHORITY = "Office of Foreign Assets Control"


def sanction_of(info: SourceInfo, entry: Entry, place: Place, cell: Cell) -> Entry:
    """Make the sanction of a party, and put its topic on the party.

    Args:
        info: The list; `lookups.programs` names each programme's measure and topic.
        entry: The party.
        place: Its record.
        cell: Programmes, those after the first set off by "] [".

    Returns:
        The sanction; a programme that is not known is kept and reported.
    """
    whole = place.cell(cell, "Program")
    made = entry.beside("sanction", "Sanction", info.name, whole)
    made.say("entity", entry.entity_id, whole)
    made.say("authority", AUTHORITY, whole)
    made.say("country", "us", whole)
    made.add("authorityId", entry.entity_id.partition("-")[2], entry.proof)
    begin = 0
    measures: dict[str, None] = {}
    topics: dict[str, None] = {}
    for code in cell.value.split("] ["):
        bare = code.strip()
        at = begin + code.index(bare)
        begin += len(code) + len("] [")
        if not bare or bare == "-0-":
            entry.issue(whole, "This party stands under no programme.")
            continue
        evidence = place.within(cell, "Program", at, at + len(bare))
        made.add("program", bare, evidence)
        made.add("programId", bare, evidence)
        known = info.lookups["programs"].get(bare)
        if known is None:
            entry.issue(evidence, f"The programme {bare!r} is not known; it was kept as written.")
        measure = known or info.lookups["defaults"]
        measures[measure["measure"]] = topics[measure["topic"]] = None
    for one in measures:
        made.add("provisions", one, whole)
    for topic in topics:
        entry.say("topics", topic, whole)
    return made
