"""Where something is said, precisely enough for code to find the words again."""

from dataclasses import dataclass

from enduse.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Locator:
    """A span of the canonical text of one stored source.

    The canonical text of a document is what its reader extracts; of a list, register or
    shipment file it is the file itself, decoded. So one rule finds every quotation again.

    Attributes:
        source: SHA-256 of the stored bytes, 64 lowercase hex digits.
        start: First character of the span, in Unicode code points, counted from 0.
        end: One past the last character.
        part: The place as a person finds it: "page 3", "row 118", "record 46441".
        field: Column, element or key inside that part: "SDN_Name"; empty in documents.
    """

    source: str
    start: int
    end: int
    part: str = ""
    field: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Evidence:
    """A place and the words that stand there, exactly as written."""

    locator: Locator
    quote: str

    def holds(self, text: str) -> bool:
        """Tell whether the quotation still stands at its place.

        Args:
            text: Canonical text of the source that the locator names.

        Returns:
            True if the characters from `start` to `end` equal the quotation.

        Example:
            >>> Evidence(Locator("0" * 64, 4, 9), "Kupol").holds("«AO Kupol»")
            True
        """
        return text[self.locator.start : self.locator.end] == self.quote
