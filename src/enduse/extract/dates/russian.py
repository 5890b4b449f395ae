"""How Russian writes dates: calendar, quarters, and counting from today."""

import re

from enduse.extract.dates.english import slashed
from enduse.extract.dates.mention import Resolved, Rule, Today, half, iso, quarter

_STEMS = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр",
          "ноябр", "декабр")  # fmt: skip
_M = (
    r"(?:январ[яьею]|феврал[яьею]|март[ае]?|апрел[яьею]|ма[йяею]|июн[яьею]|июл[яьею]|август[ае]?"
    r"|сентябр[яьею]|октябр[яьею]|ноябр[яьею]|декабр[яьею])(?:м)?\b"
)
_YEAR = r"(?:года?|году|годом|гг?\.|годов|годах|годы)(?!\w)"
_Y = r"(?:1[89]|20)\d\d"
_WORDS = {
    "один": 1, "одного": 1, "два": 2, "двух": 2, "две": 2, "три": 3, "трех": 3, "трёх": 3,
    "четыре": 4, "четырех": 4, "четырёх": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6,
    "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9, "десять": 10,
    "десяти": 10, "полтора": 1, "пару": 2,
}  # fmt: skip
_N = r"(?:\d{1,3}|" + "|".join(w for w in _WORDS if w != "полтора") + ")"
_U = r"(?:дн[яе][йм]?|день|недел\w{1,3}|месяц\w{0,2}|год\w{0,2}|лет|десятилети\w)"
_UNITS = {"д": "day", "н": "week", "м": "month", "г": "year", "л": "year"}
_SHIFTS = (("прошл", -1), ("минувш", -1), ("предыдущ", -1), ("следующ", 1), ("будущ", 1),
           ("наступающ", 1), ("грядущ", 1))  # fmt: skip
