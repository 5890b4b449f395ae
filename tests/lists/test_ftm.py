"""What we write is FollowTheMoney: its own model takes it, and gives it back without loss."""

import json
import warnings
from pathlib import Path

import pytest

from enduse.lists.reading import read_list
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import FIXTURES

OURS = {
    "bods": [FIXTURES / "bods_0_4.json", FIXTURES / "bods_0_2.json"],
    "gb_psc": [FIXTURES / "gb_psc.jsonl"],
    "gleif": sorted((FIXTURES / "gleif").iterdir())[:1],
    "icij_offshore": sorted((FIXTURES / "icij").iterdir()),
    "plain_register": sorted((FIXTURES / "plain").iterdir()),
}


def came_back(path: Path) -> list[str]:
    """What FtM's own model refuses, changes or drops of the entities in a file."""
    from followthemoney import model

    faults = []
    for line in path.read_text("utf-8").splitlines():
        wanted = json.loads(line)
        schema = model.get(wanted["schema"])
        assert schema is not None, wanted["schema"]
        proxy = model.get_proxy({**wanted, "properties": {}})
        for prop, values in wanted["properties"].items():
            for value in values:
                proxy.add(prop, value, cleaned=False)
            lost = set(values) - set(proxy.get(prop))
            if lost:
                faults.append(f"{wanted['id']} {prop}: {sorted(lost)} became {proxy.get(prop)}")
    return faults


@pytest.mark.parametrize("kind", OURS)
def test_the_model_of_ftm_takes_every_value_of_a_register_as_it_is(
    kind: str, tmp_path: Path
) -> None:
    out = tmp_path / "x.ftm.jsonl"
    read_list(kind, OURS[kind], out)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert came_back(out) == []


@needs_shared
def test_the_model_of_ftm_takes_300_real_statements(tmp_path: Path) -> None:
    assert SHARED is not None
    out = tmp_path / "x.ftm.jsonl"
    read_list("bods", [SHARED / "data/registers/bods/sample_300_statements_0.4.json"], out)
    assert came_back(out) == []
