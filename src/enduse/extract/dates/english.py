"""How English writes dates: calendar, quarters, and counting from today."""

import re

from enduse.extract.dates.mention import DIGIT, Resolved, Rule, Today, half, iso, quarter

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2}
_PARTS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
          "4th": 4}  # fmt: skip
_M = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember"
    r"|\.)?)(?![a-z])"
)
_W = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_Y = r"(?:1[89]|20)\d\d"
_N = (
    r"(?:\d{1,3}|a couple of|couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve)"
)
_U = r"(?:day|week|month|year|decade)"
_ORD = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_PHASE = r"(?:the )?(?:early|mid|late|start of|beginning of|middle of|end of)[ -]"
_PART = rf"(?:{_PHASE})?"
_NO_YEAR = (
    r"[.,:]\d|-|\s?(?:[%°$€]|pp[mbtq]\b|[kcmnµμ]?[mgsAVWKL]\b|km|miles|tons|tonnes|rpm|hours"
    r"|people|men|units|drones|missiles|troops|soldiers|companies|items|pieces|shells|dollars)"
)
_DATED = (
    r"(?:in|since|until|till|by|of|from|during|before|after|early|late|mid|year|through|and|to"
    r"|between|around|circa|for|summer|spring|autumn|winter|fall|fiscal)"
)
_MONTH = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_UNIT = re.compile(r"[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade|DAY|WEEK|MONTH|YEAR|DECADE")
_QUARTER = re.compile(r"quarter|half|Q[1-4]")
_NEAR = re.compile(r"[Dd]ay|DAY|[Tt]omorrow|TOMORROW")
_AGO = re.compile(r"[Aa]go|[Ee]arlier|AGO|EARLIER")


