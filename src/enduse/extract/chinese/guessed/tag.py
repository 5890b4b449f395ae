"""A guessed name with its class, and the characters that transcribe foreign names."""

from dataclasses import dataclass

from enduse.extract.chinese.words import letters
from enduse.extract.segment import Span

__all__ = ["TRANSLIT", "Tagged", "Token"]

Token = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name and its class: PER, LOC or ORG; `alone` for a class noun without a name."""

    kind: str
    span: Span
    alone: bool = False


TRANSLIT = "".join(sorted(letters("translit")))
