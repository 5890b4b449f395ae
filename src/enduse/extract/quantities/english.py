"""English numbers, bounds, ranges and counted nouns."""

import re

from enduse.extract.quantities.grammar import SIGNS, Grammar, digits_value, times

_ONES = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    w: 10 * n
    for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
           "mln": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0, "k": 1e3, "m": 1e6}  # fmt: skip
_VAGUE = (
    "dozens|scores|hundreds|thousands|tens of thousands|hundreds of thousands|millions|billions"
)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+(?:\.\d+)?)"
_POWER = r"(?:\s?[×x]\s?10\^?[-−–]?\d{1,2}\b)"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|mln|bn|tn|dozen)"
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN = "|".join(sorted(_TENS, key=len, reverse=True))
_WORD = rf"(?:{_TEN})(?:[ -](?:{_ONE})\b)?|{_ONE}"
_TIED = r"(?<=hundred) and |(?<=thousand) and |(?<=million) and |(?<=billion) and |[ -]"
_WORDS = rf"(?:{_WORD})(?:[ -]{_SCALE}\b(?:(?:{_TIED})(?:{_WORD})\b)?)*(?: and a half)?"
_MORE = rf"(?:{_TIED})(?:{_WORD})\b"
_HALVED = r"half an?(?= (?:tonne|ton|kilo|metre|meter|mile|litre|liter|gram|hour|year|month)\w*\b)"
# A glance at the first letter spares most words the long list behind it.
_BEGINS = r"(?<!\w)(?=[abdefhmnostzABDEFHMNOSTZ])"
_NUMBER = (
    rf"{_DIGITS}{_POWER}?(?:[ -]{_SCALE}\b|(?:bn|k|tn)\b)?"
    rf"|{_BEGINS}(?i:(?:half )?an? (?:{_SCALE})(?: and a half|{_MORE})?|{_WORDS}|{_VAGUE}|twice"
    rf"|{_HALVED})\b"
    rf"|{_BEGINS}(?i:{_WORD}|hundred)(?=fold\b)"
)
_FIXED = {"twice": 2.0, "half a": 0.5, "half an": 0.5}
_VAGUE_WORDS = frozenset(_VAGUE.split("|"))


def _value(text: str) -> float | None:
    low = text.lower()
    if low in _VAGUE_WORDS:
        return None
    if low in _FIXED:
        return _FIXED[low]
    digits = re.match(rf"[-−–]?{_DIGITS}{_POWER}?", text)
    if digits:
        return times(digits_value(digits.group()), _scale(text))
    return _words(re.split(r"[ -]", low))


def _words(words: list[str]) -> float:
    """Read a number in words: ones add up, "hundred" multiplies, greater scales close a group."""
    total = group = 0.0
    for n, word in enumerate(words):
        if word == "half":
            total += 0.0 if n == 0 else 0.5 * (1.0 if group else total or 1.0)
        elif word in _SCALES:
            group = (group or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, group = total + group, 0.0
        else:
            group += _ONES.get(word, _TENS.get(word, 0))
    whole = total + group
    return whole / 2 if words[0] == "half" else whole


def _scale(text: str) -> float:
    last = re.split(r"[ -]|(?<=\d)(?=[a-z])", text.lower())[-1]
    return _SCALES.get(last, 1.0) if last[-1:].isalpha() else 1.0


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?:\b(?:{words})\s+)$")


