"""Something that could not be read, and was not guessed."""

from dataclasses import dataclass

from enduse.model.evidence import Locator


@dataclass(frozen=True, slots=True)
class Issue:
    """A fault in a source, kept beside the data it spoils.

    Attributes:
        where: The place; a span of no length where only the part is known.
        message: One sentence of fact and, where there is something to do, one of that.
        value: What stands there, as written, cut at 200 characters.
    """

    where: Locator
    message: str
    value: str = ""
