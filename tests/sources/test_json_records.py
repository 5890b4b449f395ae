"""JSON cut into records: every value at its place, every fault reported."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.sources import json_split
from enduse.sources.decoding import decoded
from enduse.sources.json_records import Node, json_pieces, parsed
from enduse.sources.json_split import Piece, balanced, lines
from enduse.sources.text_chunks import text_chunks

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)
_OBJECTS = st.lists(st.dictionaries(st.text(max_size=4), _JSON, max_size=4), max_size=5)


def plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(value) for value in node.value]
    return node.value if node.is_text or not isinstance(node.value, str) else json.loads(node.value)


def check_places(node: Node, text: str) -> None:
    assert text[node.start : node.end] == node.quote
    inner = node.value.values() if isinstance(node.value, dict) else node.value
    for child in inner if node.is_list or isinstance(node.value, dict) else ():
        check_places(child, text)


@given(_OBJECTS, st.booleans(), st.sampled_from([None, 1]), st.integers(1, 9))
def test_a_list_of_objects_is_what_the_json_module_reads(
    objects: list[Any], ascii_only: bool, indent: int | None, size: int
) -> None:
    text = json.dumps(objects, ensure_ascii=ascii_only, indent=indent)
    chunks = [text[i : i + size] for i in range(0, len(text), size)]
    pieces = list(balanced(chunks))
    assert [p.fault for p in pieces] == [""] * len(objects)
    nodes = [parsed(piece) for piece in pieces]
    assert [plain(node) for node in nodes] == objects
    for node in nodes:
        check_places(node, text)


@given(_OBJECTS, st.integers(1, 9))
def test_json_lines_cut_anywhere_are_the_same_lines(objects: list[Any], size: int) -> None:
    text = "\r\n".join(json.dumps(one) for one in objects)
    pieces = list(lines(text[i : i + size] for i in range(0, len(text), size)))
    assert [plain(parsed(piece)) for piece in pieces] == objects
    assert all(text[p.start : p.end] == p.text for p in pieces)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('[{"a":1},{"b":"unter', 1),
        ('[{"a":1}', 1),
        ('[{"a":1} 7, [1] ,{"b":2}]', 2),
        ('[{"a":1}] trailing', 1),
        ('{"a":1}\nnope\n{"b":2}', 1),
        ("just words", 1),
        ('{\n"a":1}\n{\n"b":2}', 0),
        ("[]", 0),
    ],
)
def test_what_is_no_object_is_reported_at_its_place(tmp_path: Path, text: str, faults: int) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, "utf-8")
    pieces = list(json_pieces(path))
    assert sum(bool(p.fault) for p in pieces) == faults
    for piece in pieces:
        assert text[piece.start : piece.end] == piece.text


def test_an_endless_line_is_passed_over_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_split, "RECORD_LIMIT", 100)
    chunks = ['{"a":1}\n{"b":"', *["x" * 90] * 5, '"}\n{"c":3}']
    pieces = list(lines(chunks))
    assert [p.text for p in pieces if not p.fault] == ['{"a":1}', '{"c":3}']
    assert "passed over" in pieces[1].fault
    text = "".join(chunks)
    assert text[pieces[2].start : pieces[2].end] == '{"c":3}'


def test_an_endless_record_in_a_list_ends_the_reading_with_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_split, "RECORD_LIMIT", 100)
    pieces = list(balanced(['[{"a":1},{"b":"', *["x" * 90] * 5, '"}]']))
    assert pieces[0].text == '{"a":1}'
    assert "was not read" in pieces[1].fault


def test_brackets_nested_without_end_are_a_fault_and_no_crash() -> None:
    text = '{"a":' + "[" * 100_000 + "]" * 100_000 + "}"
    with pytest.raises(json.JSONDecodeError, match="deep"):
        parsed(Piece(1, 0, len(text), text))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1251"]
)
def test_pieces_put_together_are_the_canonical_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(("Завод «Купол» производит изделия. " * 40).encode(encoding))
    assert "".join(text_chunks(path)) == decoded(path.read_bytes())[0]


def test_a_first_line_that_is_broken_off_does_not_take_the_others_with_it(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"a": {"b"\n{"a": 1}\n{"a": 2}\n', "utf-8")
    assert [piece.text for piece in json_pieces(path)][1:] == ['{"a": 1}', '{"a": 2}']
