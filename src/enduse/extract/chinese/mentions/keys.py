"""What a name is, and the key by which two mentions of it are compared."""

import re
from functools import lru_cache

from enduse.extract.chinese.words import words

__all__ = ["key_of", "kind_of", "regions", "spaced"]


_LEGAL = re.compile(r"(?:股份|控股|集团|科技集团)?(?:有限责任公司|有限公司|总公司|公司|集团|企业)$")


def kind_of(written: str) -> tuple[str, int]:
    """Return the FtM schema of a name and how sure its ending makes it."""
    for schema, name in (
        ("Company", "company"),
        ("PublicBody", "public"),
        ("Organization", "organisation"),
    ):
        if any(written.endswith(s) for s in words(name) if len(s) > 1):
            return schema, 2
    if written in words("bodies"):
        return "PublicBody", 1
    if written[-1] in "厂":
        return "Company", 2
    return ("PublicBody", 1) if written[-1] in "部局厅委署院" else ("Organization", 1)


def spaced(written: str) -> str:
    """A key in which each character is a word, so that short forms are found as in English."""
    return " ".join(written.casefold())


def key_of(written: str) -> str:
    """The name of a company by which two mentions are compared: without place and legal form.

    Example:
        >>> key_of("东莞恒锐精密机械股份有限公司"), key_of("恒锐精密")
        ('恒 锐 精 密 机 械', '恒 锐 精 密')
    """
    written = re.sub(r"^[\u4e00-\u9fff]{2,3}(?:省|市|县)(?=[\u4e00-\u9fff]{4})", "", written)
    bare = re.sub(r"[（(][^（）()]{2,6}[)）]|[“”\"「」]", "", written)
    core = _LEGAL.sub("", bare)
    place = regions().match(core)
    if place and len(core) - place.end() >= 2:
        core = core[place.end() :]
    return spaced(core if len(core) >= 2 else written)


@lru_cache(maxsize=1)
def regions() -> re.Pattern[str]:
    """Return the pattern of places at the beginning of a company name."""
    every = sorted(words("regions") | words("countries"), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(every)})(?:省|市|自治区)?){{1,2}}")