_THIS = (
    r"(?P<w>прошл|минувш|предыдущ|следующ|будущ|наступающ|грядущ|нынешн|текущ|эт)"
    r"(?:ого|ом|ый|ему|ему|ему|ей|ую|ая|его|ем|ий|ему|от|у|ой)"
)
_PARTS = {"перв": 1, "втор": 2, "трет": 3, "четв": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4,
          "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip
_DAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_W = r"(?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)"
_PART = r"(?:(?:начал[еау]|середин[еаы]|кон(?:це|ца|цу)) )?"


def _c(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?i:{pattern})")


def _month(word: str) -> int:
    word = word.lower()
    return next(
        n
        for n, stem in enumerate(_STEMS, 1)
        if word.startswith(stem) and (n != 5 or word[:3] != "мар")
    )


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def _unit(word: str) -> str:
    word = word.lower()
    return "decade" if word.startswith("десят") else _UNITS[word[0]]


def _calendar_day(day: str, month: str, year: str | None, today: Today) -> Resolved | None:
    if year:
        return iso(int(year), _month(month), int(day))
    return (today.past_day(_month(month), int(day)), "day") if 1 <= int(day) <= 31 else None


def _day_range(m: re.Match[str], today: Today) -> Resolved | None:
    days = [_calendar_day(m[d], m["m"], m["y"], today) for d in ("a", "b")]
    if days[0] is None or days[1] is None:
        return None
    first, last = days[0][0], days[1][0]
    return (f"{first}/{last}", "span") if first and last else (None, "span")


def _months(m: re.Match[str], today: Today) -> Resolved | None:
    last = iso(int(m["y"]), _month(m["b"]))
    first = iso(int(m["x"] or m["y"]), _month(m["a"]))
    return None if first is None or last is None else (f"{first[0]}/{last[0]}", "span")


def _years(m: re.Match[str], today: Today) -> Resolved | None:
    first, last = m["a"], m["b"]
    return (f"{first}/{last}", "span") if first < last else None


def _shift(word: str) -> int:
    return next((n for stem, n in _SHIFTS if word.lower().startswith(stem)), 0)


def _this(m: re.Match[str], today: Today) -> Resolved | None:
    unit, shift = _unit(m["u"]), _shift(m["w"])
    if unit == "week":
        return today.week_at(shift), "week"
    if unit == "month":
        return today.month_at(shift), "month"
    return today.year_at(shift), "year"


def _part_of_year(m: re.Match[str], today: Today) -> Resolved | None:
    word = m["n"].lower()
    number = _PARTS.get(word) or _PARTS[word[:4]]
    year = m["y"] or (today.year_at(_shift(m["w"])) if m["w"] else None)
    what = half if m["what"].lower().startswith("п") else quarter
    if year is None:
        return None, "quarter" if what is quarter else "span"
    return what(int(year), number)


def _stretch(m: re.Match[str], today: Today) -> Resolved | None:
    ahead = m["w"].lower().startswith(("следующ", "ближайш"))
    count = _count(m["n"]) if m["n"] else 1
    return today.stretch(count if ahead else -count, _unit(m["u"])), "span"


def _ago(m: re.Match[str], today: Today) -> Resolved | None:
    return today.away(-(_count(m["n"]) if m["n"] else 1), _unit(m["u"]))


def _near_day(m: re.Match[str], today: Today) -> Resolved | None:
    return today.day_at({"п": -2, "в": -1, "с": 0, "з": 1}[m["w"][0].lower()]), "day"


def _weekday(m: re.Match[str], today: Today) -> Resolved | None:
    word = m["w"].lower()
    number = next(n for n, stem in enumerate(_DAYS) if word.startswith(stem))
    return today.weekday(number, int(bool(m["next"]))), "day"


RULES = (
    Rule(_c(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)"), lambda m, t: iso(int(m[1]), int(m[2]), int(m[3]))),
    Rule(_c(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d/])"), slashed),
    Rule(
        _c(rf"\b(?P<a>\d{{1,2}}) ?(?:[-–—]|по|и) ?(?P<b>\d{{1,2}}) (?P<m>{_M})(?:"
        rf" (?P<y>{_Y})(?: {_YEAR})?)?"),
        _day_range,
    ),
    Rule(
        _c(rf"\b(?P<d>\d{{1,2}})(?:-го)? (?P<m>{_M})(?: (?P<y>{_Y})\b(?: {_YEAR})?)?"),
        lambda m, t: _calendar_day(m["d"], m["m"], m["y"], t),
    ),
    Rule(
        _c(rf"\b(?P<a>{_M})(?: (?P<x>{_Y})(?: {_YEAR})?)? ?(?:[-–—]|по|и|до) ?(?P<b>{_M})"
        rf" (?P<y>{_Y})\b(?: {_YEAR})?"),
        _months,
    ),
    Rule(_c(rf"(?<!\d )\b{_PART}(?P<m>{_M}) (?P<y>{_Y})\b(?: {_YEAR})?"),
         lambda m, t: iso(int(m["y"]), _month(m["m"]))),
    Rule(
        _c(rf"\b(?P<n>перв\w+|втор\w+|треть\w+|четв[её]рт\w+|IV|I{{1,3}}|[1-4](?:-\w{{1,2}})?)"
        rf" (?P<what>квартал\w{{0,2}}|полугоди\w|половин\w)"
           rf"(?: (?P<y>{_Y})(?: {_YEAR})?| {_THIS} года)?"),
        _part_of_year,
    ),
    Rule(_c(rf"\b(?P<a>{_Y}) ?(?:[-–—]|по|до) ?(?P<b>{_Y})\b(?: ?{_YEAR})?"), _years),
    Rule(_c(rf"(?<=между )(?P<a>{_Y}) и (?P<b>{_Y})(?: {_YEAR})?"), _years),
    Rule(_c(rf"\b{_PART}(?P<y>{_Y})(?:-(?:го|м|й))? ?{_YEAR}"), lambda m, t: iso(int(m["y"]))),
    Rule(_c(rf"\b(?:ранее |позднее |позже )?(?:в |во |на |с |до )?(?P<place>{_PART}{_THIS} "
            r"(?P<u>год(?:а|у)?|месяц[еа]?|недел[еиюя]))\b"), _this, relative=True),
    Rule(_c(r"\b(?:начал[еау]|середин[еаыу]|кон(?:це|ца|цу)) года\b"),
         lambda m, t: (t.year_at(0), "year"), relative=True),
    Rule(
        _c(rf"\b(?P<w>последни[еймхю]+|прошедши[еймх]+|ближайши[еймх]+|следующи[еймх]+)"
        rf" (?:(?P<n>{_N}) )?(?P<u>{_U})\b"),
        _stretch, relative=True,
    ),
    Rule(_c(rf"\b(?:(?:около|почти|более|больше) )?(?:(?P<n>{_N}) )?(?P<u>{_U}) (?:тому )?назад\b"),
         _ago, relative=True),
    Rule(_c(r"\b(?P<w>позавчера|вчера|сегодня|завтра)\b"), _near_day, relative=True),
    Rule(_c(rf"\b(?:в|во) (?P<place>(?P<next>следующ\w+"
    rf" )?(?P<w>{_W}))\b"), _weekday, relative=True),
    Rule(_c(rf"\b(?:в|с|до|к|от|по) (?P<place>{_PART}(?P<m>{_M}))(?! \d)"),
         lambda m, t: (t.past_month(_month(m["m"])), "month"), relative=True),
    Rule(_c(rf"\b(?:в|с|до|к|от|по) (?P<place>(?P<y>{_Y}))\b(?![.,]\d| ?[%°]| \w*(?:рубл|долл"
    rf"|беспил|дрон|штук|км|кг))"),
         lambda m, t: iso(int(m["y"]))),
    Rule(_c(rf"(?<=\()(?P<y>{_Y})(?=\))"), lambda m, t: iso(int(m["y"]))),
    Rule(_c(r"\b(?:недавно|в последнее время|в настоящее время|на данный момент|сейчас)\b"),
         lambda m, t: (None, "vague"), relative=True),
)  # fmt: skip
BOUNDS = (
    (re.compile(r"(?i)\b(?:начиная )?со? $"), "since"),
    (re.compile(r"(?i)\b(?:вплоть )?до $"), "until"),
    (re.compile(r"(?i)\b(?:после|вслед за) $"), "after"),
    (re.compile(r"(?i)\b(?:перед|ранее) $"), "before"),
    (re.compile(r"(?i)\b(?:к|ко|не позднее) $"), "by"),
)
JOIN = re.compile(r"(?i)\s*(?:по|до|и|[-–—])\s*")
BEFORE_JOIN = re.compile(r"(?i)\b(?:с|со|от|между|в период с)\s+$")
