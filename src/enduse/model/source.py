"""One stored file and what is known about it."""

from dataclasses import dataclass
from enum import StrEnum


class Reliability(StrEnum):
    """How far a source can be relied on, judged apart from what it says.

    Basis: the letters of the Admiralty (NATO) scale; F is not an average but "unknown".
    """

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was received; its bytes never change.

    Attributes:
        sha256: SHA-256 of the bytes, 64 lowercase hex digits; the source's identity.
        name: File name as given by the analyst.
        kind: "document", or the name of the reader ("us_ofac_sdn", "bods").
        size: Bytes.
        added: When it came into the case, UTC, ISO 8601 with seconds.
        publisher: Who published it, if stated by the analyst or the file.
        published: Day of publication as an ISO prefix ("2024", "2024-09-25").
        title: Title, if stated.
        author: Author, if stated.
        language: ISO 639-1 code of the text, if known.
        url: Where it was got.
        reliability: Admiralty letter, if the analyst judged it.
    """

    sha256: str
    name: str
    kind: str
    size: int
    added: str
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    reliability: Reliability | None = None

    @property
    def label(self) -> str:
        """The source as a reader cites it: publisher or file name, and the day."""
        who = self.publisher or self.name
        return f"{who}, {self.published}" if self.published else who
