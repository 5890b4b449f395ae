"""What a plain text states of itself in its first lines; what is not stated stays empty."""

import re
from dataclasses import dataclass, replace

from enduse.sources.documents.stated_day import stated_day
from enduse.sources.protocols import Document

_MOST_CHARACTERS = 3_000
_MOST_LINES = 12
_LONGEST_HEAD_LINE = 120
_KEYS = {
    "title": "title|headline|заголовок|标题",
    "author": "author|authors|автор|作者|记者",
    "publisher": "publisher|outlet|издание|издатель|媒体|发布机构",
    "published": "published|published on|date|date of publication|publication date|"
    "дата|опубликовано|дата публикации|日期|发布时间|发布日期",
    "language": "language|lang|язык|语言",
}
_FIELD = re.compile(
    "(?:"
    + "|".join(f"(?P<{key}>{words})" for key, words in _KEYS.items())
    + r")\s*[:：]\s*(?P<told>\S.*)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"By (?!the\b|our\b|a\b|an\b)([A-Z][\w.'’-]+(?: (?:and |[a-z]{2,3} )?[A-Z][\w.'’-]*){1,6})$"
)
_ENDS_IN_A_DAY = re.compile(
    r"(?:[^\d\n]{0,60}?(?:[,.;:）)\u4e00-\u9fff]\s*))?((?:\d{1,2}(?:st|nd|rd|th)?\s+[^\W\d_]{3,9},?\s+\d{4}"
    r"|[^\W\d_]{3,9}\.?\s+\d{1,2},\s+\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日))(?:\s*(?:г\.?|года))?$"
)
_CAPITALS = r"[^\W\d_a-zа-яё]"
_PLACE = rf"{_CAPITALS}{{2,}}[^\d\n()]{{0,50}}?"
_ENGLISH_DATELINE = re.compile(
    rf"{_PLACE},?\s+(?P<day>[A-Z][a-z]{{2,8}}\.?\s+\d{{1,2}}(?:,\s+\d{{4}})?"
    rf"|\d{{1,2}}\s+[A-Z][a-z]{{2,8}}(?:\s+\d{{4}})?)?\s*"
    r"\((?P<agency>[A-Z][^()\d\n]{1,40})\)\s*(?:--?|–|—)\s"
)
_RUSSIAN_DATELINE = re.compile(
    rf"{_PLACE},\s+(?P<day>\d{{1,2}}\s+[а-яё]{{3,9}}\.?(?:\s+\d{{4}})?)(?:\s+г\.)?"
    r"(?:\.?\s*/(?P<agency>[^/\d\n]{2,40})/|\s*[-–—]\s*(?P<agency_>[А-ЯЁ][^.\d\n]{1,40}))\."
)
_CHINESE_DATELINE = re.compile(
    r"(?P<agency>[\u4e00-\u9fff]{2,10}社)[\u4e00-\u9fff]{2,8}"
    r"(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:综合)?[电讯]"
)
_AGENCIES = frozenset(
    "AP|AFP|ANSA|Anadolu|Anadolu Agency|Bloomberg|CNN|dpa|EFE|Interfax|Kyodo|Reuters|TASS|UPI|"
    "Xinhua|Yonhap|Associated Press".split("|")
)
"""Of these a dateline without a day is believed; "KUPOL (Izhevsk) - a plant" is none."""
_DATELINES = (_ENGLISH_DATELINE, _RUSSIAN_DATELINE, _CHINESE_DATELINE)
_SPEECH_MARKS = "\"'«»“”"
_LANGUAGES = {"english": "en", "russian": "ru", "chinese": "zh", "русский": "ru", "中文": "zh"}


@dataclass(slots=True)
class TextHead:
    """The fields of a `Document` that the first lines state; None where they do not."""

    publisher: str | None = None
    author: str | None = None
    title: str | None = None
    published: str | None = None
    language: str | None = None


def text_head(text: str) -> TextHead:
    r"""Read the lines before the report begins, and the dateline with which it opens.

    Read are lines such as "Published: 25 September 2024" or "By Ann Example", a line that is or
    ends with a whole date, and datelines such as "HELSINKI, Sept 18, 2024 (Northwire) -". A day
    without its year states no day of publication; two lines that state different days none either.

    Args:
        text: Canonical text.

    Example:
        >>> head = text_head("Tugs sold\nBy Ann Example\n3 May 2024\n\nNorvik Marine sold ...")
        >>> head.author, head.published, head.publisher
        ('Ann Example', '2024-05-03', None)
    """
    head = TextHead()
    days: set[str] = set()
    lines = text.removeprefix("\ufeff")[:_MOST_CHARACTERS].splitlines()
    for line in [one.strip() for one in lines if one.strip()][:_MOST_LINES]:
        if _field(line, head):
            continue
        dateline = _dateline(line)
        if dateline:
            head.publisher = head.publisher or dateline[0]
            days |= {dateline[1]} - {""}
            break
        if len(line) > _LONGEST_HEAD_LINE:
            break
        _plain_line(line, head, days)
    if not head.published and len(days) == 1:
        head.published = days.pop()
    return head


def filled_from_head(document: Document) -> Document:
    """The document, with what its file does not state taken from its first lines."""
    head = text_head(document.text)
    return replace(
        document,
        publisher=document.publisher or head.publisher,
        author=document.author or head.author,
        title=document.title or head.title,
        published=document.published or head.published,
        language=document.language or head.language,
    )


def _field(line: str, head: TextHead) -> bool:
    found = _FIELD.match(line)
    if not found:
        return False
    key = next(name for name in _KEYS if found.group(name))
    told: str | None = " ".join(found.group("told").split())
    if key == "published":
        told = stated_day(told)
    elif key == "language":
        told = _LANGUAGES.get(str(told).casefold(), str(told)[:2].lower())
    elif told and len(told) > _LONGEST_HEAD_LINE:
        told = None
    setattr(head, key, getattr(head, key) or told)
    return True


def _plain_line(line: str, head: TextHead, days: set[str]) -> None:
    by = _BY.match(line)
    if by:
        head.author = head.author or by.group(1)
    day = _ENDS_IN_A_DAY.match(line)
    found = stated_day(day.group(1)) if day and line[0] not in _SPEECH_MARKS else None
    if found:
        days.add(found)


def _dateline(line: str) -> tuple[str, str] | None:
    for pattern in _DATELINES:
        found = pattern.match(line)
        if found:
            told = found.groupdict()
            agency = " ".join((told.get("agency") or told.get("agency_") or "").split())
            if told["day"] or agency in _AGENCIES:
                return agency, stated_day(told["day"]) or ""
    return None
