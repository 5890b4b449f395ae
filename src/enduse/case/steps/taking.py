"""What an extractor says of one text, checked at the door and packed for the case."""

from collections.abc import Iterator
from dataclasses import dataclass

from enduse.extract.protocol import Extraction, Extractor, TextToRead
from enduse.model import Claim, Evidence, Issue, Locator, Mention
from enduse.store.extraction import Packed, packed

__all__ = ["Taken", "taken"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What the case takes from one text.

    Attributes:
        rows: Mentions and claims whose quotations are the text at their places.
        issues: What the extractor reported, and what was left out at the door.
        is_complete: Nothing would be gained by reading the text again.
        is_unread: No part of it was read; what was taken from it before is kept.
    """

    rows: Packed
    issues: tuple[Issue, ...]
    is_complete: bool = True
    is_unread: bool = False


def taken(extractor: Extractor, text: TextToRead) -> Taken:
    """Extract, check each quotation, pack; a fault of the extractor costs only this text."""
    found = _found(extractor, text)
    mentions = [one for one in found.mentions if one.evidence.holds(text.text)]
    claims = [one for one in found.claims if one.evidence.holds(text.text)]
    issues = (*found.issues, *_unsupported(found, text), *_ambiguous(claims, text.source))
    return Taken(packed(mentions, claims), issues, found.is_complete, found.is_unread)


def _found(extractor: Extractor, text: TextToRead) -> Extraction:
    try:
        return extractor.extract(text)
    except Exception as error:  # noqa: BLE001 - a fault on one text must not cost the others
        why = f"No claims were taken: {extractor.name} failed ({type(error).__name__}: {error})."
        return Extraction(issues=(Issue(Locator(text.source, 0, 0), why),))


def _unsupported(found: Extraction, text: TextToRead) -> Iterator[Issue]:
    rows: tuple[Claim | Mention, ...] = (*found.claims, *found.mentions)
    for one in rows:
        evidence: Evidence = one.evidence
        if not evidence.holds(text.text):
            place = Locator(text.source, evidence.locator.start, evidence.locator.end)
            yield Issue(place, "Left out: the quotation is not the text there.", evidence.quote)


def _ambiguous(claims: list[Claim], source: str) -> Iterator[Issue]:
    first: dict[str, Claim] = {}
    for one in claims:
        if first.setdefault(one.id, one) != one:
            place = one.evidence.locator
            message = f"Left out: another claim of this document has the id {one.id} too."
            yield Issue(Locator(source, place.start, place.end), message, one.evidence.quote)
