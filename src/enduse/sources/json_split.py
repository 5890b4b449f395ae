"""Cut JSON text into its top-level objects, in one pass and with bounded memory."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

RECORD_LIMIT = 16_000_000
"""Longest record read, in characters; a longer one is reported and passed over."""
_MARK = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]"]', re.DOTALL)
_BETWEEN = " \t\r\n,"
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """One object as written, or what stands where an object should be.

    Attributes:
        number: Place in the file among the pieces, from 1.
        start: First character in the file's text.
        end: One past the last.
        text: The object as written; of a fault at most 200 characters.
        fault: What is wrong, one sentence; empty for an object.
    """

    number: int
    start: int
    end: int
    text: str
    fault: str = ""


def lines(chunks: Iterable[str]) -> Iterator[Piece]:
    """Take every line that is not empty as one object."""
    number, start, tail, dropped = 0, 0, "", 0
    for chunk in chunks:
        *whole, tail = (tail + chunk).split("\n")
        for line in whole:
            if dropped or line.strip():
                number += 1
                yield _line(number, start, line, dropped)
            start, dropped = start + dropped + len(line) + 1, 0
        if len(tail) > RECORD_LIMIT:
            dropped, tail = dropped + len(tail), ""
    if dropped or tail.strip():
        yield _line(number + 1, start, tail, dropped)


def _line(number: int, start: int, line: str, dropped: int) -> Piece:
    end = start + dropped + len(line)
    if dropped or len(line) > RECORD_LIMIT:
        return _fault(number, start, end, line, _too_long())
    text = line.strip()
    begin = start + line.index(text)
    if not text.startswith("{"):
        return _fault(number, begin, begin + len(text), text, "This line is not a JSON object.")
    return Piece(number, begin, begin + len(text), text)


def _fault(number: int, start: int, end: int, text: str, message: str) -> Piece:
    return Piece(number, start, end, text[:_SHOWN], message)


def _too_long() -> str:
    return f"A record of more than {RECORD_LIMIT:,} characters was passed over."


class _Splitter:
    """Follows brackets and strings through the text; knows where the open object began."""

    def __init__(self) -> None:
        self.buffer = ""
        self.base = 0  # place of the buffer's first character in the file
        self.pos = 0  # first character of the buffer not yet looked at
        self.begin: int | None = None  # start of the open object in the buffer
        self.depth = 0
        self.outer = 0  # 1 inside a top-level list
        self.closed = False
        self.number = 0

    def feed(self, chunk: str) -> Iterator[Piece]:
        """Take a piece of text; give the objects that are complete with it."""
        self.buffer += chunk
        for mark in _MARK.finditer(self.buffer, self.pos):
            word = mark[0]
            if word == '"':
                break  # a string that goes on in the next chunk
            if word[0] in "{[":
                yield from self._open(word, mark.start())
            elif word[0] in "}]":
                yield from self._close(mark.end())
            if self.begin is not None:
                self.pos = mark.end()
        self._forget()

    def _open(self, word: str, at: int) -> Iterator[Piece]:
        if self.depth == 0 and word == "[" and self.outer == 0:
            self.outer = self.depth = 1
            self.pos = at + 1
            return
        if self.depth == self.outer:
            yield from self._between(at)
            self.begin = at
        self.depth += 1

    def _close(self, end: int) -> Iterator[Piece]:
        self.depth -= 1
        if self.depth < self.outer:
            yield from self._between(end - 1)
            self.pos, self.closed, self.depth = end, True, max(self.depth, 0)
        elif self.depth == self.outer and self.begin is not None:
            self.number += 1
            text = self.buffer[self.begin : end]
            start = self.base + self.begin
            if text.startswith("{"):
                yield Piece(self.number, start, start + len(text), text)
            else:
                yield _fault(self.number, start, start + len(text), text, "A list, not an object.")
            self.begin, self.pos = None, end

    def _between(self, at: int) -> Iterator[Piece]:
        """Report what stands between two objects and is no comma."""
        text = self.buffer[self.pos : at]
        if junk := text.strip(_BETWEEN):
            self.number += 1
            start = self.base + self.pos + text.index(junk)
            yield _fault(self.number, start, start + len(junk), junk, "This is no JSON object.")

    def _forget(self) -> None:
        keep = self.pos if self.begin is None else self.begin
        self.buffer, self.base = self.buffer[keep:], self.base + keep
        self.pos -= keep
        if self.begin is not None:
            self.begin = 0

    def finish(self) -> Iterator[Piece]:
        """Report what is open when the text ends."""
        text = self.buffer.strip(_BETWEEN) if self.begin is None else self.buffer
        if text:
            self.number += 1
            start = self.base + self.buffer.index(text)
            message = "The file ends inside a record, or this is no JSON object."
            yield _fault(self.number, start, start + len(text), text, message)
        elif self.outer and not self.closed:
            yield Piece(self.number + 1, self.base, self.base, "", "The list is never closed.")


def balanced(chunks: Iterable[str]) -> Iterator[Piece]:
    """Take the elements of a top-level list, or objects one after another, by their brackets."""
    splitter = _Splitter()
    for chunk in chunks:
        yield from splitter.feed(chunk)
        if len(splitter.buffer) > RECORD_LIMIT:
            end = splitter.base + len(splitter.buffer)
            message = _too_long() + " What follows it was not read."
            yield _fault(splitter.number + 1, splitter.base, end, splitter.buffer, message)
            return
    yield from splitter.finish()
