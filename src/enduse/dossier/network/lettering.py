"""How wide words are on the page, and how names are broken into lines."""

import unicodedata

NAME_SIZE, LABEL_SIZE, SMALL_SIZE = 13, 11, 10
_NARROW = frozenset("iljtf.,:;'|!()[] -IJ")


def text_width(text: str, size: float) -> float:
    """Estimate the width of a line in pixels, on the safe side for common sans-serif fonts.

    Example:
        >>> text_width("矢量", 13) > text_width("ve", 13)
        True
    """
    return size * sum(_em(character) for character in text)


def _em(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if unicodedata.combining(character):
        return 0.0
    if character in _NARROW:
        return 0.38
    return 0.74 if character.isupper() or character in "mwMW@%" else 0.6


def wrapped(text: str, size: float, widest: float, most: int = 5) -> list[str]:
    """Break a name into lines no wider than asked; a longer one ends in an ellipsis.

    Words are kept whole where they fit; scripts without spaces break anywhere.

    Example:
        >>> wrapped("Plainly Invented Trading", 13, 100)
        ['Plainly', 'Invented', 'Trading']
    """
    lines: list[str] = []
    current = ""
    for piece in _pieces(text, size, widest):
        joined = current + piece
        if current and text_width(joined.rstrip(), size) > widest:
            lines.append(current.rstrip())
            joined = piece.lstrip()
        current = joined
    lines.append(current.rstrip())
    lines = [line for line in lines if line] or [""]
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " …"]
    return lines


def _pieces(text: str, size: float, widest: float) -> list[str]:
    """Words with the space after them; too long ones and East Asian ones cut up."""
    pieces: list[str] = []
    for word in text.split():
        if text_width(word, size) <= widest and text_width(word, size) < 8 * size:
            pieces.append(f"{word} ")
            continue
        cut = ""
        for character in word:
            wide = unicodedata.east_asian_width(character) in "WF"
            if cut and (wide or text_width(cut + character, size) > widest):
                pieces.append(cut)
                cut = ""
            cut += character
        pieces.append(f"{cut} ")
    return pieces
