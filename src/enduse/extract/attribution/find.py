"""The door of attribution: one function for every language that has a table of verbs."""

import re
from collections.abc import Iterable, Sequence

from enduse.extract.attribution.chinese import find_chinese
from enduse.extract.attribution.english import find_english
from enduse.extract.attribution.found import Found
from enduse.extract.attribution.model import Attribution, Speaker
from enduse.extract.attribution.quotes import units
from enduse.extract.attribution.russian import find_russian
from enduse.extract.attribution.voices import chains_of, kind_of
from enduse.extract.segment import Span

__all__ = ["attributions"]

_FINDERS = {"en": find_english, "ru": find_russian, "zh": find_chinese}
_UNSPECIFIED: tuple[tuple[Speaker, ...], ...] = ((Speaker("", "unspecified", None),),)


def attributions(text: str, sentences: Sequence[Span], language: str) -> tuple[Attribution, ...]:
    """Return who says what in a text, in the order of the cues.

    Args:
        text: Canonical text.
        sentences: Its sentences, as `extract.segment.sentences` cuts them.
        language: ISO 639-1; nothing is found in a language without a table of verbs.

    Example:
        >>> from enduse.extract.segment import sentences
        >>> text = "The plant makes drones, according to a report seen by Reuters."
        >>> found, = attributions(text, sentences(text, "en"), "en")
        >>> [voice.text for voice in found.chains[0]]
        ['Reuters', 'a report seen by Reuters']
    """
    find = _FINDERS.get(language)
    if find is None:
        return ()
    found = sorted(find(text, units(text, sentences)), key=lambda f: f.cue[0])
    return tuple(_attributions(text, found, language))


def _attributions(text: str, found: Sequence[Found], language: str) -> Iterable[Attribution]:
    inside = _nesting(found)
    for each, outer in zip(found, inside, strict=True):
        kind, chains = "unspecified", _UNSPECIFIED
        if each.source is not None:
            named = each.antecedent or each.source
            chains = chains_of(text, named, each.hearer, language)
            cited = _cited(text, each) if language == "en" else None
            if cited is not None and kind_of(text[named.start : named.end], language) in _MEDIA:
                chains = chains_of(text, cited, named, language)
            # A document is one, whoever wrote it; of several voices the first tells the kind.
            kind = next(
                (v.kind for v in chains[0] if v.span is not None and v.span.start == named.start),
                kind_of(text[named.start : named.end], language),
            )
        yield Attribution(
            cue=each.cue,
            source=each.source,
            content=each.content,
            kind=kind,
            implies=each.implies,
            verb=each.verb,
            chains=chains,
            negated=each.negated,
            inside=outer,
        )


_MEDIA = frozenset({"agency", "outlet"})
_CITES = re.compile(
    r"[^.;“\"]{0,30}?\b(?:citing|on the basis of|based on)\s(?P<what>[^.;:]{4,160})"
)
_LEARNS = re.compile(r"\s(?:\w+ )?from\s(?P<what>[^.;:]{4,160})")


def _cited(text: str, each: Found) -> Span | None:
    """What an outlet says its report rests on: "Bloomberg reported, citing customs data"."""
    end = each.cue[-1].end
    pattern = _LEARNS if each.verb in ("learn", "hear") else _CITES
    match = pattern.match(text, end, end + 220)
    return Span(*match.span("what")) if match is not None else None


def _nesting(found: Sequence[Found]) -> list[int | None]:
    """For each attribution the index of the smallest one before or after that holds its cue.

    A cue can only lie in the content of a neighbour, so a window bounds the search.
    """
    result: list[int | None] = []
    for index, each in enumerate(found):
        best: int | None = None
        size = 0
        for other in range(max(0, index - 12), min(len(found), index + 13)):
            if other == index:
                continue
            for piece in found[other].content:
                length = piece.end - piece.start
                if each.cue[0].within(piece) and (best is None or length < size):
                    best, size = other, length
        result.append(best)
    return result
