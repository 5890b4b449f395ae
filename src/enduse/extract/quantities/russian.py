"""Russian numbers, bounds, ranges and counted nouns."""

import re

from enduse.extract.quantities.grammar import SIGNS, Grammar, digits_value, times

_STEMS: dict[str, float] = {
    "од(?:ин|на|но|ного|ной|ному|ним"
    "|ном)": 1, "дв(?:а|е|ух|ум|умя)": 2, "тр(?:и|[её]х|[её]м|емя)": 3,
    "четыр(?:е|[её]х|[её]м|ьмя)": 4, "пят(?:ь|и|ью)": 5, "шест(?:ь|и|ью)": 6, "сем(?:ь|и|ью)": 7,
    "восьм(?:и|ью)|восемь": 8, "девят(?:ь|и|ью)": 9, "десят(?:ь|и|ью|ка|ок)": 10,
    "одиннадцат(?:ь|и)": 11, "двенадцат(?:ь|и)": 12, "тринадцат(?:ь|и)": 13,
    "четырнадцат(?:ь|и)": 14, "пятнадцат(?:ь|и)": 15, "шестнадцат(?:ь|и)": 16,
    "семнадцат(?:ь|и)": 17, "восемнадцат(?:ь|и)": 18, "девятнадцат(?:ь|и)": 19,
    "двадцат(?:ь|и)": 20, "тридцат(?:ь|и)": 30, "сорока?": 40, "пят(?:ьдесят|идесяти)": 50,
    "шест(?:ьдесят|идесяти)": 60, "сем(?:ьдесят|идесяти)": 70, "восем(?:ьдесят|идесяти)": 80,
    "девяност[оа]": 90, "ст[оа]": 100, "двест[аи]|двухсот": 200, "триста|тр[её]хсот": 300,
    "четыреста|четыр[её]хсот": 400, "пят(?:ьсот|исот)": 500, "шест(?:ьсот|исот)": 600,
    "сем(?:ьсот|исот)": 700, "восем(?:ьсот|исот)": 800, "девят(?:ьсот|исот)": 900,
    "полтор(?:а|ы|ых)": 1.5, "дюжин[аыу]": 12, "дво(?:е|их|им|ими)|об(?:а|е|оих|еих|оим|еим)": 2,
    "тро(?:е|их|им|ими)": 3, "четвер(?:о|ых|ым|ыми)": 4, "пятер(?:о|ых|ым|ыми)": 5,
    "шестер(?:о|ых|ым|ыми)": 6, "семер(?:о|ых|ым|ыми)": 7,
}  # fmt: skip
_SCALES: dict[str, float] = {
    r"тысяч\w{0,2}|тыс\.?": 1e3, r"миллион\w{0,2}|млн\.?": 1e6, r"миллиард\w{0,2}|млрд\.?": 1e9,
    r"триллион\w{0,2}|трлн\.?": 1e12,
}  # fmt: skip
_DIGITS = (
    r"(?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:,\d+)?|\d{1,3}(?:\.\d{3}){2,}"
    r"|\d+(?:[.,]\d+)?)"
)
_SCALE = "|".join(_SCALES)
_WORD = "|".join(sorted(_STEMS, key=len, reverse=True))
_VAGUE = (
    r"десятки|десятков|сотни|сотен|тысячи(?= \w+ов\b)|несколько(?: сотен| десятков| тысяч|"
    r" миллионов)?"
)
_NUMBER = (
    rf"{_DIGITS}(?:[ \u00a0](?:{_SCALE})(?!\w))?"
    rf"|\b(?i:(?:{_WORD})(?: (?:{_WORD}|{_SCALE})(?!\w))*|{_VAGUE})(?!\w)"
    rf"|\b(?i:вдвое|втрое|вчетверо)\b"
)
_FOLDS = {"вдвое": 2.0, "втрое": 3.0, "вчетверо": 4.0}
_ALL = tuple(
    (re.compile(rf"(?:{stem})", re.IGNORECASE), v)
    for stem, v in (*_STEMS.items(), *_SCALES.items())
)


def _value(text: str) -> float | None:
    low = text.lower()
    if low in _FOLDS:
        return _FOLDS[low]
    digits = re.match(_DIGITS, text)
    if digits:
        return times(_digits(digits.group()), _scale(text))
    return None if re.fullmatch(_VAGUE, low) or low.startswith("несколько") else _words(low.split())


