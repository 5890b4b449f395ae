"""The door of every extractor: rules by default, a language model or a trained one as extras."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from enduse.model import Claim, Issue, Mention


@dataclass(frozen=True, slots=True)
class TextToRead:
    """A document as an extractor sees it.

    Attributes:
        source: SHA-256 of the original bytes.
        text: Canonical text.
        language: ISO 639-1, or None to detect it.
        publisher: The outlet in whose voice the text speaks, if known.
        published: Day of publication, ISO prefix; relative dates are resolved against it.
        gazetteer: Known names to FtM schemata, from the lists of the case.
    """

    source: str
    text: str
    language: str | None = None
    publisher: str | None = None
    published: str | None = None
    gazetteer: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one document, in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    language: str | None = None


@runtime_checkable
class Extractor(Protocol):
    """Makes mentions and claims of a text. Entry-point group: `enduse.extractors`.

    Every claim's quotation is the text at its place, to the letter; whoever calls checks it.
    """

    name: str
    version: str

    def extract(self, document: TextToRead) -> Extraction:
        """Read one document; the same input always gives the same output."""
        ...
