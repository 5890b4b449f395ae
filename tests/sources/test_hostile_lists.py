"""What is meant to harm a reader harms none: every XML reader, every packing, any length."""

import gzip
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from enduse.errors import UnreadableSource
from enduse.lists.reading import read_list
from enduse.model import Issue, Statement
from enduse.sources import json_split, rows, xml_records
from enduse.sources.json_split import Piece, balanced, lines
from enduse.sources.protocols import StoredFile
from enduse.sources.registry import record_kinds, record_reader
from tests.shared import SHARED, needs_shared

HERE = Path(__file__).parent
LISTS = (SHARED or Path()) / "data" / "lists"
OFAC = LISTS / "us_ofac" / "xml_fixtures"
XML = {
    "OFAC's older XML": ("us_ofac_sdn", OFAC / "deriv_sdn.xml"),
    "SDN_ADVANCED": ("us_ofac_sdn", HERE / "watchlists" / "fixtures" / "advanced.xml"),
    "UN": ("un_sc", LISTS / "un" / "deriv_sample_unsc.xml"),
    "UK": ("uk_sl", HERE / "watchlists" / "fixtures" / "uk.xml"),
    "EU": ("eu_fsf", LISTS / "eu" / "fsf_fixtures" / "deriv_sample_eu.xml"),
    "Switzerland": ("ch_seco", LISTS / "ch" / "seco_trimmed_2026-08-27.xml"),
    "LEI-CDF": ("gleif", HERE / "registers" / "fixtures" / "gleif" / "lei2.xml"),
    "RR-CDF": ("gleif", HERE / "registers" / "fixtures" / "gleif" / "rr.xml"),
}
LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
)


Split = Callable[[Iterable[str]], Iterator[Piece]]
TABLES = {
    "SDN": ("us_ofac_sdn", LISTS / "us_ofac" / "sdn_2021-07-07" / "sdn.csv"),
    "screening list": ("us_csl", LISTS / "us_csl" / "csl_2019_28col.csv"),
    "denied persons": ("us_bis_dpl", LISTS / "us_csl" / "dpl_2021.txt"),
    "UK": ("uk_sl", LISTS / "uk" / "FCDO_SL_2025-08-11_from_ods.csv"),
    "journal": ("eu_journal", LISTS / "eu" / "official_journal" / "consolidated/32014R0208.csv"),
    "targets": ("opensanctions", LISTS / "ua" / "war_sanctions_targets_simple_2026-03-13.csv"),
    "screening list of 29 columns": ("us_csl", LISTS / "us_csl" / "csl_2023_29col_sample.csv"),
    "EU": ("eu_fsf", HERE / "watchlists" / "fixtures" / "fsf_118.csv"),
    "statements": ("opensanctions", HERE / "watchlists" / "fixtures" / "statements.csv"),
    "companies of the leaks": (
        "icij_offshore",
        HERE / "registers" / "fixtures" / "icij" / "nodes-entities.csv",
    ),
    "LEI": ("gleif", HERE / "registers" / "fixtures" / "gleif" / "lei2.csv"),
}
SPOILED = {
    "NUL": lambda row: row[:-3] + b"\0" + row[-3:],
    "open quotation mark": lambda row: row + b'"',
    "other encoding": lambda row: row[:-3] + b"\xff" + row[-3:],
    "half a row": lambda row: row[: len(row) // 2],
}


def said(kind: str, path: Path) -> tuple[list[Statement], list[Issue]]:
    out = list(record_reader(kind).read([StoredFile("0" * 64, path.name, path)]))
    return [o for o in out if isinstance(o, Statement)], [o for o in out if isinstance(o, Issue)]


@needs_shared
@pytest.mark.parametrize("shape", XML)
def test_entities_that_a_file_declares_are_never_followed(shape: str, tmp_path: Path) -> None:
    kind, path = XML[shape]
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    text = path.read_text("utf-8-sig")
    head, at = "", 0
    if text.startswith("<?xml"):
        at = text.index("?>") + 2
        head = text[:at]
    wicked = f'<!DOCTYPE x [<!ENTITY out SYSTEM "file://{secret}">{LAUGHS}]>'
    # After the first closed value of the file both entities are called.
    spoiled = text[at:].replace("</", "&out;&a11;</", 1)
    made = tmp_path / path.name
    made.write_text(head + wicked + spoiled, "utf-8")
    statements, issues = said(kind, made)
    assert not [one for one in statements if "SECRET" in one.value or "hahaha" in one.value]
    assert [one.message for one in issues if "declares entities of its own" in one.message]
    wanted = {one.entity_id for one in said(kind, path)[0]}
    assert len({one.entity_id for one in statements}) == len(wanted)


@needs_shared
@pytest.mark.parametrize("shape", XML)
def test_a_file_that_breaks_off_anywhere_gives_what_it_has(shape: str, tmp_path: Path) -> None:
    kind, path = XML[shape]
    text = path.read_text("utf-8-sig")
    known = {one.entity_id for one in said(kind, path)[0]}
    for share in (0.4, 0.7, 0.97):
        made = tmp_path / path.name
        made.write_text(text[: int(len(text) * share)], "utf-8")
        try:
            statements, issues = said(kind, made)
        except UnreadableSource:
            continue
        assert issues
        # Entities made from a value that is cut have ids of their own; parties do not.
        parties = {one.entity_id for one in statements if one.prop == "topics"}
        assert parties <= known


def endless(piece: str, count: int, end: str) -> Iterator[str]:
    yield from (piece for _ in range(count))
    yield end


def test_a_line_of_gigabytes_is_passed_over_in_small_pieces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rows, "LINE_LIMIT", 10_000)
    long = endless("x" * 9_000, 30_000, "\nnext\n")
    first, second = rows._lines(long)
    assert first.dropped + len(first.text) == 270_000_000 and len(first.text) < 20_000
    assert (second.text, second.start, second.number) == ("next", 270_000_001, 2)


