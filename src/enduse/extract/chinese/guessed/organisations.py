"""Organisations: legal forms and endings of bodies with the words before them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.guessed.places import known_places
from enduse.extract.chinese.guessed.tag import Tagged, Token
from enduse.extract.chinese.words import ORDINAL, words
from enduse.extract.segment import Span

__all__ = ["JOINS", "bodies", "companies", "embassies", "institutions"]


_COMPANY_END = re.compile(
    r"(?:股份)?有限(?:责任)?公司|集团(?:股份)?(?:有限)?公司|股份公司|总公司|集团"
)


_STOP_TAGS = frozenset("v p c d r u m q f t y e o w x1 vd uj ul uz ud uv ug".split())


JOINS = frozenset(
    "的了在是和与及、，。；：“”《》（）()\"' ！？向由被把将对从为以至到据等已也都又并其该这那此"
    "各本某每"
)


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    every = words("company") | words("organisation") | words("public")
    return tuple(sorted(every, key=len, reverse=True))


def companies(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Legal forms: what stands before them up to a word that is no part of a name."""
    ends = {span.end: k for k, (_, _, span) in enumerate(tokens)}
    for match in _COMPANY_END.finditer(text):
        k = ends.get(match.end())
        if k is None:
            continue
        first = _leftmost(text, tokens, k, 9)
        if match.start() - first >= 2 and not _region_only(text[first : match.start()]):
            yield Tagged("ORG", Span(first, match.end()))


def _leftmost(text: str, tokens: list[Token], last: int, most: int) -> int:
    """Where the name begins that the token `last` ends."""
    first = tokens[last][2].start
    for k in range(last - 1, max(-1, last - 1 - most), -1):
        word, tag, span = tokens[k]
        if word in ("北方", "南方", "东方", "西方"):
            first = span.start
            continue
        if ORDINAL.fullmatch(word):
            first = span.start
            continue
        if word[0] in JOINS or not word[0].isalnum() or tag in _STOP_TAGS and len(word) < 3:
            if word in "-－" and 0 < k and tokens[k - 1][0][0].isalnum():
                continue
            if not (word in "（）()·" and k > 0 and _inside_brackets(text, span)):
                break
        if word in words("breaks") or word.endswith(("企业", "公司")) or word in words("titles"):
            break
        if word[0].isdigit() or word in ("日电", "电", "讯", "日", "月"):
            break
        first = span.start
    return first


def _inside_brackets(text: str, span: Span) -> bool:
    near = text[max(0, span.start - 8) : span.end + 8]
    return re.search(r"[（(][\u4e00-\u9fff]{2,4}[)）]", near) is not None or text[span.start] == "·"


def institutions(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Words that end in the name of a kind of body, with the nouns before them."""
    for k, (word, tag, span) in enumerate(tokens):
        suffix = _suffix_of(word)
        if suffix is None or tag[0] in "vdmr" and word != suffix:
            continue
        if tag == "nt" and word not in words("not_names"):
            first = _leftmost(text, tokens, k, 3)
            yield Tagged("ORG", Span(first, span.end))
            continue
        first = _leftmost(text, tokens, k, 6)
        body = text[first : span.end]
        if len(body) - len(suffix) < 2 or len(suffix) == 1 and len(body) < 4:
            continue
        if _region_only(body[: len(body) - len(suffix)]):
            continue
        if _has_name(tokens, k, first) or _is_long_name(body, suffix) or _after_kind(text, first):
            yield Tagged("ORG", Span(first, span.end))


_NAMING_SUFFIX = frozenset(("公司", "集团", "研究所", "研究院", "协会", "基金会", "委员会"))


_GENERIC = re.compile(
    r"(?:保险|航空|石油|电力|贸易|进出口|建筑|房地产|外国|国有|私营|跨国|上市|民营|外资|大型|股份|运输|航运"
    r"|物流|科技|电信|制药|汽车|石化|能源|投资|证券|信托|基金|旅游|租赁|有关|相关|其他|多家|中央|地方|组织|管理|常务|全国){1,3}$"
)


def _after_kind(text: str, first: int) -> bool:
    """Whether "俄罗斯公司" or "名为" stands before: then even a short name is one."""
    return first >= 2 and text[first - 2 : first] in ("公司", "企业", "名为", "集团")


def _is_long_name(body: str, suffix: str) -> bool:
    """A name of common words: "北方轮廓公司", but not "保险公司"."""
    core = body[: len(body) - len(suffix)]
    return suffix in _NAMING_SUFFIX and len(core) >= 4 and _GENERIC.search(core) is None


def _region_only(core: str) -> bool:
    """Tell that "俄罗斯企业" names no enterprise."""
    rest = known_places().sub("", core)
    return len(rest) < 2


@lru_cache(maxsize=20_000)
def _suffix_of(word: str) -> str | None:
    return next((s for s in _suffixes() if word.endswith(s)), None)


def _has_name(tokens: list[Token], last: int, first: int) -> bool:
    """Whether a place, a name or an unknown word stands among the words of a body."""
    for k in range(last, -1, -1):
        word, tag, span = tokens[k]
        if span.start < first:
            return False
        if tag in ("ns", "nr", "nz", "nrt", "nt", "j") and word not in words("not_names"):
            return True
        if word in words("countries") or tag == "x" and len(word) > 1 and word[0].isalpha():
            return True
    return False


def embassies(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Embassies by who sends them and where they stand: 伊朗驻华使馆."""
    for match in _embassy().finditer(text):
        yield Tagged("ORG", Span(*match.span()))


def bodies(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Well-known bodies of the word list."""
    for match in _known_bodies().finditer(text):
        yield Tagged("ORG", Span(*match.span()))


@lru_cache(maxsize=1)
def _embassy() -> re.Pattern[str]:
    place = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    return re.compile(
        rf"(?:{place})常?驻(?:{place}|联合国|欧盟|世贸组织|国际原子能机构|纽约|日内瓦|维也纳|[美俄英法德日韩])"
        r"(?:办事处)?总?(?:大使馆|使馆|领事馆|代表团|使团|代表处)"
    )


@lru_cache(maxsize=1)
def _known_bodies() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("bodies") - {"本报"}, key=len, reverse=True)))
