"""What is wrong with an XML record, as issues with their place."""

from collections.abc import Iterator

from enduse.model import Issue
from enduse.sources.watchlists.place import XmlPlace


def issues_of(place: XmlPlace) -> Iterator[Issue]:
    """The faults of a record's form, and characters in it that cannot be text."""
    record = place.record
    start = record.root.start
    where = place.span(start, start, record.root.tag).locator
    for fault in record.faults:
        yield Issue(where, fault, record.text[:200])
    if "\0" in record.text or "\ufffd" in record.text:
        for element in record.root.walk():
            if message := _unclean(element.raw):
                yield Issue(place.text(element).locator, message, element.raw[:200])
            tag = record.quote(element.start, element.inner)
            if message := _unclean(tag):
                spot = place.span(element.start, element.inner, element.tag).locator
                yield Issue(spot, message, tag[:200])


def _unclean(text: str) -> str:
    if "\0" in text:
        return "A NUL character stands in this value."
    if "\ufffd" in text:
        return "Some bytes of this value are not text in the encoding of the file."
    return ""
