"""What kind of voice a source is, in every language we read, and through whom it is heard."""

import re
from collections.abc import Mapping
from functools import lru_cache

from enduse.extract.attribution.english import voices as english
from enduse.extract.attribution.lexicon import load_table
from enduse.extract.attribution.model import Speaker
from enduse.extract.russian.morphology import agent_nominative
from enduse.extract.segment import Span

__all__ = ["chains_of", "kind_of"]

Chains = tuple[tuple[Speaker, ...], ...]
_KINDS = ("agency", "outlet", "document", "anonymous", "government", "company", "person")
_RUSSIAN_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_WRITER = {
    "ru": re.compile(
        r"\b(?:направленн|подготовленн|составленн|отправленн|опубликованн|подписанн)\w+\s+(.+?)"
        r"(?=,|$|\s+(?:в|для|на)\b)"
    ),
    "zh": re.compile(
        r"^(?:一份|由)*((?!提交|递交|呈交|发给|寄给|发送).{2,20}?)(?:(?:向.{2,14}?)?(?:提交|编写|撰写|发布|发送|递交|起草|出具)"
        r"(?:给.{2,14}?)?的|的(?=.{0,6}(?:报告|文件|声明|数据|记录)$))"
    ),
}
_READER = {
    "ru": re.compile(
        r"(?:попавш\w+ в распоряжение|изученн\w+|полученн\w+|увиденн\w+)\s+(.+?)(?=,|$)"
    ),
    "zh": re.compile(
        r"(.{2,12}?)(?:看到|查阅|审阅|获得|获取|见到)的(?=.*(?:报告|文件|声明|数据|记录))"
    ),
}
_JOINED = {"ru": re.compile(r"\s+и\s+|,\s+"), "zh": re.compile(r"和|与|及|、|以及")}


def kind_of(name: str, language: str) -> str:
    """Return the kind of voice that a phrase names.

    Example:
        >>> kind_of("представитель министерства обороны Иван Орлов", "ru")
        'person'
        >>> kind_of("中国外交部", "zh"), kind_of("两名欧洲情报人士", "zh")
        ('government', 'anonymous')
    """
    if language == "ru":
        return _russian_kind(name)
    if language == "zh":
        return _chinese_kind(name)
    return english.kind_of(name)


def chains_of(text: str, source: Span, hearer: Span | None, language: str) -> Chains:
    """Return the chains of voices that one source phrase names, each outermost first."""
    if language == "en":
        return english.chains_of(text, source, hearer)
    outer: tuple[Speaker, ...] = ()
    if hearer is not None:
        name = text[hearer.start : hearer.end]
        outer = (Speaker(name, kind_of(name, language), hearer),)
    return tuple(outer + _chain(text, part, language) for part in _parts(text, source, language))


@lru_cache(maxsize=4)
def _table(language: str) -> Mapping[str, tuple[str, ...]]:
    table = load_table(f"kinds_{language}.yml")
    return {kind: tuple(words.split()) for kind, words in table.items()}


@lru_cache(maxsize=4096)
def _russian_kind(name: str) -> str:
    """The kind by the first telling word; a full name after it makes a person."""
    table = _table("ru")
    words = _RUSSIAN_WORD.findall(name)
    low = [word.lower() for word in words]
    kinds = [_stem_kind(word, table) for word in low]
    named = sum(word[0].isupper() and kind is None for word, kind in zip(words, kinds, strict=True))
    first = next((kind for kind in kinds if kind), None)
    if first == "person":
        behind = next((k for k in kinds if k in ("government", "company")), None)
        return "person" if named >= 2 or low[0] in ("он", "она", "я") or not behind else behind
    if first == "anonymous" and named >= 2:
        return "person"
    if first is None:
        return "person" if named >= 2 else "company" if "«" in name or '"' in name else "person"
    return first


def _stem_kind(word: str, table: Mapping[str, tuple[str, ...]]) -> str | None:
    for kind in ("person", *_KINDS):
        for stem in table.get(kind, ()):
            if word == stem or (len(stem) > 4 and word.startswith(stem)):
                return kind
    return None


