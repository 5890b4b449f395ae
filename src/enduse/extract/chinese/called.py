"""Names of organisations and people that their surroundings give away, and each again later.

Rules over characters alone find a legal form or a surname; here the words beside a name speak:
"哈萨克斯坦公司草原贸易", “东方中心”研究员, "法定代表人为张三", "下称“晨光”".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from enduse.extract.chinese.clauses.words import every_word
from enduse.extract.chinese.frames.table import attribute, sayings, verb
from enduse.extract.chinese.words import letters, tagged, words
from enduse.extract.segment import Span

__all__ = ["Called", "called", "nameless"]

Token = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class Called:
    """A name with the schema that its surroundings speak for; `again` for a later short form."""

    span: Span
    schema: str
    again: str | None = None


def called(text: str, sentence: Span) -> Iterator[Called]:
    """Yield the names of one sentence, some of them overlapping, the surest first."""
    tokens = [
        (w, t, Span(sentence.start + s.start, sentence.start + s.end))
        for w, t, s in tagged(text[sentence.start : sentence.end])
    ]
    yield from _foreign_people(text, sentence)
    yield from _quoted(text, sentence)
    yield from _legal(text, tokens)
    yield from _latin(text, sentence)
    yield from _before_bracket(text, tokens)
    yield from _by_trade(text, tokens)
    yield from _beside_kind(text, tokens)
    yield from _people(text, sentence, tokens)


_HAN = "\u4e00-\u9fff"
_FORMS = (
    "股份有限公司 有限责任公司 有限公司 集团公司 股份公司 联合股份公司 总公司 分公司 公司 集团 控股集团 控股 联合体 联合企业 联合会社 株式会社 会社"
    " 投资基金 基金 合伙企业 船厂 工厂 制造厂 机械厂 仪器厂 仪表厂 造船厂 飞机厂 化工厂 电子厂 兵工厂 发动机厂 研究所 研究院 研究中心 设计局 设计院 实验室 科学院 银行"
    " 大学 学院 协会 基金会 委员会 观察站 观察中心 事务所 交易所 联合体 设计所 试验场 中心 厂 所 组织 联盟 论坛 公会 商会 理事会 智库 总局 管理局 情报局 调查局 安全局 司令部 总署 情报院"
).split()
_KINDS = (
    "企业 公司 客户 供应商 制造商 贸易商 被告单位 被告 单位 研究机构 工厂 船厂 进口商 出口商 厂商 集团 厂家 生产商 承包商 中间商 分销商 经销商 银行 工厂 买家 实体 机构 运营商"
    " 代理商 商社 物流商 子公司 母公司 合作伙伴 代理公司 贸易公司 航运公司 收货方 收货人 发货人 货代 股东 用户 最终用户 智库 网站 媒体 通讯社 报纸 电视台 组织"
).split()
_GENERIC = frozenset(
    "保险 航空 石油 电力 贸易 进出口 建筑 房地产 外国 国有 私营 跨国 上市 民营 外资 大型 股份 运输 航运 物流 科技 电信 制药 汽车 石化 能源 投资 证券"
    " 信托 基金 旅游 租赁 有关 相关 其他 多家 中央 地方 组织 管理 全国 军工 国防 军事 电子 技术 机械 空壳 幌子 壳 代理 关联 母 子 分 总 控股 合资 本地 当地 海外"
    " 境外 国内 国际 制造 生产 研发 设计 家族 工业 商业 中国 各 大 小 两 家 一 某 网络 半导体 芯片 无人机 发动机 导弹 武器 装备 防务 零部件 化工 船舶 海运 货运 船运"
    " 独立 科研 政府 情报 安全 研究 学术 非政府 非营利 民间 新 老 前 该 本 此 这 那 涉事 涉案 上述 前述 另 每 全 贸易中介 咨询 会计 律师 审计 数据 物流代理 数家 知名 著名 最大 主要 受制裁 被制裁 总装 组装 一家 私人 美国 俄罗斯 商贸 商务 交易 供应 采购 客户 政府间".split()
)
_OPEN_KINDS = frozenset("v p c d r u m q f t y e o w uj ul uz ud uv ug vd".split())
_MAY_NAME = frozenset("联合 发展 投资 控制 创新 制造 通信 服务 合作 工程 运输 进出口 供应 测试 设计 观察 研究 贸易 实业 开发 采购 管理 战略 东方 北方 南方 西方 先进 统一 精密 动力 自动化 综合 国际 第一 开放 代理 转运 货运 采购 供应 出口 进口 评估 分析 防卫 防务 安防 装备 计划 监测 观测 销售 支付 生产 组装 检测 试验 飞行 打击 传播 交流 决策 指挥 导航 制导 推进 保障 维修".split())


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(_FORMS, key=len, reverse=True))})$")


def _legal(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """A word that ends in a legal form, with the words before it that make its name."""
    for k, (word, _, span) in enumerate(tokens):
        form = _form().search(word)
        if form is None or word in _WORDS_NOT:
            continue
        first = _first(text, tokens, k)
        body = text[first : span.end - len(form.group())]
        plain = text[first - 1 : first] in ("家", "个", "座", "某", "间") and not any(
            t in ("x", "nr", "ns", "nz", "nrt") for _, t, s in tokens[:k] if s.start >= first
        )
        if len(body) < 2 or plain or _nameless(text, tokens, first, k, form.group()):
            continue
        yield Called(Span(first, span.end), "")


_WORDS_NOT = frozenset("场所 厕所 住所 研究所 派出所 建厂 设厂 办厂 出厂 所 军工厂 核心 重心 关心 信心 决心 本组织".split())


def _first(text: str, tokens: Sequence[Token], last: int) -> int:
    """Where the name begins that the token `last` ends."""
    first = tokens[last][2].start
    for k in range(last - 1, max(-1, last - 10), -1):
        word, tag, span = tokens[k]
        if not _names(word, tag, tokens, k):
            if word in "（）()·-－“”\"" and k and _bracketed(text, span, first):
                if word in "）)":
                    opening = text.rfind("（", 0, span.start)
                    opening = opening if opening >= 0 else text.rfind("(", 0, span.start)
                    first = opening if opening >= 0 else first
                continue
            if span.start >= first:
                continue
            break
        first = min(first, span.start)
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
    return re.search(rf"[（(][{_HAN}]{{2,4}}[)）]", near) is not None or text[span.start] in "·-－"


def _names(word: str, tag: str, tokens: Sequence[Token], k: int) -> bool:
    """Whether a word may be part of a name."""
    if len(word) == 1 and word in letters("translit") and tag not in ("p", "c", "uj", "ul", "d", "r", "m", "q"):
        return word not in every_word()
    if word in _MAY_NAME:
        before = tokens[k - 1] if k else None
        if verb(word) is None and word not in sayings():
            return True
        return before is not None and (_plain(before) or _opens_name(before) and k + 2 < len(tokens))
    if not (word[0].isalnum()) or word in words("breaks") or word in words("titles") or word in _KINDS:
        return False
    if word in every_word() or word in sayings() or verb(word) is not None or attribute(word) is not None:
        return False
    if word == "之":
        return k > 0 and _plain(tokens[k - 1])
    if tag == "v" and len(word) == 2 and k and _opens_name(tokens[k - 1]):
        return True
    if tag in _OPEN_KINDS and not (tag in ("v", "m") and len(word) > 2) and not re.fullmatch(r"[A-Za-z][\w&.-]*", word):
        return False
    if word.endswith(("企业", "公司", "商", "者", "方面", "客户", "居民", "籍", "城市", "地区", "前", "后", "境内", "法庭文件")):
        return False
    return not word[0].isdigit() or tag == "x" and not word.isdigit() and word[0] not in "0123456789"


def _opens_name(token: Token) -> bool:
    """Whether what follows can only be a noun: after 的, a kind of firm, a country."""
    return token[0] == "的" or token[0] in _KINDS or token[0] in words("countries") | words("regions")


def _plain(token: Token) -> bool:
    word, tag, _ = token
    return tag in ("n", "nz", "ns", "nr", "x", "nt", "j", "nrt", "b", "ng", "vn", "a") and word not in _KINDS and word not in every_word()


def nameless(written: str) -> bool:
    """Tell that a phrase is a place and a trade, and no name: 俄罗斯航运公司, 军工企业."""
    core = re.sub(r"(?:公司|企业|集团|工厂|厂|银行|机构|组织)$", "", written)
    for place in sorted(words("countries"), key=len, reverse=True):
        core = core.removeprefix(place)
    while core:
        piece = max((g for g in _GENERIC if core.startswith(g)), key=len, default="")
        if not piece:
            return False
        core = core[len(piece) :]
    return True


def _nameless(text: str, tokens: Sequence[Token], first: int, last: int, form: str) -> bool:
    """Only a place and words of trades stand before: "俄罗斯航运公司" is no name."""
    inside = [(w, t) for w, t, s in tokens[: last + 1] if s.start >= first]
    inside = [*inside[:-1], (inside[-1][0].removesuffix(form), inside[-1][1])]
    own = [w for w, t in inside if w and w not in _GENERIC and w not in words("countries") and w[0].isalnum()]
    if not own:
        trades = [w for w, _ in inside if w in _GENERIC]
        places = [w for w, _ in inside if w in words("countries")]
        return not (places and len(trades) > 1 or form in ("委员会", "总局", "总署") and inside)
    if form in ("中心", "组织", "所", "厂", "理事会", "论坛", "学院", "智库"):
        return len("".join(own)) < 2
    if form in ("大学", "银行", "学院"):
        return False
    return all(w in words("regions") for w in own) and not any(w in _GENERIC for w, _ in inside)


def _quoted(text: str, sentence: Span) -> Iterator[Called]:
    """“东方观察中心”, “技术供应”公司: a quoted name with its form inside or after."""
    for match in re.finditer(rf"[“\"「](?P<n>[{_HAN}A-Za-z·\- ]{{2,16}})[”\"」](?P<f>[{_HAN}]{{0,4}}?(?:公司|集团|工厂|厂|研究所|研究院|设计局|中心|银行|联合体|会社|社))?", text[sentence.start : sentence.end]):
        start = sentence.start
        if match["f"]:
            yield Called(Span(start + match.start(), start + match.end()), "", match["n"])
        elif match["n"].endswith("号") and len(match["n"]) > 2:
            yield Called(Span(start + match.start("n"), start + match.end("n")), "Product")
        elif _form().search(match["n"]) and len(match["n"]) > 3:
            yield Called(Span(start + match.start("n"), start + match.end("n")), "")
        elif re.search(rf"(?:名为|名叫|叫做|称为|公司|企业|集团|客户|贸易商|供应商)$", text[max(start, start + match.start() - 4) : start + match.start()]):
            after = text[start + match.end() : start + match.end() + 8]
            if not re.match(r"(?:型|号|无人机|导弹|发动机|的?[^，。]{0,4}(?:无人机|导弹|发动机))", after):
                group = re.search(r"(?:组织|智库|媒体|网站|机构)$", text[max(0, start + match.start() - 4) : start + match.start()])
                yield Called(Span(start + match.start("n"), start + match.end("n")), "Organization" if group else "Company")


_LATIN = re.compile(
    r"(?<![A-Za-z0-9])(?P<n>(?:[A-Z][A-Za-z&.'’]*|[a-z]-[a-z]+|[a-z]{1,2}[A-Z][a-z]+)(?:[ -](?:[A-Z][A-Za-z&.'’]*|of|and|&|de|für))*)(?P<f> ?(?:公司|集团|银行|工厂|有限公司|研究所))?"
)
_LATIN_FORM = re.compile(r"\b(?:LLC|Ltd|Inc|Corp|GmbH|FZE|FZCO|FZ|Co|AG|SA|BV|B\.V|Oy|AB|LLP|PLC|JSC|OOO|AO|Limited|Company|Trading|Group|Technologies|Technology|Systems|Electronics|Logistics|Institute|Bank|Holding|Holdings|Industries|Aerospace|Semiconductors?|Microelectronics|Instruments|Energy|Motors|Engineering|International|Solutions)\b\.?")


def _latin(text: str, sentence: Span) -> Iterator[Called]:
    """Latin names inside Chinese text: with a legal form, with 公司 after, of two words or more."""
    for match in _LATIN.finditer(text, sentence.start, sentence.end):
        name = match["n"]
        if match["f"]:
            yield Called(Span(*match.span()), "", None)
        elif " " in name and text[: match.start()].endswith(tuple(_KINDS)):
            yield Called(Span(*match.span("n")), "Company")
        elif _LATIN_FORM.search(name) and (" " in name or "-" in name):
            yield Called(Span(*match.span("n")), "Company")


_NOTE = re.compile(r"[（(](?:以下)?(?:简称|英文名|英文名称)?[：:]?[“\"]?[A-Z][A-Za-z&.,'’\- ]{4,60}[”\"]?[）)]")


def _before_bracket(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """北岸物流（Nordufer Logistik GmbH）: what is explained in Latin letters is a name."""
    for k, (word, _, span) in enumerate(tokens):
        if word not in "（(" or _NOTE.match(text, span.start) is None:
            continue
        first = k
        while first > 0 and k - first < 6 and _may_stand(tokens[first - 1]):
            first -= 1
        if first < k and span.start - tokens[first][2].start > 2 and tokens[k - 1][1] != "ns":
            yield Called(Span(tokens[first][2].start, span.start), "Company")


def _may_stand(token: Token) -> bool:
    """Whether a word may be part of a name that brackets prove to be one."""
    word, tag, _ = token
    if not word[0].isalnum() or word in every_word() or word in sayings() or word in _KINDS:
        return False
    if word in words("titles") or attribute(word) is not None or word in words("countries"):
        return False
    return verb(word) is None and tag not in ("p", "c", "uj", "ul", "r", "d", "m", "q")


def _by_trade(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """山叶电机, 晨曦半导体: a word that is in no dictionary before a trade."""
    for k, (word, _, span) in enumerate(tokens):
        if word not in _TRADES:
            continue
        first = k
        while first > 0 and k - first < 4 and _part(tokens, first - 1):
            first -= 1
        own = tokens[first:k]
        while own and (own[0][0] in words("countries") or own[0][0] in words("regions") or own[0][0] in _GENERIC):
            own = own[1:]
        of_place = own and own[0][2].start > 2 and text[own[0][2].start - 1] == "的" and text[: own[0][2].start - 1].endswith(tuple(words("countries")))
        if of_place and _trade_alone(tokens, k) and span.end - own[0][2].start > 3:
            yield Called(Span(own[0][2].start, span.end), "Company")
            continue
        if own and _trade_alone(tokens, k) and any(t in ("x", "nr", "nz", "nrt") and len(w) > 1 for w, t, _ in own) and own[0][0] not in words("countries"):
            if span.end - own[0][2].start > 3:
                yield Called(Span(own[0][2].start, span.end), "Company")


def _trade_alone(tokens: Sequence[Token], k: int) -> bool:
    """Whether the name ends there: 山叶电机生产…, but not 晨光电子元件."""
    if k + 1 >= len(tokens):
        return True
    word, tag, _ = tokens[k + 1]
    return not word[0].isalnum() or tag in _OPEN_KINDS or verb(word) is not None or word in every_word() or word in sayings()


_BOUND = re.compile(
    r"[，。；：、）)”」！？\s的]|(?:等|在|于|与|和|及|以及|向|从|由|被|将|把|对|为|是|曾|已|未|没|拒|否|则|也|还|自|持|担|出任|任|拥|全|并|称|说|表示|指出|认为|强调|告诉|介绍|透露|警告|补充|回应|写道|周[一二三四五六日]|星期|今|昨|\d|（|\(|据|到|因|受|从|用|以|通过|同时|现|都|均|不|并|而|就|此|目前|当|后|曾|会|要|可)"
)


def _beside_kind(text: str, tokens: Sequence[Token]) -> Iterator[Called]:
    """哈萨克斯坦公司草原贸易: a country and a kind of firm, and then what it is called."""
    for k, (word, _, span) in enumerate(tokens):
        if not word.endswith(tuple(_KINDS)) or not _described(text, tokens, k):
            continue
        if word.endswith("公司") and word not in ("公司", "代理公司", "贸易公司", "子公司", "母公司", "航运公司", "分公司"):
            continue
        last = k
        while last + 1 < len(tokens) and last - k < 6 and _part(tokens, last + 1):
            last += 1
        body = text[span.end : tokens[last][2].end]
        if last > k and 3 <= len(body) <= 14 and not _form().search(body) and _fresh(tokens[k + 1 : last + 1]):
            yield Called(Span(span.end, tokens[last][2].end), "Company")


def _described(text: str, tokens: Sequence[Token], k: int) -> bool:
    """Whether 俄罗斯, 国有, 名 or a bound of a clause stands before the kind of firm."""
    before = text[max(0, tokens[k][2].start - 12) : tokens[k][2].start]
    every = "|".join(sorted(words("countries") | words("regions"), key=len, reverse=True))
    return re.search(rf"(?:{every})(?:的|市|省|国有|军工|航运|贸易|半导体|电子|[{_HAN}]{{0,3}})?$|(?:的|一家|国有|受制裁)$", before) is not None


def _part(tokens: Sequence[Token], k: int) -> bool:
    word, tag, _ = tokens[k]
    if not word[0].isalnum() or word in every_word() or word in sayings():
        return False
    if word in _MAY_NAME:
        return not (verb(word) is not None and _object_follows(tokens, k))
    if verb(word) is not None or attribute(word) is not None or word in _KINDS:
        return False
    return tag not in _OPEN_KINDS


def _object_follows(tokens: Sequence[Token], k: int) -> bool:
    return k + 1 < len(tokens) and tokens[k + 1][1] in ("ul", "m", "x", "uj")


def _fresh(part: Sequence[Token]) -> bool:
    """Not ordinary words only: a name holds one that is rare, a place, or a trade at its end."""
    last = part[-1][0]
    return last in _TRADES or any(t in ("x", "nr", "nz", "nrt") for _, t, _ in part)


_TRADES = frozenset(
    "贸易 物流 科技 技术 电子 工业 航空 重工 电机 半导体 机电 船务 船舶 备件 光电 微波 激光 雷达 精工 重机 光学 钢铁 铝业 轴承 仪器 机械 动力 防务 系统 国际 实业 商贸 进出口 精密 通信 电气 航运 船运 海运 化工 材料 微电子 能源 投资 资本 控股 传感 光电 智能 设备 供应链 集成电路 自动化 航天 仪表 工程 制造 电信 货运 软件 发展".split()
)


@lru_cache(maxsize=1)
def _foreign_name() -> re.Pattern[str]:
    one = "".join(sorted(letters("translit")))
    more = one + "烈伯相捷赛霞柳涅芙契楚列毕杰钧哲泽弗济凌谢巴勃铎登娅婕邦齐索仁缇蒂黛琪琳娜肯维奇卫夫威廉亨薇约翰逊劳伦福德哈特朗普泽连诺洛乌姆尤里瓦连京诸鲍缅谷仓野夸尼赫鲁曼苏莱马阿卜杜勒雅各纳赛尔侯赛因礼萨穆罕默德"
    return re.compile(rf"[{more}]{{1,7}}(?:[·•・．‧][{more}A-Z]{{1,9}}){{1,4}}")


def _foreign_people(text: str, sentence: Span) -> Iterator[Called]:
    """安德烈·莫罗佐夫, and 莫罗佐夫 again."""
    for match in _foreign_name().finditer(text, sentence.start, sentence.end):
        start = match.start() + _after_title(text, match)
        cut = text[match.end() - 1] in "曾及任" or text.startswith("通过", match.end() - 1)
        end = match.end() - cut
        whole = text[start:end]
        last = re.split("[·•・．‧]", whole)[-1]
        yield Called(Span(start, end), "Person", last if len(last) > 1 else None)


def _after_title(text: str, match: "re.Match[str]") -> int:
    """Letters of a title that also transcribe: 总经理 before 托马斯."""
    for cut in (2, 1):
        before = text[max(0, match.start() - 4) : match.start() + cut]
        ending = max((t for t in words("titles") | _PERSON_KINDS if before.endswith(t)), key=len, default="")
        if len(ending) > cut:
            return cut
    return 0


_PERSON_KINDS = frozenset(
    "自然人 居民 商人 公民 男子 女子 企业家 律师 居住者 人 籍 法定代表人 董事 股东 首席执行官 董事长 总裁 总经理 研究员 高级研究员 分析师 发言人 创始人 实际控制人 主任 教授 记者 被告 被告人 嫌疑人 负责人 法人代表 唯一董事 经理 副总裁 主席 会长 秘书长 中间人 掮客 亲信 专家 受益人 工程师 科学家 检察官 副主任 局长 部长 副部长 厂长 所长 司长 处长 官员 唯一股东 老板 监事 高管 助理 检察长 代表 助理国务卿 大使 参赞 学者 顾问 法官 院长 船长 独立董事 业务员 总监 副局长 行政总裁 员工 博士".split()
)


@lru_cache(maxsize=1)
def _after_kind() -> re.Pattern[str]:
    kind = "|".join(sorted(_PERSON_KINDS | words("titles"), key=len, reverse=True))
    return re.compile(rf"(?:{kind})(?:为|是|：|、|系)?(?=(?P<n>[{_HAN}]{{2,4}}))")


def _people(text: str, sentence: Span, tokens: Sequence[Token]) -> Iterator[Called]:
    """法定代表人为张三, 自然人王五: a Chinese name after what its bearer is."""
    surnames, compound = letters("surnames"), words("compound_surnames")
    for match in _after_kind().finditer(text, sentence.start, sentence.end):
        name = match["n"]
        if name[0] == "时" or any(name[k : k + 2] in sayings() for k in range(len(name) - 1)):
            continue
        if name[0] not in surnames and name[:2] not in compound:
            continue
        start = match.start("n")
        length = next((n for n in (2, 3, 4) if n <= len(name) and _BOUND.match(text, start + n) and _may_be(text, start, n, tokens)), None)
        if length is None and _ends(text, start, name, sentence):
            length = len(name)
        if length is not None and (length < 4 or name[:2] in compound) and text[start : start + length] not in words("not_names"):
            yield Called(Span(start, start + length), "Person", text[start : start + length])


def _may_be(text: str, start: int, n: int, tokens: Sequence[Token]) -> bool:
    """No common word begins there: 专家认为, 董事任期."""
    for word, tag, span in tokens:
        if span.start == start and span.end - span.start <= n:
            common = tag in ("v", "vn", "d", "p", "c", "r", "t", "f", "ns", "uj") and len(word) > 1
            return not common and verb(word) is None and word not in every_word() and word not in sayings()
    return n == 3


def _ends(text: str, start: int, name: str, sentence: Span) -> bool:
    return start + len(name) >= sentence.end and len(name) < 4
