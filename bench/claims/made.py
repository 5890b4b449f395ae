"""Made-up reports in any number: sentences of the open reports, about names made up too."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from enduse.extract.language import detect
from enduse.extract.segment import sentences

HERE = Path(__file__).parent
SEED = 20261125
LANGUAGES = ("en",) * 8 + ("ru", "zh")
"""Of ten reports eight are English, one Russian, one Chinese."""

_SYLLABLES = "ba der fal gor hin kel lar mon nov per rus sev tal ur vik zan".split()
_HAN = "东南西北金海天宏信达远航恒安泰瑞"
_CYRILLIC = "ба дер фал гор кел лар мон нов пер рус сев тал ур вик зан".split()
# Names that the open reports use most; each report gives them to others.
_NAMES = {
    "en": re.compile(r"\b(?:Sever Aero|Uralmotor|Kelan|Brightway|Guowei|Vikhr|Trackwise|Grom)\b"),
    "ru": re.compile(r"(?<=«)[А-ЯЁ][А-Яа-яё]+(?=»)"),
    "zh": re.compile(r"[\u4e00-\u9fff]{2}(?=(?:科技|贸易|航空|精密)?(?:有限|股份|公司))"),
}


def reports(count: int, size: int = 4000) -> Iterator[tuple[str, str]]:
    """Yield name and text of each report, the same ones every time.

    Args:
        count: How many.
        size: Characters of one, to within a sentence; Chinese ones are as long in characters.
    """
    stock = _stock()
    for number in range(count):
        drawn = random.Random(SEED * 1_000_003 + number)
        language = LANGUAGES[number % len(LANGUAGES)]
        yield f"{number:05}_{language}.txt", _report(drawn, stock[language], language, size)


def _stock() -> dict[str, list[str]]:
    """The sentences of the open reports by language."""
    found: dict[str, list[str]] = {}
    for path in sorted((HERE / "reports" / "open").glob("*.txt")):
        text = path.read_text("utf-8")
        language = detect(text) or "en"
        cut = (text[s.start : s.end] for s in sentences(text, language))
        found.setdefault(language, []).extend(c for c in cut if len(c) > 12)
    return found


def _report(drawn: random.Random, stock: list[str], language: str, size: int) -> str:
    """Sentences in any order, each with names of this report, in paragraphs of four."""
    cast = [_name(drawn, language) for _ in range(6)]
    paragraphs: list[str] = []
    length = 0
    while length < size:
        chosen = drawn.sample(stock, min(4, len(stock)))
        joined = ("" if language == "zh" else " ").join(" ".join(c.split()) for c in chosen)
        named = _NAMES[language].sub(lambda m: cast[hash_of(m.group()) % len(cast)], joined)
        numbered = re.sub(r"\b\d{2,4}\b(?![.,]\d)", lambda m: _near(drawn, m.group()), named)
        paragraphs.append(numbered)
        length += len(numbered) + 2
    return "\n\n".join(paragraphs)[:size] + "\n"


def hash_of(word: str) -> int:
    """A number that is the same on every run, as `hash` is not."""
    return sum(ord(letter) * (place + 1) for place, letter in enumerate(word))


def _near(drawn: random.Random, number: str) -> str:
    """A number of the same length; years stay years."""
    if number[:2] in ("19", "20") and len(number) == 4:
        return number[:2] + f"{drawn.randint(10, 25)}"
    return str(drawn.randint(10 ** (len(number) - 1), 10 ** len(number) - 1))


def _name(drawn: random.Random, language: str) -> str:
    """One of some thousands of names, so that reports share some and not all."""
    if language == "zh":
        return "".join(drawn.sample(_HAN, 2))
    parts = _CYRILLIC if language == "ru" else _SYLLABLES
    return "".join(drawn.sample(parts, 3)).capitalize()
