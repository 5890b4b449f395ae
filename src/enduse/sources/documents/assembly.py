"""Put canonical text together block by block, keeping where each block came from."""

import re
from dataclasses import dataclass, field

from enduse.model import Issue, Locator
from enduse.sources.protocols import Part

Box = tuple[float, float, float, float]
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Assembly:
    """Canonical text under construction.

    Attributes:
        source: SHA-256 of the file, for the places of issues.
        parts: Places of what was added so far.
        issues: What could not be read.
    """

    source: str
    parts: list[Part] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        label: str,
        text: str,
        *,
        box: Box | None = None,
        raw: tuple[int, int] | None = None,
        codec: str = "",
    ) -> None:
        """Append a stretch of text and remember its place; nothing is put between stretches."""
        clean = without_surrogates(text)
        if not clean:
            return
        start = self._length
        self.glue(clean)
        self.parts.append(Part(label, start, self._length, box, raw, codec))

    def glue(self, text: str) -> None:
        """Append characters that stand nowhere in the original, such as a line end."""
        self._pieces.append(text)
        self._length += len(text)

    def block(self, label: str, text: str) -> None:
        """Append a paragraph, cell row or the like on a line of its own."""
        stripped = text.strip()
        if not stripped:
            return
        self.end_line()
        self.add(label, stripped)

    def end_line(self) -> None:
        """Start a new line unless the text is empty or stands at the start of one."""
        if self._length and not self._pieces[-1].endswith("\n"):
            self.glue("\n")

    def issue(self, label: str, message: str, value: str = "") -> None:
        """Note what could not be read, at the place where the text now ends."""
        where = Locator(self.source, self._length, self._length, label)
        self.issues.append(Issue(where, message, value[:200]))

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._pieces)


def without_surrogates(text: str) -> str:
    """Join surrogate pairs and replace halves that stand alone, so that the text can be stored.

    Example:
        >>> without_surrogates(chr(0xD83D) + chr(0xDE00)) == chr(0x1F600)
        True
    """
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
