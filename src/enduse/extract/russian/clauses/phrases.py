"""Where the noun phrases of a Russian sentence begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from enduse.extract.russian.clauses.phrase import Phrase, agreeing
from enduse.extract.russian.clauses.tokens import Token
from enduse.extract.russian.clauses.words import compounds, units
from enduse.extract.russian.clauses.words import words as words_of

__all__ = ["phrases"]

_SAME = {"во": "в", "со": "с", "ко": "к", "об": "о", "обо": "о"}
_CASES = frozenset("nomn gent datv accs ablt loct".split())
_COUNTED = frozenset(("nomn", "accs", "gent"))


def phrases(words: Sequence[Token]) -> tuple[Phrase, ...]:
    """Return the noun phrases of a sentence in order, none overlapping."""
    found: list[Phrase] = []
    for phrase in _phrases(words):
        if found:
            _share_preposition(words, found[-1], phrase)
        found.append(phrase)
    return tuple(found)


_GOVERNED = {
    "в": ("accs", "loct"), "на": ("accs", "loct"), "за": ("accs", "ablt"), "под": ("accs", "ablt"),
    "из": ("gent",), "от": ("gent",), "для": ("gent",), "у": ("gent",), "до": ("gent",),
    "против": ("gent",), "с": ("ablt", "gent"), "между": ("ablt",), "к": ("datv",),
    "по": ("datv",), "через": ("accs",), "о": ("loct",), "при": ("loct",),
}  # fmt: skip


def _share_preposition(words: Sequence[Token], before: Phrase, phrase: Phrase) -> None:
    """«В X и Y», «из Китая и Турции»: the second stands under the preposition of the first."""
    governed = _GOVERNED.get(before.prep, ())
    listed = words[before.last].low == "," and _both_places(before, phrase)
    joined = words[before.last].low == "и" or listed
    if (
        not joined
        or phrase.first != before.last + 1
        or phrase.prep
        or phrase.counted != before.counted
        or phrase.is_time
    ):
        return
    alike = (phrase.mention is None) == (before.mention is None) or phrase.human == before.human
    cases = frozenset(c for c in governed if c in before.cases) & phrase.cases
    following = words[phrase.last] if phrase.last < len(words) else None
    acts = following is not None and "nomn" in phrase.cases and _agrees(following, phrase)
    if alike and cases and not acts:
        phrase.prep, phrase.cases = before.prep, cases


def _both_places(before: Phrase, phrase: Phrase) -> bool:
    some = (before.head.mention, phrase.head.mention)
    return all(m is not None and m.schema == "Address" for m in some)


def _agrees(verb: Token, phrase: Phrase) -> bool:
    """Whether a verb in the singular follows that the phrase may be the subject of."""
    if verb.mention is not None or verb.pos not in ("VERB", "PRTS"):
        return False
    form = verb.forms[0]
    return form.number != "plur" and agreeing(phrase.head.forms, form.number, form.gender)


def _phrases(words: Sequence[Token]) -> Iterator[Phrase]:
    i = 0
    while i < len(words):
        found = _at(words, i)
        if found is None:
            i += 1
        else:
            yield found
            i = found.last


def _at(words: Sequence[Token], first: int) -> Phrase | None:
    prep, i = _preposition(words, first)
    if prep and words[i].low in ("«", "„", '"') and i + 1 < len(words):
        i += 1  # «оформлены как «бытовые термостаты»»
    begin, counted, modifiers = i, False, []
    while i < len(words):
        token = words[i]
        if _is_number(token):
            counted = True
        elif token.low in words_of("bounds") and _number_follows(words, i):
            pass
        elif token.mention is None and (
            token.pos in ("ADJF", "PRTF") and not _heads(words, i) or token.pos == "NUMR"
        ):
            counted = counted or token.pos == "NUMR"
            if token.pos != "NUMR":
                modifiers.append(token)
        elif (
            (counted or prep or modifiers)
            and token.low in ("и", "или")
            and modifiers
            and _adjective_next(words, i)
        ):
            pass
        else:
            break
        i += 1
    head = words[i] if i < len(words) else None
    if head is None or not (head.mention or _noun(head)):
        if counted:
            return _bare_number(words, begin, i, first, prep)
        return _pronoun(words, (begin, first, i), prep, tuple(modifiers))
    if modifiers and not prep and not counted and not _agree(modifiers[-1], head):
        return None
    mention = head.mention
    counted = counted or mention is not None and mention.kind == "source" and mention.number > 1
    cases = _cases(head, modifiers, counted)
    numbers = frozenset(f.number for f in head.forms if f.case in cases)
    return Phrase(
        words[begin].start, head.end, first, i + 1, head, cases, prep, counted, tuple(modifiers),
        numbers=numbers, unit=_unit(words, head, i + 1) if counted else "",
        share=any(t.low == "%" or t.low.startswith("процент") for t in words[begin:i]),
    )  # fmt: skip


def _unit(words: Sequence[Token], head: Token, after: int) -> str:
    if [t.low for t in words[after : after + 2]] in (["/", "ч"], ["в", "час"]):
        return "speed"
    heads = {head.low, *(f.lemma for f in head.forms[:2])}
    return next((units()[h] for h in heads if h in units()), "")


def _agree(modifier: Token, head: Token) -> bool:
    """Whether an adjective may belong to a noun, and is not «принадлежащая ему»."""
    return any(
        (not f.case or m.case in ("", f.case))
        and (not f.number or m.number in ("", f.number))
        and (not f.gender or not m.gender or f.gender == m.gender or f.number == "plur")
        for f in head.forms
        for m in modifier.forms
    )


def _noun(token: Token) -> bool:
    return (
        token.pos in ("NOUN", "NPRO")
        and token.low not in words_of("scales")
        and token.low not in words_of("prepositions")
    )


def _heads(words: Sequence[Token], i: int) -> bool:
    """Whether an adjective stands for a noun: «военным», «который», «российские»."""
    token = words[i]
    if token.low.startswith("котор"):
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    if following is not None and token.reads("NOUN") and not _agree(token, following):
        return following.mention is not None or following.pos in ("NOUN", "NPRO")
    if following is None or following.mention is not None:
        return following is None
    if not following.low[0].isalnum() and following.low not in ("«", "„", '"', "“", ","):
        return True
    if following.low == ",":
        return token.reads("NOUN") is not None or not _adjective_next(words, i + 1)
    if following.low in ("и", "или", ",") and _adjective_next(words, i + 1):
        return False
    return following.pos not in ("ADJF", "PRTF", "NOUN", "NUMR", "") or following.low in words_of(
        "prepositions"
    )


def _pronoun(
    words: Sequence[Token], at: tuple[int, int, int], prep: str, modifiers: tuple[Token, ...]
) -> Phrase | None:
    """«который», and adjectives and participles that stand for nouns: «военным», «данные»."""
    begin, first, i = at
    if i >= len(words):
        return None
    token = words[i]
    nouns = tuple(f for f in token.forms if f.pos == "NOUN")
    if token.pos in ("ADJF", "PRTF") and nouns:
        token = replace(token, forms=nouns)
    elif not prep and _says_what_like(token):
        # «Считает документы подлинными»: what somebody takes something for.
        token = replace(token, forms=tuple(f for f in token.forms if f.case == "ablt"))
    elif not token.low.startswith("котор"):
        return None
    cases = frozenset(f.case for f in token.forms if f.case)
    return Phrase(words[begin].start, token.end, first, i + 1, token, cases, prep, False, modifiers)


def _says_what_like(token: Token) -> bool:
    """Whether an adjective may stand in the instrumental: «считает схему типичной»."""
    if token.pos == "ADJF":
        return any(f.case == "ablt" for f in token.forms)
    return token.pos == "PRTF" and token.forms[0].case == "ablt"


def _bare_number(
    words: Sequence[Token], begin: int, i: int, first: int, prep: str
) -> Phrase | None:
    """A number without a noun: «75%», «1,5 млн»."""
    if i <= begin:
        return None
    last = words[i - 1]
    share = last.low == "%" or last.low.startswith("процент")
    return Phrase(
        words[begin].start, last.end, first, i, last, _COUNTED, prep, counted=True, share=share
    )


def _adjective_next(words: Sequence[Token], i: int) -> bool:
    return i + 1 < len(words) and words[i + 1].pos in ("ADJF", "PRTF")


def _preposition(words: Sequence[Token], i: int) -> tuple[str, int]:
    low = words[i].low
    if low in words_of("bounds") and _number_follows(words, i) and words[i + 1].mention is None:
        return "", i
    if i + 1 < len(words):
        compound = compounds().get((low, words[i + 1].low))
        if compound is not None:
            i += 2
            if (
                i < len(words)
                and words[i].low in ("сумму", "с", "на")
                and words[i - 1].low in ("общую", "соответствии", "ссылкой")
            ):
                i += 1
            return compound, min(i, len(words) - 1)
    if low == "как" and _compares(words, i):
        return "как", i + 1
    if low in words_of("prepositions") and words[i].mention is None and i + 1 < len(words):
        return _SAME.get(low, low), i + 1
    return "", i


def _compares(words: Sequence[Token], i: int) -> bool:
    """Whether «как» names what something is taken for: «оформлены как агрегаты»."""
    if not i or i + 1 >= len(words) or words[i - 1].low in _NO_ROLE:
        return False
    return words[i + 1].low not in ("минимум", "правило", "раз", "и", "только")


_NO_ROLE = frozenset(", — – : ; ( « так того тем перед после до как вот и а но такой такие".split())


def _is_number(token: Token) -> bool:
    return (
        token.low[0].isdigit()
        or token.low in words_of("scales")
        or any(f.lemma in words_of("scales") for f in token.forms[:1])
    )


def _number_follows(words: Sequence[Token], i: int) -> bool:
    for token in words[i + 1 : i + 4]:
        if _is_number(token) or token.pos == "NUMR":
            return True
        if token.low not in words_of("bounds"):
            return False
    return False


def _cases(head: Token, modifiers: Sequence[Token], counted: bool) -> frozenset[str]:
    nouns = [f for f in head.forms if f.case and f.pos in ("NOUN", "NPRO")] or head.forms
    cases = frozenset(f.case for f in nouns if f.case) or _CASES
    for token in modifiers:
        known = [f for f in token.forms if f.pos in ("ADJF", "PRTF")] or token.forms
        allowed = frozenset(f.case for f in known if f.case)
        if not (token.pos == "ADJF" and counted):
            cases = (cases & allowed) or cases
    return cases | _COUNTED if counted and "gent" in cases else cases
