"""XML read record by record, each value with its place in the file's text.

No parser of the standard library or of lxml tells where a value stands in characters. This one
does, in bounded memory, and by its nature it expands nothing but the five entities of XML and
numbered characters: no entity that a file declares is ever followed. A broken record is
reported and the next one is read all the same.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain
from pathlib import Path

from enduse.sources.text_chunks import text_chunks

RECORD_LIMIT = 16_000_000
"""Longest record, and longest stretch without a tag, in characters."""
UNCLOSED_LIMIT = 1_000_000
"""A comment, a CDATA section or an instruction that has not ended by then never will."""
_NAME = r"[^\s/>!?<]++"
_INSIDE = r"[^>\"'<]*+(?:(?:\"[^\"]*+\"|'[^']*+')[^>\"'<]*+)*+"
# An element that holds text alone is most of many a list: one look takes it whole.
_TOKEN = re.compile(
    rf"<(?:({_NAME})({_INSIDE})(?:(?<!/)>([^<]*+)</\1\s*>|>)"
    r"|/\s*([^\s>]+)\s*>"
    r"|!--.*?-->|!\[CDATA\[.*?\]\]>|\?.*?\?>|(!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)"
    r"|(!--|!\[CDATA\[|\?))",
    re.DOTALL,
)
_OPEN, _LEAF, _CLOSE, _TYPE, _CUT = 2, 3, 4, 5, 6  # the last group that each of them fills
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(r"&(#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot|apos);")
_UNKNOWN = re.compile(r"&(?!(?:#\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot|apos);)[\w.-]+;")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>", re.DOTALL)


@lru_cache(maxsize=4096)
def local(name: str) -> str:
    """A name without its namespace prefix."""
    return name.rpartition(":")[2]


def plain(raw: str) -> str:
    """Text as a reader of XML sees it: the entities of XML resolved, white space trimmed."""
    if "<" in raw:
        return _CDATA.sub(lambda found: found[1] or "", raw).strip()
    if "&" in raw:
        return _ENTITY.sub(lambda found: unescape(found[0]), raw).strip()
    return raw.strip()


class Element:
    """One element and where it stands in the file's text.

    Attributes:
        tag: Name without prefix.
        start: First character of its start tag.
        end: One past its end tag; 0 while it is open.
        children: Elements directly inside.
        inner: First character after its start tag.
        raw: What stands between its tags, where it has no children.
    """

    __slots__ = ("_at", "_attributes", "children", "end", "inner", "raw", "start", "tag")

    def __init__(self, tag: str, start: int, inner: int, attributes: str, at: int) -> None:
        self.tag, self.start, self.inner = tag, start, inner
        self.end, self.raw = 0, ""
        self.children: list[Element] = []
        self._attributes, self._at = attributes, at

    @property
    def text(self) -> str:
        """Its text; "" where it has children or nothing."""
        return plain(self.raw) if self.raw else ""

    def first(self, tag: str) -> "Element | None":
        """The first child of this name."""
        return next((one for one in self.children if one.tag == tag), None)

    def all(self, tag: str) -> "list[Element]":
        """The children of this name."""
        return [one for one in self.children if one.tag == tag]

    def inside(self, *tags: str) -> "list[Element]":
        """The elements reached by this path of names."""
        found = [self]
        for tag in tags:
            found = [child for one in found for child in one.children if child.tag == tag]
        return found

    def walk(self) -> "Iterator[Element]":
        """This element and all inside it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def get(self, name: str) -> str:
        """An attribute's value; "" where there is none."""
        found = self.attribute(name)
        return plain(found[0]) if found else ""

    def attribute(self, name: str) -> tuple[str, int] | None:
        """An attribute's raw value and where it begins in the file's text."""
        told = self._attributes
        begin = told.find(f'{name}="')
        if begin > 0 and told[begin - 1] in " \t\r\n:" and "'" not in told:
            begin += len(name) + 2
            return told[begin : told.index('"', begin)], self._at + begin
        for found in _ATTRIBUTE.finditer(told):
            if local(found[1]) == name:
                group = 2 if found[2] is not None else 3
                return found[group], self._at + found.start(group)
        return None


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Attributes:
        root: Its element.
        text: The record as written.
        number: Its place among the records of the file, from 1.
        faults: What is wrong with it, one sentence each.
    """

    root: Element
    text: str
    number: int
    faults: tuple[str, ...] = ()

    def quote(self, start: int, end: int) -> str:
        """The characters start:end of the file, which must lie in this record."""
        return self.text[start - self.root.start : end - self.root.start]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something between the records that cannot be right, or a record that could not be read."""

    start: int
    end: int
    message: str
    text: str


