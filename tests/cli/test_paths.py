"""`enduse paths` and the exports of the network, as a user runs them."""

import json
from pathlib import Path

import pytest

from enduse.case.example import build_example
from enduse.cli.workshop import all_readers, default_extractor
from tests.cli.commands import run


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("demo")
    build_example(out, all_readers(), default_extractor(), lambda *_: None)
    return out / "case"


def test_ways_are_told_hop_by_hop_with_their_quotations(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "paths", case, "Trading House Vector", "--steps", 2)
    assert ran.code == 0
    assert "1. Artem Mikhailovich Yamshchikov [EU, OFAC], 1 step" in ran.out
    assert "Trading House Vector is linked to Artem Mikhailovich Yamshchikov" in ran.out
    assert "(OFAC, 2026, record 51215, " in ran.out
    assert "takes the entries ofac-51215, own-trading-house-vector" in ran.out


def test_json_names_ways_shared_things_and_intermediaries(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "paths", case, "IEMZ Kupol", "--to", "Almaz-Antey", "--json")
    (way, *_) = json.loads(ran.out)["ways"]
    assert way["hops"][0]["relation"] == "is a subsidiary of"
    assert way["hops"][0]["evidence"][0]["quote"]
    whole = json.loads(run(capsys, "paths", case, "--json").out)
    assert whole["party"] is None and whole["shared"] and whole["intermediaries"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("Nobody at all",), "No party called 'Nobody at all'"),
        (("Trading House Vector", "--steps", "0"), "0 steps are no length"),
        (("TSK Vektor", "--to", "TSK Vektor"), "Both names stand for one party"),
        (("--to", "TSK Vektor"), "A way needs two ends"),
    ],
)
def test_what_cannot_be_asked_is_said(
    words: tuple[str, ...], why: str, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = run(capsys, "paths", case, *words)
    assert ran.code == 2 and why in ran.err


@pytest.mark.parametrize("name", ["n.svg", "n.graphml", "n.network.json"])
def test_the_network_is_written_alone_and_the_same_each_time(
    name: str, case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        assert run(capsys, "dossier", case, "--out", tmp_path / folder / name).code == 0
        written.append((tmp_path / folder / name).read_bytes())
    assert written[0] == written[1] and b"TSK Vektor" in written[0]


def test_assess_tells_what_the_network_and_ownership_say(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "assess", case).out
    assert "Between\n  Two of two shortest ways between the parties of China" in told
    assert "share the building Xinghua Building" in told
    assert "Ownership\n  UK, " in told and "Share unknown: Almaz-Antey." in told
    kinds = {one["kind"] for one in json.loads(run(capsys, "assess", case, "--json").out)}
    assert kinds >= {"between", "shared", "ownership", "denial", "conflict"}
