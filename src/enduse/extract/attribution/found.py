"""An attribution before its source is classified and its chain is built."""

from dataclasses import dataclass

from enduse.extract.segment import Span

__all__ = ["MOST_IN_UNIT", "Found", "trimmed"]

# No sentence that somebody wrote to be read attributes more often; work per sentence is bounded.
MOST_IN_UNIT = 60


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules of one language hand on.

    Attributes:
        cue: The attributing words, in pieces.
        source: Who speaks.
        content: What they say, in pieces.
        implies: One of `IMPLICATIONS`.
        verb: Dictionary form of the cue.
        negated: The cue is negated.
        antecedent: The noun that a relative source ("who") takes up.
        hearer: Who was told; an outlet there is the voice through which we hear it.
    """

    cue: tuple[Span, ...]
    source: Span | None
    content: tuple[Span, ...]
    implies: str
    verb: str
    negated: bool = False
    hearer: Span | None = None
    antecedent: Span | None = None


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the place without white space and without the mark that ends a sentence.

    Example:
        >>> trimmed("It is, he said.", 0, 6)
        Span(start=0, end=5)
    """
    while end > start and text[end - 1] in " \t\n\r\xa0.,;:—–，。；：、":
        end -= 1
    while start < end and text[start] in " \t\n\r\xa0,;:—–，。；：、":
        start += 1
    return Span(start, end)
