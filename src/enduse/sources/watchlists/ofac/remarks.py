"""OFAC's remarks cut into labelled items, each with its place in the remark."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from enduse.sources.watchlists import identifiers

_ITEM = re.compile(r"\s*((?:alt\. )?[afn]\.k\.a\. '.*?'(?=\s*;|\s*\.?\s*$)|[^;]+)", re.DOTALL)
_PAPER = re.compile(
    r"(?P<number>.*?)(?:\s*\((?P<country>[^()]*)\))?"
    r"(?:\s+issued (?P<issued>[^;()]*?\d{4}))?(?:\s+expires (?P<expires>[^;()]*?\d{4}))?\s*$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a remark.

    Attributes:
        kind: What becomes of it; "" where its label is not known, "paper" for identifiers.
        label: The label as the tables spell it; lower case for identifiers.
        prop: FtM property, where the kind leaves one open.
        value: What follows the label, without the full stop at the end.
        start: First character of the value in the remark.
        end: One past the last.
    """

    kind: str
    label: str
    prop: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paper:
    """An identifier with what stands behind it.

    Attributes:
        number: The number.
        country: Issuing country as written; "" where none is stated, likewise the next two.
        issued: Day of issue as written.
        expires: Last day as written.
    """

    number: str
    country: str
    issued: str
    expires: str


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    text = files(__package__).joinpath("remarks.yml").read_text("utf-8")
    made = {label: {"kind": "paper", "prop": ""} for label in identifiers.labels()}
    return {**made, **{label.lower(): entry for label, entry in yaml.safe_load(text).items()}}


@cache
def _pattern() -> re.Pattern[str]:
    known = "|".join(re.escape(one) for one in sorted(_labels(), key=len, reverse=True))
    return re.compile(rf"(?:alt\. )?({known})(?![\w])\.?(?: ?#)?:?\s*", re.IGNORECASE)


def items(remark: str) -> Iterator[Item]:
    """Cut a remark into its items, in order.

    Args:
        remark: The whole remark, its continuation included.

    Example:
        >>> [(one.prop, one.value) for one in items("POB Shati; a.k.a. 'BNC'.")]
        [('birthPlace', 'Shati'), ('weakAlias', 'BNC')]
    """
    for found in _ITEM.finditer(remark):
        start, text = found.start(1), found[1]
        head = _pattern().match(text)
        if head is None:
            value = text.rstrip().removesuffix(".")
            yield Item("", "", "", value, start, start + len(value))
            continue
        entry = _labels()[head[1].lower()]
        value = text[head.end() :].rstrip().removesuffix(".")
        begin = start + head.end()
        if entry["kind"] == "name":
            if not (value.startswith("'") and value.endswith("'") and len(value) > 2):
                yield Item("cut" if value.startswith("'") else "", "", "", value, begin, 0)
                continue
            begin, value = begin + 1, value[1:-1]
        yield Item(
            entry["kind"], head[1].lower(), entry.get("prop", ""), value, begin, begin + len(value)
        )


def paper(value: str) -> Paper:
    """Take an identifier apart: number, country, days of issue and end.

    Example:
        >>> paper("K754050 (Iran) issued 26 May 1999 expires 25 May 2004")
        Paper(number='K754050', country='Iran', issued='26 May 1999', expires='25 May 2004')
    """
    found = _PAPER.match(value)
    if found is None:
        return Paper(value.strip(), "", "", "")
    parts = {name: (text or "").strip() for name, text in found.groupdict().items()}
    return Paper(parts["number"], parts["country"], parts["issued"], parts["expires"])