def _c(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _WORDS[word.lower()]


def _day_range(m: re.Match[str], today: Today) -> Resolved | None:
    days = [_calendar_day(m["m"], m[d], m["y"], today) for d in ("a", "b")]
    if days[0] is None or days[1] is None:
        return None
    first, last = days[0][0], days[1][0]
    return (f"{first}/{last}", "span") if first and last else (None, "span")


def _calendar_day(month: str, day: str, year: str | None, today: Today) -> Resolved | None:
    if year:
        return iso(int(year), _month(month), int(day))
    return (today.past_day(_month(month), int(day)), "day") if 1 <= int(day) <= 31 else None


def slashed(m: re.Match[str], today: Today) -> Resolved | None:
    """Read 25.09.2024, or 25/09/2024 where only one of the two can be a month."""
    one, two, year = int(m[1]), int(m[3]), int(m[4])
    if m[2] == "." or one > 12:
        return iso(year, two, one)
    if two > 12 or one == two:
        return iso(year, one, two)
    return iso(year)


def _months(m: re.Match[str], today: Today) -> Resolved | None:
    last = iso(int(m["y"]), _month(m["b"]))
    first = iso(int(m["x"] or m["y"]), _month(m["a"]))
    return None if first is None or last is None else (f"{first[0]}/{last[0]}", "span")


def _years(m: re.Match[str], today: Today) -> Resolved | None:
    first, last = m["a"], m["b"]
    last = first[:2] + last if len(last) == 2 else last
    return (f"{first}/{last}", "span") if first < last else None


def _part_of_year(m: re.Match[str], today: Today) -> Resolved | None:
    year = m["y"] or (today.year_at(-1 if m["rel"] == "last" else 0) if m["rel"] else None)
    number = _PARTS.get((m["n"] or m["q"] or "").lower()) or int(m["q"] or 0)
    if year is None:
        return None, "quarter" if m["what"] != "half" else "span"
    return half(int(year), number) if m["what"] == "half" else quarter(int(year), number)


def _this(m: re.Match[str], today: Today) -> Resolved | None:
    word, unit = m["w"].lower(), m["u"].lower()
    if word in ("past", "coming"):
        return today.stretch(1 if word == "coming" else -1, unit), "span"
    shift = {"last": -1, "previous": -1, "this": 0, "current": 0}.get(word, 1)
    if unit == "week":
        return today.week_at(shift), "week"
    if unit == "month":
        return today.month_at(shift), "month"
    return today.year_at(shift), "year"


def _stretch(m: re.Match[str], today: Today) -> Resolved | None:
    ahead = m["w"].lower() in ("next", "coming", "following")
    count = _count(m["n"]) if m["n"] else 1
    return today.stretch(count if ahead else -count, m["u"].lower()), "span"


def _ago(m: re.Match[str], today: Today) -> Resolved | None:
    return today.away(-_count(m["n"]), m["u"].lower())


def _near_day(m: re.Match[str], today: Today) -> Resolved | None:
    word = m["w"].lower()
    if word in ("yesterday", "tomorrow"):
        return today.day_at(-1 if word == "yesterday" else 1), "day"
    return today.day_at(0), "day"


def _weekday(m: re.Match[str], today: Today) -> Resolved | None:
    return today.weekday(_DAYS.index(m["w"][:3].lower()), m[0].lower().startswith("next")), "day"


def _bare_month(m: re.Match[str], today: Today) -> Resolved | None:
    return today.past_month(_month(m["m"])), "month"


RULES = (
    Rule(_c(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d)"), lambda m, t: iso(int(m[1]), int(m[2]), int(m[3])),
         needs=DIGIT),
    Rule(_c(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d{4})(?![\d/])"), slashed, needs=DIGIT),
    Rule(
        _c(rf"\b(?P<m>{_M}) (?P<a>\d{{1,2}}) ?[-–] ?(?P<b>\d{{1,2}})\b(?:,? (?P<y>{_Y})\b)?"),
        _day_range, needs=_MONTH,
    ),
    Rule(
        _c(rf"\b(?P<a>\d{{1,2}}) ?(?:[-–]|to|and) ?(?P<b>\d{{1,2}}) (?P<m>{_M})(?:,?"
        rf" (?P<y>{_Y})\b)?"),
        _day_range, needs=_MONTH,
    ),
    Rule(
        _c(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_M})(?:,? (?P<y>{_Y})\b)?"),
        lambda m, t: _calendar_day(m["m"], m["d"], m["y"], t), needs=_MONTH,
    ),
    Rule(
        _c(rf"\b(?P<m>{_M}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d)(?:,? (?P<y>{_Y})\b)?"),
        lambda m, t: _calendar_day(m["m"], m["d"], m["y"], t), needs=_MONTH,
    ),
    Rule(
        _c(
            rf"\b(?P<a>{_M})(?: (?P<x>{_Y}))? ?(?:[-–]|to|and|until|through) ?(?P<b>{_M}),? "
            rf"(?P<y>{_Y})\b"
        ),
        _months, needs=_MONTH,
    ),
    Rule(_c(rf"(?<!\d )\b{_PART}(?P<m>{_M}),? (?:of )?(?P<y>{_Y})\b"),
         lambda m, t: iso(int(m["y"]), _month(m["m"])), needs=_MONTH),
    Rule(
        _c(
            rf"\b(?:the )?(?:(?P<n>{_ORD})[ -](?P<what>quarter|half)|Q(?P<q>[1-4]))"
            rf"(?:,? (?:of )?(?:(?P<y>{_Y})|(?P<rel>this|last) year))?\b"
        ),
        _part_of_year, needs=_QUARTER,
    ),
    Rule(_c(r"\b(?:the )?(?P<y>(?:19|20)\d)0s\b"),
         lambda m, t: (f"{m['y']}0/{m['y']}9", "span"), needs=DIGIT),
    Rule(_c(rf"\b(?P<a>{_Y}) ?(?:[-–/]|to|through|until) ?(?P<b>{_Y}|\d\d)\b(?![.,]?\d)"), _years,
         needs=DIGIT),
    Rule(_c(rf"(?<=between )(?P<a>{_Y}) and (?P<b>{_Y})\b"), _years, needs=DIGIT),
    Rule(
        _c(r"(?i:\b(?:earlier |later |the (?:start|end|beginning) of |the )?(?P<w>this|last"
        r"|next|previous|past"
           r"|current|coming|following) (?P<u>week|month|year)\b)(?!['’]s\b)"),
        _this, relative=True, needs=_UNIT,
    ),
    Rule(
        _c(rf"(?i:\b(?:the )?(?P<w>past|last|next|coming|previous|following) (?P<n>{_N})? ?"
           rf"(?P<u>{_U})s?\b)"),
        _stretch, relative=True, needs=_UNIT,
    ),
    Rule(_c(rf"(?i:\b(?:about |around |nearly |some |more than |over )?(?P<n>{_N}) (?P<u>{_U})s? "
            rf"(?:ago|earlier)\b)"), _ago, relative=True, needs=_AGO),
    Rule(_c(r"(?i:\b(?P<w>yesterday|today|tomorrow)\b)"), _near_day, relative=True, needs=_NEAR),
    Rule(_c(rf"\b(?:(?:[Ll]ast|[Nn]ext|[Tt]his) )?(?P<w>{_W})\b(?!['’]s"
    rf"|s)"), _weekday, relative=True, needs=_UNIT),
    Rule(
        _c(rf"\b(?i:in|since|until|till|by|last|of|from|during|before|after|this|next) "
           rf"(?P<place>{_PART}(?P<m>{_M}))(?! \d)"),
        _bare_month, relative=True, needs=_MONTH,
    ),
    Rule(_c(rf"\b(?i:early|mid|late)[ -](?P<m>{_M})(?! \d)"), _bare_month, relative=True,
         needs=_MONTH),
    Rule(_c(rf"\b{_PHASE}(?P<y>{_Y})\b"), lambda m, t: iso(int(m["y"])), needs=DIGIT),
    Rule(_c(rf"(?i:\b{_DATED}[ -])(?P<place>(?P<y>{_Y}))\b(?!{_NO_YEAR})"),
         lambda m, t: iso(int(m["y"])), needs=DIGIT),
    Rule(_c(rf"(?<=[(\[])(?P<y>{_Y})(?=[)\]])"), lambda m, t: iso(int(m["y"])), needs=DIGIT),
    Rule(_c(r"(?i:\b(?:in recent (?:days|weeks|months|years)|recently|lately|currently"
            r"|at present|now)\b)"), lambda m, t: (None, "vague"), relative=True),
)  # fmt: skip
BOUNDS = (
    (re.compile(r"(?i)\b(?:ever )?since(?: [\w’' -]{0,40} in)?(?: the)? ?$"), "since"),
    (re.compile(r"(?i)\b(?:until|till|up to|through)(?: the)? ?$"), "until"),
    (re.compile(r"(?i)\b(?:before|prior to|ahead of)(?: the)? ?$"), "before"),
    (re.compile(r"(?i)\b(?:after|following)(?: the)? ?$"), "after"),
    (re.compile(r"(?i)\b(?:by|no later than)(?: the)? ?$"), "by"),
)
JOIN = re.compile(r"(?i)\s*(?:to|and|until|till|through|[-–—])\s*")
BEFORE_JOIN = re.compile(r"(?i)\b(?:from|between)\s+$")
