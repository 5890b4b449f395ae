"""Which words belong to the name of an organisation."""

import re
from collections.abc import Sequence
from functools import lru_cache

from enduse.extract.chinese.called.name import HAN, Token
from enduse.extract.chinese.clauses.words import every_word
from enduse.extract.chinese.tables.table import attribute, sayings, verb
from enduse.extract.chinese.words import ORDINAL, letters, words
from enduse.extract.segment import Span

__all__ = [
    "described_by_country",
    "first_of_name",
    "holds_rare_word",
    "legal_form",
    "may_follow",
    "may_stand",
    "trade_ends_name",
]


_OPEN_KINDS = frozenset("v p c d r u m q f t y e o w uj ul uz ud uv ug vd".split())


@lru_cache(maxsize=1)
def legal_form() -> re.Pattern[str]:
    """Return the pattern of legal forms at the end of a word."""
    return re.compile("(?:" + "|".join(sorted(words("name_forms"), key=len, reverse=True)) + ")$")


def first_of_name(text: str, tokens: Sequence[Token], last: int) -> int:
    """Where the name begins that the token `last` ends."""
    first = tokens[last][2].start
    for k in range(last - 1, max(-1, last - 10), -1):
        word, tag, span = tokens[k]
        if word == "的" and k and tokens[k - 1][0] == "波罗":
            continue
        if not _names(word, tag, tokens, k):
            if word in '（）()·-－“”"' and k and _bracketed(text, span, first):
                if word in "）)":
                    opening = text.rfind("（", 0, span.start)
                    opening = opening if opening >= 0 else text.rfind("(", 0, span.start)
                    first = opening if opening >= 0 else first
                continue
            if span.start >= first:
                continue
            break
        first = min(first, span.start)
        # A guessed word may begin with a preposition that is none of the name's: 由海川集团.
        if tag == "x" and len(word) > 1 and word[0] in "供由向从被将把给经据对与和就按":
            first = span.start + 1
            break
    return first + _country_before(text, first)


def _country_before(text: str, first: int) -> int:
    """A country before a name in Latin letters or quotes is no part of it."""
    for place in words("countries"):
        if text.startswith(place, first):
            after = text[first + len(place) : first + len(place) + 1]
            return len(place) if after and (after.isascii() or after in "“「") else 0
    return 0


def _bracketed(text: str, span: Span, first: int) -> bool:
    near = text[max(0, span.start - 8) : first]
    return re.search(rf"[（(][{HAN}]{{2,4}}[)）]", near) is not None or text[span.start] in "·-－"


def _names(word: str, tag: str, tokens: Sequence[Token], k: int) -> bool:
    """Whether a word may be part of a name."""
    if (
        len(word) == 1
        and word in letters("translit")
        and tag not in ("p", "c", "uj", "ul", "d", "r", "m", "q")
    ):
        return word not in every_word()
    if word in words("name_may_name"):
        before = tokens[k - 1] if k else None
        if verb(word) is None and word not in sayings():
            return True
        return before is not None and (
            _plain(before) or _opens_name(before) and k + 2 < len(tokens)
        )
    if ORDINAL.fullmatch(word):
        return True
    if (
        not (word[0].isalnum())
        or word in words("breaks")
        or word in words("titles")
        or word in words("name_kinds")
    ):
        return False
    if (
        word in every_word()
        or word in sayings()
        or verb(word) is not None
        or attribute(word) is not None
    ):
        return False
    if word == "之":
        return k > 0 and _plain(tokens[k - 1])
    if tag == "v" and len(word) == 2 and k and _opens_name(tokens[k - 1]):
        return True
    if tag == "f" and len(word) == 2 and word[-1] not in "前后上下内外中间里旁":
        return True
    if (
        tag in _OPEN_KINDS
        and not (tag in ("v", "m") and len(word) > 2)
        and not re.fullmatch(r"[A-Za-z][\w&.-]*", word)
    ):
        return False
    if word.endswith(tuple(words("no_part_ends"))) and word not in ("通商", "协商", "华商", "闽商"):
        return False
    return (
        not word[0].isdigit() or tag == "x" and not word.isdigit() and word[0] not in "0123456789"
    )


def _opens_name(token: Token) -> bool:
    """Whether what follows can only be a noun: after 的, a kind of firm, a country."""
    return (
        token[0] in ("的", "向", "与", "从", "给", "对")
        or token[0] in words("name_kinds")
        or token[0] in words("countries") | words("regions")
    )


def _plain(token: Token) -> bool:
    word, tag, _ = token
    return (
        tag in ("n", "nz", "ns", "nr", "x", "nt", "j", "nrt", "b", "ng", "vn", "a")
        and word not in words("name_kinds")
        and word not in every_word()
    )


def may_stand(token: Token) -> bool:
    """Whether a word may be part of a name that brackets prove to be one."""
    word, tag, _ = token
    if (
        not word[0].isalnum()
        or word in every_word()
        or word in sayings()
        or word in words("name_kinds")
        or word.endswith(("商", "企业", "公司", "集团"))
    ):
        return False
    if word in words("titles") or attribute(word) is not None or word in words("countries"):
        return False
    return verb(word) is None and tag not in ("p", "c", "uj", "ul", "r", "d", "m", "q")


def trade_ends_name(tokens: Sequence[Token], k: int) -> bool:
    """Whether the name ends there: 山叶电机生产…, but not 晨光电子元件."""
    if k + 1 >= len(tokens):
        return True
    word, tag, _ = tokens[k + 1]
    return (
        not word[0].isalnum()
        or tag in _OPEN_KINDS
        or verb(word) is not None
        or word in every_word()
        or word in sayings()
    )


def described_by_country(text: str, tokens: Sequence[Token], k: int) -> bool:
    """Whether 俄罗斯, 国有, 名 or a bound of a clause stands before the kind of firm."""
    before = text[max(0, tokens[k][2].start - 12) : tokens[k][2].start]
    return _by_country().search(before) is not None


@lru_cache(maxsize=1)
def _by_country() -> re.Pattern[str]:
    every = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    return re.compile(
        rf"(?:{every})(?:的|市|省|国有|军工|航运|贸易|半导体|电子|[{HAN}]{{0,3}})?$|(?:的|一家|国有|受制裁)$"
    )


def may_follow(tokens: Sequence[Token], k: int) -> bool:
    """Tell whether a word may go on a name that began before it."""
    word, tag, _ = tokens[k]
    if not word[0].isalnum() or word in every_word() or word in sayings():
        return False
    if word in words("name_may_name"):
        return not (verb(word) is not None and _object_follows(tokens, k))
    if verb(word) is not None or attribute(word) is not None or word in words("name_kinds"):
        return False
    return tag not in _OPEN_KINDS


def _object_follows(tokens: Sequence[Token], k: int) -> bool:
    return k + 1 < len(tokens) and tokens[k + 1][1] in ("ul", "m", "x", "uj")


def holds_rare_word(part: Sequence[Token]) -> bool:
    """Not ordinary words only: a name holds one that is rare, a place, or a trade at its end."""
    last = part[-1][0]
    return last in words("name_trades") or any(t in ("x", "nr", "nz", "nrt") for _, t, _ in part)
