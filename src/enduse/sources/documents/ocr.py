"""Pictures of text to text, by the Tesseract program where it is installed."""

import csv
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO, StringIO
from itertools import groupby
from typing import Any

from enduse.sources.documents.assembly import Assembly

PROGRAM = "tesseract"
MISSING = (
    "This is a picture of text, and Tesseract is not installed; install the package"
    " tesseract-ocr with the languages needed and read the file again."
)
_OUR_LANGUAGES = ("eng", "rus", "chi_sim", "chi_tra", "ukr")
_UNSURE_PERCENT = 60.0
_HAN = "[\u3001-\u303f\u3400-\u9fff\uff01-\uff60]"
_BESIDE_HAN = re.compile(f"(?<={_HAN}) | (?={_HAN})")


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line of words as Tesseract sees it.

    Attributes:
        text: Words with single spaces.
        box: Left, bottom, right, top in pixels, counted from the lower left corner.
        sureness: Mean confidence of its words, 0 to 100.
        paragraph: Lines of one paragraph share it.
    """

    text: str
    box: tuple[float, float, float, float]
    sureness: float
    paragraph: tuple[str, str]


def lines_seen(picture: Any, seconds: float, dpi: float | None = None) -> list[SeenLine] | None:
    """Read the text in a picture.

    Args:
        picture: An image of Pillow.
        seconds: Time that Tesseract may take.
        dpi: Dots per inch, where known; Tesseract guesses it from the height of what it takes
            for letters, and a guess that fails tears lines apart.

    Returns:
        Lines in the order of reading; None where Tesseract is not installed or fails.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    stream = BytesIO()
    picture.convert("L").save(stream, "PNG")
    stated = [] if dpi is None else ["--dpi", str(round(dpi))]
    command = [program, "stdin", "stdout", "-l", _languages(program), *stated, "tsv"]
    try:
        done = subprocess.run(
            command, input=stream.getvalue(), capture_output=True, timeout=seconds, check=True
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return _lines(done.stdout.decode("utf-8", "replace"), float(picture.height))


@cache
def _languages(program: str) -> str:
    try:
        listed = subprocess.run(
            [program, "--list-langs"], capture_output=True, timeout=20, check=True, text=True
        )
    except (subprocess.SubprocessError, OSError):
        return "eng"
    installed = set(listed.stdout.split())
    return "+".join(code for code in _OUR_LANGUAGES if code in installed) or "eng"


def _lines(table: str, height: float) -> list[SeenLine]:
    rows = [
        row
        for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
        if row.get("level") == "5" and (row.get("text") or "").strip()
    ]
    return [
        _line(list(words), height)
        for _, words in groupby(rows, key=lambda r: (r["block_num"], r["par_num"], r["line_num"]))
    ]


def _line(words: list[dict[str, str]], height: float) -> SeenLine:
    left = min(float(word["left"]) for word in words)
    top = min(float(word["top"]) for word in words)
    right = max(float(word["left"]) + float(word["width"]) for word in words)
    low = max(float(word["top"]) + float(word["height"]) for word in words)
    return SeenLine(
        _joined(word["text"].strip() for word in words),
        (left, height - low, right, height - top),
        sum(float(word["conf"]) for word in words) / len(words),
        (words[0]["block_num"], words[0]["par_num"]),
    )


def _joined(words: Iterable[str]) -> str:
    """Words with single spaces; Chinese is written without, whatever Tesseract takes for words.

    Example:
        >>> _joined(["公", "司", "于", "2024", "年"]), _joined(["two", "tugs"])
        ('公司于2024年', 'two tugs')
    """
    return _BESIDE_HAN.sub("", " ".join(words))


def write_seen(page: Assembly, label: str, lines: Sequence[SeenLine]) -> None:
    """Append what was seen, a paragraph a line, and say where it is unsure."""
    last: SeenLine | None = None
    for line in lines:
        if last is None or last.paragraph != line.paragraph:
            page.end_line()
        else:
            page.glue("" if _BESIDE_HAN.search(f"{last.text[-1]} {line.text[0]}") else " ")
        page.add(f"{label}, read from a picture", line.text, box=line.box)
        last = line
    unsure = [line.text for line in lines if line.sureness < _UNSURE_PERCENT]
    if unsure:
        note = f"{len(unsure)} lines were read from a picture with doubt; compare them with it."
        page.issue(label, note, " / ".join(unsure))
