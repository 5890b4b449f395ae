"""One entity of a large list is found by its own stretch of the file."""

from pathlib import Path

from bench.lists.made import ftm_lines
from enduse.lists.install import Order, install
from enduse.lists.opened import open_list


def test_any_entity_of_thousands_is_found_with_its_statements(tmp_path: Path) -> None:
    path, home = tmp_path / "entities.ftm.json", tmp_path / "home"
    ftm_lines(path, 6_000)
    install("opensanctions", [path], home, Order(day="2026-11-01"))
    opened = open_list(home, "opensanctions")
    first = next(opened.parties())
    assert first["id"] == "NK-0000000000000000000000"
    for number in (5_999, 0, 4_321):
        key = f"NK-{number:022}"
        entity = opened.entity(key)
        assert entity["properties"]["idNumber"] == [f"{number:012}"]
        said = {(s.prop, s.value) for s in opened.statements(key) if s.prop != "id"}
        assert said == {(p, v) for p, values in entity["properties"].items() for v in values}
