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
            if "\0" in element.raw:
                message = "A NUL character stands in this value."
            elif "\ufffd" in element.raw:
                message = "Some bytes of this value are not text in the encoding of the file."
            else:
                continue
            yield Issue(place.text(element).locator, message, element.raw[:200])