_BEFORE = (
    *SIGNS,
    (_before(r"up to(?: around| about| some)?|at (?:the )?most|(?:no|not) (?:more|greater"
    r"|longer|higher) than"
             r"|not exceeding|a maximum of|maximum of|as (?:many|much|far|high|long|large) as"
             r"|max\.?"), "at_most"),
    (_before(r"at (?:the very )?least|(?:no|not) (?:less|fewer|lower) than|a minimum of"
             r"|minimum of|as (?:low|few|little) as|upwards? of"), "at_least"),
    (_before(r"(?:more|greater|longer|higher|larger|better) than|in excess of|exceeding|well"
    r" over|just over"
             r"|over|above|beyond"), "more_than"),
    (_before(r"(?:less|fewer|lower|shorter|smaller) than|just under|under|below(?:"
    r" around)?"), "less_than"),
    (_before(r"about|around|approximately|approx\.?|roughly|nearly|almost|close to|circa|ca\.?"
             r"|some|an estimated|estimated|near(?: to)?|(?:of|on) the order of|in the region of"
             r"|more or less"), "about"),
)  # fmt: skip
_AFTER = (
    (
        re.compile(r"(?i)\s?(?:or more|or above|and above|or higher|and more|or over)\b|\+"),
        "at_least",
    ),
    (re.compile(r"(?i)\s?(?:or less|or fewer|or below|at most)\b"), "at_most"),
    (re.compile(r"(?i)\s?(?:or so|or thereabouts)\b"), "about"),
)
_STOP = (
    r"(?:of|in|on|at|to|by|for|from|with|and|or|the|a|an|is|was|has|its|his|this|these|those|as"
    r"|plus"
    r"|versus|vs|us|than|per|that|which|who|are|were|have|had|will|would|could|can|times|does|says"
    r"|between|over|under|above|before|after|since|during|until|into|about|but|not|it|they|we|he"
    r"|goods|each)"
)
_PLURAL = (
    r"(?:[A-Za-z][\w’'-]*(?:s|S)(?<!ss)(?<!us)|people|men|women|personnel|aircraft|children|staff"
    r"|troops|spacecraft|sheep|fish)(?!['’\w-])"
)
_NOUN = re.compile(
    rf"\s(?:(?:of )?(?:the |its |their"
    rf" )?)?(?:(?!{_STOP}\b)[\w-]+[ ]){{0,4}}?(?P<noun>(?!{_STOP}\b){_PLURAL})"
    r"|-(?P<hyphened>[a-z]{3,})\b"
)
_EVERY = r"(?:an?|per|each|every)"
ENGLISH = Grammar(
    number=re.compile(_NUMBER),
    no_number=re.compile(
        rf"(?i)(?<=\bthe )one\b|one(?! (?!{_STOP}\b)[a-z][\w-]+)\b|one (?=[a-z]+s\b(?<!ss))|one day"
    ),
    value=_value,
    scale=_scale,
    before=_BEFORE,
    after=_AFTER,
    range_from=re.compile(r"(?i)\b(?:from|between)\s+(?:about |around |approximately )?[~∼≈]?\s?$"),
    range_to=re.compile(
        r"\s?[-–—−]\s?|\s(?:to|and|or)\s(?:about |around |approximately |up to )?[~∼≈]?\s?"
    ),
    unit_gap=re.compile(r"[ \u00a0\u202f\u2009-]?"),
    noun=_NOUN,
    per=re.compile(
        rf"(?i)[\w ]{{0,24}}?\b(?:(?P<year>annually|yearly|{_EVERY} year|annum)"
        rf"|(?P<month>monthly|{_EVERY} month)|(?P<week>weekly|{_EVERY} week)"
        rf"|(?P<day>daily|{_EVERY} day)|(?P<h>hourly|{_EVERY} hour))\b"
    ),
    per_before=re.compile(
        r"(?i)\b(?:(?P<year>annual)|(?P<month>monthly)|(?P<day>daily)) [a-z]+ (?:[a-z]+ )?of $"
    ),
    including=re.compile(
        r"(?i)[^.;]{0,60}?\b(?:including|among them|of which|of them|of whom)\b[^.;]{0,20}"
    ),
    designation=re.compile(
        r"(?i)(?:\b(?:figs?|figures?|no|nos|nr|eqs?|eqn|equations?|sections?|sec|tables?|refs?"
        r"|chapters?"
        r"|annex|articles?|art|appendix|pages?|pp?|vol|versions?|phase|model|type|block|mark|mk"
        r"|rem|axis"
        r"|step|resolution|regulation|group|level|case|room|unit|apt|suite|building|line|row"
        r"|part)\.?\s"
        r"|[#№@_/\\]\s?)$"
    ),
)
