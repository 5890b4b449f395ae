"""Where the name of a speaker begins and ends in a Russian sentence."""

import re
from dataclasses import dataclass

from enduse.extract.attribution.lexicon import grammar
from enduse.extract.attribution.russian.lexicon import russian_verbs
from enduse.extract.russian.morphology import forms
from enduse.extract.segment import Span

__all__ = [
    "Words",
    "agent_before",
    "source_after",
    "source_before",
    "source_of_phrase",
    "speaking_place",
]

Range = tuple[int, int]
_MARKS = frozenset(",;:—–.!?…•|🔸🔹⚡️▪►*#")
_MOST_WORDS = 40
# A participle in the genitive: «доклада, направленного заводом в министерство, …».
_PARTICIPLES = ("нного", "нной", "нных", "вшего", "вшей", "вших", "ющего", "ющей", "ющих")
_GENITIVE = ("а", "я", "ы", "и", "ой", "ей", "ого", "его", "ов", "ых", "их")
_HEARERS = frozenset(
    "журналистам журналисту корреспонденту агентству изданию газете телеканалу радиостанции "
    "репортёрам репортерам порталу депутатам".split()
)


@dataclass(slots=True)
class Words:
    """A unit as parallel lists; a quotation that is a name or somebody's words is one token."""

    text: str
    starts: list[int]
    ends: list[int]
    low: list[str]

    def span(self, first: int, last: int) -> Span:
        """Return the place of the tokens first to last (exclusive)."""
        return Span(self.starts[first], self.ends[last - 1])

    def is_name(self, i: int) -> bool:
        """Whether the token begins with a capital or is a short quotation."""
        if self.low[i] == "«»":
            return self.ends[i] - self.starts[i] < 60
        return self.text[self.starts[i]].isupper()


def source_before(w: Words, end: int, start: int, drop: tuple[str, ...] = ()) -> Range | None:
    """Return the speaker named before a verb, with an apposition between commas."""
    last = end - 1
    table = grammar("ru")
    while last >= start and w.low[last] in table["adverb"]:
        last -= 1
    if last < start:
        return None
    if w.low[last] == ",":
        return _before_apposition(w, last, start, drop)
    if w.low[last] in _MARKS:
        return None
    if w.low[last] in table["time"] and w.low[max(last - 1, 0)] in table["preposition"]:
        last -= 2
    first = _leftmost(w, last, start)
    first = _without_adverbial(w, first, last, drop)
    if not drop:
        first = _nominative_from(w, first, last)
    if first > last or w.low[last] == "что" or w.low[first : last + 1] in _ACTED_ON:
        return None
    return first, last + 1


def _nominative_from(w: Words, first: int, last: int) -> int:
    """Leave out what stands in another case before the speaker: «зрелым проектом эксперты»."""
    for i in range(first, last + 1):
        known = forms(w.low[i]) if w.low[i].isalpha() else ()
        named = w.is_name(i) and i > first
        if not known or any(f.case == "nomn" for f in known) or named:
            return i
    return first


# Pronouns in the accusative and the dative do not speak: «его подозревают».
_ACTED_ON = (["его"], ["её"], ["ее"], ["их"], ["ему"], ["ей"], ["им"])


def _before_apposition(w: Words, comma: int, start: int, drop: tuple[str, ...]) -> Range | None:
    opening = comma - 1
    while opening > start and comma - opening < _MOST_WORDS:
        if w.low[opening] == ",":
            break
        if w.low[opening] in russian_verbs() and not _relative_before(w, opening, start):
            return None
        opening -= 1
    if opening <= start or w.low[opening] != "," or _has_verb(w, opening + 1, comma):
        return None
    first = _without_adverbial(w, _leftmost(w, opening - 1, start), opening - 1, drop)
    return (first, comma) if first < opening else None


def _relative_before(w: Words, verb: int, start: int) -> bool:
    """Whether a verb stands in «…, которому мы показали документы,»."""
    opening = next((i for i in range(verb - 1, start, -1) if w.low[i] == ","), start)
    return any(word.startswith("котор") for word in w.low[opening + 1 : opening + 4])


def _has_verb(w: Words, first: int, last: int) -> bool:
    """Whether a finite verb stands among these words, so that they are no apposition."""
    relative = w.low[first].startswith("котор") or w.low[first + 1 : first + 2] == ["которого"]
    return not relative and any(
        f.pos in ("VERB", "GRND")
        for word in w.low[first:last]
        if word.isalpha()
        for f in forms(word)[:1]
    )


def agent_before(w: Words, end: int, start: int) -> Range | None:
    """Return «судом» of «судом установлено, что», and «проверки» of «по итогам проверки»."""
    first = max(start, end - 5)
    for i in range(first, end):
        if w.low[i] in _FINDINGS and w.low[i - 1 : i] == ["по"] and i + 1 < end:
            return i + 1, end
        known = forms(w.low[i])[:1] if w.low[i].isalpha() else ()
        if any(f.pos == "NOUN" and f.case == "ablt" for f in known):
            opens = i == start or w.low[i - 1] in _MARKS or w.low[i - 1] in ("как", "и")
            if opens:
                return i, end
    return None


