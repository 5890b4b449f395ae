"""Web addresses, e-mail, telephone and other small values in the form FtM wants them."""

import re

_HOST = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)+)(:\d+)?([/?#][^\s]*)?$", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+'%-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$")
_GENDERS = {"male": "male", "m": "male", "female": "female", "f": "female"}


def web_address(text: str) -> str | None:
    """An address of the web with its scheme, or None.

    Example:
        >>> web_address("www.kupol.ru"), web_address("no website")
        ('http://www.kupol.ru/', None)
    """
    found = _HOST.match(text.strip())
    if not found:
        return None
    scheme = "https" if text.strip().lower().startswith("https") else "http"
    return f"{scheme}://{found[1].lower()}{found[2] or ''}{found[3] or '/'}"


def email(text: str) -> str | None:
    """An e-mail address, or None.

    Example:
        >>> email("Antey@Almaz-Antey.ru"), email("antey at almaz")
        ('Antey@almaz-antey.ru', None)
    """
    found = _EMAIL.match(text.strip())
    if not found:
        return None
    name, _, host = found[0].partition("@")
    return f"{name}@{host.lower()}"


def phone(text: str) -> str | None:
    """A telephone number in international form, or None where it is not written in one.

    Example:
        >>> phone("+41 44 215 12 12"), phone("215 12 12")
        ('+41442151212', None)
    """
    if not text.strip().startswith(("+", "00")):
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse("+" + re.sub(r"\D", "", text).lstrip("0"), None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def gender(text: str) -> str | None:
    """FtM's word for a gender, or None."""
    return _GENDERS.get(text.strip().lower())


def number(text: str) -> str | None:
    """A number without its thousands separators, or None.

    Example:
        >>> number("99,030"), number("n/a")
        ('99030', None)
    """
    bare = text.replace(",", "").replace(" ", "")
    return bare if re.fullmatch(r"\d+(?:\.\d+)?", bare) else None


def natural_order(name: str) -> str:
    """A person's name with the given name first; one with several commas stays as written.

    Example:
        >>> natural_order("YAMSHCHIKOV, Artem Mikhailovich")
        'Artem Mikhailovich YAMSHCHIKOV'
    """
    family, comma, given = name.partition(",")
    if not comma or "," in given or not given.strip() or not family.strip():
        return name
    return f"{given.strip()} {family.strip()}"
