"""new, add, build, assess, dossier, verify: what they say, and how they leave."""

import json
import re
from pathlib import Path

import pytest

from enduse.errors import EnduseError
from tests.cli.commands import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "procurement_network"
REPORT = EXAMPLE / "documents" / "unn_2024-09-25.txt"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def case(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENDUSE_HOME", str(tmp_path / "home"))
    assert run(capsys, "new", tmp_path / "c").code == 0
    return tmp_path / "c"


def test_a_case_goes_from_a_file_to_a_dossier_that_verifies(case: Path, capsys: Capture) -> None:
    said = run(capsys, "add", case, REPORT, "--publisher", "UNN", "--published", "2024-09-25")
    assert "Added 1 files" in said.out
    assert "Read 1 documents" in run(capsys, "build", case).out
    assert "Nothing has changed" in run(capsys, "build", case).out
    html = case.parent / "d.html"
    assert run(capsys, "dossier", case, "--out", html).code == 0
    assert "IEMZ Kupol" in html.read_text("utf-8")
    assert "Everything holds" in run(capsys, "verify", case).out


def test_json_is_printed_where_it_is_asked_for(case: Path, capsys: Capture) -> None:
    assert len(json.loads(run(capsys, "add", case, REPORT, "--json").out)["new"]) == 1
    assert json.loads(run(capsys, "build", case, "--json").out)["did"]["extracted"] == 1
    assert json.loads(run(capsys, "verify", case, "--json").out)["faults"] == []
    claims = run(capsys, "claims", case, "--jsonl").out.splitlines()
    assert json.loads(claims[0])["quote"]


def test_a_changed_original_ends_verify_with_code_4(case: Path, capsys: Capture) -> None:
    run(capsys, "add", case, REPORT)
    (original,) = [p for p in (case / "originals").rglob("*") if p.is_file()]
    original.chmod(0o644)
    original.write_bytes(b"other")
    found = run(capsys, "verify", case)
    assert found.code == 4
    assert "was changed" in found.out


def test_there_must_be_a_case_first(tmp_path: Path, capsys: Capture) -> None:
    for words in (["build"], ["verify"], ["assess"], ["add", REPORT]):
        name, *rest = words
        found = run(capsys, name, tmp_path / "none", *rest)
        assert found.code == 3
        assert "enduse new" in found.err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("junk.bin", bytes(range(256)) * 20),
        ("broken.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 99\nx"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_issue_with_its_name_and_the_rest_goes_on(
    case: Path, capsys: Capture, tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    run(capsys, "add", case, tmp_path / name, REPORT)
    built = run(capsys, "build", case)
    assert built.code == 0
    assert name in built.out
    assert int(re.findall(r"holds (\d+) claims", built.out)[0]) > 5
    assert run(capsys, "verify", case).code == 0


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig"])
def test_a_text_in_another_encoding_is_read_as_what_it_says(
    case: Path, capsys: Capture, tmp_path: Path, encoding: str
) -> None:
    text = "Завод «Купол» получил семь беспилотников из Китая, сообщило министерство обороны."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    run(capsys, "add", case, tmp_path / "a.txt")
    assert run(capsys, "build", case).code == 0
    found = [json.loads(r) for r in run(capsys, "claims", case, "--jsonl").out.splitlines()]
    assert all(one["quote"] in text for one in found)
    assert run(capsys, "verify", case).code == 0


def test_a_list_row_with_too_few_columns_and_a_ctrl_z_cost_only_that_row(
    case: Path, capsys: Capture, tmp_path: Path
) -> None:
    rows = (EXAMPLE / "lists" / "sdn.csv").read_bytes()
    (tmp_path / "sdn.csv").write_bytes(rows + b'99999,"CUT OFF"\r\n\x1a')
    run(capsys, "add", case, tmp_path / "sdn.csv", "--as", "us_ofac_sdn")
    assert "2 columns" in run(capsys, "build", case).out
    assert run(capsys, "verify", case).code == 0


def test_an_unknown_kind_is_answered_with_the_near_one(case: Path, capsys: Capture) -> None:
    found = run(capsys, "add", case, REPORT, "--as", "us_ofac_snd")
    assert found.code == 2
    assert "us_ofac_sdn" in found.err


def test_a_dossier_needs_an_ending_we_can_write(case: Path, capsys: Capture) -> None:
    found = run(capsys, "dossier", case, "--out", case.parent / "d.odt")
    assert found.code == 2
    assert ".html" in found.err


def test_no_error_of_ours_is_without_a_next_step() -> None:
    known, kinds = [EnduseError], []
    while known:
        kinds.append(known.pop())
        known += kinds[-1].__subclasses__()
    assert {one.exit_code for one in kinds} == {1, 2, 3, 4}


def test_what_a_document_hides_is_printed_by_its_code(tmp_path: Path, capsys: Capture) -> None:
    report = tmp_path / "r.txt"
    hidden = "Norvik \u202eeniraM\u202c"
    report.write_text(f"Report \x1b[2J.\n{hidden} Marine sold two tugs to Lagonia Shipping in May.")
    told = run(capsys, "claims", report).out
    assert "⟨U+202E⟩" in told
    assert "\u202e" not in told
    (row,) = map(json.loads, run(capsys, "claims", report, "--jsonl").out.splitlines())
    assert hidden in row["quote"]
    run(capsys, "new", tmp_path / "hidden")
    run(capsys, "add", tmp_path / "hidden", report)
    run(capsys, "build", tmp_path / "hidden")
    for ending in ("html", "docx"):
        out = tmp_path / f"d.{ending}"
        assert run(capsys, "dossier", tmp_path / "hidden", "--out", out).code == 0
    page = (tmp_path / "d.html").read_text("utf-8")
    assert "⟨U+202E⟩eniraM⟨U+202C⟩" in page
    assert "\u202e" not in page
    assert "r.txt: 2 hidden characters" in page
    assert run(capsys, "verify", tmp_path / "hidden").code == 0
