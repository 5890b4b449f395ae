"""A party against lists: hits with their score and why."""

from collections.abc import Iterable, Sequence
from typing import Any

from enduse.matching import WEAK, Found, Question
from enduse.model import Hit
from enduse.names import analyse, normalised_identifier
from enduse.screening.evidence import MOST_ADDED, Remark, total, weighed
from enduse.screening.explain import explained
from enduse.screening.fingerprints import print_of_listed
from enduse.screening.index import ScreeningIndex, sort_of
from enduse.screening.party import Party

DEFAULT_THRESHOLD = 0.85
DEFAULT_LIMIT = 5
# Evidence against can push hits down; so many more are looked at before the last are cut.
_SPARE = 10


def screen(
    party: Party,
    index: ScreeningIndex,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = DEFAULT_LIMIT,
) -> list[Hit]:
    """Find the listed entities a party may be, best first.

    Args:
        party: Name, and whatever else is known.
        index: The lists.
        threshold: Least score, 0 to 1.
        limit: At most so many hits.

    Returns:
        Hits with their explanation; empty if nothing reaches the threshold.

    Example:
        >>> from enduse.screening import Listed
        >>> index = ScreeningIndex.build([Listed("x-1", "Company", ("Kupol Plant JSC",))])
        >>> [h.id for h in screen(Party("АО Завод Купол", "Company"), index)]
        ['x-1']
    """
    return screen_all([party], index, threshold, limit)[0]


def screen_all(
    parties: Sequence[Party],
    index: ScreeningIndex,
    threshold: float = DEFAULT_THRESHOLD,
    limit: int = DEFAULT_LIMIT,
) -> list[list[Hit]]:
    """Screen many parties at once, much faster than one by one; answers in their order."""
    questions: list[Question] = []
    places: list[tuple[int, int]] = []
    for party in parties:
        start = len(questions)
        floor = threshold - (MOST_ADDED if _brings_evidence(party) else 0.0)
        for name in (party.name, *party.other_names):
            questions.append(Question(name, sort_of(party.schema), max(0.0, floor)))
        places.append((start, len(questions)))
    spare = limit + _SPARE if any(map(_brings_evidence, parties)) else limit
    answers = index.names.ask(questions, spare)
    index.names.learn_pairs(found for some in answers for found in some)
    return [
        _hits(party, index, answers[a:b], threshold)[:limit]
        for party, (a, b) in zip(parties, places, strict=True)
    ]


def has_words(party: Party) -> bool:
    """Tell whether anything in the name can be compared."""
    if party.name.isascii():
        return any(map(str.isalnum, party.name))
    return bool(analyse(party.name, sort_of(party.schema)).tokens)


def hit_data(hit: Hit) -> dict[str, Any]:
    """A hit as JSON values, in the order and under the names of the contract."""
    return {
        "id": hit.id,
        "score": hit.score,
        "name": hit.name,
        "schema": hit.schema,
        "datasets": list(hit.datasets),
        "explanation": {"summary": hit.explanation.summary, **hit.explanation.detail},
    }


def _brings_evidence(party: Party) -> bool:
    return bool(party.birth_date or party.country or party.address or party.gender
                or party.identifiers)  # fmt: skip


def _hits(
    party: Party,
    index: ScreeningIndex,
    answers: Sequence[Sequence[Found]],
    threshold: float,
) -> list[Hit]:
    best: dict[int, Found | None] = {}
    for some in answers:
        for found in some:
            held = best.get(found.entity)
            if held is None or found.score > held.score:
                best[found.entity] = found
    for entity in _by_identifier(party, index):
        best.setdefault(entity, None)
    hits = []
    for number, agreed in best.items():
        hit = _hit(party, index, number, agreed)
        if hit is not None and hit.score >= threshold:
            hits.append(hit)
    return sorted(hits, key=lambda h: (-h.score, h.id))


def _by_identifier(party: Party, index: ScreeningIndex) -> Iterable[int]:
    for written in party.identifiers:
        if wanted := normalised_identifier(written):
            yield from index.bearing(wanted)


def _hit(party: Party, index: ScreeningIndex, number: int, found: Found | None) -> Hit | None:
    listed = index.entity(number)
    remarks = weighed(party, listed) if _brings_evidence(party) else []
    if found is None:
        score, name = total(0.0, remarks), listed.names[0] if listed.names else listed.id
    else:
        if index.names.name_kind(found.name) == WEAK and not _supported(remarks):
            return None
        score, name = total(found.score, remarks), index.names.written(found.name)
    why = explained(party, index.names, found, listed, remarks, score)
    content = print_of_listed(listed)
    return Hit(listed.id, round(score, 4), name, listed.schema, listed.datasets, why, content)


def _supported(remarks: Sequence[Remark]) -> bool:
    """A weak alias counts only where something else speaks for the party."""
    return any(r.adds > 0 and r.about in ("birth date", "identifier", "address") for r in remarks)
