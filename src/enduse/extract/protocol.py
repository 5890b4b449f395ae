"""The door of every extractor: rules by default, a language model or a trained one as extras."""

from collections.abc import Callable, Mapping
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
        told: Called after each stretch of a long text with the share that is read, 0 to 1.
    """

    source: str
    text: str
    language: str | None = None
    publisher: str | None = None
    published: str | None = None
    gazetteer: Mapping[str, str] = field(default_factory=dict)
    told: Callable[[float], None] | None = field(default=None, repr=False, compare=False)

    def tell(self, share: float) -> None:
        """Tell whoever waits how much of the text is read, 0 to 1."""
        if self.told is not None:
            self.told(share)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one document, in the order of the text.

    Attributes:
        mentions: What it names.
        claims: What it says.
        issues: What could not be read or was left out.
        language: ISO 639-1.
        asked: Questions put to another program, one for each stretch of the text.
        answered: How many of them it answered in a form that could be read.
    """

    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    language: str | None = None
    asked: int = 0
    answered: int = 0

    @property
    def is_complete(self) -> bool:
        """Every question was answered; nothing would be gained by asking again."""
        return self.answered == self.asked

    @property
    def is_unread(self) -> bool:
        """Questions were asked and none was answered."""
        return self.asked > 0 and not self.answered


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