@pytest.mark.parametrize("split", [lines, balanced])
def test_a_record_of_gigabytes_is_passed_over_and_the_next_one_read(
    split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_split, "RECORD_LIMIT", 10_000)
    head = '{"id": "' if split is lines else '[{"id": "'
    pieces = endless("x" * 9_000, 10_000, '"}\n{"id": "b"}\n')
    found = list(split(chain([head], pieces)))
    assert any(one.fault for one in found)
    assert max(len(one.text) for one in found) < 30_000


def test_an_element_of_gigabytes_ends_the_reading_with_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xml_records, "RECORD_LIMIT", 50_000)
    pieces = endless("x" * 9_000, 100_000, "</one></list>")
    record, fault = xml_records._read(chain(["<list><one>A</one><one>"], pieces), {"one"}, 0)
    assert isinstance(record, xml_records.Record) and record.root.text == "A"
    assert isinstance(fault, xml_records.Fault) and len(fault.text) <= 200


def _zipped(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.csv", data)
    return made.getvalue()


@pytest.mark.parametrize("kind", record_kinds())
@pytest.mark.parametrize("packing", [gzip.compress, _zipped])
def test_no_reader_unpacks_anything_by_itself(
    kind: str, packing: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    bomb = tmp_path / "bomb.json.gz"
    bomb.write_bytes(packing(b"\0" * 50_000_000))
    with pytest.raises(UnreadableSource):
        said(kind, bomb)


@pytest.mark.parametrize("kind", record_kinds())
@pytest.mark.parametrize("packing", [gzip.compress, _zipped])
def test_a_bomb_is_refused_whatever_list_it_is_said_to_be(
    kind: str, packing: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    bomb = tmp_path / "bomb.csv.gz"
    bomb.write_bytes(packing(b"\0" * 40_000_000))
    with pytest.raises(UnreadableSource, match="come out of"):
        read_list(kind, [bomb], tmp_path / "out.ftm.jsonl")


@needs_shared
@pytest.mark.parametrize(
    ("table", "fault"),
    [
        (table, fault)
        for table in TABLES
        for fault in SPOILED
        # One strange byte in a file that is otherwise plain ASCII is an encoding, not a fault.
        if fault != "other encoding" or table in ("journal", "targets")
    ],
)
def test_a_spoiled_row_is_said_and_costs_no_other_row(
    table: str, fault: str, tmp_path: Path
) -> None:
    kind, path = TABLES[table]
    # A few rows that lie within one line each; the last but one is spoiled.
    rows_of_it = path.read_bytes().split(b"\n")[:60]
    whole = [row for row in rows_of_it if row.count(b'"') % 2 == 0 and row.strip()][:30]
    place = len(whole) - 2
    spoiled = [*whole[:place], SPOILED[fault](whole[place].rstrip(b"\r")), *whole[place + 1 :]]
    known, others, wrong = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    known.write_bytes(b"\n".join(whole) + b"\n")
    others.write_bytes(b"\n".join([*whole[:place], *whole[place + 1 :]]) + b"\n")
    wrong.write_bytes(b"\n".join(spoiled) + b"\n")
    statements, issues = said(kind, wrong)
    kept = {(one.entity_id, one.prop, one.value) for one in statements if one.prop == "name"}
    needed = {(o.entity_id, o.prop, o.value) for o in said(kind, others)[0] if o.prop == "name"}
    assert needed <= kept
    before = {one.message for one in said(kind, known)[1]}
    fresh = [one for one in issues if one.message not in before]
    assert fresh and all(one.where.part for one in fresh)
