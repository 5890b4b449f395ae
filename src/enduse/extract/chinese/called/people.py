"""People by a dot between transcribed names, or by what they are called before their name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from enduse.extract.chinese.called.name import HAN, Called, Token
from enduse.extract.chinese.clauses.words import every_word
from enduse.extract.chinese.tables.table import sayings, verb
from enduse.extract.chinese.words import known, letters, words
from enduse.extract.segment import Span

__all__ = ["chinese_people", "foreign_people", "nicknamed", "speaking_people", "veiled_people"]


_BOUND = re.compile(
    r"[，。；：、）)”」！？\s的]|(?:等|在|于|与|和|及|以及|向|从|由|被|将|把|对|为|是|曾|已|未|没|拒|否|则|也|还|自|持|担|出任|任|拥|全|并|称|说|表示|指出|认为|强调|告诉|介绍|透露|警告|补充|回应|写道|周[一二三四五六日]|星期|今|昨|\d|（|\(|据|到|因|受|从|用|以|通过|同时|现|都|均|不|并|而|就|此|目前|当|后|曾|会|要|可)"
)


@lru_cache(maxsize=1)
def _foreign_name() -> re.Pattern[str]:
    one = "".join(sorted(letters("translit")))
    more = one + "".join(sorted(letters("translit_more")))
    return re.compile(rf"[{more}]{{1,7}}(?:[·•・．‧][{more}A-Z]{{1,9}}){{1,4}}")


def foreign_people(text: str, sentence: Span) -> Iterator[Called]:
    """安德烈·莫罗佐夫, and 莫罗佐夫 again."""
    for match in _foreign_name().finditer(text, sentence.start, sentence.end):
        start = match.start() + _after_title(text, match)
        cut = text[match.end() - 1] in "曾及任" or text.startswith("通过", match.end() - 1)
        end = match.end() - cut + _goes_on(text, match.end())
        whole = text[start:end]
        last = re.split("[·•・．‧]", whole)[-1]
        yield Called(Span(start, end), "Person", last if len(last) > 1 else None)


def _goes_on(text: str, at: int) -> int:
    """One more letter that transcribes nothing, where a verb of saying follows it."""
    letter = text[at : at + 1]
    if not letter or letter in every_word() or not ("\u4e00" <= letter <= "\u9fff"):
        return 0
    return int(
        any(text.startswith(said, at + 1) for said in sayings()) and not _say_starts(text, at)
    )


def _say_starts(text: str, at: int) -> bool:
    return any(text.startswith(said, at) for said in sayings())


def veiled_people(text: str, sentence: Span) -> Iterator[Called]:
    """赵某, 王某某, 欧阳某甲: a surname whose bearer is not told."""
    for match in _veiled().finditer(text, sentence.start, sentence.end):
        yield Called(Span(*match.span()), "Person", match.group())


_NICKNAME = re.compile(
    r"(?:商人|中间人|男子|女子|绰号|化名|代号|外号|人称|自称|掮客|老板|军火商|企业家|联系人)(?:为|是)?[“「](?P<n>[^“”「」，。]{2,6})[”」]"
)


def nicknamed(text: str, sentence: Span) -> Iterator[Called]:
    """商人“老K”: what somebody is called whose name is not told."""
    for match in _NICKNAME.finditer(text, sentence.start, sentence.end):
        yield Called(Span(*match.span("n")), "Person", match["n"])


# 白宫, 马方, 高层: what begins like a surname and speaks, but is no person.
_NO_GIVEN = frozenset("方军国媒警官署部府商企院校宫层面局社会员者家厂司所台报网们")


def speaking_people(text: str, sentence: Span, tokens: Sequence[Token]) -> Iterator[Called]:
    """论坛的韩示例指出: an unknown word that begins with a surname, after 的, and speaks."""
    starts = {s.start: k for k, (_, _, s) in enumerate(tokens)}
    for match in _speaking().finditer(text, sentence.start, sentence.end):
        name = match["n"]
        if known(name) or name[-1] in _NO_GIVEN or name in words("not_names"):
            continue
        if match.start("n") in starts and not any(w in every_word() for w in name):
            yield Called(Span(*match.span("n")), "Person", name)


@lru_cache(maxsize=1)
def _speaking() -> re.Pattern[str]:
    compound = "|".join(sorted(words("compound_surnames")))
    ones = "".join(sorted(letters("surnames")))
    said = "|".join(sorted(sayings(), key=len, reverse=True))
    return re.compile(
        rf"(?<=的)(?P<n>(?:{compound}|[{ones}])[{HAN}]{{1,2}}?)(?=对此|{said}|则|也|还|均|在接受)"
    )


@lru_cache(maxsize=1)
def _veiled() -> re.Pattern[str]:
    compound = "|".join(sorted(words("compound_surnames")))
    ones = "".join(sorted(letters("surnames")))
    # 于某日, 对某家: there 某 is "a certain".
    counted = "种个些款处地国家年月日天型次项批件类段公企单机部"
    return re.compile(
        rf"(?:{compound}|[{ones}])某(?:某|[甲乙丙丁戊])?(?![{counted}])"
        rf"|(?<![{HAN}])(?:{compound}|[{ones}])[甲乙丙丁戊](?=[，。、：（)）]|曾|已|是|为|系|在|于|的|称|说|表示|与|和|向|将|被)"
        rf"|(?<=[事人长理裁员])[{ones}][甲乙丙丁戊](?![{HAN}]方)"
    )


def _after_title(text: str, match: "re.Match[str]") -> int:
    """Letters of a title that also transcribe: 总经理 before 托马斯."""
    for cut in (2, 1):
        before = text[max(0, match.start() - 4) : match.start() + cut]
        ending = max(
            (t for t in words("titles") | words("name_person_kinds") if before.endswith(t)),
            key=len,
            default="",
        )
        if len(ending) > cut:
            return cut
    return 0


@lru_cache(maxsize=1)
def _after_kind() -> re.Pattern[str]:
    kind = "|".join(sorted(words("name_person_kinds") | words("titles"), key=len, reverse=True))
    return re.compile(rf"(?:{kind})(?:为|是|：|、|系)?(?=(?P<n>[{HAN}]{{2,4}}))")


def chinese_people(text: str, sentence: Span, tokens: Sequence[Token]) -> Iterator[Called]:
    """法定代表人为张三, 自然人王五: a Chinese name after what its bearer is."""
    surnames, compound = letters("surnames"), words("compound_surnames")
    for match in _after_kind().finditer(text, sentence.start, sentence.end):
        name = match["n"]
        if name[0] == "时" or any(name[k : k + 2] in sayings() for k in range(len(name) - 1)):
            continue
        if name[0] not in surnames and name[:2] not in compound:
            continue
        start = match.start("n")
        length = next(
            (
                n
                for n in (2, 3, 4)
                if n <= len(name)
                and _BOUND.match(text, start + n)
                and _may_be(text, start, n, tokens)
            ),
            None,
        )
        if length is None and _ends(text, start, name, sentence):
            length = len(name)
        if (
            length is not None
            and (length < 4 or name[:2] in compound)
            and text[start : start + length] not in words("not_names")
        ):
            yield Called(Span(start, start + length), "Person", text[start : start + length])


def _may_be(text: str, start: int, n: int, tokens: Sequence[Token]) -> bool:
    """No common word begins there: 专家认为, 董事任期."""
    for word, tag, span in tokens:
        if span.start == start and span.end - span.start <= n:
            common = tag in ("v", "vn", "d", "p", "c", "r", "t", "f", "ns", "uj") and len(word) > 1
            return (
                not common
                and verb(word) is None
                and word not in every_word()
                and word not in sayings()
            )
    return n == 3


def _ends(text: str, start: int, name: str, sentence: Span) -> bool:
    return start + len(name) >= sentence.end and len(name) < 4
