"""Short ways to ask what the rules find in English text."""

from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor
from enduse.model import Claim


def claims(text: str) -> tuple[Claim, ...]:
    """All claims of a text, in order."""
    return RuleExtractor().extract(TextToRead("0" * 64, text, "en")).claims


def said(text: str) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of each claim."""
    return {(c.subject.text, c.predicate, c.object.text if c.object else "") for c in claims(text)}


def one(text: str, predicate: str) -> Claim:
    """The only claim of a predicate."""
    found = [c for c in claims(text) if c.predicate == predicate]
    assert len(found) == 1, found
    return found[0]


def voices(claim: Claim) -> list[str]:
    """Who says a claim last, of each chain; the outlet itself is left out."""
    return [chain[-1].name for chain in claim.attribution if len(chain) > 1]
