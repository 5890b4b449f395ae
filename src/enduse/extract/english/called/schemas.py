"""What a name is the name of: by its own words, and by what stands beside it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from enduse.extract.english.words.lexicon import countries, lines, words

__all__ = ["OPENS", "Neighbours", "key_of", "place_names", "schema_of"]

# Words with which the name of an organisation opens.
OPENS = frozenset(
    "Institute Center Centre Ministry Department Office Committee Council Commission Bureau "
    "Academy University Agency Association Bank Directorate Service School Fund Foundation "
    "Board Administration Research Union Campaign Centre Republic Court House".split()
)
_WORKS = frozenset({"Zavod", "Kombinat", "Fabrika", "Verf", "OKB", "NPO", "NPP", "NII", "PO"})
_DESIGNATION = re.compile(
    r"[^\W\d_]\S*-\w*\d\w{0,2}$|\b[^\W\d_]{1,3}\d{1,4}[^\W\d_]?$|[A-Z]{2,} \d{1,4}$"
)
_FORMAL = re.compile(
    r"^(?:the\s+)|[\"“”«»]|[,.]?\s*\b(?:Co|Ltd|Limited|LLC|LLP|Inc|Corp|PLC|plc|GmbH|AG|SA|BV|FZE|"
    r"FZCO|JSC|OJSC|CJSC|PJSC|OOO|AO|PAO|ZAO|OAO|Company|Corporation)\b\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What decides about a name besides its own words."""

    before: str
    before_tag: str
    after: str
    apposed: tuple[str, ...]
    held: bool
    titled: bool
    product: bool


@lru_cache(maxsize=1 << 12)
def key_of(name: str) -> str:
    """Return the form in which two English names are compared.

    Example:
        >>> key_of("JSC “Kupol”"), key_of("Kupol Co., Ltd.")
        ('kupol', 'kupol')
    """
    plain = " ".join(_FORMAL.sub(" ", name).split()).strip(" ,.-'’").casefold()
    return plain or name.casefold()


def schema_of(
    name: str, parts: list[str], near: Neighbours, gazetteer: Mapping[str, str]
) -> tuple[str, int]:
    """Return the FtM schema of a name and how sure it is, 0 to 3."""
    known = gazetteer.get(name.casefold()) or gazetteer.get(key_of(name))
    if known:
        return known, 3
    for rule in (_by_place, _by_own_words, _by_neighbours):
        found = rule(name, parts, near)
        if found:
            return found
    if len(parts) == 1 and name.isupper():
        return "Organization", 0
    return "LegalEntity", 0


def _by_place(name: str, parts: list[str], near: Neighbours) -> tuple[str, int] | None:
    if near.titled:
        return "Person", 2
    if name in ("White House", "Kremlin", "Downing Street", "Whitehall"):
        return "PublicBody", 2
    if name in countries() or name in place_names():
        return "Address", 2
    return None


@cache
def place_names() -> frozenset[str]:
    """Return the places of the table."""
    return frozenset(lines("places_en.txt"))


def _by_own_words(name: str, parts: list[str], near: Neighbours) -> tuple[str, int] | None:
    own = {p.rstrip(".") for p in parts}
    if own & words("legal_forms") and len(parts) > 1:
        return "Company", 3
    if own & _WORKS:
        return "Company", 2
    if own & words("body_words"):
        return "PublicBody", 2
    if parts[-1] in words("place_words") and len(parts) > 1:
        return "Address", 2
    if name in words("alliances"):
        return "Organization", 2
    if name in words("media"):
        return "Organization", 2
    if own & words("press"):
        return "Organization", 2
    if near.product or _looks_designated(parts):
        return "Product", 2
    if parts[0] in _given_names() and 1 < len(parts) < 5:
        return "Person", 2
    if own & words("organisation_words"):
        return ("Organization", 2) if own & OPENS else ("Company", 1)
    if 1 < len(parts) < 4 and not parts[0].isupper() and _SURNAME.search(parts[-1]):
        return "Person", 1
    return None


_SURNAME = re.compile(
    r"[a-z](?:ov|ova|ev|eva|yev|yeva|sky|skiy|skaya|skyi|enko|chuk|yan|dze|shvili|uly|qyzy)$"
)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(w for row in lines("given_names_en.txt") for w in row.split())


def _looks_designated(parts: list[str]) -> bool:
    return _DESIGNATION.search(" ".join(parts)) is not None


def _by_neighbours(name: str, parts: list[str], near: Neighbours) -> tuple[str, int] | None:
    before = near.before.lower()
    if before in words("vessels"):
        return "Vessel", 2
    if before in words("products"):
        return "Product", 2
    if before in words("companies"):
        return "Company", 2
    if before in words("organisations"):
        return "Organization", 2
    if before in words("roles") and near.before_tag == "N" and len(parts) < 4:
        return "Person", 2
    apposed = near.apposed
    if near.held and len(parts) < 5:
        return "Person", 2
    if apposed and apposed[0] == "who":
        return "Person", 2
    described = set(apposed[:7]) & (words("roles") | words("relations"))
    if apposed and (apposed[0].isdigit() or described):
        opens = apposed[0] in ("a", "an", "the", "who") or apposed[0].isdigit()
        if opens or apposed[0] in words("roles") or apposed[0] in words("role_modifiers"):
            pairs = zip(apposed[:7], (*apposed[1:7], ""), strict=False)
            firm = any(a in words("companies") and b not in ("'s", "’s") for a, b in pairs)
            return ("Company", 2) if firm else ("Person", 2)
    if apposed and apposed[0] in ("a", "an", "the") and set(apposed) & words("companies"):
        return "Company", 2
    return None
