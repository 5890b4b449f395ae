"""What a trained tagger sees of each word: its form, its neighbours, and what the rules say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.extract.attribution import Attribution, attributions
from enduse.extract.attribution.english.words import Tagged, tag
from enduse.extract.attribution.lexicon import verb_forms
from enduse.extract.attribution.quotes import Unit, units
from enduse.extract.segment import Span

__all__ = ["Row", "rows"]


@dataclass(slots=True)
class Row:
    """One sentence for the tagger.

    Attributes:
        starts: First character of each word.
        ends: One past the last.
        features: The features of each word.
    """

    starts: list[int]
    ends: list[int]
    features: list[list[str]]


def rows(text: str, sentences: Sequence[Span]) -> Iterator[tuple[Row, tuple[Attribution, ...]]]:
    """Yield the sentences of a text with their features, and the rules' attributions in each."""
    by_rules = attributions(text, sentences, "en")
    at = 0
    for unit in units(text, sentences):
        inside: list[Attribution] = []
        while at < len(by_rules) and by_rules[at].cue[0].start < unit.span.end:
            inside.append(by_rules[at])
            at += 1
        tokens, quoted = _expanded(text, unit)
        if tokens.starts:
            said = _rule_letters(tokens, by_rules[max(0, at - len(inside) - 3) : at])
            yield (
                Row(tokens.starts, tokens.ends, _features(tokens, quoted, said, unit)),
                tuple(inside),
            )


def _expanded(text: str, unit: Unit) -> tuple[Tagged, list[str]]:
    """The words of a unit, those of its quotations too, and which of them are quoted."""
    outer = tag(text, unit)
    found = Tagged([], [], [], [], [])
    quoted: list[str] = []
    for i, letter in enumerate(outer.tags):
        if letter != "Q":
            part, mark = Tagged(*([getattr(outer, f)[i]] for f in _FIELDS)), "o"
        else:
            part, mark = tag(text, Unit(Span(outer.starts[i], outer.ends[i]), (), False)), "q"
        for name in _FIELDS:
            getattr(found, name).extend(getattr(part, name))
        quoted.extend(mark * len(part.starts))
    return found, quoted


_FIELDS = ("starts", "ends", "words", "tags", "capital")


def _rule_letters(tokens: Tagged, found: Sequence[Attribution]) -> list[str]:
    """For each word the roles that the rules give it: "c" cue, "s" source, "k" content, "-"."""
    letters = [""] * len(tokens.starts)
    for each in found:
        marked = [(piece, "k") for piece in each.content] + [(piece, "c") for piece in each.cue]
        if each.source is not None:
            marked.append((each.source, "s"))
        for span, letter in marked:
            first = True
            for i, start in enumerate(tokens.starts):
                if span.start <= start < span.end:
                    letters[i] += letter.upper() if first else letter
                    first = False
    return ["".join(sorted(set(letter))) or "-" for letter in letters]


def _features(u: Tagged, quoted: list[str], said: list[str], unit: Unit) -> list[list[str]]:
    size = len(u.starts)
    ahead, behind = _nearest(said, "c"), _nearest(said[::-1], "c")[::-1]
    result = []
    padded_tags = [".", ".", *u.tags, ".", "."]
    padded_said = ["|", "|", *said, "|", "|"]
    padded_words = ["", *u.words, ""]
    for i in range(size):
        p = i + 2
        word, letter = u.words[i], u.tags[i]
        before, after = padded_tags[p - 1], padded_tags[p + 1]
        row = [
            "b",
            "w=" + word,
            "t=" + letter,
            "x=" + word[-3:],
            f"c={u.capital[i]}{quoted[i]}{letter}",
            "t-=" + before,
            "t+=" + after,
            f"t3={before}{letter}{after}",
            f"t--={padded_tags[p - 2]}{before}",
            f"t++={after}{padded_tags[p + 2]}",
            "w-=" + padded_words[i],
            "w+=" + padded_words[i + 2],
            "r=" + said[i],
            f"r3={padded_said[p - 1]}|{said[i]}|{padded_said[p + 1]}",
            f"rt={said[i]}{letter}{after}",
            f"rw={said[i]}{word}",
            f"n={behind[i]}|{ahead[i]}|{quoted[i]}",
            f"q={quoted[i - 1] if i else '|'}{quoted[i]}{quoted[i + 1] if i + 1 < size else '|'}",
        ]
        form = verb_forms().get(word) if letter == "K" else None
        if form is not None and form.alone is not None:
            row.append("v=" + form.alone.lemma)
            row.append(f"vi={form.kinds}{before}{after}")
        result.append(row)
    result[0].append("first" + ("P" if unit.begins_paragraph else "s"))
    result[-1].append("last")
    return result


def _nearest(said: Sequence[str], letter: str) -> list[str]:
    """For each word how far the next cue is, in steps that widen."""
    distance, result = 99, []
    for roles in reversed(said):
        distance = 0 if letter in roles.lower() else distance + 1
        result.append(_STEPS[min(distance, len(_STEPS) - 1)])
    return result[::-1]


_STEPS = "0123455666677777777888888888888888889"
