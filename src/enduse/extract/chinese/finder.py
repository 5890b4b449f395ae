"""What a Chinese text names: organisations, people, places, products and unnamed sources."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from enduse.extract.chinese.names import Tagged, names
from enduse.extract.chinese.words import letters, words
from enduse.extract.gazetteer import listed
from enduse.extract.mentions.again import places
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["find"]

_LEGAL = re.compile(r"(?:股份|控股|集团|科技集团)?(?:有限责任公司|有限公司|总公司|公司|集团|企业)$")
_PRODUCT_NOUN = (
    r"(?:无人机|巡飞弹|导弹|火箭弹|火箭炮|发动机|战斗机|直升机|战机|坦克|装甲车|雷达|炮弹|滑翔炸弹"
    r"|炸弹|卫星|系统|机床|芯片)"
)
_SOURCE = re.compile(
    r"(?:(?P<n>[一二两三四五六七八九几数多]|\d{1,2})(?:名|位|个))?(?:不愿(?:意)?(?:具名|透露姓名)的|匿名的?|要求匿名的)?"
    r"[\u4e00-\u9fff]{0,8}?(?:知情人士|消息人士|内部人士|情报人士|消息来源|知情者|(?<=名)[\u4e00-\u9fff]{0,6}(?:官员|外交官"
    r"|前雇员|雇员|员工|高管))"
)
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_DESCRIPTOR = re.compile(
    r"(?P<both>两家(?:公司|企业))"
    r"|(?:该|这家|这间|上述|前述|涉事|另一家)(?P<org>公司|企业|厂|工厂|集团|银行|机构|贸易商|中间商)"
    rf"|(?:该|这款|这种|这一|该型|此型|上述)(?P<product>(?:型号)?{_PRODUCT_NOUN})"
)
_MEDIA = re.compile(r"《(?P<n>[^《》]{2,14}(?:报|社|网|周刊|杂志|新闻|时报|邮报|日报))》")
_SIDES = re.compile(
    r"(?:(?<=[，。、：“说称])|^)(?P<n>[中美俄日韩欧英法德乌][方国](?=不|已|将|的|对|没|并|严|企|一|从|认|要|反|坚))"
)


def find(text: str, sentences: tuple[Span, ...], gazetteer: Mapping[str, str]) -> tuple[Found, ...]:
    """Return the mentions of a Chinese text in order, none overlapping.

    Args:
        text: Canonical text.
        sentences: Its sentences; names are looked for in each.
        gazetteer: Known names, case-folded, to FtM schemata.

    Example:
        >>> found = find("深圳天际航空科技有限公司说", (Span(0, 13),), {})
        >>> [(f.text, f.schema, f.key) for f in found]
        [('深圳天际航空科技有限公司', 'Company', '天 际 航 空 科 技')]
    """
    named = [
        _named(text, Tagged(t.kind, Span(s.start + t.span.start, s.start + t.span.end)))
        for s in sentences
        for t in names(text[s.start : s.end])
    ]
    products = list(_products(text))
    candidates = [
        *((3, f) for f in listed(text, gazetteer)),
        *((4, f) for f in products),
        *((4, f) for f in _sources(text)),
        *((3, f) for f in _media(text)),
        *((2, f) for f in named),
        *((2, f) for f in _short_forms(text, named)),
        *((3, f) for f in _descriptors(text)),
        *((3, f) for f in _aliases(text, [*products, *named])),
        *((1, f) for f in _sides(text)),
    ]
    return _without_overlaps(candidates)


def _without_overlaps(candidates: list[tuple[int, Found]]) -> tuple[Found, ...]:
    """The surer first, then the longer."""
    kept: list[Found] = []
    taken = bytearray(max((found.span.end for _, found in candidates), default=0))
    order = sorted(candidates, key=lambda c: (c[0] < 4, c[1].span.start - c[1].span.end, -c[0]))
    for _, found in order:
        start, end = found.span
        if 1 not in taken[start:end]:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(found)
    return tuple(sorted(kept, key=lambda f: f.span))


def _named(text: str, tag: Tagged) -> Found:
    written = text[tag.span.start : tag.span.end]
    if tag.kind == "PER":
        return Found(tag.span, written, "Person", _spaced(written), 1)
    if tag.kind == "LOC":
        return Found(tag.span, written, "Address", _spaced(written), 1)
    schema, strength = _kind(written)
    key = key_of(written) if schema == "Company" else _spaced(written)
    return Found(tag.span, written, schema, key, strength)


def _kind(written: str) -> tuple[str, int]:
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


def _spaced(written: str) -> str:
    """A key in which each character is a word, so that short forms are found as in English."""
    return " ".join(written.casefold())


def key_of(written: str) -> str:
    """The name of a company by which two mentions are compared: without place and legal form.

    Example:
        >>> key_of("东莞恒锐精密机械股份有限公司"), key_of("恒锐精密")
        ('恒 锐 精 密 机 械', '恒 锐 精 密')
    """
    bare = re.sub(r"[（(][^（）()]{2,6}[)）]", "", written)
    core = _LEGAL.sub("", bare)
    place = _region().match(core)
    if place and len(core) - place.end() >= 2:
        core = core[place.end() :]
    return _spaced(core if len(core) >= 2 else written)


@lru_cache(maxsize=1)
def _region() -> re.Pattern[str]:
    every = sorted(words("regions") | words("countries"), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(every)})(?:省|市|自治区)?){{1,2}}")


def _short_forms(text: str, named: list[Found]) -> Iterator[Found]:
    """The first characters of a company's own name, three at least, wherever they stand."""
    cores = {f.key.replace(" ", ""): f for f in named if f.schema == "Company"}
    wholes = {core: text[f.span.start : f.span.end] for core, f in cores.items()}
    again = places(text, (*(core[:3] for core in cores if len(core) > 2), *wholes.values()))
    for core, full in cores.items():
        whole = wholes[core]
        for at in again.get(whole, ()) if len(whole) > 3 else ():
            yield Found(Span(at, at + len(whole)), whole, "Company", full.key, full.strength)
        for size in range(len(core), 2, -1):
            for at in again.get(core[:3], ()):
                if not text.startswith(core[:size], at):
                    continue
                tail = _LEGAL_NEXT.match(text, at + size)
                end = tail.end() if tail else at + size
                written = text[at:end]
                if written != whole:
                    yield Found(Span(at, end), written, "Company", _spaced(core[:size]), 1)