class _Reader:
    def __init__(self, tags: Collection[str]) -> None:
        self.tags = tags
        self.buffer, self.base, self.pos = "", 0, 0
        self.stack: list[Element] = []  # elements of the open record
        self.outer: list[str] = []
        self.number = 0
        self.faults: list[str] = []
        self.ready: list[Record | Fault] = []

    def feed(self, chunk: str) -> Iterator[Record | Fault]:
        self.buffer += chunk
        for found in _TOKEN.finditer(self.buffer, self.pos):
            kind = found.lastindex
            if kind == _OPEN or kind == _LEAF:
                self._element(found)
            elif kind == _CLOSE:
                self._close(found.start(), found.end(), local(found[_CLOSE]))
            elif kind == _TYPE and "<!ENTITY" in found[_TYPE]:
                message = "The file declares entities of its own; they were not followed."
                self.ready.append(self._fault(found.start(), found.end(), message))
            elif kind == _CUT and not self._is_unclosed(found):
                break  # its end is still to come
            self.pos = found.end()
            if self.ready:
                yield from self.ready
                self.ready.clear()
        self._forget()

    def _is_unclosed(self, found: re.Match[str]) -> bool:
        if len(self.buffer) - found.end() < UNCLOSED_LIMIT:
            return False
        self._report_unclosed(found)
        return True

    def _report_unclosed(self, found: re.Match[str]) -> None:
        message = "A comment, a CDATA section or an instruction is opened and never closed."
        self.ready.append(self._fault(found.start(), found.end(), message))

    def _element(self, found: re.Match[str]) -> None:
        name, attributes, raw = found.group(1, 2, 3)
        tag, stack, begin = local(name), self.stack, found.start()
        start = self.base + begin
        inner = start + len(name) + len(attributes) + 2
        if tag in self.tags:
            if stack and tag == stack[0].tag:
                self._broken(begin)
        elif not stack:
            if raw is None and not attributes.endswith("/"):
                self.outer.append(tag)
            return
        made = Element(tag, start, inner, attributes, start + len(name) + 1)
        if stack:
            stack[-1].children.append(made)
        if raw is not None:
            made.raw, made.end = raw, self.base + found.end()
        elif attributes.endswith("/"):
            made.end = inner
        else:
            stack.append(made)
            return
        if not stack:
            stack.append(made)
            self._done(found.end())

    def _close(self, begin: int, end: int, tag: str) -> None:
        stack = self.stack
        if not stack:
            if self.outer and self.outer[-1] == tag:
                self.outer.pop()
            return
        if stack[-1].tag != tag and not self._is_inner(begin, tag):
            return
        top = stack[-1]
        top.end = self.base + end
        if not top.children:
            top.raw = self.buffer[top.inner - self.base : begin]
        if len(stack) == 1:
            self._done(end)
        else:
            stack.pop()

    def _is_inner(self, begin: int, tag: str) -> bool:
        """Whether an end tag that is not that of the last element closes one around it."""
        if any(one.tag == tag for one in self.stack):
            while self.stack[-1].tag != tag:
                left = self.stack.pop()
                left.end = self.base + begin
                self.faults.append(f"An element {left.tag!r} is opened and never closed.")
            return True
        if tag in self.outer:
            self._broken(begin)
        else:
            self.faults.append(f"An element {tag!r} is closed that was never opened.")
        return False

    def _done(self, end: int) -> None:
        root, faults = self.stack[0], self.faults
        self.stack.clear()  # the same list stays: whoever holds it sees that the record is over
        self.faults = []
        self.number += 1
        text = self.buffer[root.start - self.base : end]
        if "&" in text and (found := _UNKNOWN.search(text)):
            faults.append(f"The entity {found[0]} is not one of XML's own; it was not followed.")
        self.ready.append(Record(root, text, self.number, tuple(faults)))

    def _broken(self, at: int) -> None:
        """The open record, ended where another begins or the list ends."""
        for one in self.stack:
            one.end = self.base + at
        self.faults.append("This record is never closed; it was read up to the next one.")
        self._done(at)

    def _fault(self, start: int, end: int, message: str) -> Fault:
        text = self.buffer[start : min(end, start + 200)]
        return Fault(self.base + start, self.base + end, message, text)

    def _forget(self) -> None:
        keep = self.stack[0].start - self.base if self.stack else self.pos
        self.buffer, self.base = self.buffer[keep:], self.base + keep
        self.pos -= keep

    def finish(self) -> Iterator[Record | Fault]:
        while (found := _TOKEN.match(self.buffer, self.pos)) and found.lastindex == _CUT:
            self._report_unclosed(found)
            self.pos = found.end()
            yield from self.feed("")
        if self.stack:
            self._broken(len(self.buffer))
        yield from self.ready
        if self.outer:
            end = len(self.buffer)
            yield self._fault(end, end, "The file ends before its root element is closed.")


