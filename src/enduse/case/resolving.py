"""Which parties and entries are the same: candidates, judgements, and what follows from them."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from enduse.model import Hit, Judgement, Mention, Verdict
from enduse.model.ftm import entities
from enduse.resolve import Decisions, Queue, Record, record_from_ftm
from enduse.resolve.queue import RULE
from enduse.store import Store, log
from enduse.store.claims import mentions
from enduse.store.judgements import add_judgement, judgements
from enduse.store.parties import PartyRow, hits, parties, party_of_mention
from enduse.store.statements import statements
from enduse.store.tables import mention, party_mention, statement

_PARTY = "party-"
_QUOTATIONS = 3
_SMALL = 2_000
_NO_PARTY = frozenset({"Product"})


def queue_of(store: Store, reviewer: str) -> Queue:
    """The candidates of a case: its parties against each other and against entries like them.

    Args:
        store: The open case; judgements are stored there as they are made.
        reviewer: Who decides.
    """

    def keep(made: Judgement) -> None:
        with store.write() as connection:
            add_judgement(connection, made)
            body = {"left": made.left, "right": made.right, "verdict": str(made.verdict)}
            log.append(connection, "judged", body | {"by": made.by, "reason": made.reason})

    with store.read() as connection:
        records = [*_parties(connection), *_entries(connection)]
        decided = Decisions(judgements(connection))
    return Queue(records, decided, reviewer, log.now, keep)


def join_decisive(store: Store) -> int:
    """Join what needs nobody: an equal checked number and agreeing names, by rule.

    Like every judgement it is logged, shown in the history, and can be taken back.

    Returns:
        How many pairs were joined.
    """
    return len(queue_of(store, RULE).join_decisive())


def canonical_parties(connection: Connection) -> dict[str, str]:
    """Party id to the id of the party that stands for it, for parties judged the same.

    The first id of a cluster stands for it; a party nobody judged stands for itself and is
    not in the answer.
    """
    found: dict[str, str] = {}
    for cluster in Decisions(judgements(connection)).clusters():
        members = [one for one in cluster if one.startswith(_PARTY)]
        found |= {one: members[0] for one in members}
    return found


def hits_of_clusters(connection: Connection, *, proposed: bool) -> dict[str, list[Hit]]:
    """Hits of every party that stands for others, each entry once with its best score.

    What a person decided wins over the score: an entry judged the same is among the proposed,
    one judged different is in neither answer.
    """
    stands_for, decided = canonical_parties(connection), Decisions(judgements(connection))
    best: dict[str, dict[str, Hit]] = {}
    for by_score in (True, False):
        for party, found in hits(connection, proposed=by_score).items():
            held = best.setdefault(stands_for.get(party, party), {})
            for hit in found:
                refused = decided.verdict(party, hit.id) is Verdict.NEGATIVE
                accepted = hit.id in decided.cluster(party)
                if refused or (by_score or accepted) is not proposed:
                    continue
                if hit.id not in held or hit.score > held[hit.id].score:
                    held[hit.id] = hit
    return {
        party: sorted(held.values(), key=lambda hit: (-hit.score, hit.id))
        for party, held in best.items()
        if held
    }


def names_of_clusters(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Fullest names of each party and of those judged the same, the most frequent first."""
    stands_for = canonical_parties(connection)
    query = (
        select(party_mention.c.party, mention.c.name, func.count())
        .join(mention, mention.c.id == party_mention.c.mention)
        .group_by(party_mention.c.party, mention.c.name)
    )
    found: dict[str, Counter[str]] = {}
    for party, name, count in connection.execute(query):
        found.setdefault(stands_for.get(party, party), Counter())[name] += count
    return {
        party: tuple(sorted(names, key=lambda name: (-names[name], name)))
        for party, names in found.items()
    }


def judged_same(connection: Connection) -> dict[tuple[str, str], Judgement]:
    """Party and entry to the judgement that made them one, where one judgement did."""
    decided = Decisions(judgements(connection))
    return {
        (one.right, one.left): one
        for one in decided.standing()
        if one.verdict is Verdict.POSITIVE and one.right.startswith(_PARTY)
    }


def _of_small_lists(connection: Connection) -> set[str]:
    entity = statement.c.entity_id
    query = select(statement.c.bundle, func.count(entity.distinct())).where(
        statement.c.prop == "name"
    )
    counted = connection.execute(query.group_by(statement.c.bundle)).all()
    small = [bundle for bundle, parties in counted if parties <= _SMALL]
    found = select(entity).where(statement.c.bundle.in_(small), statement.c.prop == "name")
    return set(connection.execute(found.distinct()).scalars())


def _parties(connection: Connection) -> Iterator[Record]:
    owner = party_of_mention(connection)
    named: dict[str, list[Mention]] = {}
    for one in mentions(connection):
        if one.id in owner:
            named.setdefault(owner[one.id], []).append(one)
    for row in parties(connection):
        if row.schema not in _NO_PARTY:
            yield _record(row, named.get(row.id, []))


def _record(row: PartyRow, named: list[Mention]) -> Record:
    names = dict.fromkeys([row.name, *(one.name for one in named)])
    # Whole names before "it" and "the plant", and of one document only one.
    whole = sorted(named, key=lambda one: one.text != one.name)
    by_source = {one.evidence.locator.source: one.evidence for one in reversed(whole)}
    evidence = tuple(by_source[one] for one in reversed(by_source))[:_QUOTATIONS]
    return Record(row.id, row.schema, tuple(names), dataset="documents", evidence=evidence)


def _entries(connection: Connection) -> Iterator[Record]:
    """Entries that a party of the case resembles, and all of lists and registers that are small.

    Of a large list the rest is left out: it would fill the queue with pairs of that list.
    """
    wanted = {
        hit.id
        for proposed in (True, False)
        for found in hits(connection, proposed=proposed).values()
        for hit in found
    }
    wanted |= _of_small_lists(connection)
    if not wanted:
        return
    for entity in entities(statements(connection, sorted(wanted))):
        record = record_from_ftm(entity)
        if record is not None:
            yield record
