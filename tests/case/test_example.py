"""The example case, built as a user builds it."""

import json
from pathlib import Path

import pytest

from enduse.case import Case
from enduse.case.example import build_example
from enduse.cli.workshop import all_readers, default_extractor
from enduse.errors import BadInput


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    out = tmp_path_factory.mktemp("demo")
    said = build_example(out, all_readers(), default_extractor(), lambda *_: None)
    return out, "\n".join(said)


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_it_makes_sixty_claims_or_more_in_three_languages(demo: tuple[Path, str]) -> None:
    quotes = [str(row["quote"]) for row in rows(demo[0] / "claims.jsonl")]
    assert len(quotes) >= 60
    assert any("\u0400" <= c <= "\u04ff" for quote in quotes for c in quote)
    assert any("\u4e00" <= c <= "\u9fff" for quote in quotes for c in quote)


def test_the_listed_parties_are_named_with_their_numbers_and_the_bait_apart(
    demo: tuple[Path, str],
) -> None:
    html = (demo[0] / "dossier.html").read_text("utf-8")
    for number in ("46431", "16865", "46441", "51215", "51265", "51298", "51211"):
        assert number in html
    listed, _, apart = html.partition("Of a like name only")
    assert "51292" not in listed
    assert "51292" in apart
    assert "kept apart: 51292 VEKTOR, OOO" in demo[1]


def test_the_two_vectors_stay_two_and_the_day_they_are_confused_is_said(
    demo: tuple[Path, str],
) -> None:
    (pair,) = [f for f in rows(demo[0] / "findings.jsonl") if f["kind"] == "alike"]
    sentence = str(pair["sentence"])
    assert "ofac-46441" in sentence and "ofac-51215" in sentence
    assert "2024-10-17" in sentence
    assert pair["supports"] and pair["opposes"]


def test_a_copy_of_one_report_is_no_second_origin(demo: tuple[Path, str]) -> None:
    said = [str(f["sentence"]) for f in rows(demo[0] / "findings.jsonl")]
    assert any("2 sources that all rest on one origin (Reuters)" in one for one in said)


def test_everything_it_wrote_is_there_and_verifies(demo: tuple[Path, str]) -> None:
    for name in ("entities.ftm.jsonl", "entities.evidence.jsonl", "network.svg"):
        assert (demo[0] / name).stat().st_size > 1_000
    with Case.open(demo[0] / "case") as case:
        assert case.verify() == []


def test_an_earlier_demo_is_replaced_and_a_folder_of_others_is_not(demo: tuple[Path, str]) -> None:
    other = demo[0] / "other" / "case"
    other.mkdir(parents=True)
    with pytest.raises(BadInput, match="in use"):
        build_example(other.parent, all_readers(), default_extractor(), lambda *_: None)