def xml_records(
    path: Path, tags: Collection[str], *, after: re.Pattern[str] | None = None
) -> Iterator[Record | Fault]:
    """Read the elements of these names, wherever they stand in the file.

    Memory holds one record and one megabyte, whatever the size of the file.

    Args:
        path: The file, in any encoding that `decoding.decoded` reads.
        tags: Names of the record elements, without prefix. Records of one name never nest.
        after: Pass over everything before the first place where this is found.

    Yields:
        The records in order, and what is wrong between them.
    """
    chunks = text_chunks(path)
    base = 0
    if after is not None:
        base, chunks = _from(chunks, after)
    yield from _read(chunks, tags, base)


def _from(chunks: Iterable[str], after: re.Pattern[str]) -> tuple[int, Iterator[str]]:
    """The text from the first place where the pattern is found, and where that is."""
    base, tail, rest = 0, "", iter(chunks)
    for chunk in rest:
        text = tail + chunk
        if found := after.search(text):
            return base + found.start(), chain((text[found.start() :],), rest)
        keep = len(text) - min(len(text), 200)
        base, tail = base + keep, text[keep:]
    return base, iter(())


def _read(chunks: Iterable[str], tags: Collection[str], base: int) -> Iterator[Record | Fault]:
    reader = _Reader(frozenset(tags))
    reader.base = base
    for chunk in chunks:
        yield from reader.feed(chunk)
        if len(reader.buffer) > RECORD_LIMIT:
            message = f"A record of more than {RECORD_LIMIT:,} characters; the rest was not read."
            yield reader._fault(0, len(reader.buffer), message)
            return
    yield from reader.finish()


def head_of(path: Path, length: int = 4_000) -> str:
    """The first characters of a file, to tell its shape by."""
    return next(text_chunks(path), "")[:length]


def root_of(path: Path) -> Element | None:
    """The root element of a file with its attributes alone, or None where it is no XML."""
    head = head_of(path, 100_000)
    for found in _TOKEN.finditer(head):
        if name := found[1]:
            at = found.start() + 1 + len(name)
            return Element(local(name), found.start(), at + len(found[2]) + 1, found[2], at)
    return None
