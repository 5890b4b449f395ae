"""Text as a person may safely be shown it: what hides or turns it is written out."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def shown(text: str) -> str:
    r"""Write out control characters, marks of direction and zero-width characters by their code.

    What a screen shows is then what is stored: a name cannot be turned round, hidden, or made
    to command a terminal. Tabs, line ends, soft hyphens and joiners stay, because texts need them.

    Example:
        >>> shown("Norvik \u202eeniraM\u202c")
        'Norvik ⟨U+202E⟩eniraM⟨U+202C⟩'
    """
    return _UNSEEN.sub(lambda mark: f"⟨U+{ord(mark.group()):04X}⟩", text)


def shown_json(dumped: str) -> str:
    r"""Write the same characters of a JSON text as JSON escapes: it still says the same.

    Example:
        >>> shown_json('{"name": "\u202eeniraM"}')
        '{"name": "\\u202eeniraM"}'
    """
    return _UNSEEN.sub(lambda mark: _escape(ord(mark.group())), dumped)


def _escape(code: int) -> str:
    if code < 0x10000:
        return f"\\u{code:04x}"
    above = code - 0x10000
    return f"\\u{0xD800 + (above >> 10):04x}\\u{0xDC00 + (above & 0x3FF):04x}"
