"""Registration, tax, passport and hull numbers, made equal where they are equal."""

import re

from enduse.names.cleaning import clean

_WORDS = re.compile(
    r"^(inn|ogrn|ogrnip|okpo|kpp|lei|imo|mmsi|vat|tin|uscc|id|tax|passport"
    r"|reg|registration|no|nr|number)\b[\s.:#№-]*",
    re.IGNORECASE,
)
_DROP = re.compile(r"[\W_]+")


def normalised_identifier(written: str) -> str:
    """Strip labels, spaces and signs; letters in upper case.

    Args:
        written: As it stands, with or without its label.

    Returns:
        Letters and digits; empty if fewer than five remain or none is a digit, because
        so short a number proves nothing.

    Example:
        >>> normalised_identifier("INN 3849055365"), normalised_identifier("9144-0300 MA5HX80Y1Q")
        ('3849055365', '91440300MA5HX80Y1Q')
    """
    text = clean(written)[0].strip()
    while (bare := _WORDS.sub("", text)) != text:
        text = bare
    found = _DROP.sub("", text).upper()
    return found if len(found) >= 5 and any(c.isdigit() for c in found) else ""


def kind_of_identifier(number: str) -> str:
    """Guess the register by length, so that unequal numbers of one kind can speak against.

    Example:
        >>> kind_of_identifier("3849055365"), kind_of_identifier("91440300MA5HX80Y1Q")
        ('10 digits', '18 characters')
    """
    return f"{len(number)} digits" if number.isdigit() else f"{len(number)} characters"
