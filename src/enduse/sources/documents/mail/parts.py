"""What letters have in common, whatever file they come in: headers, then the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.sources.documents.assembly import Assembly
from enduse.sources.documents.html.blocks import shown_blocks


@dataclass(frozen=True, slots=True)
class Header:
    """One header as it is shown: name and value."""

    name: str
    value: str


def write_headers(page: Assembly, headers: Sequence[Header]) -> None:
    """Append a line for each header that says something."""
    for header in headers:
        value = " ".join(header.value.split())
        if value:
            page.block(f"header {header.name}", f"{header.name}: {value}")


def write_lines(page: Assembly, text: str, at: int, codec: str) -> None:
    """Append the lines of a body that the file holds as they are, from byte `at` on."""
    for line in text.split("\n"):
        shown = line.strip()
        if shown:
            page.end_line()
            start = at + len(line[: line.index(shown)].encode(codec, "replace"))
            raw = (start, start + len(shown.encode(codec, "replace")))
            page.add("body", shown, raw=raw, codec=codec)
        at += len(f"{line}\n".encode(codec, "replace"))


def write_html(page: Assembly, markup: str, label: str, raw: tuple[int, int] | None = None) -> None:
    """Append the text that a letter in HTML shows; nothing is fetched and nothing runs.

    Args:
        page: Where to.
        markup: The body, decoded.
        label: What its parts are called.
        raw: The bytes of the file that hold the body as a whole.
    """
    for block in shown_blocks(markup):
        page.end_line()
        page.add(label, block.strip(), raw=raw)


def safe_name(told: str | None, number: int, suffix: str = "") -> str:
    """The name of an attachment without folders, or one made from its number.

    Example:
        >>> safe_name("../../etc/passwd", 1), safe_name(None, 2, ".eml")
        ('passwd', 'attachment 2.eml')
    """
    last = (told or "").replace("\\", "/").rpartition("/")[2]
    clean = "".join(c for c in last if c.isprintable()).strip(" .")
    return clean[:200] or f"attachment {number}{suffix}"
