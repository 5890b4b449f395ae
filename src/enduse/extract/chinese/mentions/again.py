"""Names that come again: whole, shortened, or by the name given in brackets."""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.extract.chinese.mentions.keys import spaced
from enduse.extract.gazetteer import listed
from enduse.extract.mentions.found import Found
from enduse.extract.segment import Span

__all__ = ["aliases", "names_again", "short_forms"]


def names_again(text: str, introduced: list[Found]) -> Iterator[Found]:
    """A name that was introduced once stands for itself wherever it comes again."""
    forms: dict[str, Found] = {}
    for name in introduced:
        forms.setdefault(name.text, name)
        last = name.text.rsplit("·", 1)[-1]
        if name.schema == "Person" and 1 < len(last) < len(name.text):
            forms.setdefault(last, replace(name, text=last, key=spaced(last)))
    for again in listed(text, {form: name.schema for form, name in forms.items()}):
        if again.text in forms:
            yield replace(forms[again.text], span=again.span, strength=1)


def short_forms(text: str, named: list[Found]) -> Iterator[Found]:
    """The first characters of a company's own name, three at least, wherever they stand."""
    forms: dict[str, tuple[str, str]] = {}
    for full in named:
        core = full.key.replace(" ", "")
        if full.schema != "Company" or core not in full.text:
            continue
        place = full.text[: full.text.find(core)]
        for size in range(3, len(core) + 1):
            short = spaced(core[:size]), full.text
            forms.setdefault(core[:size], short)
            forms.setdefault(place + core[:size], short)
    for again in listed(text, dict.fromkeys(forms, "Company")):
        key, whole = forms[again.text]
        tail = _LEGAL_NEXT.match(text, again.span.end)
        end = tail.end() if tail else again.span.end
        written = text[again.span.start : end]
        if written != whole:
            yield Found(Span(again.span.start, end), written, "Company", key, 1)


_LEGAL_NEXT = re.compile(
    r"(?:贸易|科技|国际)?(?:股份|控股|集团)?(?:有限责任公司|有限公司|公司|集团)"
)

_ALIAS = re.compile(
    r"[”\"]?[（(](?:以下简称|简称|下称|以下称|又称|即|英文名|英文名称|英文名为|又名|原名)?[：:]?"
    r"[“\"]?(?P<a>[A-Z][A-Za-z\d.&’' -]{1,48}"
    r"|(?<=[“\"称])[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,4}(?=[”\"]?[）)]))[”\"]?[）)]"
)


def aliases(text: str, known: list[Found]) -> Iterator[Found]:
    """A short name in brackets after a longer one, there and wherever it stands again."""
    for name in known:
        match = _ALIAS.match(text, name.span.end)
        if match is None or name.schema in ("Person", "Address"):
            continue
        key, place = spaced(match["a"]), Span(*match.span("a"))
        yield Found(place, match["a"], name.schema, key, 1, "alias")
        for again in re.finditer(
            rf"(?<![A-Za-z\d-]){re.escape(match['a'])}(?:无人机)?(?![A-Za-z\d-])", text
        ):
            if again.start() != place.start:
                yield Found(Span(*again.span()), again.group(), name.schema, key, 2)
