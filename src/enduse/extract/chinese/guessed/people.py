"""People: a surname and what follows it, a title beside a name, dots between transcriptions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.guessed.organisations import JOINS
from enduse.extract.chinese.guessed.tag import TRANSLIT, Tagged, Token
from enduse.extract.chinese.words import known, letters, words
from enduse.extract.segment import Span

__all__ = ["dotted_people", "people", "titled_people"]


_DOTTED = re.compile(rf"[{TRANSLIT}A-Z]{{1,7}}(?:[·•・．][{TRANSLIT}A-Z]{{1,8}}){{1,3}}")


def dotted_people(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Transcribed names with a dot between their parts."""
    for match in _DOTTED.finditer(text):
        yield Tagged("PER", Span(*match.span()))


def titled_people(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """A surname before a title ("江主席"), a foreign name after one."""
    surname, foreign, full = _by_title()
    for match in full.finditer(text):
        yield Tagged("PER", Span(*match.span("n")))
    starts = {span.start for _, _, span in tokens}
    for match in surname.finditer(text):
        if match.start() in starts:
            yield Tagged("PER", Span(*match.span("n")))
    for match in foreign.finditer(text):
        yield Tagged("PER", Span(*match.span("n")))


@lru_cache(maxsize=1)
def _by_title() -> tuple[re.Pattern[str], ...]:
    title = "|".join(sorted(words("titles"), key=len, reverse=True))
    surname = "".join(letters("surnames"))
    return (
        re.compile(rf"(?P<n>[{surname}])(?:{title})"),
        re.compile(rf"(?:{title})(?P<n>[{TRANSLIT}]{{2,7}})(?=[^{TRANSLIT}]|$)"),
        re.compile(
            rf"(?:{title})(?P<n>[{surname}][\u4e00-\u9fff]{{1,2}}?)"
            r"(?=说|表示|指出|认为|称|强调|回应|介绍|告诉|透露|警告|补充|否认|敦促|周[一二三四五六日]|星期|今[天日]|昨[天日]|\d|对|在|就|[，。、）])"
        ),
    )


def people(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Chinese names: a surname of the list and one or two characters."""
    surnames, compound = letters("surnames"), words("compound_surnames")
    k = 0
    while k < len(tokens):
        word, tag, span = tokens[k]
        step = 1
        if word in words("not_names") or word in words("countries"):
            pass
        elif (
            tag in ("nr", "x")
            and 2 <= len(word) <= 4
            and (word[0] in surnames or word[:2] in compound)
        ):
            sure = len(word) == 3 or tag == "nr" and known(word) < 60
            if sure or _said_of(text, tokens, k):
                end = span.end
                if len(word) == 2 and k + 1 < len(tokens) and _given(tokens[k + 1], 1):
                    end, step = tokens[k + 1][2].end, 2
                yield Tagged("PER", Span(span.start, end))
        elif (len(word) == 1 and word in surnames or word in compound) and k + 1 < len(tokens):
            following = tokens[k + 1]
            if _given(following, 2):
                end, step = following[2].end, 2
                if len(following[0]) == 1 and k + 2 < len(tokens) and _given(tokens[k + 2], 1):
                    end, step = tokens[k + 2][2].end, 3
                if end - span.start >= 2 and (
                    step == 3 or following[1] in ("nr", "x", "ng") and end - span.start == 3
                ):
                    yield Tagged("PER", Span(span.start, end))
        k += step


def _said_of(text: str, tokens: list[Token], k: int) -> bool:
    """Whether a title stands before, or a verb of saying after."""
    before = tokens[k - 1][0] if k else ""
    after = tokens[k + 1][0] if k + 1 < len(tokens) else ""
    titles = words("titles")
    return (
        before in titles
        or after in titles
        or after in words("verbs_after_person")
        and len(after) > 1
    )


def _given(token: Token, most: int) -> bool:
    word, tag, _ = token
    if len(word) > most or not "\u4e00" <= word[0] <= "\u9fff" or word[0] in JOINS:
        return False
    return (
        tag not in ("p", "c", "u", "uj", "ul", "d", "r", "m", "q", "f", "y", "v", "t")
        or len(word) == 1
        and tag in ("v", "a", "n")
    )
