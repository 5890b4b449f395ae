"""What we write is FollowTheMoney: its own model takes it, and gives it back without loss."""

import json
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import pytest

from enduse.lists.reading import read_list
from tests.shared import SHARED, needs_shared
from tests.sources.registers.reading import FIXTURES

OURS = {
    "bods": [FIXTURES / "bods_0_4.json", FIXTURES / "bods_0_2.json"],
    "gb_psc": [FIXTURES / "gb_psc.jsonl"],
    "gleif": sorted((FIXTURES / "gleif").glob("*.csv")),
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


WATCHED = Path(__file__).parents[1] / "sources" / "watchlists" / "fixtures"
WATCHLISTS = {
    "us_ofac_sdn": sorted((WATCHED / "sdn").glob("*.csv")),
    "us_ofac_cons": [WATCHED / "advanced.xml"],
    "uk_sl": [WATCHED / "uk.xml"],
    "us_csl": [WATCHED / "csl.json"],
    "eu_fsf": [WATCHED / "fsf_118.csv"],
    "opensanctions": [WATCHED / "statements.csv"],
}


def ftm(command: str, source: Path, target: Path) -> list[dict[str, Any]]:
    """What a command of FtM makes of a file of entities."""
    tool = [sys.executable, "-c", "from followthemoney.cli.cli import cli; cli()"]
    line = [*tool, command, "-i", str(source), "-o", str(target)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in target.read_text("utf-8").splitlines()]


def compared(one: dict[str, Any]) -> tuple[str, str, dict[str, list[str]]]:
    return one["id"], one["schema"], {p: sorted(v) for p, v in one["properties"].items()}


@pytest.mark.parametrize("kind", [*OURS, *WATCHLISTS])
def test_what_we_write_survives_the_command_line_of_ftm(kind: str, tmp_path: Path) -> None:
    ours = tmp_path / "ours.ftm.jsonl"
    read_list(kind, {**OURS, **WATCHLISTS}[kind], ours)
    wanted = [compared(json.loads(line)) for line in ours.read_text("utf-8").splitlines()]
    from followthemoney.types import registry

    assert not [one[0] for one in wanted if not registry.entity.validate(one[0])]
    checked = ftm("validate", ours, tmp_path / "checked.jsonl")
    assert [compared(one) for one in checked] == wanted
    # Each entity in two halves comes out of `aggregate` as the one it was.
    halves = tmp_path / "halves.jsonl"
    with halves.open("w", encoding="utf-8") as file:
        for part in (0, 1):
            for line in ours.read_text("utf-8").splitlines():
                one = json.loads(line)
                one["properties"] = dict(list(one["properties"].items())[part::2])
                file.write(json.dumps(one) + "\n")
    whole = ftm("aggregate", halves, tmp_path / "whole.jsonl")
    assert sorted(map(compared, whole)) == sorted(wanted)
