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
from enduse.model import Issue
from enduse.sources.blocks import Row, Verbatim, line_blocks, row_of
from enduse.sources.registry import record_reader
from enduse.sources.watchlists.opensanctions.reader import OpenSanctionsReader
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import stored

Rows = list[Row | Issue]


def both(path: Path, size: int) -> tuple[Rows, Rows]:
    file, reader = stored(path), OpenSanctionsReader()
    assert len(list(line_blocks(file, size))) >= min(path.stat().st_size // (size + 10_000), 20)
    quick: Rows = []
    for block in line_blocks(file, size):
        for one in reader.rows(block):
            if isinstance(one, Issue):
                quick.append(one)
            else:
                quick += one.rows() if isinstance(one, Verbatim) else one
    return quick, [o if isinstance(o, Issue) else row_of(o) for o in reader.read([file])]


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
    quick, careful = both(path, size)
    rows = [one for one in quick if not isinstance(one, Issue)]
    assert rows == [one for one in careful if not isinstance(one, Issue)]
    told = {(i.where.start, i.where.part, i.value) for i in quick if isinstance(i, Issue)}
    assert told == {(i.where.start, i.where.part, i.value) for i in careful if isinstance(i, Issue)}
    text = path.read_text("utf-8")
    for row in rows:
        assert text[row[9] : row[10]] == (row[13] if row[13] is not None else row[3])


@needs_shared
@pytest.mark.parametrize("name", ["zala", "t1", "parteispenden"])
def test_real_exports_read_the_same_in_both_ways(name: str) -> None:
    assert SHARED is not None
    path = SHARED / f"data/lists/ftm/yente_fixtures/{name}/entities.ftm.json"
    quick, careful = both(path, 20_000)
    assert quick == careful


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
