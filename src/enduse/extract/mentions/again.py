"""Where known words stand in a text: all of them in one pass, however many there are."""

from collections.abc import Iterable

__all__ = ["places"]

_HEAD = 2


def places(text: str, words: Iterable[str]) -> dict[str, list[int]]:
    """Return the starts of each word, in order; overlapping places of one word are all given.

    Args:
        text: Canonical text.
        words: At least two characters each; shorter ones are not looked for.

    Example:
        >>> places("abcabd", ["ab", "abd", "x"])
        {'ab': [0, 3], 'abd': [3]}
    """
    by_head: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        if len(word) >= _HEAD:
            by_head.setdefault(word[:_HEAD], []).append(word)
    found: dict[str, list[int]] = {}
    if not by_head:
        return found
    for at in range(len(text) - 1):
        for word in by_head.get(text[at : at + _HEAD], ()):
            if text.startswith(word, at):
                found.setdefault(word, []).append(at)
    return found