_LEGAL_NEXT = re.compile(
    r"(?:贸易|科技|国际)?(?:股份|控股|集团)?(?:有限责任公司|有限公司|公司|集团)"
)


def _products(text: str) -> Iterator[Found]:
    for match in _product_name().finditer(text):
        lead = _NO_NAME.match(match.group())
        span = Span(match.start() + (lead.end() if lead else 0), match.end())
        written = text[span.start : span.end]
        key = _spaced(re.sub(rf"型?{_PRODUCT_NOUN}$|[“”\"]", "", written))
        if key:
            yield Found(span, written, "Product", key, 2)


_NO_NAME = re.compile(
    r"(?:研制|研发|开发|生产|测试|制造|使用|采购|购买|出口|装备|部署|发射|一款|一种|新型|名为|的|了|架|枚|台|款|种|和|与|及|将|把)+"
)


@lru_cache(maxsize=1)
def _product_name() -> re.Pattern[str]:
    foreign = "".join(sorted(letters("translit")))
    return re.compile(
        rf"(?:[“\"][^“”\"]{{2,10}}[”\"]|[\u4e00-\u9fff]{{2,4}}-[A-Z]?\d+[A-Z]?"
        rf"|[A-Z][A-Za-z]*-?\d+[A-Z]?|[{foreign}]{{3,6}}(?:-\d+)?)"
        rf"型?(?:攻击|侦察|军用|察打一体)?{_PRODUCT_NOUN}"
        r"|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}-[A-Z]?\d+[A-Z]?"
    )


_ALIAS = re.compile(
    r"[”\"]?[（(](?:以下简称|简称)?[“\"]?(?P<a>[A-Z][A-Za-z\d-]{1,9}"
    r"|[\u4e00-\u9fff]{2,6})[”\"]?[）)]"
)


def _aliases(text: str, known: list[Found]) -> Iterator[Found]:
    """A short name in brackets after a longer one, there and wherever it stands again."""
    marked = [(name, match) for name in known if (match := _ALIAS.match(text, name.span.end))]
    again = places(text, (match["a"] for _, match in marked))
    for name, match in marked:
        if name.schema in ("Person", "Address"):
            continue
        short = match["a"]
        key, place = _spaced(short), Span(*match.span("a"))
        yield Found(place, short, name.schema, key, 1, "alias")
        for at in again.get(short, ()):
            end = at + len(short)
            end += len("无人机") if text.startswith("无人机", end) else 0
            joined = _LATIN.match(text[at - 1 : at]) or _LATIN.match(text, end)
            if at != place.start and not joined:
                yield Found(Span(at, end), text[at:end], name.schema, key, 2)


_LATIN = re.compile(r"[A-Za-z\d-]")


def _sources(text: str) -> Iterator[Found]:
    for match in _SOURCE.finditer(text):
        written = match.group()
        start = match.start() + _lead(written)
        written = text[start : match.end()]
        number = _NUMBERS.get(match["n"] or "一", 0)
        yield Found(Span(start, match.end()), written, "LegalEntity", written, 1, "source", number)


def _lead(written: str) -> int:
    """How much of a match belongs to the words before the source."""
    cut = max(
        (
            written.rfind(w) + len(w)
            for w in ("据", "与", "和", "向", "对", "由")
            if w in written[:-4]
        ),
        default=0,
    )
    return cut


def _media(text: str) -> Iterator[Found]:
    for match in _MEDIA.finditer(text):
        yield Found(Span(*match.span("n")), match["n"], "Organization", _spaced(match["n"]), 2)


def _sides(text: str) -> Iterator[Found]:
    for match in _SIDES.finditer(text):
        yield Found(Span(*match.span("n")), match["n"], "PublicBody", _spaced(match["n"]), 1)


def _descriptors(text: str) -> Iterator[Found]:
    for match in _DESCRIPTOR.finditer(text):
        span, written = Span(*match.span()), match.group()
        if match["product"]:
            yield Found(span, written, "Product", match["product"], 0, "descriptor")
        else:
            number = 2 if match["both"] else 1
            yield Found(span, written, "Company", match["org"] or "公司", 0, "descriptor", number)
