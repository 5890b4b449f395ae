"""Products of a Russian text: by their class noun, by their code, or meant by a noun alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.extract.mentions.found import Found
from enduse.extract.russian.called import is_in, key_of
from enduse.extract.russian.morphology import lemma
from enduse.extract.russian.words import ADJECTIVE, stems
from enduse.extract.segment import Span

__all__ = ["products", "things_meant"]

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(
    r"(?<![\w«-])[A-ZА-ЯЁ][\w]*-\d+\w*(?![\w-])|(?<![\w-])[A-ZА-ЯЁ][а-яёa-z]+-[A-ZА-ЯЁ]\d+(?!\w)"
)
_NAME_FOLLOWS = re.compile(r" (?:[«\"„]|[A-ZА-ЯЁ][\w-]*\d|[A-Z][a-z])")
_LAST_WORD = re.compile(r"([А-ЯЁа-яё-]+) [«\"„]?$")


@lru_cache(maxsize=1)
def _product_noun() -> re.Pattern[str]:
    nouns = stems("product")
    adjective = rf"(?:(?i:{ADJECTIVE}) )"
    return re.compile(
        rf"(?<![\w-]){nouns} (?:{adjective}){{0,2}}(?:модели |типа |класса |под названием )?"
        r"(?:[«\"„](?P<quoted>[^«»\"„“”\n]{2,40})[»\"“”]|(?P<plain>[A-ZА-ЯЁ][\w]*(?:-[\w]+)+"
        r"|[A-ZÀ-Þ][a-zà-ɏ]+(?: [A-Z]?\d+)?))"
    )


def products(text: str) -> Iterator[Found]:
    """Yield the products that a class noun or a code gives away."""
    for match in _product_noun().finditer(text):
        span = Span(*match.span("quoted" if match["quoted"] else "plain"))
        words = text[span.start : span.end]
        name = _with_class_noun(text, span.start, words)
        noun = lemma(_WORD.findall(match.group())[0])
        yield Found(span, words, "Product", key_of(words), 2, name=name, class_noun=noun)
    for match in _CODE.finditer(text):
        code = match.group()
        name = _with_class_noun(text, match.start(), code)
        yield Found(Span(*match.span()), code, "Product", key_of(code), 1, name=name)


def _with_class_noun(text: str, start: int, code: str) -> str | None:
    """«Двигатель ДП-50», where the code alone is too short to tell anything."""
    if any(len(part) > 2 and not part.isdigit() for part in _WORD.findall(code)):
        return None
    before = _LAST_WORD.search(text, max(0, start - 30), start)
    noun = lemma(before[1]) if before else ""
    return f"{noun} {code}" if noun and is_in("product", before[1] if before else "") else None


@lru_cache(maxsize=1)
def _meant() -> re.Pattern[str]:
    return re.compile(
        r"(?i)(?<![\w-])(?:(?:эт(?:от|ого|ому|им|а|у|ой)|так(?:ой|ого)|нов(?:ый|ого)) )?"
        r"(?P<product>беспилотник(?:а|у|ом)?|дрон(?:а|у|ом)?|аппарат(?:а|у|ом)?|ракет(?:а|ы|у|ой)"
        r"|робот(?:а|у|ом)?|машин(?:а|ы|у|е|ой)|мотор(?:а|у|ом)?|катер(?:а|у|ом)?|бронемашин(?:а|ы|у|е|ой)"
        r"|бпла|бла|изделие|изделия|двигатель|двигателя|снаряд(?:а|у|ом)?)(?![\w-])"
    )


def things_meant(text: str) -> Iterator[Found]:
    """Yield the nouns that stand for a product named before: «беспилотник», «ракета»."""
    for match in _meant().finditer(text):
        words = match.group()
        if _NAME_FOLLOWS.match(text, match.end()):
            continue
        yield Found(Span(*match.span()), words, "Product", lemma(match["product"]), 0, "descriptor")
