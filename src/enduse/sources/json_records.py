"""JSON read record by record, each value with its place in the file's text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]
from pathlib import Path
from typing import Any

from enduse.sources.json_split import Piece, balanced, lines
from enduse.sources.text_chunks import text_chunks

DEPTH_LIMIT = 60
_SPACE = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(r"(true|false|null)|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
# Most members have a key and a value without escapes: one look takes both, and what follows.
_MEMBER = re.compile(
    r'[ \t\r\n]*"([^"\\\x00-\x1f]*)"[ \t\r\n]*:[ \t\r\n]*'
    r'(?:"([^"\\\x00-\x1f]*)"|(true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?))'
    r"[ \t\r\n]*([,}])"
).match
_WORDS = {"true": True, "false": False, "null": None}


class Node:
    """A JSON value and where it stands.

    Attributes:
        value: str, bool or None; a number as a str, to the letter ("33.30"); a dict of
            nodes; a list of nodes.
        start: First character in the file's text; inside the quotation marks of a string.
        end: One past the last.
        quote: The characters as they stand there; with a string's escapes not resolved.
        is_text: The value was written as a string.
    """

    __slots__ = ("end", "is_text", "quote", "start", "value")

    def __init__(self, value: Any, start: int, end: int, quote: str, is_text: bool) -> None:
        self.value, self.start, self.end = value, start, end
        self.quote, self.is_text = quote, is_text

    def at(self, *path: str) -> "Node | None":
        """The node reached through these keys; None where one of them is missing or null."""
        node = self
        for key in path:
            held = node.value
            if type(held) is not dict or key not in held:
                return None
            node = held[key]
        return None if node.value is None else node

    def text(self, *path: str) -> str:
        """The string or number reached through these keys; "" where there is none."""
        node = self.at(*path)
        return node.value if node is not None and isinstance(node.value, str) else ""

    def items(self, *path: str) -> "Sequence[Node]":
        """The elements of the list reached through these keys; a lone value counts as one."""
        node = self.at(*path)
        if node is None:
            return ()
        return [n for n in node.value if n.value is not None] if node.is_list else (node,)

    @property
    def is_list(self) -> bool:
        """The value is a list."""
        return isinstance(self.value, list)

    @property
    def fields(self) -> "Mapping[str, Node]":
        """The members of an object; nothing where the value is none."""
        return self.value if isinstance(self.value, dict) else {}


def parsed(piece: Piece) -> Node:
    """A record with the place of every value.

    Raises:
        JSONDecodeError: It is not JSON; the position counts from the record's start.
    """
    node, end = _value(piece.text, 0, piece.start, 0)
    if end != len(piece.text):
        raise JSONDecodeError("more text after the value", piece.text, end)
    return node


def _skip(text: str, pos: int) -> int:
    if text[pos : pos + 1] > " ":
        return pos
    found = _SPACE.match(text, pos)
    return found.end() if found else pos


def _object(text: str, pos: int, base: int, depth: int) -> tuple[Node, int]:
    begin, members = pos, dict[str, Node]()
    pos += 1
    after = _skip(text, pos)
    closing = text[after : after + 1]
    if closing == "}":
        pos = after + 1
    while closing != "}":
        if found := _MEMBER(text, pos):
            pos, closing = found.end(), found[4]
            members[found[1]] = _simple(found, base)
        else:
            pos, closing = _member(text, pos, (base, depth), members)
    return Node(members, base + begin, base + pos, text[begin:pos], False), pos


def _simple(found: re.Match[str], base: int) -> Node:
    """The value of a member that is a string without escapes, a number or a word."""
    if (value := found[2]) is not None:
        start, end = found.span(2)
        return Node(value, base + start, base + end, value, True)
    word, (start, end) = found[3], found.span(3)
    return Node(_WORDS.get(word, word), base + start, base + end, word, False)


def _member(
    text: str, pos: int, place: tuple[int, int], members: dict[str, Node]
) -> tuple[int, str]:
    """Any other member; gives what follows it, a comma or the closing bracket."""
    pos = _skip(text, pos)
    if text[pos : pos + 1] != '"':
        raise JSONDecodeError("expected a key in quotation marks", text, pos)
    key, pos = scanstring(text, pos + 1, True)
    pos = _skip(text, pos)
    if text[pos : pos + 1] != ":":
        raise JSONDecodeError("expected a colon", text, pos)
    members[key], pos = _value(text, _skip(text, pos + 1), place[0], place[1] + 1)
    pos = _separator(text, pos, "}")
    return (pos + 1, "}") if text[pos : pos + 1] == "}" else (pos, ",")


def _list(text: str, pos: int, base: int, depth: int) -> tuple[Node, int]:
    begin, elements = pos, list[Node]()
    pos = _skip(text, pos + 1)
    while text[pos : pos + 1] != "]":
        node, pos = _value(text, pos, base, depth + 1)
        elements.append(node)
        pos = _separator(text, pos, "]")
    pos += 1
    return Node(elements, base + begin, base + pos, text[begin:pos], False), pos


def _separator(text: str, pos: int, closing: str) -> int:
    """Step over the comma before the next element; stand still before the closing bracket."""
    pos = _skip(text, pos)
    if text[pos : pos + 1] == ",":
        pos = _skip(text, pos + 1)
        if text[pos : pos + 1] != closing:
            return pos
    elif text[pos : pos + 1] == closing:
        return pos
    raise JSONDecodeError(f"expected a comma or {closing}", text, pos)


def _value(text: str, pos: int, base: int, depth: int) -> tuple[Node, int]:
    first = text[pos : pos + 1]
    if first == '"':
        value, end = scanstring(text, pos + 1, True)
        return Node(value, base + pos + 1, base + end - 1, text[pos + 1 : end - 1], True), end
    if first in ("{", "["):
        if depth >= DEPTH_LIMIT:
            raise JSONDecodeError(f"nested more than {DEPTH_LIMIT} deep", text, pos)
        return (_object if first == "{" else _list)(text, pos, base, depth)
    found = _SCALAR.match(text, pos)
    if not found:
        raise JSONDecodeError("expected a value", text, pos)
    end, word = found.end(), found[0]
    return Node(_WORDS.get(word, word), base + pos, base + end, word, False), end


def json_pieces(path: Path) -> Iterator[Piece]:
    """Read a JSON array of objects, JSON lines, or objects one after another.

    Memory holds one record and one megabyte, whatever the size of the file.

    Args:
        path: The file, in any encoding that `decoding.decoded` reads.

    Yields:
        The objects in order; faults for whatever stands between them or breaks off.
    """
    chunks = text_chunks(path)
    head = next(chunks, "")
    return (lines if _is_by_line(head) else balanced)(chain((head,), chunks))


def _is_by_line(head: str) -> bool:
    """Whether every line is an object of its own, even if the first one is broken off."""
    first, newline, rest = head.lstrip().partition("\n")
    if not first.startswith("{"):
        return False
    return not newline or first.rstrip(" \t\r,").endswith("}") or rest.startswith("{")
