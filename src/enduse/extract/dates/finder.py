"""Find the dates of a text, each once, and say which days they mean."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from types import ModuleType

from enduse.extract.dates import chinese, english, russian
from enduse.extract.dates.mention import REACH, DateMention, Rule, Today
from enduse.extract.segment import Span
from enduse.extract.signs import Index

_GRAMMARS: dict[str, ModuleType] = {"en": english, "ru": russian, "zh": chinese}
_NOBODY_KNOWS = Today()


def dates(
    text: str,
    published: str | None = None,
    language: str = "en",
    start: int = 0,
    end: int | None = None,
) -> tuple[DateMention, ...]:
    """Return every date that stands in a stretch of text, in order, none overlapping.

    Args:
        text: Canonical text.
        published: Day of publication as an ISO prefix; relative dates count from it and
            have no `iso` without it.
        language: "en", "ru" or "zh"; any other is read by the rules of English.
        start: First character to look at; spans count from the start of the text all the same.
        end: One past the last; None for the end of the text.

    Example:
        >>> [d.iso for d in dates("It began in May 2023 and ended last month.", "2024-09-25")]
        ['2023-05', '2024-08']
    """
    grammar = _GRAMMARS.get(language, english)
    where = Span(start, len(text) if end is None else end)
    taken = bytearray(max(0, where.end - where.start))
    found: list[DateMention] = []
    today = Today.of(published)
    near: dict[int, list[Span]] = {}
    for number in _index(grammar).possible(text[where.start : where.end]):
        rule = grammar.RULES[number]
        if id(rule.needs) not in near:
            near[id(rule.needs)] = _near(text, rule.needs, where)
        for stretch in near[id(rule.needs)]:
            found.extend(_matches(text, rule, today, stretch, (taken, start)))
    found.sort(key=lambda d: d.span)
    bounded = [_bounded(text, d, start, grammar.BOUNDS) for d in found]
    return tuple(_joined(text, bounded, grammar))


@cache
def _index(grammar: ModuleType) -> Index:
    return Index([rule.pattern for rule in grammar.RULES])


def _near(text: str, needs: re.Pattern[str] | None, where: Span) -> list[Span]:
    """The stretches around what a rule needs, in order and apart from each other."""
    if needs is None:
        return [where]
    found: list[Span] = []
    for match in needs.finditer(text, where.start, where.end):
        start = max(where.start, match.start() - REACH)
        if found and start <= found[-1].end:
            start = found.pop().start
        found.append(Span(start, min(where.end, match.end() + REACH)))
    return found


def _matches(
    text: str, rule: Rule, today: Today, where: Span, seen: tuple[bytearray, int]
) -> list[DateMention]:
    """The dates of one rule that no earlier rule has taken; `seen` is marked from its offset on."""
    found = []
    taken, offset = seen
    group = "place" if "place" in rule.pattern.groupindex else 0
    for match in rule.pattern.finditer(text, where.start, where.end):
        first, last = match.span(group)
        if 1 in taken[first - offset : last - offset]:
            continue
        resolved = rule.resolve(match, today)
        if resolved is None:
            continue
        taken[first - offset : last - offset] = b"\x01" * (last - first)
        relative = rule.relative or rule.resolve(match, _NOBODY_KNOWS) != resolved
        found.append(DateMention(Span(first, last), text[first:last], *resolved, relative))
    return found


def _bounded(
    text: str, date: DateMention, start: int, bounds: Sequence[tuple[re.Pattern[str], str]]
) -> DateMention:
    """The date with "since", "by" and the like, which stand beside it and not in it."""
    if date.precision == "span" and not date.relative:
        return date
    before = text[max(start, date.span.start - 48) : date.span.start]
    after = text[date.span.end : date.span.end + 12]
    for pattern, bound in bounds:
        if pattern.pattern.startswith("^"):
            if pattern.match(after):
                return replace(date, bound=bound)
        elif pattern.search(before):
            return replace(date, bound=bound)
    return date


def _joined(text: str, found: list[DateMention], grammar: ModuleType) -> list[DateMention]:
    """Two dates between which "from ... to ..." stands are one interval."""
    out: list[DateMention] = []
    for date in found:
        last = out[-1] if out else None
        if last is not None and _spans_to(text, last, date, grammar):
            span = Span(last.span.start, date.span.end)
            iso = f"{last.iso}/{date.iso}"
            relative = last.relative or date.relative
            out[-1] = DateMention(span, text[span.start : span.end], iso, "span", relative)
        else:
            out.append(date)
    return out


def _spans_to(text: str, first: DateMention, last: DateMention, grammar: ModuleType) -> bool:
    if not first.iso or not last.iso or "/" in first.iso + last.iso or first.iso >= last.iso:
        return False
    between = text[first.span.end : last.span.start]
    before = text[max(0, first.span.start - 12) : first.span.start]
    opened = grammar.BEFORE_JOIN.search(before) is not None
    return grammar.JOIN.fullmatch(between) is not None and (opened or between.strip() in "-–—至到")
