"""What a name is before it becomes a mention, and the words of a sentence."""

from dataclasses import dataclass

from enduse.extract.segment import Span

__all__ = ["Called", "HAN", "Token"]


Token = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class Called:
    """A name with the schema that its surroundings speak for; `again` for a later short form."""

    span: Span
    schema: str
    again: str | None = None


HAN = "\u4e00-\u9fff"
