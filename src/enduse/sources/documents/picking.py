"""Choose the reader of a file."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from enduse.errors import UnreadableSource
from enduse.sources.documents.recognition import format_of
from enduse.sources.protocols import DocumentReader

_LAST = {"zip", "text"}


def pick_reader(data: bytes, name: str, readers: Sequence[DocumentReader]) -> DocumentReader:
    """Find the reader that recognises the content.

    Where several do, the one whose suffix the file carries comes first and readers of what any
    file may be (an archive, a text) come last.

    Args:
        data: The bytes of the file.
        name: Its name.
        readers: All that are installed, in any order.

    Returns:
        The reader.

    Raises:
        UnreadableSource: Nobody recognises the file; says what it is where that can be told.
    """
    fitting = [reader for reader in readers if reader.recognises(data, name)]
    if not fitting:
        raise UnreadableSource(name, "the file", *_why(data, name))
    suffix = PurePosixPath(name).suffix.lower()
    return min(fitting, key=lambda r: (r.name in _LAST, suffix not in r.suffixes, r.name))


def _why(data: bytes, name: str) -> tuple[str, str | None]:
    """Why nobody reads the file, and what to do next where that is not to save it again."""
    found = format_of(data, name)
    if found == "empty":
        return EMPTY
    if found == "binary":
        return "it is no text and no document that we know", _CONVERT
    if found == "locked Office file":
        return LOCKED
    hint = (
        _UNPACK if found.endswith(("archive", "gzip file", "bzip2 file", "xz file")) else _CONVERT
    )
    return f"it is of a kind that is not read here ({found})", hint


GET_AGAIN = "Get the file again from where it came, or leave it out."
EMPTY = ("it is empty", GET_AGAIN)
LOCKED = (
    "it is protected by a password",
    "Open it with the password, save it without one, and add that copy.",
)
_PACKED = ("archive", "gzip file", "bzip2 file", "xz file")
_UNPACK = "Unpack it and add what is inside."
_CONVERT = "Save it as PDF, DOCX, XLSX or plain text and add that, or leave it out."
