"""Relations of a text by the pattern table of its language."""

import re
from collections.abc import Iterator

from enduse.extract.mentions.found import Found
from enduse.extract.reading import Reading
from enduse.extract.relations.relation import Argument, Relation
from enduse.extract.relations.scope import Firmness, firmness
from enduse.extract.relations.skeleton import Pattern, Skeleton, matches, patterns, skeleton
from enduse.extract.segment import Span

__all__ = ["relations_by_pattern"]

_EDGES = " ,;:—–，、"


def relations_by_pattern(reading: Reading, package: str) -> tuple[Relation, ...]:
    """Return the relations that the tables of a package find, in the order of the text.

    Args:
        reading: Text, sentences and mentions.
        package: Where `patterns.yml` and `scope.yml` lie.
    """
    table = patterns(package)
    starts = [f.span.start for f in reading.found]
    found: dict[tuple[str, Span | None, Span | None, Span | None], Relation] = {}
    for sentence in reading.sentences:
        bones = skeleton(reading.text, sentence, reading.found, starts)
        for pattern, match in matches(bones, table):
            for relation in _relations(reading, sentence, bones, (pattern, match), package):
                subject = relation.subject.span
                theirs = relation.object.span if relation.object else None
                key = relation.predicate, subject, theirs, relation.quantity
                found.setdefault(key, relation)
    return tuple(sorted(found.values(), key=lambda r: (r.span, r.predicate)))


def _relations(
    reading: Reading,
    sentence: Span,
    bones: Skeleton,
    matched: tuple[Pattern, re.Match[str]],
    package: str,
) -> Iterator[Relation]:
    pattern, match = matched
    quote = _quote(bones, match)
    focus = bones.places[match.start("v")] if _has(match, "v") else quote.start
    # What the writer says in passing is not hedged by the sentence around it.
    firm = Firmness() if pattern.own else firmness(reading.text, sentence, quote, focus, package)
    for subject in _arguments(bones, match, "s", pattern.subject):
        for found in _arguments(bones, match, "o", pattern.object):
            target = _in_words(reading.text, found) if pattern.phrase else found
            if subject is None or target is not None and target.span == subject.span is not None:
                continue
            quantity = bones.span(*match.span("q")) if _has(match, "q") else None
            yield Relation(
                quote,
                pattern.predicate,
                subject,
                target,
                focus,
                quantity,
                pattern.own,
                pattern.polarity or firm.polarity,
                pattern.modality or firm.modality,
                _hedge(firm, pattern),
                scope=sentence,
            )


def _hedge(firm: Firmness, pattern: Pattern) -> Span | None:
    return firm.hedge if pattern.modality in (None, firm.modality) else None


def _has(match: re.Match[str], group: str) -> bool:
    return group in match.re.groupindex and match[group] is not None


def _quote(bones: Skeleton, match: re.Match[str]) -> Span:
    start, end = match.span("quote") if _has(match, "quote") else match.span()
    while start < end and bones.text[start] in _EDGES:
        start += 1
    while end > start and bones.text[end - 1] in _EDGES:
        end -= 1
    return bones.span(start, end)


def _arguments(
    bones: Skeleton, match: re.Match[str], group: str, text: str | None
) -> list[Argument | None]:
    """One argument for each mention in the group, or the group's own words."""
    if not _has(match, group):
        return [Argument(text=text)] if text else [None]
    start, end = match.span(group)
    inside = [bones.mentions[i] for i in range(start, end) if i in bones.mentions]
    if inside and _only_names(bones.text[start:end]):
        return [Argument(_place(m)) for m in inside]
    return [Argument(bones.span(start, end))]


def _in_words(text: str, argument: Argument | None) -> Argument | None:
    if argument is None or argument.span is None:
        return argument
    words = " ".join(text[argument.span.start : argument.span.end].split())
    return Argument(text=words[:160])


def _only_names(words: str) -> bool:
    return (
        re.fullmatch(
            r"[\ue000-\ue007](?:(?:,| и|,? а также|、|和|与|及|以及) ?[\ue000-\ue007])*", words
        )
        is not None
    )


def _place(mention: Found) -> Span:
    return mention.span
