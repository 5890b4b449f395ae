"""Attributions of Russian text: verbs of saying, «по данным», «со ссылкой на», impersonal forms."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from enduse.extract.attribution.found import MOST_IN_UNIT, Found, trimmed
from enduse.extract.attribution.lexicon import grammar
from enduse.extract.attribution.lexicon_russian import RussianVerb, russian_verbs
from enduse.extract.attribution.papers_russian import colon_speaker, heading, in_paper
from enduse.extract.attribution.phrases_russian import (
    Words,
    agent_before,
    source_after,
    source_before,
    source_of_phrase,
    speaking_place,
)
from enduse.extract.attribution.quotes import Unit
from enduse.extract.segment import Span

__all__ = ["find_russian"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-.&][^\W_]+)*|[^\w\s]")
# Within a Russian quotation the author's words stand between dashes: «Да, — сказал он, — нет».
_AUTHOR_INSIDE = re.compile(r"[,?!….]\s+[—–-]\s+[а-яё]+")


@dataclass(slots=True)
class _Unit:
    text: str
    words: Words
    done: int = 0
    source: Span | None = None


def find_russian(text: str, units: Sequence[Unit]) -> Iterator[Found]:
    """Yield the attributions of a text in the order of their cues."""
    yield from heading(text)
    for unit in units:
        yield from islice(_in_unit(_Unit(text, _words(text, unit))), MOST_IN_UNIT)


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


def _in_unit(r: _Unit) -> Iterator[Found]:
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
            phrase = _phrase_end(low, i)
            if phrase:
                found, after = _by_phrase(r, i, phrase), phrase
        elif low[i] in ("судя", "если", "исходя"):
            phrase = _phrase_end(low, i)
            if phrase:
                found, after = _by_phrase(r, i, phrase), phrase
        elif low[i] in ("в", "во", "из", "на"):
            paper = in_paper(r.words, i, _scope_end(r.words, i))
            if paper is not None:
                cue = r.words.span(i, i + 1)
                found = Found((cue,), paper[0], paper[1], "states", low[i])
        if found is not None:
            r.source = found.source or r.source
            yield found
        i = after


def _phrase_end(low: Sequence[str], i: int) -> int:
    """One past the last word of «по данным» at `i`; 0 where there is none."""
    if i >= len(low):
        return 0
    table = grammar("ru")
    for size in (1, 2, 3):
        if "_".join(low[i : i + size]) in table["source_phrase"]:
            return i + size
    by = low[i : i + 1] == ["по"]
    theirs = by and low[i + 1 : i + 2] and low[i + 1] in ("его", "её", "ее", "их")
    if theirs and "_".join(("по", *low[i + 2 : i + 3])) in table["source_phrase"]:
        return i + 3
    unnamed = by and low[i + 1 : i + 2] and low[i + 1] in table["unnamed"]
    if unnamed and low[i + 2 : i + 3] and low[i + 2] in ("данным", "сведениям", "оценкам"):
        return i + 3
    return 0


def _by_verb(r: _Unit, v: int, verb: RussianVerb) -> Found | None:
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
    pieces = _content(r, right_from, left_end, verb, turned=right_from > v + 1)
    if not pieces:
        return None
    cue = w.span(start, v + 1)
    return Found((cue,), source, pieces, verb.implies, verb.lemma, negated)


def _many(word: str) -> bool:
    """Whether a verb stands in the plural, as after «в министерстве»."""
    return word.endswith(("ли", "лись", "ют", "ят", "ут", "ются"))


def _inverted(w: Words, start: int) -> bool:
    return start == 0 or w.low[start - 1] in (",", "—", "–", "-", "«»", "как", "!", "?")


def _shares_subject(w: Words, start: int) -> bool:
    return start > 0 and w.low[start - 1] in ("и", "а", "но", ",", "также")


def _content(
    r: _Unit, right: int, left_end: int, verb: RussianVerb, *, turned: bool
) -> tuple[Span, ...]:
    """What is said: after the verb, or before a speaker that stands behind it."""
    w = r.words
    end = _after(w, right, verb)
    pieces: list[Span] = []
    begins_with_as = left_end > 0 and w.low[left_end - 1] == "как"
    if turned and begins_with_as:
        end = _after_comma(w, right) or end
    elif turned or (end is None and _closes(w, left_end)):
        # «…, заявил X, передаёт Y»: the last voice gives all that stands before it.
        first = r.done if left_end - r.done > 1 else 0
        if left_end > first:
            left = trimmed(r.text, w.starts[first], w.ends[left_end - 1])
            if left.end - left.start > 3:
                pieces.append(left)
        if end is None and right + 1 < len(w.low) and w.low[right] in (",", "."):
            if w.low[right + 1] in ("—", "–", "-"):
                end = (right + 2, len(w.low))
    if end is not None:
        piece = trimmed(r.text, w.starts[end[0]], w.ends[end[1] - 1])
        if piece.start < piece.end:
            pieces.append(piece)
        r.done = end[1]
    else:
        r.done = right
    return tuple(pieces)


def _after_comma(w: Words, right: int) -> tuple[int, int] | None:
    """What follows «как сообщает X со ссылкой на Y,»."""
    for i in range(right, min(right + 25, len(w.low) - 1)):
        if w.low[i] == ",":
            return i + 1, len(w.low)
    return None


def _closes(w: Words, left_end: int) -> bool:
    return left_end > 0 and w.low[left_end - 1] in (",", "—", "–", "«»")


def _after(w: Words, right: int, verb: RussianVerb) -> tuple[int, int] | None:
    """The tokens of what follows the verb: «, что …», «: …», «о …», a thing or a deed."""
    size = len(w.low)
    # Adverbials between the verb and «что»: «заявил в понедельник журналистам, что».
    for i in range(right, min(right + 14, size)):
        if w.low[i] == "," and w.low[i + 1 : i + 2] in (["что"], ["будто"], ["чтобы"]):
            return i + 1, _scope_end(w, i + 1)
        if w.low[i] == ":":
            return (i + 1, size) if i + 1 < size else None
        if w.low[i] == "«»" and i == right:
            return i, _scope_end(w, i)
        if w.low[i] in (",", ".", ";", "—", "–"):
            break
    if right >= size:
        return None
    if w.low[right] in ("о", "об", "обо") or (
        verb.takes_thing and w.low[right] not in (",", ".", ";", "—", "–", "и", ")", "что")
    ):
        return right, _scope_end(w, right)
    if w.low[right] in ("что", "чтобы"):
        return right, _scope_end(w, right)
    return None


def _scope_end(w: Words, at: int, opened: bool = False) -> int:
    """One past the last token of what is said from `at` on.

    What «по словам X» opens goes on behind «, а» and «, но».
    """
    verbs, table = russian_verbs(), grammar("ru")
    for i in range(at + 1, len(w.low)):
        word = w.low[i]
        if word == ";":
            return i
        following = w.low[i + 1] if i + 1 < len(w.low) else "."
        if word == ",":
            verb = verbs.get(following)
            turns = following in table["stop"] and following not in ("когда", "если", "поскольку")
            turns = turns and not (opened and following in ("а", "но", "однако"))
            if turns or verb is not None or _phrase_end(w.low, i + 1):
                return i
            if following == "как" and w.low[i + 2 : i + 3] and w.low[i + 2] in verbs:
                return i
        if word == "и" and following in verbs and verbs[following].manner == "finite":
            return i
    return len(w.low)


def _impersonal(r: _Unit, v: int, start: int, verb: RussianVerb, negated: bool) -> Found | None:
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
    pieces = _content(r, right, start, verb, turned=turned)
    if not pieces:
        return None
    cue = w.span(start, v + 1)
    return Found((cue,), source, pieces, verb.implies, verb.lemma, negated)


def _antecedent(w: Words, pronoun: int) -> Span | None:
    """«…накладные, из которых следует»: the noun before the comma."""
    comma = next((i for i in range(pronoun, 0, -1) if w.low[i] == ","), 0)
    return w.span(comma - 1, comma) if comma else None


def _by_phrase(r: _Unit, i: int, end: int) -> Found | None:
    """«По данным X, …», «…, по словам X», «со ссылкой на X»."""
    w = r.words
    unnamed = any(word in grammar("ru")["unnamed"] for word in w.low[i:end])
    theirs = end - i == 3 and w.low[i + 1] in ("его", "её", "ее", "их")
    named = None if unnamed else (i + 1, i + 2) if theirs else source_of_phrase(w, end)
    if named is None and not unnamed:
        return None
    right = named[1] if named and not theirs else end
    opens = i <= r.done or w.low[i - 1] in ("и", "а", "но") or i == 0
    if right < len(w.low) and w.low[right] == ",":
        right += 1
    pieces: list[Span] = []
    if not opens:
        left = trimmed(r.text, w.starts[_clause_before(w, r.done, i, right)], w.ends[i - 1])
        if left.end - left.start > 3:
            pieces.append(left)
    said_on = right < len(w.low) and w.low[right - 1] == "," and not _is_cue(w, right)
    if opens or said_on:
        stop = _scope_end(w, right, opens) if right < len(w.low) else right
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


def _clause_before(w: Words, done: int, at: int, right: int) -> int:
    """Where the clause begins into which «по словам X» is set: «…, которой завод, по словам X,»."""
    if right >= len(w.low) or w.low[right - 1] != ",":
        return done
    for i in range(at - 2, done, -1):
        if w.low[i] == ";" or w.low[i] == "," and w.low[i + 1] in ("а", "но", "однако", "хотя"):
            return i + 1
        if w.low[i] == "," and any(x.startswith("котор") for x in w.low[i + 1 : i + 4]):
            return i + 1
    return done


def _is_cue(w: Words, at: int) -> bool:
    return w.low[at] in russian_verbs() or bool(_phrase_end(w.low, at))