@lru_cache(maxsize=4096)
def _chinese_kind(name: str) -> str:
    table = _table("zh")
    if name in ("他", "她", "我", "他们"):
        return "person"
    for kind in ("agency", "outlet", "document", "anonymous"):
        if name.endswith(table[kind]):
            return kind
    best, where = "person", -1
    for kind in ("government", "company"):
        for word in table[kind]:
            at = name.rfind(word)
            if at >= 0 and at + len(word) > where:
                best, where = kind, at + len(word)
    # What follows the body may name a person who speaks for it: 外交部发言人毛宁.
    rest = name[where:] if where > 0 else ""
    return "person" if 1 < len(rest.replace("发言人", "")) <= 12 else best


def _in_title(phrase: str, at: int) -> bool:
    """Whether a join stands inside the name of a paper: 《防务与贸易》."""
    return phrase.count("《", 0, at) > phrase.count("》", 0, at)


def _parts(text: str, source: Span, language: str) -> list[Span]:
    phrase = text[source.start : source.end]
    marks = [m for m in _JOINED[language].finditer(phrase) if not _in_title(phrase, m.start())]
    joins = [m for m in marks if m.group().strip() != ","]
    if not joins or len(marks) > 12:
        return [source]
    edges = [0, *(place for m in marks for place in m.span()), len(phrase)]
    parts = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
    kinds = {kind_of(phrase[a:b], language) for a, b in parts}
    if language == "zh" and _ONE_BODY.fullmatch(phrase):
        return [source]
    if len(kinds) == 1 and kinds != {"person"} or len(parts) != len(marks) + 1:
        return [source]
    return [Span(source.start + a, source.start + b) for a, b in parts]


# 香港商务及经济发展局: what stands before 及 is no body of its own.
_ONE_BODY = re.compile(
    r"(?:(?![部局署厅院会社司报人员团家者、及和与]).){4,9}(?:、(?:(?![部局署厅院会社司报人员团家者]).){2,4})*"
    r"(?:及|和|与|暨)[^、及和与]{2,9}(?:部|局|署|委员会|厅)"
    r"|[^、及和与]{2,8}部[^部局署、及和与]{1,4}[与和及][^、及和与]{2,4}[局署]"
)
_HANDED_IN = re.compile(r"(?:提交|编写|撰写|发布|发送|递交|起草|出具)")
_QUOTES = re.compile(
    r"^(.+?)(?:\d+月\d+日|\d+日|周[一二三四五六日]|[今昨]日)?(?:援引|引述|引用|转引|援用|转述)(?:了)?(.+?)(?:的话|的报道|的消息|的说法)?$"
)


def _chain(text: str, part: Span, language: str) -> tuple[Speaker, ...]:
    phrase = text[part.start : part.end]
    quotes = _QUOTES.match(phrase) if language == "zh" else None
    if quotes is not None:
        outer = Span(part.start, part.start + quotes.end(1))
        inner = Span(part.start + quotes.start(2), part.start + quotes.end(2))
        return _chain(text, outer, language) + _chain(text, inner, language)
    named = agent_nominative(phrase) if language == "ru" else phrase
    me = Speaker(named, kind_of(named, language), part)
    if me.kind != "document":
        return (me,)
    chain: tuple[Speaker, ...] = (me,)
    reader = _READER[language].search(phrase)
    writer = _WRITER[language].search(phrase)
    if reader is not None:
        chain = (_speaker(text, part, reader, language), *chain)
    elif writer is not None and language == "zh" and not _HANDED_IN.search(phrase):
        # 专家小组的报告 names paper and writer in one: the paper is what speaks.
        chain = (_speaker(text, part, writer, language), *chain)
    elif writer is not None:
        chain = (*chain, _speaker(text, part, writer, language))
    return chain


def _speaker(text: str, part: Span, match: "re.Match[str]", language: str) -> Speaker:
    place = Span(part.start + match.start(1), part.start + match.end(1))
    name = text[place.start : place.end]
    return Speaker(name, kind_of(name, language), place)
