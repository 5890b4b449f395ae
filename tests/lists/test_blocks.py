"""The quick way of reading a large list says what the careful way says."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.lists.made import ftm_lines
from enduse.lists import parallel
from enduse.lists.install import Order, install
from enduse.lists.opened import open_list
from enduse.lists.snapshot import statements_of
from enduse.model import Issue, Statement
from enduse.sources.blocks import line_blocks
from enduse.sources.registry import record_reader
from enduse.sources.watchlists.opensanctions.reader import OpenSanctionsReader
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import stored

Told = list[Statement]
Faults = list[tuple[int, str, str]]


def both(path: Path, size: int) -> tuple[tuple[Told, Faults], tuple[Told, Faults]]:
    """What the blocks of a file say, packed and unpacked, and what the reader says of it."""
    file = stored(path)
    assert len(list(line_blocks(file, size))) >= min(path.stat().st_size // (size + 10_000), 20)
    quick, faults = Told(), Faults()
    for block in line_blocks(file, size):
        packed = parallel.pack("opensanctions", block)
        quick += statements_of(packed.statements)
        issues = map(json.loads, packed.issues)
        faults += [(one["start"], one["part"], one["value"]) for one in issues]
    said = list(OpenSanctionsReader().read([file]))
    found = [one for one in said if isinstance(one, Issue)]
    careful = [(one.where.start, one.where.part, one.value) for one in found]
    return (quick, faults), ([one for one in said if isinstance(one, Statement)], careful)


def troublesome(path: Path, count: int) -> None:
    """Entities as they come, and some that are escaped, broken, empty or strange."""
    ftm_lines(path, count)
    dice = random.Random(5)
    lines = path.read_text("utf-8").splitlines()
    for number in range(0, count, 7):
        entity = json.loads(lines[number])
        match dice.randrange(7):
            case 0:
                lines[number] = json.dumps(entity, ensure_ascii=True)
            case 1:
                entity["properties"]["notes"] = ['a "quoted" \\ word', "tab\there", ""]
                lines[number] = json.dumps(entity)
            case 2:
                entity["properties"]["noSuchProperty"] = ["x"]
                lines[number] = json.dumps(entity)
            case 3:
                entity["properties"]["name"] = ["name", "alias", "country", "name of name"]
                lines[number] = json.dumps(entity, separators=(",", ":"))
            case 4:
                lines[number] = lines[number][:-9]
            case 5:
                entity["schema"], entity["properties"]["alias"] = "Spaceship", [1, None]
                lines[number] = json.dumps(entity)
            case 6:
                lines[number] = "[1, 2]" if number % 2 else json.dumps({"id": f"x{number}"})
    path.write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize("size", [500, 5_000, 10_000_000])
def test_blocks_of_any_size_say_what_the_whole_file_says(tmp_path: Path, size: int) -> None:
    path = tmp_path / "entities.ftm.json"
    troublesome(path, 300)
    (quick, faults), (careful, told) = both(path, size)
    assert quick == careful
    assert sorted(set(faults)) == sorted(set(told)) and faults
    text = path.read_text("utf-8")
    assert all(one.evidence.holds(text) for one in quick)


@needs_shared
@pytest.mark.parametrize("name", ["zala", "t1", "parteispenden"])
def test_real_exports_read_the_same_in_both_ways(name: str) -> None:
    assert SHARED is not None
    path = SHARED / f"data/lists/ftm/yente_fixtures/{name}/entities.ftm.json"
    quick, careful = both(path, 20_000)
    assert quick == careful


def _line(properties: str, before: str = "", behind: str = "") -> str:
    return f'{{{before}"id": "x-1", "schema": "Person", "properties": {{{properties}}}{behind}}}'


@pytest.mark.parametrize(
    "line",
    [
        _line('"name": ["A"], "name": ["B"]'),
        _line('"name": ["A"], "name": ["B"]', behind=', "referents": ["C"]'),
        _line('"name": ["A"]', before='"caption": "properties", '),
        _line('"name": ["A"]', before='"caption": "id", '),
        _line('"name": ["id"], "alias": ["name", "]}", "B"]'),
        _line('"name": ["]}"], "alias": ["]}"]'),
        _line('"name": [ "A" ] '),
        _line('"name": []'),
        _line('"name": ["A", ["B"]]'),
        _line('"name": {"A": "B"}'),
        _line('"name": "A"'),
        _line(""),
        _line('"name": ["A"]', behind=', "properties": {"alias": ["B"]}'),
        _line('"name": ["A\u0301\U0001f6a2", "Б"], "alias": ["C"]'),
    ],
)
def test_a_line_of_any_shape_is_read_the_same_in_both_ways(tmp_path: Path, line: str) -> None:
    path = tmp_path / "entities.ftm.json"
    good = _line('"name": ["Sample Person"], "country": ["cy", "ru"]').replace("x-1", "x-2")
    path.write_text(f"{line}\n{good}\n", "utf-8")
    quick, careful = both(path, 10_000)
    assert quick == careful
    assert any(one.value == "Sample Person" for one in quick[0])


def test_several_processes_write_the_snapshot_that_one_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "entities.ftm.json"
    ftm_lines(path, 400)
    original: Callable[..., object] = line_blocks
    monkeypatch.setattr(
        "enduse.sources.watchlists.opensanctions.reader.line_blocks",
        lambda file: original(file, 60_000),
    )
    made = []
    for workers in (2, 1):
        monkeypatch.setattr(parallel, "WORKERS", workers)
        home = tmp_path / f"home{workers}"
        done = install("opensanctions", [path], home, Order(day="2026-11-01"))
        opened = open_list(home, "opensanctions")
        made.append((done.version.entities, list(opened.entities()), list(opened.statements())))
    assert made[0] == made[1]
    reader = record_reader("opensanctions")
    assert made[0][2] == list(reader.read([stored(path)]))


def test_an_endless_line_ends_the_reading_with_an_issue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "entities.ftm.json"
    ftm_lines(path, 3)
    path.write_text(path.read_text("utf-8") + '{"id":"' + "x" * 3_000_000, "utf-8")
    monkeypatch.setattr("enduse.sources.blocks.RECORD_LIMIT", 100_000)
    blocks = list(line_blocks(stored(path), 50_000))
    assert [bool(block.fault) for block in blocks] == [False, True]
