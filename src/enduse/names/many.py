"""The words of many names at once: a rule is applied to all of them, written one a line.

So a million names cost few calls. `split_words` is the plain twin, and has the last word on
names that do not fit a line.
"""

from collections.abc import Iterator, Sequence

from enduse.names.analyse import split_words, words_of_text
from enduse.names.cleaning import MAX_LENGTH, clean_many
from enduse.names.organisations import with_forms

BREAK = "|"
_SIGNS_TO_SPACES = bytes(c if chr(c).isascii() and chr(c).isalnum() else 32 for c in range(256))
_KEEPING_LINES = _SIGNS_TO_SPACES[:10] + b"\n" + _SIGNS_TO_SPACES[11:]


def split_many(written: Sequence[str], person: bool) -> Iterator[tuple[list[int], list[str]]]:
    """Split names into words as `split_words` does.

    Args:
        written: Names.
        person: Whether they are persons'.

    Yields:
        Numbers of some of the names, and their words; BREAK, which is no word, after each name.

    Example:
        >>> list(split_many(["Ann O'Example", "B. Example"], True))
        [([0, 1], ['ann', 'oexample', '|', 'b', 'example', '|'])]
    """
    plain, foreign, odd = list[int](), list[int](), list[int]()
    for number, text in enumerate(written):
        if len(text) > MAX_LENGTH or "\n" in text:
            odd.append(number)
        else:
            (plain if text.isascii() else foreign).append(number)
    for some in (plain, foreign):
        if some:
            lines = "\n".join(clean_many([written[number] for number in some])).casefold()
            lines = lines if person else with_forms(lines)
            if lines.count("\n") == len(some) - 1:
                yield some, _words(lines)
            else:
                odd += some
    if odd:
        yield odd, [w for number in odd for w in (*split_words(written[number], person), BREAK)]


def _words(lines: str) -> list[str]:
    if lines.isascii():
        raw = lines.encode().translate(_KEEPING_LINES)
        return (raw.replace(b"\n", b" | ") + b" |").decode().split()
    return [w for line in lines.split("\n") for w in (*words_of_text(line), BREAK)]
