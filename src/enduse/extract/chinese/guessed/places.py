"""Places: a list, suffixes, datelines, one letter for a country, transcriptions."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.chinese.guessed.tag import TRANSLIT, Tagged, Token
from enduse.extract.chinese.words import letters, words
from enduse.extract.segment import Span

__all__ = [
    "datelines",
    "foreign_names",
    "known_places",
    "listed_places",
    "places",
    "single_letters",
]


def listed_places(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Countries and regions of the word list, with what kind of place follows."""
    for match in known_places().finditer(text):
        end = match.end()
        suffix = _PLACE_SUFFIX.match(text, end)
        end = suffix.end() if suffix else end
        yield Tagged("LOC", Span(match.start(), end))


_PLACE_SUFFIX = re.compile(
    r"(?:(?<=东西)|(?<!国))(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|经济特区|特区|省|市|州(?!长)|半岛|群岛)"
)


@lru_cache(maxsize=1)
def known_places() -> re.Pattern[str]:
    """The places of the word lists as one pattern, the longest first."""
    every = sorted(words("countries") | words("regions"), key=len, reverse=True)
    return re.compile("|".join(every))


def datelines(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Find the place in "（本报多伦多11月28日电）"."""
    for match in re.finditer(
        r"(?:本报|新华社|中新社)(?P<n>[\u4e00-\u9fff]{2,6}?)[\d０-９]{1,2}月", text
    ):
        yield Tagged("LOC", Span(*match.span("n")))


def foreign_names(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Runs of characters that transcribe foreign names, at least three long."""
    for match in re.finditer(rf"[{TRANSLIT}]{{3,8}}", text):
        first, last = _on_words(tokens, match.start(), match.end())
        run = text[first:last]
        if len(run) < 3:
            continue
        inside = [(w, t) for w, t, s in tokens if s.start >= first and s.end <= last]
        if not inside or any(
            t[0] in "vadcpmrtnquf" and t not in ("nr", "ns", "nrt", "nz", "ng") and len(w) > 1
            for w, t in inside
        ):
            continue
        kind = "LOC" if any(t == "ns" for _, t in inside) else "PER"
        if text[last : last + 1] in "市州省河岛湾湖镇县港峡":
            last, kind = last + 1, "LOC"
        yield Tagged(kind, Span(first, last))


def _on_words(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    """The words that lie wholly inside a run."""
    spans = [s for _, _, s in tokens if s.start >= start and s.end <= end]
    return (spans[0].start, spans[-1].end) if spans else (start, start)


def places(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """Words that the dictionary marks as places."""
    for k, (word, tag, span) in enumerate(tokens):
        if tag != "ns" or word in words("not_names") or len(word) < 2:
            continue
        end = span.end
        if k + 1 < len(tokens) and tokens[k + 1][0] in words("place"):
            end = tokens[k + 1][2].end
        yield Tagged("LOC", Span(span.start, end))


_PAIR = (
    r"(?P<a>[{0}])(?P<b>[{0}])(?=两国|关系|友好|双边|贸易|经贸|边境|元首|领导|合作|联合|双方|之间|战略|首脑|建交|交流|文化|会谈"
    r"|人民|协定|军事|三|投资|企业|双)"
)


_ONE = (
    r"(?<=[访驻对赴来抵在离援旅留侨返进])(?P<a>[{0}])(?![\u4e00-\u9fff]*(?:国|洲))(?=[，。、的两后前期时工进开召举公大使举])"
    r"|(?P<b>[{0}])(?=[方军]|政府|总统|元首|首相|外长|外交部|两国)"
)


def single_letters(text: str, tokens: list[Token]) -> Iterator[Tagged]:
    """One letter for a country: 中美, 访俄, 美方."""
    pair, one = _letter_patterns()
    for match in pair.finditer(text):
        yield Tagged("LOC", Span(*match.span("a")))
        yield Tagged("LOC", Span(*match.span("b")))
    for match in one.finditer(text):
        yield Tagged("LOC", Span(*match.span(match.lastgroup or 0)))


@lru_cache(maxsize=1)
def _letter_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    every = "".join(letters("letters"))
    return re.compile(_PAIR.replace("{0}", every)), re.compile(_ONE.replace("{0}", every))
