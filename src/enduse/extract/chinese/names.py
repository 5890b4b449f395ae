"""Chinese names: suffixes, surnames, transliterations and a list of countries over jieba."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from enduse.extract.chinese.words import known, letters, tagged, words
from enduse.extract.segment import Span

Token = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name and its class: PER, LOC or ORG; `alone` for a class noun without a name."""

    kind: str
    span: Span
    alone: bool = False


def names(text: str) -> tuple[Tagged, ...]:
    """Return the names of a text in order, none overlapping.

    Example:
        >>> text = "深圳天际航空科技有限公司在莫斯科"
        >>> [(n.kind, text[n.span.start : n.span.end]) for n in names(text)]
        [('ORG', '深圳天际航空科技有限公司'), ('LOC', '莫斯科')]
    """
    tokens = tagged(text)
    taken = bytearray(len(text))
    found: list[Tagged] = []
    finders = (
        _embassies, _companies, _institutions, _bodies, _dotted, _titled, _listed_places,
        _datelines, _single_letters, _foreign, _people, _places,
    )  # fmt: skip
    for finder in finders:
        for tag in finder(text, tokens):
            if 1 not in taken[tag.span.start : tag.span.end]:
                taken[tag.span.start : tag.span.end] = b"\x01" * (tag.span.end - tag.span.start)
                found.append(tag)
    return tuple(sorted(found, key=lambda t: t.span))


_COMPANY_END = re.compile(
    r"(?:股份)?有限(?:责任)?公司|集团(?:股份)?(?:有限)?公司|股份公司|总公司|集团"
)
_STOP_TAGS = frozenset("v p c d r u m q f t y e o w x1 vd uj ul uz ud uv ug".split())
_JOINS = frozenset(
    "的了在是和与及、，。；：“”《》（）()\"' ！？向由被把将对从为以至到据等已也都又并其该这那此"
    "各本某每"
)


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    every = words("company") | words("organisation") | words("public")
    return tuple(sorted(every, key=len, reverse=True))


def _companies(text: str, tokens: list[Token]) -> Iterator[Tagged]:
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
        if word[0] in _JOINS or not word[0].isalnum() or tag in _STOP_TAGS and len(word) < 3:
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


def _institutions(text: str, tokens: list[Token]) -> Iterator[Tagged]:
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
    rest = _known_places().sub("", core)
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


_TRANSLIT = "".join(sorted(letters("translit")))
_DOTTED = re.compile(
    rf"[{_TRANSLIT}得立伯柏A-Z]{{1,7}}(?:[·•・．][{_TRANSLIT}得立伯柏A-Z]{{1,8}}){{1,3}}"
)


