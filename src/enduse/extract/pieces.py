"""A text as long as a book is read in pieces, so that memory stays that of one piece."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from enduse.extract.protocol import Extraction
from enduse.extract.segment import Span
from enduse.model import Claim, Evidence, Hedge, Locator, Mention, Named

__all__ = ["MOST", "joined", "pieces", "shifted"]

MOST = 200_000
"""Characters of one piece: fifty reports, a minute of reading at the slowest."""


def pieces(text: str, most: int = MOST) -> Iterator[Span]:
    r"""Yield stretches of at most `most` characters that end where a paragraph does.

    Where there is no paragraph in the second half of a piece, it ends at a line, at a sentence
    or at a space; where there is none of these, it just ends.

    Example:
        >>> [(p.start, p.end) for p in pieces("One two.\n\nThree four.", 12)]
        [(0, 10), (10, 21)]
    """
    start = 0
    while len(text) - start > most:
        half, end = start + most // 2, start + most
        for mark in ("\n\n", "\n", ". ", "。", " "):
            at = text.rfind(mark, half, end)
            if at >= 0:
                end = at + len(mark)
                break
        yield Span(start, end)
        start = end
    yield Span(start, len(text))


def shifted(found: Extraction, by: int) -> Extraction:
    """What was found in a piece, at its places in the whole text.

    Things keep their ids, which rest on their names; claims get others, which rest on places.
    """
    if not by:
        return found
    return Extraction(
        tuple(_mention(one, by) for one in found.mentions),
        tuple(_claim(one, by) for one in found.claims),
        tuple(replace(one, where=_moved(one.where, by)) for one in found.issues),
        found.language,
    )


def _moved(where: Locator, by: int) -> Locator:
    return replace(where, start=where.start + by, end=where.end + by)


def _evidence(evidence: Evidence, by: int) -> Evidence:
    return Evidence(_moved(evidence.locator, by), evidence.quote)


def _mention(one: Mention, by: int) -> Mention:
    return replace(one, evidence=_evidence(one.evidence, by))


def _claim(one: Claim, by: int) -> Claim:
    hedge = one.hedge and Hedge(one.hedge.text, one.hedge.start + by, one.hedge.end + by)
    ref = sha256(f"{by}|{one.id}".encode()).hexdigest()[:16]
    return replace(one, id=ref, evidence=_evidence(one.evidence, by), hedge=hedge)


def joined(found: list[Extraction]) -> Extraction:
    """All pieces, or all languages of one text, as one in the order of the text.

    One id has one name: where pieces call a thing differently, the commonest name stands.
    """
    names = _names(one for part in found for one in part.mentions)
    mentions = (replace(one, name=names[one.id]) for part in found for one in part.mentions)
    claims = (_renamed(one, names) for part in found for one in part.claims)
    return Extraction(
        tuple(sorted(mentions, key=_start)),
        tuple(sorted(claims, key=_start)),
        tuple(one for part in found for one in part.issues),
        found[0].language,
    )


def _names(mentions: Iterable[Mention]) -> dict[str, str]:
    """The commonest name of each id; of names as common, the one that stands first."""
    counted: dict[str, Counter[str]] = {}
    for one in mentions:
        counted.setdefault(one.id, Counter())[one.name] += 1
    return {ref: names.most_common(1)[0][0] for ref, names in counted.items()}


def _renamed(one: Claim, names: Mapping[str, str]) -> Claim:
    subject, object_ = _called(one.subject, names), one.object and _called(one.object, names)
    if subject is one.subject and object_ is one.object:
        return one
    return replace(one, subject=subject, object=object_)


def _called(thing: Named, names: Mapping[str, str]) -> Named:
    name = names.get(thing.id or "", thing.text)
    return thing if name == thing.text else replace(thing, text=name)


def _start(one: Mention | Claim) -> int:
    return one.evidence.locator.start
