"""Bytes to text for files that are text: one rule, so that offsets never depend on the caller."""

import codecs
import re
import unicodedata
from collections.abc import Iterable

HEAD = 200_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 100_000
_UTF8_FAULTS = 0.5  # of its letters beyond ASCII; of text in another encoding hardly one is good
_XML = re.compile(rb"""\s*<\?xml\s(?:[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40}))?""")
_JSON = re.compile(rb'\s*(?:\{\s*"|\[\s*[\{"])')
_MAY_BE_DECLARED = (
    "utf-8",
    "ascii",
    "iso8859",
    "cp125",
    "cp866",
    "koi8",
    "gb",
    "big5",
    "shift_jis",
    "euc",
    "cp932",
)
_DECLARED_FAULTS = 0.01  # of all characters: beyond that a file is not what it says it is
_HOME_SCRIPTS = ("LATIN", "CYRILLIC", "CJK", "GREEK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH")
_RARE = (
    "cp037",
    "cp4",
    "cp5",
    "cp7",
    "cp85",
    "cp862",
    "cp1125",
    "cp1140",
    "cp1257",
    "cp1258",
    "mac",
)
_FREQUENT_RUSSIAN = frozenset("оеаинтсрвлкм")
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 26, 27}


def marked(head: bytes) -> str | None:
    """The encoding that a byte-order mark at the start of a file names, or None."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def telling_bytes(chunks: Iterable[bytes]) -> bytes:
    """The 200,000 bytes by which an encoding is guessed: the first that are not all ASCII.

    Args:
        chunks: The file, in pieces of any length.
    """
    window = bytearray()
    for chunk in chunks:
        window += chunk
        while len(window) >= HEAD:
            if not window[:HEAD].isascii():
                return bytes(window[:HEAD])
            del window[:HEAD]
    return bytes(window)


def guessed(head: bytes, telling: bytes) -> str:
    """The likeliest encoding of a file that is not wholly UTF-8.

    What the file says of itself comes first: in one that is nearly all ASCII a single strange
    byte would else decide, and be taken for a letter.

    Args:
        head: The first bytes of the file.
        telling: Its `telling_bytes`.
    """
    sample = telling[:HEAD]
    name = _declared(head)
    if name == "utf-8" and _is_nearly_utf8(sample):
        return name
    if name and name != "utf-8":
        return name
    return "utf-8" if _is_damaged_utf8(sample) else _guessed(sample)


def _declared(head: bytes) -> str | None:
    """The encoding that an XML file declares; UTF-8 where it names none, and for all JSON."""
    found = _XML.match(head)
    if _JSON.match(head) or (found and not found[1]):
        return "utf-8"
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except LookupError:
        return None
    return name if name.startswith(_MAY_BE_DECLARED) else None


def _is_nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    return text.count("\ufffd") <= _DECLARED_FAULTS * len(text)


def decoded(data: bytes) -> tuple[str, str]:
    """Decode a text file by its byte-order mark, as UTF-8, as UTF-16, or by its statistics.

    The mark itself is no part of the text; line ends stay as they stand. Bytes that have no
    meaning in the encoding become U+FFFD, one by one, and everything around them stays.

    Args:
        data: The whole file.

    Returns:
        The text and the name of the Python codec used.

    Example:
        >>> decoded("Купол".encode("utf-16"))
        ('Купол', 'utf-16')
        >>> decoded("АО «Купол»".encode("cp1251"))
        ('АО «Купол»', 'cp1251')
    """
    if encoding := marked(data):
        return data.decode(encoding, errors="replace"), encoding
    wide = unmarked_utf16(data[:HEAD], len(data))
    if wide:
        return data.decode(wide, errors="replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = guessed(data[:HEAD], telling_bytes((data,)))
        return data.decode(encoding, errors="replace"), encoding


def unmarked_utf16(head: bytes, size: int) -> str | None:
    """UTF-16 without a mark shows as control bytes where an 8-bit text has none.

    Args:
        head: The first 200,000 bytes.
        size: Of the whole file.
    """
    sample = head[: _SAMPLE_BYTES & ~1]
    if _CONTROLS.isdisjoint(sample) or size % 2:
        return None
    return _plausible_utf16(sample)


def _plausible_utf16(sample: bytes) -> str | None:
    shares = {e: _at_home(sample, e) for e in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda e: shares[e])
    return best if shares[best][0] > 0.95 else None


def _at_home(sample: bytes, encoding: str) -> tuple[float, int]:
    """Share of characters that a text in our languages would hold, then of alphabets alone."""
    text = sample[: len(sample) & ~1].decode(encoding, errors="replace")[:2_000]
    good = sum(1 for c in text if c in "\t\r\n" or _is_usual(c))
    return good / max(1, len(text)), sum(1 for c in text if c < "\u0600")


def _is_usual(char: str) -> bool:
    if " " <= char <= "~":
        return True
    name = unicodedata.name(char, "")
    if name.startswith(_HOME_SCRIPTS):
        return not name.startswith("CJK UNIFIED IDEOGRAPH-3") and char < "\U00010000"
    return unicodedata.category(char)[0] in "PZS" and char < "\u3100" or "\uff00" < char < "\uff5f"


def _is_damaged_utf8(data: bytes) -> bool:
    """A few broken bytes in much good UTF-8 are damage, not another encoding."""
    text = data.decode("utf-8", errors="replace")
    good = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return text.count("\ufffd") <= _UTF8_FAULTS * good or _only_the_end_is_cut(data)


def _only_the_end_is_cut(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return (
            fault.end == len(data)
            and fault.reason == "unexpected end of data"
            and (any(byte > 127 for byte in data[: fault.start]))
        )
    return False


def _guessed(data: bytes) -> str:
    """Ask the statistics of letters, looking only at lines that are not plain ASCII."""
    from chardet import detect

    telling = [line for line in data.split(b"\n") if not line.isascii()]
    sample = b"\n".join(telling)[:_SAMPLE_BYTES]
    # A stray NUL makes the statistics take text for a binary file.
    guess = detect(sample.replace(b"\0", b" "))["encoding"]
    if guess is None:
        return _plausible_utf16(data[:_SAMPLE_BYTES]) or "cp1252"
    name = codecs.lookup(guess).name
    if name.startswith(_RARE) or (name.startswith("utf-16") and len(data) % 2):
        return "cp1252"
    if name == "cp1251" or name.startswith("koi8"):
        return _russian(sample, name)
    return "gb18030" if name in {"gb2312", "gbk"} else name


def _russian(sample: bytes, guess: str) -> str:
    """KOI8 and Windows swap the cases of letters: where all are alike, only frequency tells."""
    text = sample.decode(guess, errors="replace")
    if text.lower() != text and text.upper() != text:
        return guess
    other = "cp1251" if guess.startswith("koi8") else "koi8-r"
    return max((guess, other), key=lambda e: _frequent_letters(sample, e))


def _frequent_letters(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, errors="replace").lower()
    return sum(1 for c in text if c in _FREQUENT_RUSSIAN)