def _dotted(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    for match in _DOTTED.finditer(text):
        yield Tagged("PER", Span(*match.span()))


def _titled(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """A surname before a title ("江主席"), a foreign name after one."""
    surname, foreign, full = _by_title()
    for match in full.finditer(text):
        yield Tagged("PER", Span(*match.span("n")))
    starts = {span.start for _, _, span in tokens}
    for match in surname.finditer(text):
        if match.start() in starts:
            yield Tagged("PER", Span(*match.span("n")))
    for match in foreign.finditer(text):
        yield Tagged("PER", Span(*match.span("n")))


@lru_cache(maxsize=1)
def _by_title() -> tuple[re.Pattern[str], ...]:
    title = "|".join(sorted(words("titles"), key=len, reverse=True))
    surname = "".join(letters("surnames"))
    return (
        re.compile(rf"(?P<n>[{surname}])(?:{title})"),
        re.compile(rf"(?:{title})(?P<n>[{_TRANSLIT}]{{2,7}})(?=[^{_TRANSLIT}]|$)"),
        re.compile(
            rf"(?:{title})(?P<n>[{surname}][\u4e00-\u9fff]{{1,2}}?)"
            r"(?=说|表示|指出|认为|称|强调|回应|介绍|告诉|透露|警告|补充|否认|敦促|周[一二三四五六日]|星期|今[天日]|昨[天日]|\d|对|在|就|[，。、）])"
        ),
    )


def _listed_places(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    for match in _known_places().finditer(text):
        end = match.end()
        suffix = _PLACE_SUFFIX.match(text, end)
        end = suffix.end() if suffix else end
        yield Tagged("LOC", Span(match.start(), end))


_PLACE_SUFFIX = re.compile(
    r"(?:(?<=东西)|(?<!国))(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|经济特区|特区|省|市|州(?!长)|半岛|群岛)"
)


@lru_cache(maxsize=1)
def _known_places() -> re.Pattern[str]:
    every = sorted(words("countries") | words("regions"), key=len, reverse=True)
    return re.compile("|".join(every))


def _embassies(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    for match in _embassy().finditer(text):
        yield Tagged("ORG", Span(*match.span()))


def _bodies(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    for match in _known_bodies().finditer(text):
        yield Tagged("ORG", Span(*match.span()))


@lru_cache(maxsize=1)
def _embassy() -> re.Pattern[str]:
    place = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    return re.compile(rf"(?:{place})驻(?:{place}|[美俄英法德日韩])(?:总)?(?:大使馆|使馆|领事馆)")


@lru_cache(maxsize=1)
def _known_bodies() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("bodies") - {"本报"}, key=len, reverse=True)))


def _datelines(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Find the place in "（本报多伦多11月28日电）"."""
    for match in re.finditer(
        r"(?:本报|新华社|中新社)(?P<n>[\u4e00-\u9fff]{2,6}?)[\d０-９]{1,2}月", text
    ):
        yield Tagged("LOC", Span(*match.span("n")))


def _foreign(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Runs of characters that transcribe foreign names, at least three long."""
    for match in re.finditer(rf"[{_TRANSLIT}]{{3,8}}", text):
        first, last = _on_words(tokens, match.start(), match.end())
        run = text[first:last]
        if len(run) < 3:
            continue
        inside = [(w, t) for w, t, s in tokens if s.start >= first and s.end <= last]
        if not inside or any(
            t[0] in "vadcpmrtnquf" and t not in ("nr", "ns", "nrt", "nz", "ng") and len(w) > 1
            for w, t in inside
        ):
            continue
        kind = "LOC" if any(t == "ns" for _, t in inside) else "PER"
        if text[last : last + 1] in "市州省河岛湾湖镇县港峡":
            last, kind = last + 1, "LOC"
        yield Tagged(kind, Span(first, last))


def _on_words(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """The words that lie wholly inside a run."""
    spans = [s for _, _, s in tokens if s.start >= start and s.end <= end]
    return (spans[0].start, spans[-1].end) if spans else (start, start)


def _people(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    surnames, compound = letters("surnames"), words("compound_surnames")
    k = 0
    while k < len(tokens):
        word, tag, span = tokens[k]
        step = 1
        if word in words("not_names") or word in words("countries"):
            pass
        elif (
            tag in ("nr", "x")
            and 2 <= len(word) <= 4
            and (word[0] in surnames or word[:2] in compound)
        ):
            sure = len(word) == 3 or tag == "nr" and known(word) < 60
            if sure or _said_of(text, tokens, k):
                end = span.end
                if len(word) == 2 and k + 1 < len(tokens) and _given(tokens[k + 1], 1):
                    end, step = tokens[k + 1][2].end, 2
                yield Tagged("PER", Span(span.start, end))
        elif (len(word) == 1 and word in surnames or word in compound) and k + 1 < len(tokens):
            following = tokens[k + 1]
            if _given(following, 2):
                end, step = following[2].end, 2
                if len(following[0]) == 1 and k + 2 < len(tokens) and _given(tokens[k + 2], 1):
                    end, step = tokens[k + 2][2].end, 3
                if end - span.start >= 2 and (
                    step == 3 or following[1] in ("nr", "x", "ng") and end - span.start == 3
                ):
                    yield Tagged("PER", Span(span.start, end))
        k += step


def _said_of(text: str, tokens: list[Token], k: int) -> bool:
    """Whether a title stands before, or a verb of saying after."""
    before = tokens[k - 1][0] if k else ""
    after = tokens[k + 1][0] if k + 1 < len(tokens) else ""
    titles = words("titles")
    return (
        before in titles
        or after in titles
        or after in words("verbs_after_person")
        and len(after) > 1
    )


def _given(token: Token, most: int) -> bool:
    word, tag, _ = token
    if len(word) > most or not "\u4e00" <= word[0] <= "\u9fff" or word[0] in _JOINS:
        return False
    return (
        tag not in ("p", "c", "u", "uj", "ul", "d", "r", "m", "q", "f", "y", "v", "t")
        or len(word) == 1
        and tag in ("v", "a", "n")
    )


def _places(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    for k, (word, tag, span) in enumerate(tokens):
        if tag != "ns" or word in words("not_names") or len(word) < 2:
            continue
        end = span.end
        if k + 1 < len(tokens) and tokens[k + 1][0] in words("place"):
            end = tokens[k + 1][2].end
        yield Tagged("LOC", Span(span.start, end))


_PAIR = (
    r"(?P<a>[{0}])(?P<b>[{0}])(?=两国|关系|友好|双边|贸易|经贸|边境|元首|领导|合作|联合|双方|之间|战略|首脑|建交|交流|文化|会谈"
    r"|人民|协定|军事|三|投资|企业|双)"
)
_ONE = (
    r"(?<=[访驻对赴来抵在离援旅留侨返进])(?P<a>[{0}])(?![\u4e00-\u9fff]*(?:国|洲))(?=[，。、的两后前期时工进开召举公大使举])"
    r"|(?P<b>[{0}])(?=[方军]|政府|总统|元首|首相|外长|外交部|两国)"
)


def _single_letters(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """One letter for a country: 中美, 访俄, 美方."""
    pair, one = _letter_patterns()
    for match in pair.finditer(text):
        yield Tagged("LOC", Span(*match.span("a")))
        yield Tagged("LOC", Span(*match.span("b")))
    for match in one.finditer(text):
        yield Tagged("LOC", Span(*match.span(match.lastgroup or 0)))


@lru_cache(maxsize=1)
def _letter_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    every = "".join(letters("letters"))
    return re.compile(_PAIR.replace("{0}", every)), re.compile(_ONE.replace("{0}", every))
