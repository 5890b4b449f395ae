"""Attributions of Russian text: verbs of saying, «по данным», «со ссылкой на», impersonal forms."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from enduse.extract.attribution.found import MOST_IN_UNIT, Found, trimmed
from enduse.extract.attribution.lexicon import grammar
from enduse.extract.attribution.quotes import Unit
from enduse.extract.attribution.russian.contents import (
    Reading,
    clause_before,
    content,
    phrase_end,
    scope_end,
    starts_cue,
    tells_whose,
)
from enduse.extract.attribution.russian.lexicon import RussianVerb, russian_verbs
from enduse.extract.attribution.russian.papers import colon_speaker, heading, in_paper
from enduse.extract.attribution.russian.pointing import pointing, with_what_it_points_to
from enduse.extract.attribution.russian.speakers import (
    Words,
    agent_before,
    source_after,
    source_before,
    source_of_phrase,
    speaking_place,
)
from enduse.extract.segment import Span

__all__ = ["find_russian"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-.&][^\W_]+)*|[^\w\s]")
# Within a Russian quotation the author's words stand between dashes: «Да, — сказал он, — нет».
_AUTHOR_INSIDE = re.compile(r"[,?!….]\s+[—–-]\s+[а-яё]+")


def find_russian(text: str, units: Sequence[Unit]) -> Iterator[Found]:
    """Yield the attributions of a text in the order of their cues."""
    yield from heading(text)
    before: Unit | None = None
    for unit in units:
        words = _words(text, unit)
        yield from pointing(text, unit, words, before)
        found = list(islice(_in_unit(Reading(text, words)), MOST_IN_UNIT))
        yield from with_what_it_points_to(text, found, before)
        before = unit


def _words(text: str, unit: Unit) -> Words:
    found = Words(text, [], [], [])
    at = unit.span.start
    for quote in unit.quotes:
        if _AUTHOR_INSIDE.search(text, quote.start, quote.end):
            continue
        _add(found, text, at, quote.start)
        found.starts.append(quote.start)
        found.ends.append(quote.end)
        found.low.append("«»")
        at = quote.end
    _add(found, text, at, unit.span.end)
    return found


def _add(found: Words, text: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(text, start, end):
        found.starts.append(match.start())
        found.ends.append(match.end())
        found.low.append(match.group().lower())


def _in_unit(r: Reading) -> Iterator[Found]:
    verbs = russian_verbs()
    low = r.words.low
    spoken = colon_speaker(r.words)
    if spoken is not None:
        who, begin = spoken
        piece = trimmed(r.text, r.words.starts[begin], r.words.ends[-1])
        yield Found((Span(who.end, who.end + 1),), who, (piece,), "states", ":")
    i = 0
    while i < len(low):
        found: Found | None = None
        after = i + 1
        if low[i] in verbs:
            found = _by_verb(r, i, verbs[low[i]])
        elif low[i] in ("по", "согласно", "со", "ссылаясь"):
            phrase = phrase_end(low, i)
            if phrase:
                found, after = _by_phrase(r, i, phrase), phrase
        elif low[i] in ("судя", "если", "исходя"):
            phrase = phrase_end(low, i)
            if phrase:
                found, after = _by_phrase(r, i, phrase), phrase
        elif low[i] in ("в", "во", "из", "на"):
            paper = in_paper(r.words, i, scope_end(r.words, i))
            if paper is not None:
                cue = r.words.span(i, i + 1)
                found = Found((cue,), paper[0], paper[1], "states", low[i])
        if found is not None:
            r.source = found.source or r.source
            yield found
        i = after


def _by_verb(r: Reading, v: int, verb: RussianVerb) -> Found | None:
    w = r.words
    negated = v > 0 and w.low[v - 1] == "не"
    start = v - 1 if negated else v
    if verb.manner == "impersonal":
        return _impersonal(r, v, start, verb, negated)
    before = None if verb.manner == "participle" else source_before(w, start, r.done)
    right_from, left_end = v + 1, start
    source: Span | None = r.source
    speaking = None if before is not None else speaking_place(w, start, r.done)
    if speaking is not None and _many(w.low[v]):
        source, left_end = w.span(*speaking), speaking[0] - 1
    elif before is not None:
        source, left_end = w.span(*before), before[0]
    elif verb.manner == "finite":
        after = source_after(w, v + 1) if _inverted(w, start) else None
        inside = w.low[v + 1 : v + 2] in (["в"], ["во"]) and w.low[v + 2 : v + 3] != ["том"]
        if after is None and _many(w.low[v]) and inside:
            after = source_after(w, v + 2)
        if after is not None:
            source, right_from = w.span(*after), after[1]
        elif not _shares_subject(w, start):
            return None
    pieces = content(r, right_from, left_end, verb, turned=right_from > v + 1)
    if not pieces:
        return None
    cue = w.span(start, v + 1)
    return Found((cue,), source, pieces, verb.implies, verb.lemma, negated)


def _many(word: str) -> bool:
    """Whether a verb stands in the plural, as after «в министерстве»."""
    return word.endswith(("ли", "лись", "ют", "ят", "ут", "ются"))


def _inverted(w: Words, start: int) -> bool:
    if start == 0 or w.low[start - 1] in (",", "—", "–", "-", "«»", "как", "!", "?"):
        return True
    return start == 2 and w.low[:2] in (["об", "этом"], ["о", "том"], ["об", "этих"])


def _shares_subject(w: Words, start: int) -> bool:
    return start > 0 and w.low[start - 1] in ("и", "а", "но", ",", "также")


def _impersonal(r: Reading, v: int, start: int, verb: RussianVerb, negated: bool) -> Found | None:
    """«Сообщается, что», «говорится в докладе», «из документов следует, что»."""
    w = r.words
    source: Span | None = None
    right = v + 1
    if verb.lemma == "следует":
        known = source_before(w, start, r.done, drop=("из", "как"))
        opened = w.low[right : right + 1] == ["из"]
        if not opened and (known is None or "из" not in w.low[r.done : start]):
            return None
        source = w.span(*known) if known and not opened else None
        if known and w.low[known[0]].startswith("котор"):
            source = _antecedent(w, known[0])
    elif agent_before(w, start, r.done) is not None:
        known = agent_before(w, start, r.done)
        source = w.span(*known) if known else None
    elif start > 0 and not {"в", "на"}.isdisjoint(w.low[max(r.done, start - 12) : start]):
        known = source_before(w, start, r.done, drop=("в", "во", "на", "как"))
        source = w.span(*known) if known else None
    if source is None and w.low[right : right + 1] in (["в"], ["во"], ["на"], ["из"]):
        after = source_after(w, right + 1)
        if after is not None:
            source, right = w.span(*after), after[1]
    turned = right > v + 1 or (start > 0 and w.low[start - 1] in (",", "как"))
    pieces = content(r, right, start, verb, turned=turned)
    if not pieces:
        return None
    cue = w.span(start, v + 1)
    return Found((cue,), source, pieces, verb.implies, verb.lemma, negated)


def _antecedent(w: Words, pronoun: int) -> Span | None:
    """«…накладные, из которых следует»: the noun before the comma."""
    comma = next((i for i in range(pronoun, 0, -1) if w.low[i] == ","), 0)
    return w.span(comma - 1, comma) if comma else None


def _by_phrase(r: Reading, i: int, end: int) -> Found | None:
    """«По данным X, …», «…, по словам X», «со ссылкой на X»."""
    w = r.words
    unnamed = any(word in grammar("ru")["unnamed"] for word in w.low[i:end])
    theirs = end - i == 3 and w.low[i + 1] in ("его", "её", "ее", "их")
    named = None if unnamed else (i + 1, i + 2) if theirs else source_of_phrase(w, end)
    if not theirs and end - i == 3 and tells_whose(w.low, i):
        named, theirs = (i + 1, i + 3), True
    if named is None and not unnamed:
        return None
    right = named[1] if named and not theirs else end
    opens = i <= r.done or w.low[i - 1] in ("и", "а", "но") or i == 0
    if right < len(w.low) and w.low[right] == ",":
        right += 1
    pieces: list[Span] = []
    if not opens:
        left = trimmed(r.text, w.starts[clause_before(w, r.done, i, right)], w.ends[i - 1])
        if left.end - left.start > 3:
            pieces.append(left)
    said_on = right < len(w.low) and w.low[right - 1] == "," and not starts_cue(w, right)
    if opens or said_on:
        stop = scope_end(w, right, opens) if right < len(w.low) else right
        if stop > right:
            piece = trimmed(r.text, w.starts[right], w.ends[stop - 1])
            if piece.start < piece.end:
                pieces.append(piece)
    if not pieces:
        return None
    source = w.span(*named) if named else None
    r.done = right if not opens else r.done
    lemma = " ".join(w.low[i:end])
    implies = "states" if named else "relays"
    through = r.source if w.low[i] in ("со", "ссылаясь") else None
    return Found((w.span(i, end),), source, tuple(pieces), implies, lemma, hearer=through)
