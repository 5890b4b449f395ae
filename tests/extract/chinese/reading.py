"""Reads one Chinese text into rows that a test compares with."""

from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor
from enduse.model import Claim


def claims(text: str) -> list[Claim]:
    found = RuleExtractor().extract(TextToRead("0" * 64, text, "zh")).claims
    assert all(c.evidence.holds(text) for c in found)
    return list(found)


def rows(text: str) -> set[tuple[str, str, str | None]]:
    """Subject, predicate and object of every claim."""
    return {
        (c.subject.text, c.predicate, c.object.text if c.object else None) for c in claims(text)
    }


def said(text: str, predicate: str) -> Claim:
    """The one claim with a predicate."""
    (claim,) = [c for c in claims(text) if c.predicate == predicate]
    return claim


def voices(claim: Claim) -> list[str]:
    """Who says it in the end, chain by chain."""
    return [chain[-1].name for chain in claim.attribution]