_FINDINGS = frozenset("итогам результатам ходе материалам данным".split())


def speaking_place(w: Words, end: int, start: int) -> Range | None:
    """Return the body of «в министерстве заявили», without its preposition."""
    last = end - 1
    while last >= start and w.low[last] in grammar("ru")["adverb"]:
        last -= 1
    first = last
    while first > start and w.low[first] not in ("в", "во") and w.low[first] not in _MARKS:
        first -= 1
    if first >= last or w.low[first] not in ("в", "во") or last - first > 8:
        return None
    opens = (
        first == 0
        or w.low[first - 1] in _MARKS
        or w.low[first - 1] in ("а", "и", "но", "однако", "тем", "что", "временем")
    )
    return (first + 1, last + 1) if opens else None


def _leftmost(w: Words, last: int, start: int) -> int:
    table, verbs = grammar("ru"), russian_verbs()
    first = last + 1
    while first > start and last - first < _MOST_WORDS:
        word = w.low[first - 1]
        ends = word in _MARKS or word in table["stop"] or word == "что" or word in verbs
        if ends or (word == "«»" and not w.is_name(first - 1)):
            break
        first -= 1
    return first


def _without_adverbial(w: Words, first: int, last: int, drop: tuple[str, ...]) -> int:
    """Leave out «вчера», «как», «в понедельник», «на брифинге» before the speaker."""
    table = grammar("ru")
    while first <= last:
        word = w.low[first]
        if word in table["adverb"] or word in ("как", '"', "«", "»", "(", ")") or word in drop:
            first += 1
        elif word in table["preposition"] and not drop:
            first = _past_adverbial(w, first, last)
        else:
            break
    return first


def _past_adverbial(w: Words, first: int, last: int) -> int:
    times = grammar("ru")["time"]
    for i in range(first + 1, min(first + 6, last + 1)):
        if w.low[i] in times:
            while i + 1 <= last and w.low[i + 1] in times:
                i += 1
            return i + 1
    for i in range(first + 2, last + 1):
        if w.is_name(i) and not w.is_name(i - 1):
            return i
    return first + 2


def source_after(w: Words, start: int) -> Range | None:
    """Return the speaker named after a verb: «сообщил в среду представитель завода»."""
    table = grammar("ru")
    i, size = start, len(w.low)
    while i < size and (w.low[i] in table["adverb"] or w.low[i] in _HEARERS):
        i += 1
        if i < size and w.low[i - 1] in _HEARERS and w.low[i] == "«»":
            i += 1
    if i + 1 < size and w.low[i] == "«»" and w.low[i + 1] not in _MARKS and _is_told(w, i):
        i += 1
    if i < size and w.low[i] in table["preposition"]:
        i = _past_adverbial(w, i, min(i + 6, size - 1))
    end = _rightmost(w, i)
    if end == i:
        return None
    if end + 1 < size and w.low[end] == "," and w.is_name(end - 1):
        further = _apposition(w, end + 1)
        return (i, further) if further else (i, end)
    return i, end


def _is_told(w: Words, i: int) -> bool:
    """Whether a quoted name stands in the dative: «рассказали «Вестям» два сотрудника»."""
    last = re.findall(r"[^\W_]+", w.text[w.starts[i] : w.ends[i]])
    cases = {f.case for f in forms(last[-1])} if last else set()
    return "datv" in cases and "nomn" not in cases


def _apposition(w: Words, start: int) -> int:
    """One past an apposition that ends at a mark; 0 where a clause follows."""
    end = _rightmost(w, start)
    closed = end >= len(w.low) or w.low[end] in _MARKS
    clause = w.low[start] in ("что", "который", "которая", "однако", "но", "а", "и", "как", "при")
    has_verb = w.low[start].endswith(("ив", "ав", "ая")) or _has_verb(w, start, end)
    return end if closed and not clause and not has_verb and end > start else 0


def _rightmost(w: Words, start: int) -> int:
    table, verbs = grammar("ru"), russian_verbs()
    i = start
    while i < len(w.low) and i - start < _MOST_WORDS:
        word = w.low[i]
        if word in _MARKS or word in verbs or word == ")" or word in table["stop"]:
            break
        if i > start and w.low[i - 1] in ("он", "она", "они", "я", "мы"):
            break
        if word == "со" and w.low[i + 1 : i + 2] == ["ссылкой"]:
            break
        if word == "«»" and not w.is_name(i):
            break
        i += 1
    return i


def source_of_phrase(w: Words, start: int) -> Range | None:
    """Return the speaker after «по данным»: up to the comma, or the nouns in the genitive."""
    end = _rightmost(w, start)
    if end == start:
        return None
    closed = end >= len(w.low) or w.low[end] in _MARKS or w.low[end] == ")"
    if closed and end - start <= 14:
        if end + 1 < len(w.low) and w.low[end + 1].endswith(_PARTICIPLES):
            further = _rightmost(w, end + 1)
            if further < len(w.low) and w.low[further] == ",":
                return start, further
        return start, end
    i = start
    while i < end and i - start < 5 and (w.is_name(i) or w.low[i].endswith(_GENITIVE)):
        i += 1
    return (start, i) if i > start else None
