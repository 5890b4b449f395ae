"""A case from files to findings: what is done, what is done again, and what is noticed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from enduse.case import Case, Given, Readers
from enduse.cli.workshop import all_readers, default_extractor
from enduse.model import Verdict

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "procurement_network"
REPORT = EXAMPLE / "documents" / "reuters_2024-09-25.txt"
OFAC = [EXAMPLE / "lists" / name for name in ("sdn.csv", "alt.csv", "add.csv")]


@pytest.fixture(scope="module")
def readers() -> Readers:
    return all_readers()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, readers: Readers) -> Path:
    folder = tmp_path_factory.mktemp("built") / "case"
    with Case.create(folder, "Who is behind it?") as case:
        case.add([REPORT], Given(publisher="Reuters", published="2024-09-25"))
        case.add(OFAC, Given(kind="us_ofac_sdn", publisher="OFAC"), readers.records)
        case.build(readers, default_extractor())
    return folder


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Iterator[Case]:
    shutil.copytree(built, tmp_path / "case")
    with Case.open(tmp_path / "case") as opened:
        yield opened


def test_a_built_case_holds_claims_parties_and_hits_and_verifies(case: Case) -> None:
    assert len(case.said()) >= 15
    names = {one.name for one in case.parties()}
    assert any("Kupol" in name for name in names)
    assert case.verify() == []


def test_a_second_build_that_changes_nothing_does_nothing(case: Case, readers: Readers) -> None:
    assert not case.build(readers, default_extractor()).changed


def test_one_more_document_is_read_and_the_others_are_left_alone(
    case: Case, readers: Readers
) -> None:
    more = EXAMPLE / "documents" / "tass_2023-05-19.txt"
    case.add([more], Given(publisher="TASS", published="2023-05-19"))
    done = case.build(readers, default_extractor())
    assert (done.documents, done.lists, done.extracted) == (1, 0, 1)
    assert case.verify() == []


def test_the_order_in_which_documents_come_does_not_matter(
    tmp_path: Path, readers: Readers
) -> None:
    documents = sorted((EXAMPLE / "documents").glob("*_2024-*.txt"))[:3]
    seen = []
    for number, order in enumerate((documents, documents[::-1])):
        with Case.create(tmp_path / str(number)) as case:
            for one in order:
                case.add([one], Given(publisher=one.stem))
            case.build(readers, default_extractor())
            claims = sorted(one.claim.id for one in case.said())
            seen.append((claims, case.parties(), sorted(f.id for f in case.findings())))
    assert seen[0] == seen[1]


def tampered(case: Case, statement: str) -> list[str]:
    engine = create_engine(f"sqlite:///{case.folder / 'case.sqlite'}")
    with engine.begin() as connection:
        for table in ("log", "judgement"):
            connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_update"))
        connection.execute(text(statement))
    engine.dispose()
    return [fault.kind for fault in case.verify()]


def test_one_changed_byte_of_an_original_is_named(case: Case) -> None:
    source = case.sources()[0]
    path = case.folder / "originals" / source.sha256[:2] / source.sha256
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.write_bytes(data)
    (fault, *_) = case.verify()
    assert fault.kind == "original"
    assert source.name in fault.sentence


def test_a_missing_original_is_named(case: Case) -> None:
    source = case.sources()[0]
    (case.folder / "originals" / source.sha256[:2] / source.sha256).unlink()
    assert "gone" in case.verify()[0].sentence


def test_a_changed_quotation_is_named(case: Case) -> None:
    kinds = tampered(case, "UPDATE claim SET quote = 'never said' WHERE rowid = 1")
    assert set(kinds) == {"quotation", "record"}


def test_a_changed_polarity_is_noticed_although_the_quotation_holds(case: Case) -> None:
    change = "UPDATE claim SET body = replace(body, 'asserted', 'denied')"
    assert tampered(case, change) == ["record"]


def test_a_removed_claim_is_noticed(case: Case) -> None:
    assert tampered(case, "DELETE FROM claim WHERE rowid = 1") == ["record"]


def test_a_changed_value_of_a_list_row_is_noticed(case: Case) -> None:
    assert "record" in tampered(case, "UPDATE statement SET value = 'x' WHERE seq = 3")


def test_a_changed_log_entry_is_named(case: Case) -> None:
    assert "log" in tampered(case, "UPDATE log SET at = '1999' WHERE seq = 2")


def test_a_changed_text_is_named(case: Case) -> None:
    assert "text" in tampered(case, "UPDATE text SET text = text || '!'")


def test_a_judgement_is_followed_by_the_findings_and_can_be_taken_back(
    case: Case, readers: Readers
) -> None:
    before = sorted(one.id for one in case.findings())
    kupol, other = (p.id for p in case.parties() if p.name in ("IEMZ Kupol", "Almaz-Antey"))
    case.judge(kupol, other, Verdict.POSITIVE, "only to see it followed")
    assert case.build(readers, default_extractor()).assessed
    assert len({one.subject for one in case.said()} & {kupol, other}) == 1
    case.undo()
    case.build(readers, default_extractor())
    assert sorted(one.id for one in case.findings()) == before
    assert case.verify() == []
