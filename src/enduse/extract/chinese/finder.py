"""What a Chinese text names: organisations, people, places, products and unnamed sources."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from enduse.extract.chinese.called.finder import called
from enduse.extract.chinese.called.generic import nameless
from enduse.extract.chinese.called.name import Called
from enduse.extract.chinese.clauses.words import every_word
from enduse.extract.chinese.frames.table import sayings, verb
from enduse.extract.chinese.names import Tagged, names
from enduse.extract.chinese.words import letters, tagged, words
from enduse.extract.gazetteer import listed
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["find"]

_LEGAL = re.compile(r"(?:股份|控股|集团|科技集团)?(?:有限责任公司|有限公司|总公司|公司|集团|企业)$")
_PRODUCT_NOUN = (
    r"(?:无人机|无人艇|机器人|巡飞弹|导弹|火箭弹|鱼雷|摄像头|摄像机|热像仪|传感器|导航模块|模块|舵机|陀螺仪|收发器|微控制器|处理器|天线|电台|火箭炮|发动机|战斗机|直升机|战机|坦克|装甲车|雷达|炮弹|滑翔炸弹"
    r"|炸弹|卫星|系统|机床|芯片)"
)
_SOURCE = re.compile(
    r"(?P<n>[一二两三四五六七八九几数多]|\d{1,2})(?:名|位)[^，。；：！？“”《》（）\n]{0,18}?(?:人士|官员|外交官|雇员|员工|高管|消息源|知情者|工程师"
    r"|军官|消息来源|顾问|律师|经理|交易商|贸易商|专家)(?!的|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗][\u4e00-\u9fff]{1,2}(?:说|称|表示))"
    r"|(?P<m>多[名位])?(?:不愿(?:意)?(?:具名|透露姓名)的|匿名的?|要求匿名的)?[\u4e00-\u9fff]{0,8}?(?:知情人士|消息人士|内部人士|情报人士|消息来源|知情者"
    r"|业内人士)"
)
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_DESCRIPTOR = re.compile(
    r"(?P<both>两家(?:公司|企业))|(?P<person>(?:(?<=[，。；：”“\n])|^)[他她](?![们人国的]))"
    r"|(?:该|这家|这间|上述|前述|涉事|另一家)(?P<org>公司|企业|厂|工厂|集团|银行|机构|贸易商|中间商)"
    rf"|(?:该|这款|这种|这一|该型|此型|上述)(?P<product>(?:型号)?{_PRODUCT_NOUN}|[弹机艇船轮](?![构关制会器械密场动厂只东舶长员廓]))"
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
    named = [f for f in named if _is_name(text, f)]
    introduced = [f for s in sentences for c in called(text, s) for f in _introduced(text, c)]
    named = _beside(named, introduced)
    products = list(_products(text))
    candidates = [
        *((3, f) for f in listed(text, gazetteer)),
        *((4, f) for f in products),
        *((4, f) for f in _sources(text)),
        *((3, f) for f in _media(text)),
        *((2, f) for f in named),
        *((4, f) for f in introduced),
        *((4, f) for f in _again(text, introduced)),
        *((4, f) for f in _short_forms(text, [*introduced, *named])),
        *((3, f) for f in _descriptors(text)),
        *((5, f) for f in _aliases(text, [*products, *introduced, *named])),
        *((1, f) for f in _sides(text)),
        *((0, f) for f in _countries(text)),
        *((4, f) for f in _firms(text)),
    ]
    return _without_overlaps(candidates)


def _is_name(text: str, found: Found) -> bool:
    """Character rules guess; where nothing beside a guess speaks for a name it is dropped."""
    if (
        found.span.end - found.span.start < 2
        or found.text in words("no_names")
        or found.text.endswith(("建厂", "设厂", "办厂", "出厂", "工厂区", "投产"))
    ):
        return False
    if (
        found.text.endswith(("部", "局", "院"))
        and text[found.span.end : found.span.end + 1] == "长"
    ):
        return False
    if found.schema == "Person" and any(found.text[k : k + 2] in sayings() for k in (0, 1)):
        return False
    if found.schema == "Person":
        after = text[found.span.end : found.span.end + 3]
        before = text[max(0, found.span.start - 4) : found.span.start]
        if before.endswith("“") and after.startswith("”"):
            return False
        named = before.endswith(tuple(words("titles"))) or after.startswith(_AFTER_PERSON)
        return "·" in found.text or named
    return found.schema != "Company" or not nameless(found.text)


_AFTER_PERSON = (
    "说",
    "称",
    "表示",
    "指出",
    "认为",
    "强调",
    "告诉",
    "警告",
    "补充",
    "透露",
    "介绍",
    "写道",
    "先生",
    "女士",
    "回应",
    "否认",
    "（",
)


def _beside(named: list[Found], introduced: list[Found]) -> list[Found]:
    """What character rules found, but for what crosses a surer name."""
    taken = {k for f in introduced for k in range(f.span.start, f.span.end)}
    return [f for f in named if taken.isdisjoint(range(f.span.start, f.span.end))]


def _introduced(text: str, name: Called) -> Iterator[Found]:
    written = text[name.span.start : name.span.end]
    if name.schema == "Person":
        yield Found(name.span, written, "Person", _spaced(written), 2)
        return
    schema, strength = (name.schema, 2) if name.schema else _kind(written)
    key = key_of(written) if schema == "Company" else _spaced(written)
    yield Found(name.span, written, schema, key, strength)


def _again(text: str, introduced: list[Found]) -> Iterator[Found]:
    """A name that was introduced once stands for itself wherever it comes again."""
    for name in introduced:
        forms = [name.text]
        if name.schema == "Person" and "·" in name.text:
            forms.append(name.text.rsplit("·", 1)[-1])
        for form in forms:
            if len(form) < 2:
                continue
            key = name.key if form == name.text else _spaced(form)
            for match in re.finditer(re.escape(form), text):
                if match.start() != name.span.start:
                    yield Found(Span(*match.span()), form, name.schema, key, 1)


def _without_overlaps(candidates: list[tuple[int, Found]]) -> tuple[Found, ...]:
    """The surer first, then the longer."""
    kept: list[Found] = []
    taken: set[int] = set()
    order = sorted(candidates, key=lambda c: (c[0] < 4, c[1].span.start - c[1].span.end, -c[0]))
    for _, found in order:
        places = range(found.span.start, found.span.end)
        if taken.isdisjoint(places):
            taken.update(places)
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
    written = re.sub(r"^[\u4e00-\u9fff]{2,3}(?:省|市|县)(?=[\u4e00-\u9fff]{4})", "", written)
    bare = re.sub(r"[（(][^（）()]{2,6}[)）]|[“”\"「」]", "", written)
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
    for core, full in cores.items():
        whole = text[full.span.start : full.span.end]
        for again in re.finditer(re.escape(whole), text) if len(whole) > 3 else ():
            yield Found(Span(*again.span()), whole, "Company", full.key, full.strength)
        place = whole[: whole.find(core)] if core in whole else ""
        for size in range(len(core), 2, -1):
            for match in re.finditer(rf"(?:{re.escape(place)})?{re.escape(core[:size])}", text):
                tail = _LEGAL_NEXT.match(text, match.end())
                end = tail.end() if tail else match.end()
                written = text[match.start() : end]
                if written != whole:
                    yield Found(
                        Span(match.start(), end), written, "Company", _spaced(core[:size]), 1
                    )


_LEGAL_NEXT = re.compile(
    r"(?:贸易|科技|国际)?(?:股份|控股|集团)?(?:有限责任公司|有限公司|公司|集团)"
)


def _products(text: str) -> Iterator[Found]:
    for match in _product_name().finditer(text):
        span = Span(match.start() + _words_before(match.group()), match.end())
        written = text[span.start : span.end]
        # One word, so that 猎鹰 is no short form of 猎鹰-M.
        key = re.sub(rf"型?(?:{_PRODUCT_NOUN})?$|[“”\"]", "", written)
        if key:
            yield Found(span, written, "Product", key, 2)


def _words_before(written: str) -> int:
    """How many characters of a match are verbs and small words: 用于雨燕-2型无人机."""
    lead = _NO_NAME.match(written)
    start = lead.end() if lead else 0
    han = re.match(r"[\u4e00-\u9fff]+", written[start:])
    if han is None:
        return start
    for word, _, span in tagged(han.group())[:-1]:
        if verb(word) is None and word not in every_word() and word not in words("breaks"):
            break
        start += span.end - span.start
    return start


_NO_NAME = re.compile(
    r"(?:研制|研发|开发|生产|测试|制造|使用|采购|购买|出口|装备|部署|发射|一款|一种|新型|名为|的|了|架|枚|台|款|种|和|与|及|将|把)+"
)


@lru_cache(maxsize=1)
def _product_name() -> re.Pattern[str]:
    foreign = "".join(sorted(letters("translit")))
    return re.compile(
        rf"(?:[“\"][^“”\"]{{2,10}}[”\"]|[\u4e00-\u9fff]{{2,4}}-[A-Z]?\d+[A-Z]?"
        rf"|[A-Z][A-Za-z]*-?\d+[A-Z]?|[{foreign}]{{2,6}}-\d+|[{foreign}]{{3,6}}(?=无人机|巡飞弹|导弹|火箭|战斗机|直升机))"
        rf"型?(?:攻击|侦察|军用|民用|察打一体|远程|自杀式|巡飞|涡喷|涡扇|活塞|小型|中型|大型|巡航|弹道|防空|反舰|自杀|电动|运输|舰载|战术|微型|航空)*{_PRODUCT_NOUN}"
        r"|(?<![A-Za-z\d-])(?!(?:G|COVID|MH|F|TEL|No)-?\d+(?![A-Za-z\d]))[A-Z][A-Za-z]{0,9}(?:-?\d{1,5}[A-Z\d]{0,6})(?:-[A-Z\d]{1,6})*(?![A-Za-z\d])(?:型(?:[\u4e00-\u9fff]{0,4}?(?:机(?![构关])|艇|弹|车|船|舰|炮|雷达|仪|器))?)?"
        r"|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}-[A-Z]?\d+[A-Z]?"
    )


_ALIAS = re.compile(
    r"[”\"]?[（(](?:以下简称|简称|下称|以下称|又称|即|英文名|英文名称|英文名为|又名|原名)?[：:]?"
    r"[“\"]?(?P<a>[A-Z][A-Za-z\d.&’' -]{1,48}"
    r"|(?<=[“\"称])[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,4}(?=[”\"]?[）)]))[”\"]?[）)]"
)


def _aliases(text: str, known: list[Found]) -> Iterator[Found]:
    """A short name in brackets after a longer one, there and wherever it stands again."""
    for name in known:
        match = _ALIAS.match(text, name.span.end)
        if match is None or name.schema in ("Person", "Address"):
            continue
        key, place = _spaced(match["a"]), Span(*match.span("a"))
        yield Found(place, match["a"], name.schema, key, 1, "alias")
        for again in re.finditer(
            rf"(?<![A-Za-z\d-]){re.escape(match['a'])}(?:无人机)?(?![A-Za-z\d-])", text
        ):
            if again.start() != place.start:
                yield Found(Span(*again.span()), again.group(), name.schema, key, 2)


def _sources(text: str) -> Iterator[Found]:
    for match in _SOURCE.finditer(text):
        written = match.group()
        start = match.start() + _lead(written)
        written = text[start : match.end()]
        number = 0 if match["m"] else _NUMBERS.get(match["n"] or "一", 0)
        yield Found(Span(start, match.end()), written, "LegalEntity", written, 1, "source", number)


def _lead(written: str) -> int:
    """How much of a match belongs to the words before the source."""
    cut = max(
        (
            written.rfind(w) + len(w)
            for w in (
                "据",
                "与",
                "和",
                "向",
                "对",
                "由",
                "援引",
                "引述",
                "引用",
                "周一",
                "周二",
                "周三",
                "周四",
                "周五",
                "周六",
                "周日",
                "日",
                "给",
            )
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


def _firms(text: str) -> Iterator[Found]:
    """Makers of parts that the reports of this field name without any form."""
    for match in _known_firms().finditer(text):
        schema = "Company" if match.group() in words("firms") else "PublicBody"
        yield Found(Span(*match.span()), match.group(), schema, _spaced(match.group()), 2)


@lru_cache(maxsize=1)
def _known_firms() -> re.Pattern[str]:
    bodies = {b for b in words("bodies") if len(b) > 5}
    return re.compile("|".join(sorted(words("firms") | bodies, key=len, reverse=True)))


def _countries(text: str) -> Iterator[Found]:
    """Countries and well-known cities wherever no longer name holds them."""
    for match in _region().finditer(text):
        yield Found(Span(*match.span()), match.group(), "Address", _spaced(match.group()), 1)


def _descriptors(text: str) -> Iterator[Found]:
    for match in _DESCRIPTOR.finditer(text):
        span, written = Span(*match.span()), match.group()
        if match["person"]:
            yield Found(span, written, "Person", written, 0, "descriptor")
        elif match["product"]:
            yield Found(span, written, "Product", match["product"], 0, "descriptor")
        else:
            number = 2 if match["both"] else 1
            yield Found(span, written, "Company", match["org"] or "公司", 0, "descriptor", number)
