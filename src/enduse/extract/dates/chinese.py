"""How Chinese writes dates: calendar, quarters, and counting from today."""

import re

from enduse.extract.dates.mention import Resolved, Rule, Today, half, iso, quarter

_DIGITS = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "两": "2",
}
_DIGITS |= {chr(0xFF10 + n): str(n) for n in range(10)}
_C = r"[\d０-９〇零○一二三四五六七八九]"
_Y = rf"{_C}{{4}}"
_N = r"(?:[\d０-９]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_COUNT = r"(?:[\d０-９]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_PART = r"(?:年?(?:初|中|底|末|早些时候|晚些时候|上旬|中旬|下旬|年初|年中|年底|年末))?"
_UNITS = {"天": "day", "日": "day", "周": "week", "星": "week", "个": "month", "月": "month",
          "年": "year"}  # fmt: skip
_YEARS = {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1, "后": 2}
_DAYS = {"前": -2, "昨": -1, "今": 0, "明": 1, "后": 2}
_WEEK = "一二三四五六日天"


def _number(word: str) -> int:
    word = "".join(_DIGITS.get(c, c) for c in word)
    if "十" in word:
        tens, ones = word.split("十")
        return 10 * int(tens or 1) + int(ones or 0)
    return int(word)


def _date(m: re.Match[str], today: Today) -> Resolved | None:
    return iso(_number(m["y"]), _number(m["m"]), _number(m["d"]))


def _month_day(m: re.Match[str], today: Today) -> Resolved | None:
    month, day = _number(m["m"]), _number(m["d"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    year = _year_of(m, today)
    if m["rel"]:
        return (None, "day") if year is None else iso(int(year), month, day)
    return today.past_day(month, day), "day"


def _year_of(m: re.Match[str], today: Today) -> str | None:
    return today.year_at(_YEARS[m["rel"][0]]) if m["rel"] else None


def _month(m: re.Match[str], today: Today) -> Resolved | None:
    month = _number(m["m"])
    if not 1 <= month <= 12:
        return None
    if m["rel"]:
        year = _year_of(m, today)
        return (None, "month") if year is None else iso(int(year), month)
    return today.past_month(month), "month"


def _bare_day(m: re.Match[str], today: Today) -> Resolved | None:
    day = _number(m["d"])
    if today.day is None or today.month is None or not 1 <= day <= 31:
        return (None, "day") if 1 <= day <= 31 else None
    month = today.month_at(0 if day <= today.day else -1)
    return None if month is None else iso(int(month[:4]), int(month[5:]), day)


def _years(m: re.Match[str], today: Today) -> Resolved | None:
    first, last = _number(m["a"]), _number(m["b"])
    return (f"{first}/{last}", "span") if 1000 <= first < last <= 2999 else None


def _months(m: re.Match[str], today: Today) -> Resolved | None:
    year = _number(m["y"])
    first, last = iso(year, _number(m["a"])), iso(_number(m["x"] or m["y"]), _number(m["b"]))
    return None if first is None or last is None else (f"{first[0]}/{last[0]}", "span")


def _part_of_year(m: re.Match[str], today: Today) -> Resolved | None:
    year = str(_number(m["y"])) if m["y"] else _year_of(m, today)
    if m["half"]:
        return (None, "span") if year is None else half(int(year), 1 + (m["half"] == "下"))
    return (None, "quarter") if year is None else quarter(int(year), _number(m["q"]))


def _near_month(m: re.Match[str], today: Today) -> Resolved | None:
    return today.month_at({"上": -1, "下": 1}.get(m["w"][0], 0)), "month"


def _week(m: re.Match[str], today: Today) -> Resolved | None:
    shift = {"上": -1, "下": 1}.get(m["w"] or "", 0)
    if not m["d"]:
        return (today.week_at(shift), "week") if m["w"] else None
    day = min(_WEEK.index(m["d"]), 6)
    if not m["w"]:
        return today.weekday(day), "day"
    week = today.week_at(shift)
    monday = Today.of(week.split("/")[0]) if week else Today()
    return monday.day_at(day), "day"


def _ago(m: re.Match[str], today: Today) -> Resolved | None:
    sign = -1 if m["w"].endswith("前") else 1
    return today.away(sign * _number(m["n"]), _UNITS[m["u"][0]])


def _stretch(m: re.Match[str], today: Today) -> Resolved | None:
    sign = 1 if m["w"].startswith(("未来", "今后")) else -1
    count = _number(m["n"]) if m["n"] else 1
    return today.stretch(sign * count, _UNITS[m["u"][0]]), "span"


def _c(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


RULES = (
    Rule(_c(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"),
         lambda m, t: iso(int(m[1]), int(m[2]), int(m[3]))),
    Rule(_c(rf"(?P<y>{_Y})\s?年\s?(?P<m>{_N})\s?月\s?(?P<d>{_N})\s?[日号]"), _date),
    Rule(_c(rf"(?P<y>{_Y})\s?年\s?(?P<a>{_N})\s?月?(?:至|到"
    rf"|[-–—~～])(?:(?P<x>{_Y})\s?年\s?)?(?P<b>{_N})\s?月"),
         _months),
    Rule(_c(rf"(?P<y>{_Y})\s?年\s?(?P<m>{_N})\s?月(?:份|初|中|底|末|上旬|中旬|下旬)*"),
         lambda m, t: iso(_number(m["y"]), _number(m["m"]))),
    Rule(
        _c(rf"(?:(?P<y>{_Y})\s?年|(?P<rel>[今去前明本]年))?\s?(?:第(?P<q>[1-4一二三四])季度?|(?P<half>[上下])半年)"),
        _part_of_year,
    ),
    Rule(_c(rf"(?P<a>{_Y})\s?年?(?:至|到|[-–—~～])(?P<b>{_Y})\s?年"), _years),
    Rule(_c(rf"(?P<y>{_Y})\s?年代?{_PART}"), lambda m, t: iso(_number(m["y"]))),
    Rule(_c(rf"(?P<rel>[今去前明本]年)?\s?(?P<m>{_N})\s?月\s?(?P<d>{_N})\s?[日号]"), _month_day),
    Rule(_c(rf"(?P<rel>[今去前明本]年)?\s?"
            rf"(?P<m>{_N})\s?月(?!球)(?:份|初|中|底|末|上旬|中旬|下旬)*"), _month),
    Rule(_c(rf"(?P<rel>[今去前明本]年){_PART}"),
         lambda m, t: (_year_of(m, t), "year"), relative=True),
    Rule(_c(r"(?P<w>上个?月|本月|这个月|当月|下个?月)(?:初|中|底|末|上旬|中旬|下旬)?"), _near_month,
         relative=True),
    Rule(_c(r"(?:(?P<w>[上本这下])个?)?(?:周|星期|礼拜)(?P<d>[一二三四五六日天])?(?!期|年|边|围|转|密|全|到|末)"),
         _week, relative=True),
    Rule(_c(r"(?P<w>[前昨今明后])[天日]"), lambda m, t: (t.day_at(_DAYS[m["w"]]), "day"),
         relative=True),
    Rule(_c(rf"(?P<w>过去|近|最近|未来|今后)的?"
            rf"(?P<n>{_COUNT})?(?P<u>个月|天|周|星期|年)"), _stretch,
         relative=True),
    Rule(_c(rf"(?:大约|约)?"
            rf"(?P<n>{_COUNT})(?:多)?(?P<u>个月|天|周|个星期|年)(?P<w>之?前|之?后)"), _ago,
         relative=True),
    Rule(_c(rf"(?<![\d月年])(?P<d>{_N})[日号]"
            r"(?=[，,。]|(?![本元内均产志后前间语式常记历用])[一-鿿])"), _bare_day,
         relative=True),
    Rule(_c(r"日前|近日|最近|近期|目前|现在|近年来"), lambda m, t: (None, "vague"), relative=True),
)  # fmt: skip
BOUNDS = (
    (re.compile(r"(?:自从?|从)$"), "since"),
    (re.compile(r"^(?:以来|起)"), "since"),
    (re.compile(r"(?:截至|直到|截止)$"), "until"),
    (re.compile(r"^(?:以前|之前|前)"), "before"),
    (re.compile(r"^(?:以后|之后|后)"), "after"),
)
JOIN = re.compile(r"\s*(?:至|到|[-–—~～])\s*")
BEFORE_JOIN = re.compile(r"(?:从|自|在)$")
