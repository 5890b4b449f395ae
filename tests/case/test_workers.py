"""Texts read side by side give what they give one by one, whatever happens to a worker."""

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from enduse.case import Case, Given
from enduse.case.steps import workers
from enduse.case.steps.taking import Taken, taken
from enduse.case.steps.workers import extractions
from enduse.cli.workshop import all_readers
from enduse.extract.protocol import Extraction, TextToRead
from enduse.extract.rules import RuleExtractor

TEXT = "Kupol, a subsidiary of Almaz-Antey, has supplied {} drones to Turkey."
NAMES = {"Kupol": "Company"}


def texts(count: int = 9) -> Iterator[TextToRead]:
    for number in range(count):
        yield TextToRead(f"{number:064d}", TEXT.format(number + 2), "en")


@pytest.fixture(autouse=True)
def _few_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "WORTH", 2)
    monkeypatch.setattr(workers, "WORKERS", 2)


def read(extractor: object, count: int = 9) -> list[Taken]:
    found = list(extractions(extractor, NAMES, texts(count), count))  # type: ignore[arg-type]
    assert [text.source for text, _ in found] == [text.source for text in texts(count)]
    return [one for _, one in found]


def test_side_by_side_is_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    beside = read(RuleExtractor())
    monkeypatch.setattr(workers, "WORTH", 100)
    assert beside == read(RuleExtractor())
    assert all(one.rows.claims for one in beside)


class _HoldsAThing(RuleExtractor):
    def __init__(self) -> None:
        self.thing = open(os.devnull)  # what no other process can be sent


def test_an_extractor_that_cannot_be_sent_reads_here() -> None:
    extractor = _HoldsAThing()
    assert all(one.rows.claims for one in read(extractor, 3))
    extractor.thing.close()


@dataclass(frozen=True)
class _Killed:
    """Ends every process but the first one, as a machine without memory does."""

    home: int
    name: str = "killed"
    version: str = "1"

    def extract(self, document: TextToRead) -> Extraction:
        if os.getpid() != self.home:
            os.kill(os.getpid(), signal.SIGKILL)
        return RuleExtractor().extract(document)


def test_where_workers_are_killed_the_texts_are_read_here() -> None:
    assert all(one.rows.claims for one in read(_Killed(os.getpid())))


class _Breaks(RuleExtractor):
    name = "breaks"

    def extract(self, document: TextToRead) -> Extraction:
        if "3 drones" in document.text:
            raise RuntimeError("no threes")
        return super().extract(document)


def test_a_fault_on_one_text_is_an_issue_of_that_text() -> None:
    found = read(_Breaks())
    assert [number for number, one in enumerate(found) if one.issues] == [1]
    assert "no threes" in found[1].issues[0].message


class _SameIds(RuleExtractor):
    """A stranger's extractor that numbers the claims of each document from one."""

    def extract(self, document: TextToRead) -> Extraction:
        found = super().extract(document)
        return replace(found, claims=tuple(replace(c, id="1") for c in found.claims))


def test_claims_with_the_same_id_are_not_lost_without_a_word() -> None:
    text = TextToRead("0" * 64, TEXT.format(2), "en")
    found = taken(_SameIds(), text)
    assert len(found.rows.claims) == 1
    assert len(found.issues) == len(RuleExtractor().extract(text).claims) - 1
    assert "has the id 1 too" in found.issues[0].message


def test_what_is_packed_has_the_hash_of_what_is_stored(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case") as case:
        for number in (2, 3):
            (tmp_path / f"{number}.txt").write_text(TEXT.format(number), "utf-8")
            case.add([tmp_path / f"{number}.txt"], Given())
        case.build(all_readers(), _SameIds())
        # The second document's claim has the id of the first one's: left out, and said.
        assert any("another document" in one.message for one in case.issues())
        assert case.verify() == []
