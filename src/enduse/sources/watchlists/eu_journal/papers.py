"""Passports and identity cards as the Official Journal prints them: a number among words."""

import re

from enduse.sources.watchlists.countries import country
from enduse.sources.watchlists.dates import one_date
from enduse.sources.watchlists.put import Paper

_NUMBER = r"[A-Z]{0,3}[ -]?\d[\dA-Z/-]{3,24}"
_BEFORE = re.compile(
    rf"(?P<where>[A-Z][A-Za-z .'-]*?)(?: passport)?(?: number| [Nn]o\.?| Cedula No\.?)?"
    rf" (?P<number>{_NUMBER})(?:\s*\((?P<more>[^()]*)\))?\.?$"
)
_BEHIND = re.compile(
    rf"(?P<number>{_NUMBER})(?:\s*,\s*|\s*\(|\s+)(?P<more>\(?[A-Za-z].*?)[).]*$", re.DOTALL
)
_DAY = r"(\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
_ISSUED = re.compile(rf"issued\b[^;]*?\b(?:on )?{_DAY}", re.IGNORECASE)
_EXPIRES = re.compile(rf"(?:expires?|expired|expiry date|valid until)\b:? (?:on )?{_DAY}", re.I)
_ISSUER = re.compile(r"issued (?:in|by)(?: the)? ([A-Z][\w .'()-]*?)(?= on |,|;|$)")
_KIND = re.compile(r"\s+(?:(?:national|diplomatic|service) )*(?:passport|identi|tazkira).*", re.S)
_LABEL = re.compile(
    r"(?:alt\. )?(?:(?:diplomatic |service )?passport|national id)(?: no\.?| number)? (?=[A-Z\d])",
    re.IGNORECASE,
)
_LONGEST_LAND = 4


def journal_paper(label: str, text: str) -> Paper | None:
    """Take a number apart from the country, the days and the words around it.

    Returns:
        The paper; None where the text is a bare number, or nothing that we understand.

    Example:
        >>> journal_paper("Passport", "Sudan number B00024943 (Expires on 27 September 2031)")
        ... # doctest: +NORMALIZE_WHITESPACE
        Paper(label='Passport', number='B00024943', country='Sudan', issued='',
              expires='27 September 2031', note='Expires on 27 September 2031')
        >>> journal_paper("Passport", "4518402005") is None
        True
    """
    text = " ".join(text.split())
    text = text[found.end() :] if (found := _LABEL.match(text)) else text
    if (found := _BEFORE.match(text)) and country(found["where"]):
        return _paper(label, found["number"], found["where"], found["more"] or "")
    if (found := _BEHIND.match(text)) and (more := found["more"].lstrip("(")):
        land = _land(more)
        made = _paper(label, found["number"], land, more)
        if land or made.issued or made.expires:
            return made
    return None


def _paper(label: str, number: str, land: str, more: str) -> Paper:
    issued, expires = _ISSUED.search(more), _EXPIRES.search(more)
    return Paper(
        label,
        number.strip(),
        land,
        issued[1] if issued and one_date(issued[1]) else "",
        expires[1] if expires and one_date(expires[1]) else "",
        more,
    )


def _land(more: str) -> str:
    """The country that words behind a number name: "Kuwaiti passport, ...", "issued in Iran"."""
    if (found := _ISSUER.search(more)) and country(found[1]):
        return found[1]
    head = _KIND.sub("", more)
    for words in range(_LONGEST_LAND, 0, -1):
        told = " ".join(head.split()[:words]).rstrip(",.;)")
        if country(told):
            return told
    return ""
