"""Names of SECO: parts in order, each with its spelling variants."""

from collections.abc import Iterator
from itertools import islice, product

from enduse.model import Evidence
from enduse.sources.watchlists.place import XmlPlace
from enduse.sources.xml_records import Element

_RANK = {
    "title": 0,
    "given-name": 1,
    "further-given-name": 2,
    "father-name": 3,
    "grand-father-name": 4,
    "other": 5,
    "tribal-name": 6,
    "family-name": 7,
    "maiden-name": 8,
    "suffix": 9,
}
MOST = 200
"""Most spellings made of one name; a name with more is reported."""


def spellings(name: Element, place: XmlPlace) -> Iterator[tuple[str, Evidence]]:
    """All spellings of a name, the main one first.

    A name of parts that are each spelt in two ways has four spellings, for the list does not
    say which go together.

    Yields:
        The name, given names first, and its place.
    """
    parts = sorted(name.all("name-part"), key=_rank)
    choices = []
    for part in parts:
        texts = [one.text for one in (*part.all("value"), *part.all("spelling-variant"))]
        if known := list(dict.fromkeys(text for text in texts if text)):
            choices.append(known)
    leaves = [one for one in name.walk() if one.tag == "value" and one.text]
    if not choices or not leaves:
        return
    main = place.between(leaves[0], leaves[-1], "name")
    for number, words in enumerate(islice(product(*choices), MOST)):
        yield " ".join(words), place.whole(name) if number else main


def count(name: Element) -> int:
    """How many spellings a name has."""
    total = 1
    for part in name.all("name-part"):
        total *= max(1, len(part.children))
    return total


def _rank(part: Element) -> tuple[int, int]:
    order = part.get("order")
    return _RANK.get(part.get("name-part-type"), 5), int(order) if order.isdigit() else 0
