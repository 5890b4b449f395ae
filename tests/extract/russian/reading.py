"""The claims of a Russian sentence, as the tests ask for them."""

from enduse.extract.protocol import TextToRead
from enduse.extract.rules import RuleExtractor
from enduse.model import Claim

__all__ = ["claims", "said", "told"]


def claims(text: str) -> list[Claim]:
    """All claims; each quotes the text at its place."""
    found = RuleExtractor().extract(TextToRead("0" * 64, text, "ru")).claims
    assert all(c.evidence.holds(text) for c in found)
    return list(found)


def said(text: str, predicate: str) -> Claim:
    """The one claim of a predicate."""
    (claim,) = [c for c in claims(text) if c.predicate == predicate]
    return claim


def told(claim: Claim) -> tuple[str, str | None]:
    """The names of subject and object."""
    return claim.subject.text, claim.object.text if claim.object else None