def _digits(text: str) -> float:
    if text.count(".") > 1:
        text = text.replace(".", "")
    return digits_value(text, decimal_comma=True)


def _words(words: list[str]) -> float:
    total = group = 0.0
    for word in words:
        value = next((v for stem, v in _ALL if stem.fullmatch(word)), 0.0)
        if value >= 1000:
            total, group = total + (group or 1.0) * value, 0.0
        else:
            group += value
    return total + group


def _scale(text: str) -> float:
    last = text.replace("\u00a0", " ").split(" ")[-1]
    return next((v for stem, v in _SCALES.items() if re.fullmatch(stem, last, re.IGNORECASE)), 1.0)


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:\b(?:{words})(?: в)?[ \u00a0])$")


_NOT_NOUN = r"(?:и|в|на|с|из|по|от|до|для|за|к|о|у|как|что|не|или|а|но|был\w*|будет|млн|млрд|тыс)\b"
RUSSIAN = Grammar(
    number=re.compile(_NUMBER),
    no_number=re.compile(
        r"(?i)од(?:ин|на|но|ного|ной|ному|ним|ном) (?:из|раз)\b|(?<=ни )од\w+|(?<=ещё )од(?:ин|на)"
    ),
    value=_value,
    scale=_scale,
    before=(
        *SIGNS,
        (
            _before(
                r"не (?:более|больше|выше|свыше|дальше)(?: чем)?|максимум|до|вплоть до|не"
                r" превыша\w+"
            ),
            "at_most",
        ),
        (
            _before(
                r"не (?:менее|меньше|ниже)(?: чем)?|как минимум|минимум|по меньшей мере|по"
                r" крайней мере|от"
            ),
            "at_least",
        ),
        (_before(r"более(?: чем)?|больше(?: чем)?|свыше|выше|превы\w+"), "more_than"),
        (_before(r"менее(?: чем)?|меньше(?: чем)?|ниже"), "less_than"),
        (
            _before(r"около|примерно|приблизительно|порядка|почти|ориентировочно|где-то|в районе"),
            "about",
        ),
    ),
    after=(
        (re.compile(r"(?i)\s(?:и|или) (?:более|больше|выше)\b|\+"), "at_least"),
        (re.compile(r"(?i)\s(?:и|или) (?:менее|меньше)\b"), "at_most"),
    ),
    range_from=re.compile(r"(?i)\b(?:от|с|между)[ \u00a0]$"),
    range_to=re.compile(r"(?i)\s?[-–—−]\s?|\s(?:до|или|и)\s"),
    unit_gap=re.compile(r"[ \u00a0\u202f\u2009-]?"),
    noun=re.compile(
        rf"[ \u00a0](?:(?!{_NOT_NOUN})[а-яё]+(?:ых|их|ые|ие|ный|ного|ной|ная|ое|ый|ий|ую) ){{0,3}}"
        rf"(?:(?!{_NOT_NOUN})(?P<noun>(?:[A-Z][\w-]* )?[а-яё]{{2,}}(?:-[а-яё]+)*|БПЛА|БЛА|ПЗРК"
        rf"|[А-Я]{{2,5}}))",
    ),
    per=re.compile(
        r"(?i)[\w ]{0,24}?\b(?:(?P<year>в год|ежегодно|за год)|(?P<month>в месяц|ежемесячно)"
        r"|(?P<week>в неделю|еженедельно)|(?P<day>в день|в сутки|ежедневно)|(?P<h>в час))\b"
    ),
    per_before=re.compile(
        r"(?i)\b(?:(?P<year>ежегодно|в год)|(?P<month>ежемесячно)) (?:\w+ )?(?:до |около )?$"
    ),
    including=re.compile(
        r"(?i)[^.;]{0,60}?\b(?:в том числе|включая|из них|среди них|из которых)\b[^.;]{0,20}"
    ),
    designation=re.compile(
        r"(?i)(?:\b(?:рис|ст|статья|статьи|статье|пункт\w?|п|пп|табл|таблица|стр|глава|часть|ч"
        r"|форма|дом|д"
        r"|кв|корп|офис|оф|модел\w{1,2}|тип\w?|версия|дело|приказ|приложени\w)\.?\s|[#№@_/\\]\s?)$"
    ),
)
